/**
 * Colours, dashes and symbols. The Government Analysis Function's palette in its own order; dashes and symbols as
 * well, since dark blue beside dark pink, and turquoise beside orange, are the same grey.
 */
import { type SymbolType, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, symbolWye } from "d3";

export interface SeriesStyle {
  readonly colour: string;
  /** Of the line, as SVG writes it; empty for a solid line. */
  readonly dash: string;
  readonly width: number;
  readonly symbol: SymbolType;
}

/** By position: the baseline first, then at most four scenarios. */
export const SERIES_STYLES: readonly SeriesStyle[] = [
  { colour: "#12436D", dash: "", width: 3, symbol: symbolCircle },
  { colour: "#28A197", dash: "8 4", width: 2.5, symbol: symbolSquare },
  { colour: "#801650", dash: "2 4", width: 2.5, symbol: symbolTriangle },
  { colour: "#F46A25", dash: "12 4 2 4", width: 2.5, symbol: symbolDiamond },
  { colour: "#A285D1", dash: "16 4", width: 2.5, symbol: symbolWye },
];

/** Lines that can be told apart by colour; beyond them all but two are grey. */
const MOST_COLOURS = 4;
/** 4.5:1 on white: a grey that is still seen by everyone. */
const GREYED = "#6F777B";

/**
 * The styles of `count` scenarios, the baseline first. With more than four, only the baseline and the one in focus
 * (a position; 0: none) keep their colours; the rest are grey, told apart by dashes, symbols and their names.
 */
export function seriesStyles(count: number, focus: number): readonly SeriesStyle[] {
  return SERIES_STYLES.slice(0, count).map((style, s) => {
    const isGreyed = count > MOST_COLOURS && s !== 0 && s !== focus;
    return isGreyed ? { ...style, colour: GREYED, width: 1.5 } : style;
  });
}

/** The four functions of holding: blues and grey, so that none is taken for a scenario; each is outlined too. */
export const FUNCTION_FILLS: readonly string[] = ["#12436D", "#2073BC", "#6BACE6", "#BFBFBF"];
/** Text that can be read on each of them. */
export const ON_FUNCTION_FILLS: readonly string[] = ["#FFFFFF", "#FFFFFF", "#000000", "#000000"];

export const TEXT = "#212B32";
export const SECONDARY = "#4C6272";
export const GRIDLINE = "#D8DDE0";
