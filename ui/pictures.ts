/**
 * Charts as pictures that stand alone, on white: above them what they must not be taken for, what is compared, and
 * their title; below them the note.
 */
import { select } from "d3";
import { wrap } from "./charts/labels";
import { SECONDARY, TEXT } from "./charts/palette";
import { save } from "./download";
import type { Figure } from "./figures/figure";
import type { Mark } from "./mark";

const SVG = "http://www.w3.org/2000/svg";
const SVG_TYPE = "image/svg+xml";
const EDGE = 16;
const LINE = 20;
/** Pixels of a PNG for each px of the chart. */
const SCALE = 2;

type Words = Pick<Figure, "about" | "title" | "subtitle" | "note"> & { readonly mark: Mark | null };
type Save = (name: string, svg: SVGSVGElement, words: Words) => void;

/** The kinds of picture on offer. */
export const PICTURES: readonly { readonly ending: "png" | "svg"; readonly save: Save }[] = [
  { ending: "png", save: (name, svg, words) => void savePng(name, svg, words) },
  { ending: "svg", save: (name, svg, words) => save(name, textOf(pictureOf(svg, words)), SVG_TYPE) },
];

/** A copy of a chart that needs nothing of the page, with its words. */
export function pictureOf(
  chart: SVGSVGElement,
  { mark, about, title, subtitle, note }: Words,
): SVGSVGElement {
  const { width, height } = sizeOf(chart);
  const picture = document.createElementNS(SVG, "svg");
  const head = [
    ...linesOf(mark?.words ?? "", width, 700, TEXT),
    ...linesOf(about, width, 400, SECONDARY),
    ...linesOf(title, width, 700, TEXT),
    ...linesOf(subtitle, width, 400, SECONDARY),
  ];
  const foot = linesOf(note, width, 400, SECONDARY);
  const top = EDGE + LINE * head.length;
  const size = { width: width + 2 * EDGE, height: top + height + LINE * (foot.length + 1) + EDGE };
  setAll(picture, { xmlns: SVG, ...size, viewBox: `0 0 ${size.width} ${size.height}` });
  setAll(picture, { "font-family": "Arial, Helvetica, sans-serif", "font-size": 14, fill: TEXT });
  const paper = document.createElementNS(SVG, "rect");
  setAll(paper, { ...size, fill: "#FFFFFF" });
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute("class");
  setAll(copy, { x: EDGE, y: top, width, height });
  picture.append(paper, ...placed(head, EDGE + 4), copy, ...placed(foot, top + height + LINE));
  return picture;
}

function sizeOf(chart: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width, height] = (chart.getAttribute("viewBox") ?? "0 0 640 320").split(" ").map(Number);
  return { width, height };
}

interface Line {
  readonly text: string;
  readonly weight: number;
  readonly colour: string;
}

const linesOf = (text: string, width: number, weight: number, colour: string): Line[] =>
  text === "" ? [] : wrap(text, width).map((line) => ({ text: line, weight, colour }));

const placed = (lines: readonly Line[], top: number): SVGTextElement[] =>
  lines.map(({ text, weight, colour }, i) => {
    const element = document.createElementNS(SVG, "text");
    setAll(element, { x: EDGE, y: top + LINE * (i + 0.6), "font-weight": weight, fill: colour });
    element.textContent = text;
    return element;
  });

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

const textOf = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);

async function savePng(name: string, svg: SVGSVGElement, words: Words): Promise<void> {
  save(name, await pngOf(pictureOf(svg, words)), "image/png");
}

/** A picture as a PNG. */
async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([textOf(picture)], { type: SVG_TYPE }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCALE * Number(picture.getAttribute("width"));
  canvas.height = SCALE * Number(picture.getAttribute("height"));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (png) => (png ? resolve(png) : reject(new Error("The browser makes no PNG of this picture."))),
      "image/png",
    ),
  );
}

/** A chart in both forms, for documents, which have its words beside it. */
export interface Picture {
  readonly svg: string;
  readonly png: Uint8Array;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** A figure drawn for a document, whatever is on the page. */
export async function drawnPicture(figure: Figure, width: number): Promise<Picture> {
  const chart = document.createElementNS(SVG, "svg");
  figure.draw(select(chart), { width, marked: null });
  const picture = pictureOf(chart, { mark: null, about: "", title: "", subtitle: "", note: "" });
  const png = new Uint8Array(await (await pngOf(picture)).arrayBuffer());
  const [w, h] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
  return { svg: textOf(picture), png, width: w, height: h };
}
