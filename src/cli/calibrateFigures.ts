/** How `calibrate` writes figures. */
export const range = (low: number, high: number): string => `${fixed(low)}–${fixed(high)}`;
/** Three significant digits, trailing zeros left out. */
export const fixed = (value: number): string =>
  Number.isNaN(value) ? "–" : String(Number(value.toPrecision(3)));
export const percent = (share: number): string =>
  share > 0 && share < 0.0995 ? `${(100 * share).toFixed(1)}%` : `${Math.round(100 * share)}%`;
