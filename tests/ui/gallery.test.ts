// @vitest-environment happy-dom
/** Every chart of the gallery as it was when last looked at; `npx vitest -u` renews what was meant to change. */
import { select } from "d3";
import { describe, expect, it } from "vitest";
import type { Svg } from "../../ui/charts/svg";
import { SHOWN } from "../gallery/fixtures";

function fresh(): Svg {
  document.body.innerHTML = "<svg></svg>";
  return select(document.querySelector("svg") as SVGSVGElement);
}
/** An element a line, numbers to a tenth of a px, so that a change can be read. */
const text = (svg: Svg): string =>
  (svg.node()?.outerHTML ?? "")
    .replace(/\d+\.\d+/g, (n) => String(Math.round(Number(n) * 10) / 10))
    .replaceAll("><", ">\n<");

describe.each(SHOWN)("$name", ({ name, draw }) => {
  it("looks as it did", async () => {
    const svg = fresh();
    draw(svg, 640);
    await expect(text(svg)).toMatchFileSnapshot(`../gallery/snapshots/${name}.svg`);
  });
  it.each([
    [640, 300],
    [300, 640],
  ])("redrawn from %i px to %i px equals drawn fresh", (from, to) => {
    const direct = fresh();
    draw(direct, to);
    const expected = text(direct);
    const redrawn = fresh();
    draw(redrawn, from, "Another name");
    draw(redrawn, to);
    expect(text(redrawn)).toBe(expected);
    expect(expected).not.toMatch(/NaN|undefined|Infinity/);
  });
  it("writes names as text, never as markup", () => {
    const svg = fresh();
    draw(svg, 640, "<img src=x onerror=alert(1)>");
    expect(svg.selectAll("img").size()).toBe(0);
  });
});
