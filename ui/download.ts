/** Files that the reader saves, and CSV files of what is on show. */
import type { Scenario } from "../sim/scenario";
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

const LONGEST_IN_FILE = 40;
/** Ids that the page gives to scenarios of the reader's own. */
const OWN_ID = /^own(-\d+)?$|-changed(-\d+)?$/;

/** A scenario in the name of a file: its id, or, where the page made the id, what the reader knows it by. */
export function scenarioInFile({ id, name }: Pick<Scenario, "id" | "name">): string {
  const plain = (words: string) =>
    words
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(/[^a-zA-Z0-9]+/g, "-")
      .slice(0, LONGEST_IN_FILE)
      .replaceAll(/^-+|-+$/g, "");
  return (OWN_ID.test(id) && plain(name.toLowerCase())) || plain(id);
}

/** A file name that says what is in it: `holdfast-burnout-baseline-vs-training-100-futures.csv`. */
export function fileNameOf(what: string, { scenarios, futures, request, complete }: Results): string {
  const named = scenarios.map(scenarioInFile);
  const asked =
    request.precision === undefined ? `${futures}-of-${request.replications}` : `first-${futures}`;
  const part = complete ? futures : asked;
  return `holdfast-${what}-${named.join("-vs-")}-${part}-futures.csv`;
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
