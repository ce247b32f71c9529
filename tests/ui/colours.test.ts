/** Contrast of the page's colours, light and dark, and of the charts' colours as they are turned over in the dark. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  FUNCTION_FILLS,
  ON_FUNCTION_FILLS,
  SECONDARY,
  SERIES_STYLES,
  seriesStyles,
  TEXT,
} from "../../ui/charts/palette";

type Colour = readonly number[];
const css = readFileSync("ui/styles/colours.css", "utf8");

const ofHex = (hex: string): Colour => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours of the sheet by name, in one of its two schemes. */
function coloursOf(scheme: "light" | "dark"): ReadonlyMap<string, Colour> {
  const found = new Map<string, Colour>();
  for (const [, name, value] of css.matchAll(/--([\w-]+): ([^;]+);/g)) {
    const hexes = value.match(/#[0-9a-f]{6}/g);
    if (hexes) found.set(name, ofHex(hexes.length === 2 && scheme === "dark" ? hexes[1] : hexes[0]));
  }
  return found;
}

/** What `invert(share) hue-rotate(180deg)` makes of a colour, by the matrix of the CSS Filter Effects Module. */
function turned(colour: Colour): Colour {
  const share = Number(/invert\(([\d.]+)\) hue-rotate\(180deg\)/.exec(css)?.[1]);
  const [r, g, b] = colour.map((c) => 255 * share + (1 - 2 * share) * c);
  const rotated = [
    -0.574 * r + 1.43 * g + 0.144 * b,
    0.426 * r + 0.43 * g + 0.144 * b,
    0.426 * r + 1.43 * g - 0.856 * b,
  ];
  return rotated.map((c) => Math.min(255, Math.max(0, Math.round(c))));
}

const ON_CARD = ["text", "secondary", "link", "link-hover", "better", "worse", "error"];
const TEXTS: readonly (readonly [string, string])[] = [
  ...ON_CARD.flatMap((text) => ["card", "stale-stripe"].map((ground) => [text, ground] as const)),
  ["text", "page"],
  ["secondary", "page"],
  ["link", "page"],
  ["text", "field"],
  ["text", "warning"],
  ["on-header", "header"],
  ["on-focus", "focus"],
  ["on-button", "button"],
  ["on-button", "button-hover"],
  ["on-tag", "tag"],
];
const EDGES: readonly (readonly [string, string])[] = [
  ["control", "card"],
  ["control", "field"],
  ["warning-edge", "card"],
  ["error", "card"],
];

describe.each(["light", "dark"] as const)("in %s colours", (scheme) => {
  const colours = coloursOf(scheme);
  const of = (name: string): Colour => colours.get(name === "text" ? "ink" : name) ?? [];

  it.each(TEXTS)("%s can be read on %s: 4.5 : 1", (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)("%s is seen on %s: 3 : 1", (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3);
  });
  const shown = (hex: string): Colour => (scheme === "dark" ? turned(ofHex(hex)) : ofHex(hex));

  const greyed = seriesStyles(5, 1)[2];
  it.each([...SERIES_STYLES, greyed])("the line $colour is seen: 3 : 1", ({ colour }) => {
    expect(contrast(shown(colour), of("card"))).toBeGreaterThanOrEqual(3);
  });
  it.each([TEXT, SECONDARY])("the charts' text %s can be read: 4.5 : 1", (colour) => {
    expect(contrast(shown(colour), of("card"))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(FUNCTION_FILLS.map((fill, i) => [ON_FUNCTION_FILLS[i], fill]))(
    "%s can be read on the bar %s",
    (text, fill) => {
      expect(contrast(shown(text), shown(fill))).toBeGreaterThanOrEqual(4.5);
    },
  );
});
