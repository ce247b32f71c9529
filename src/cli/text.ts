/** Aligned text and Markdown tables, and numbers as people read them. */

/** Rows in columns, two spaces apart; columns named in `right` are aligned to the right. A row of one cell is a heading. */
export function alignedTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<string> = new Set(),
): string {
  const all = [header, ...rows];
  const tabular = all.filter((row) => row.length > 1);
  const widths = header.map((_, c) => Math.max(...tabular.map((row) => row[c].length)));
  const line = (row: readonly string[]): string =>
    row.length === 1
      ? row[0]
      : row
          .map((cell, c) => (right.has(header[c]) ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
          .join("  ");
  return all.map((row) => line(row).trimEnd()).join("\n");
}

/** Rows as a Markdown table. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

const large = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const small = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });

/** Three digits, or all before the point, with thousands separators; "–" where there is no value. */
export function readable(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "–";
  return (Math.abs(value) >= 1000 ? large : small).format(value);
}

/** "2 to 5", or "–" where there is no value. */
export function interval(low: number, high: number): string {
  return Number.isNaN(low) || Number.isNaN(high) ? "–" : `${readable(low)} to ${readable(high)}`;
}

/** "1 year", "5 years". */
export function counted(count: number, noun: string): string {
  return `${readable(count)} ${noun}${count === 1 ? "" : "s"}`;
}
