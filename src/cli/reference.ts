/** `parameters`, `measures`, `schema` and `validate`: what can be asked, and whether a file asks it rightly. */
import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { scenarioSchema } from "../../sim/scenario";
import { toJson } from "./json";
import { collect, InputProblems } from "./problems";
import { readFormat } from "./request";
import { openScenario } from "./scenarioFiles";
import type { Surroundings } from "./surroundings";
import { alignedTable, markdownTable } from "./text";

const FORMATS = ["table", "json", "markdown"] as const;

/** Prints the table of parameters. */
export function printParameters(format: string, { out }: Surroundings): void {
  const header = ["id", "label", "unit", "default", "range", "distribution", "grade", "source"];
  const cells = (row: ParameterRow): string[] => [
    row.id,
    row.label,
    row.unit,
    written(row.default),
    row.range ? row.range.map(written).join(" to ") : "–",
    row.distribution,
    row.grade,
    row.source,
  ];
  const rows = PARAMETERS.map((row) => ({
    ...row,
    default: plain(row.default),
    limits: row.limits?.map(plain),
  }));
  out(reference(format, header, PARAMETERS.map(cells), rows));
}

/** Prints the table of measures. */
export function printMeasures(format: string, { out }: Surroundings): void {
  const header = ["id", "label", "unit", "better", "how it is taken", "definition"];
  const cells = MEASURES.map(({ id, label, unit, good, taken, definition }) => {
    return [id, label, unit, good ?? "–", taken, definition];
  });
  const rows = MEASURES.map(({ take, ...row }) => row);
  out(reference(format, header, cells, rows));
}

/** Prints the JSON Schema of a scenario file. */
export function printSchema({ out }: Surroundings): void {
  out(`${toJson(scenarioSchema())}\n`);
}

/** Says of each file that it can be run; throws InputProblems with every problem in any of them. */
export function validate(names: readonly string[], { out }: Surroundings): void {
  const problems: string[] = [];
  for (const name of names) {
    const scenario = collect(openScenario(name), problems);
    if (scenario) out(`${name} can be run: ${scenario.name} (${scenario.id}).\n`);
  }
  if (problems.length > 0) throw new InputProblems(problems);
}

function reference(format: string, header: string[], cells: string[][], rows: readonly object[]): string {
  const problems: string[] = [];
  const chosen = readFormat(format, FORMATS, problems);
  if (problems.length > 0) throw new InputProblems(problems);
  if (chosen === "json") return `${toJson(rows)}\n`;
  return `${chosen === "markdown" ? markdownTable(header, cells) : alignedTable(header, cells)}\n`;
}

/** JSON has no infinity: what has no limit is written "none". */
function plain<V>(value: V): V | "none" {
  return Object.is(value, Number.POSITIVE_INFINITY) ? "none" : value;
}

function written(value: unknown): string {
  const word = plain(value);
  if (typeof word === "number") return String(Number(word.toPrecision(6)));
  return typeof word === "boolean" ? (word ? "on" : "off") : String(word);
}
