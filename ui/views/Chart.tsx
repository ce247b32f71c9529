/** Mounts a chart: an `<svg>` as wide as there is room, drawn anew whenever anything changes. */
import { select } from "d3";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Svg } from "../charts/svg";

interface ChartProps {
  /** Draws into the picture at a width in px; idempotent. */
  readonly draw: (svg: Svg, width: number) => void;
  /** Called when the pointer moves over the picture. */
  readonly onPoint?: OnPlace;
  /** Called on a click. */
  readonly onPick?: OnPlace;
}

/** Is given a place by its distances (px) from the left and top edges, and the chart's width. */
export type OnPlace = (px: number, py: number, width: number) => void;

const FIRST_WIDTH = 480;
/** The size of text (px) for which charts are drawn: where the page's is larger, so are they. */
const USUAL_TEXT = 16;

/** Two charts stand side by side on A4: drawn so wide (px), their text is as large as the page's. */
const ON_PAPER = 440;
/** A chart that is wider than this (px) has the width of the page to itself, on paper too. */
const HALF_A_PAGE = 720;
const WIDE_ON_PAPER = 800;

const enlargement = (): number =>
  Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TEXT || 1);

export function Chart({ draw, onPoint, onPick }: ChartProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);

  useLayoutEffect(() => {
    const parent = svg.current?.parentElement;
    if (!parent) return;
    const measure = () => setWidth(Math.max(240, Math.round(parent.clientWidth / enlargement())));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(parent);
    const forPaper = () => setWidth((now) => Math.min(now, now > HALF_A_PAGE ? WIDE_ON_PAPER : ON_PAPER));
    addEventListener("beforeprint", forPaper);
    addEventListener("afterprint", measure);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", forPaper);
      removeEventListener("afterprint", measure);
    };
  }, []);

  useLayoutEffect(() => {
    if (svg.current) draw(select(svg.current), width);
  });

  const told = (onPlace: OnPlace) => (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const scale = width / box.width;
    onPlace((event.clientX - box.left) * scale, (event.clientY - box.top) * scale, width);
  };
  return (
    <div class="chart">
      <svg
        ref={svg}
        class="chart-picture"
        onPointerMove={onPoint && told(onPoint)}
        onPointerDown={onPoint && told(onPoint)}
        onPointerUp={onPick && told(onPick)}
      />
    </div>
  );
}
