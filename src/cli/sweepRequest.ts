/** From the words after `sweep` to a sweep that can be run, or every reason why not. */
import { type Changes, PARAMETER_INDEX, type ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import { checkChanges } from "../../sim/scenario";
import { unknownParameter } from "../../sim/scenario/sentences";
import { MOST_POINTS, type SweepRequest, sweepProblems } from "../experiment/sweep";
import type { Design, Factor, Range } from "../experiment/sweepDesign";
import { type LongRunOptions, readLongRun, refuse } from "./longRun";
import { readMeasures } from "./measureList";
import { readFormat, readScenarios, readSettings, type SettingOptions, wholeNumber } from "./request";
import { type HowToRun, readStudyOptions, type StudyOptions } from "./study";
import { readLevels, readRange } from "./sweepLevels";

/** Options as commander hands them over: texts. */
export interface SweepOptions extends LongRunOptions, SettingOptions, StudyOptions {
  readonly vary: readonly string[];
  readonly design: string;
  readonly points?: string;
  readonly measures: string;
  readonly weekly?: boolean;
}

export interface SweepCall extends SweepRequest, HowToRun {
  readonly measures: readonly Measure[];
  readonly weekly: boolean;
}

const FORMATS = ["table", "json", "csv", "markdown"] as const;
const DESIGNS: readonly Design["kind"][] = ["full-factorial", "latin-hypercube"];

/** Reads scenario and options of `sweep`; throws InputProblems with every problem there is. */
export function readSweep(name: string, options: SweepOptions, cores: number): SweepCall {
  const problems: string[] = [];
  const format = readFormat(options.format, FORMATS, problems);
  const { replications, seed, workers } = readLongRun({ ...options, format: "table" }, cores, problems);
  const settings = readSettings(options, problems);
  const [scenario] = readScenarios([name], settings, problems);
  const design = readDesign(options, settings, problems);
  const measures = readMeasures("--measures", options.measures, problems);
  const place = readStudyOptions(options, problems);
  const { weekly = false } = options;
  if (weekly && place.out === undefined)
    problems.push("--weekly needs --out DIR, the folder for the series.");
  refuse(problems);
  const request = { scenario, design, seed, replications };
  refuse(sweepProblems(request));
  return { ...request, measures, weekly, workers, format, place };
}

function readDesign(options: SweepOptions, settings: Changes, problems: string[]): Design {
  const kind = DESIGNS.find((design) => design === options.design);
  if (!kind) problems.push(`--design is "${options.design}"; it must be one of ${DESIGNS.join(", ")}.`);
  const varied = readVaried(options.vary, settings, problems);
  const points = readPoints(options, problems);
  if (kind === "latin-hypercube") {
    const ranges = varied.flatMap(({ row, text }) => rangeOf(row, text, problems));
    return { kind, ranges, points, seed: options.seed };
  }
  const factors = varied.map(({ row, text }): Factor => {
    return { id: row.id, levels: readLevels("--vary", row, text, problems) };
  });
  return { kind: "full-factorial", factors };
}

/** `--points`, which a Latin hypercube needs and a full factorial has no use for. */
function readPoints({ points, design }: SweepOptions, problems: string[]): number {
  if (points !== undefined && design === "full-factorial") {
    problems.push(
      "--points goes with --design latin-hypercube; a full factorial has a point for every combination.",
    );
  } else if (points !== undefined) return wholeNumber("--points", points, MOST_POINTS, problems);
  else if (design === "latin-hypercube")
    problems.push("--points is missing; a Latin hypercube needs a number of points.");
  return 1;
}

interface Varied {
  readonly row: ParameterRow;
  readonly text: string;
}

/** The parameters to vary, each once and none of them set at the same time. */
function readVaried(texts: readonly string[], settings: Changes, problems: string[]): readonly Varied[] {
  if (texts.length === 0)
    problems.push("--vary is missing; name at least one parameter, such as team.linkWorkers=4:10:1.");
  const seen = new Set<string>();
  return texts.flatMap((text) => {
    const [id, ...rest] = text.split("=").map((part) => part.trim());
    const row = PARAMETER_INDEX.get(id);
    const problem = whyNot(text, id, row, { seen, settings });
    seen.add(id);
    if (problem === null) return [{ row: row!, text: rest.join("=") }];
    problems.push(`--vary: ${problem}`);
    return [];
  });
}

function whyNot(
  text: string,
  id: string,
  row: ParameterRow | undefined,
  { seen, settings }: { readonly seen: ReadonlySet<string>; readonly settings: Changes },
): string | null {
  if (!text.includes("="))
    return `${JSON.stringify(text)} has no values; write it as id=low:high:step or id=a,b,c.`;
  if (row === undefined) return unknownParameter(id);
  if (seen.has(id)) return `${id} is varied twice; vary it once.`;
  return Object.hasOwn(settings, id) ? `${id} is set by another option too; either set it or vary it.` : null;
}

/** A range for a Latin hypercube, checked at both ends. */
function rangeOf(row: ParameterRow, text: string, problems: string[]): Range[] {
  const found: string[] = [];
  const parts = text.includes(":") ? readRange(row, text, found) : [];
  if (found.length === 0 && parts.length !== 2) {
    found.push(
      `${row.id}=${text} must be a range, low:high, for a Latin hypercube, which chooses the values itself.`,
    );
  }
  const [low, high] = parts;
  if (found.length === 0) found.push(...parts.flatMap((end) => checkChanges({ [row.id]: end })));
  if (low === high && found.length === 0) found.push(`${row.id}=${text} is one value; use --set for it.`);
  problems.push(...found.map((problem) => `--vary: ${problem}`));
  return found.length === 0 ? [{ id: row.id, low, high }] : [];
}
