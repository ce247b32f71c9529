/** The options of `run` and `compare` on how sure results are: `--until-precise` and `--input-draws`. */
import type { Command } from "commander";
import type { Scenario } from "../../sim/scenario";
import { drawInputs, type InputDraws } from "../experiment/inputDraws";
import {
  FEWEST_REPLICATIONS,
  HEADLINE_MEASURES,
  MOST_REPLICATIONS,
  type Precision,
} from "../experiment/precision";
import { readMeasures } from "./measureList";
import { wholeNumber } from "./request";
import { readable } from "./text";

/** Options as commander hands them over: texts. */
export interface UncertaintyOptions {
  readonly replications?: string;
  readonly untilPrecise?: string;
  readonly preciseMeasures?: string;
  readonly inputDraws?: string;
  readonly drawReplications?: string;
  readonly shard?: string;
}

const DEFAULT_REPLICATIONS = 100;
const DEFAULT_DRAW_REPLICATIONS = 10;
const MOST_RUN = 100_000;
const MOST_DRAWS = 10_000;

/** Adds the options, and that of a fixed number of replications, to a command. */
export function uncertaintyOptions(command: Command): Command {
  return command
    .option("--replications <N>", `replications of each scenario (default: ${DEFAULT_REPLICATIONS})`)
    .option(
      "--until-precise <SHARE>",
      "instead: add replications until 95% intervals reach this share of the mean to either side, such as 5% " +
        `(at least ${FEWEST_REPLICATIONS}, at most ${readable(MOST_REPLICATIONS)})`,
    )
    .option(
      "--precise-measures <IDS>",
      `whose intervals, with commas between (default: ${HEADLINE_MEASURES})`,
    )
    .option(
      "--input-draws <N>",
      "also draw uncertain inputs N times from their evidence, for the doubt about inputs",
    )
    .option(
      "--draw-replications <N>",
      `replications of each scenario in each draw (default: ${DEFAULT_DRAW_REPLICATIONS})`,
    );
}

/** Reads what must be how precise, or the number of replications where that is fixed. */
export function readPrecision(
  options: UncertaintyOptions,
  compare: boolean,
  problems: string[],
): { readonly replications: number; readonly precision: Precision | null } {
  const { untilPrecise, preciseMeasures, replications = String(DEFAULT_REPLICATIONS), shard } = options;
  const ids = preciseMeasures ?? HEADLINE_MEASURES.join(",");
  const measures = readMeasures("--precise-measures", ids, problems).map(({ id }) => id);
  if (untilPrecise === undefined) {
    if (preciseMeasures !== undefined) problems.push("--precise-measures needs --until-precise, such as 5%.");
    return { replications: wholeNumber("--replications", replications, MOST_RUN, problems), precision: null };
  }
  if (options.replications !== undefined) {
    problems.push("--until-precise and --replications do not go together: give the one or the other.");
  }
  if (shard !== undefined) {
    problems.push("--shard needs a fixed number of replications: leave out --until-precise.");
  }
  const share = readShare(untilPrecise, problems);
  return {
    replications: MOST_REPLICATIONS,
    precision: { share, measures, of: compare ? "differences" : "means" },
  };
}

const SMALLEST_SHARE = 0.001;
const LARGEST_SHARE = 0.5;

/** Reads "5%", "5%" or "0.05". */
function readShare(text: string, problems: string[]): number {
  const match = /^\s*(\d+\.?\d*|\.\d+)\s*(%?)\s*$/.exec(text);
  const share = match ? Number(match[1]) / (match[2] === "%" ? 100 : 1) : Number.NaN;
  if (share >= SMALLEST_SHARE && share <= LARGEST_SHARE) return share;
  const meant = share > LARGEST_SHARE && match?.[2] === "" ? `; did you mean ${match[1]}%?` : ".";
  problems.push(
    `--until-precise is "${text}"; it must be a share of the mean from 0.1% to 50%, such as 5%${meant}`,
  );
  return LARGEST_SHARE;
}

/** Reads how often inputs are drawn, and draws them; null where they are not, or cannot be. */
export function readInputDraws(
  options: UncertaintyOptions,
  { scenarios, seed }: { readonly scenarios: readonly Scenario[]; readonly seed: string },
  problems: string[],
): InputDraws | null {
  const { inputDraws, drawReplications, shard } = options;
  if (inputDraws === undefined) {
    if (drawReplications !== undefined) problems.push("--draw-replications needs --input-draws, such as 50.");
    return null;
  }
  const draws = atLeastTwo("--input-draws", inputDraws, MOST_DRAWS, problems);
  const each = drawReplications ?? String(DEFAULT_DRAW_REPLICATIONS);
  const replications = atLeastTwo("--draw-replications", each, MOST_RUN, problems);
  if (shard !== undefined) problems.push("--shard does not go with --input-draws: run it on one machine.");
  if (problems.length > 0) return null;
  const drawn = drawInputs({ scenarios, seed, draws, replications });
  if (!("problem" in drawn)) return drawn;
  problems.push(drawn.problem);
  return null;
}

function atLeastTwo(option: string, text: string, most: number, problems: string[]): number {
  const value = wholeNumber(option, text, most, problems);
  if (text.trim() === "1") problems.push(`${option} is 1; at least 2 are needed to see how far they differ.`);
  return value;
}
