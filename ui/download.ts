/** Files that the reader saves, and CSV files of what is on show. */
import type { Cell, Data } from "./figures/figure";
import type { Results } from "./results";

/** `data` as CSV (RFC 4180). Text that a spreadsheet would take for a formula is made plain by an apostrophe. */
export function csvOf({ columns, rows }: Data): string {
  return [columns, ...rows]
    .map((row) => row.map(cell).join(","))
    .join("\r\n")
    .concat("\r\n");
}

function cell(value: Cell): string {
  if (typeof value === "number") return Number.isNaN(value) ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file name that says what is in it: `holdfast-burnout-baseline-vs-training-100-futures.csv`. */
export function fileNameOf(what: string, { scenarios, futures, request, complete }: Results): string {
  const ids = scenarios.map(({ id }) => id.replaceAll(/[^a-zA-Z0-9-]+/g, "-"));
  const asked =
    request.precision === undefined ? `${futures}-of-${request.replications}` : `first-${futures}`;
  const part = complete ? futures : asked;
  return `holdfast-${what}-${ids.join("-vs-")}-${part}-futures.csv`;
}

/** Lets the reader save `data` under `name`. */
export function download(name: string, data: Data): void {
  save(name, csvOf(data), "text/csv");
}

/** Lets the reader save a file of a type, such as `text/csv`, under `name`. */
export function save(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file's content by then; releasing it at once would be too early in some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
