/** A number for reading, with a real minus sign, and none before a zero; "–" where there is no value. */
export function decimals(value: number, digits: number): string {
  if (Number.isNaN(value)) return "–";
  return value
    .toFixed(digits)
    .replace(/^-(?=0(?:\.0*)?$)/, "")
    .replace("-", "−");
}
