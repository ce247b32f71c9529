/** The gallery for developers: every chart of fixtures.ts, wide and narrow. `npm run dev`, then /tests/gallery/. */
import { select } from "d3";
import { SHOWN } from "./fixtures";

for (const { name, draw } of SHOWN)
  for (const width of [900, 320]) {
    const title = document.createElement("h2");
    title.textContent = `${name}, ${width} px`;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", String(width));
    document.body.append(title, svg);
    draw(select(svg), width);
  }
