/**
 * The model fitted to a team's own figures: draws over the plausible ranges of a few parameters, the emulator of the
 * calibration, and the settings whose predicted figures all lie within their ranges.
 */
import { least } from "d3-array";
import { parameterById } from "../../sim/parameters";
import { MEASURE_INDEX } from "../../sim/record/measures";
import type { Changes } from "../../sim/scenario";
import { column, type Summary, summarise } from "../../sim/statistics";
import { latinHypercube } from "../../sim/statistics/latinHypercube";
import { accepted, type Draw, type Emulator, emulate, type Prediction } from "./calibrateEmulator";
import { describeRegion, type Region } from "./calibrateRegion";
import { fittedRow, type Target } from "./calibrateTargets";
import { inLanes } from "./lanes";
import { type Means, runScenarios } from "./runScenarios";

export interface LocalProblem {
  /** What is known and set directly. */
  readonly set: Changes;
  /** Parameters that are fitted, within the plausible ranges of the table. */
  readonly fitted: readonly string[];
  /** Each with a measure; and the values, within their ranges, that a suggestion should come near to. */
  readonly targets: readonly Target[];
  readonly aims: readonly number[];
  readonly seed: string;
  /** Replications of each draw. */
  readonly replications: number;
}

export interface LocalFound {
  /** Settings that fit, in the order of `fitted`; null where there are fewer than two. */
  readonly region: Region | null;
  readonly accepted: number;
  readonly suggestion: readonly number[];
  /** Means of the targets, in their order, as simulated. */
  readonly atDefaults: readonly number[];
  readonly atSuggestion: readonly number[];
}

export const DRAWS = 36;
export const CANDIDATES = 4000;
/** The defaults and the suggestion are run this many times as often as a draw. */
export const CHECK_FACTOR = 6;

/** Replications that a fit runs. */
export const replicationsOf = (replications: number): number => replications * (DRAWS + 2 * CHECK_FACTOR);

type Show = (progress: { readonly done: number; readonly total: number }) => void;

/** Fits. Rejects when aborted. The same problem gives the same answer, whatever the number of workers. */
export async function fitLocal(
  problem: LocalProblem,
  means: Means,
  signal: AbortSignal,
  show: Show = () => {},
): Promise<LocalFound> {
  const { fitted, targets, seed, replications } = problem;
  const total = replicationsOf(replications);
  let done = 0;
  const summaries = async (setting: readonly number[], luck: string, count: number, lanes: Means) => {
    const found = await simulated(problem, setting, { luck, count }, lanes, signal);
    done += count;
    show({ done, total });
    return found;
  };
  const settings = spread(fitted, DRAWS, `${seed}/local design`);
  const draws: Draw[] = new Array(settings.length);
  const lanes = { ...means, width: 1, batchSizes: [replications] };
  await inLanes(settings, means.width, signal, async (setting, _, d) => {
    draws[d] = drawOf(setting, await summaries(setting, `draw ${d + 1}`, replications, lanes));
  });
  const emulator = emulate(draws, targets);
  const candidates = spread(fitted, CANDIDATES, `${seed}/local candidates`);
  const inside = candidates.filter((setting) => accepted(emulator.predict(setting), 0, targets));
  const suggestion = bestOf(inside.length > 0 ? inside : candidates, emulator, problem);
  const check = async (setting: readonly number[]) =>
    (await summaries(setting, "check", CHECK_FACTOR * replications, means)).map((summary) => summary.mean);
  return {
    region:
      inside.length < 2
        ? null
        : describeRegion(
            inside,
            fitted.map((id) => fittedRow(id).range),
          ),
    accepted: inside.length,
    suggestion,
    atDefaults: await check(fitted.map((id) => fittedRow(id).default)),
    atSuggestion: await check(suggestion),
  };
}

/** Settings that fill the plausible ranges of the fitted parameters. */
function spread(fitted: readonly string[], count: number, seed: string): number[][] {
  const ranges = fitted.map((id) => fittedRow(id).range);
  return latinHypercube(count, fitted.length, seed).map((point) =>
    point.map((p, j) => ranges[j][0] + p * (ranges[j][1] - ranges[j][0])),
  );
}

/** The fitted parameters' values as changes, with as many digits as their controls show. */
export const changesOf = (fitted: readonly string[], setting: readonly number[]): Changes =>
  Object.fromEntries(fitted.map((id, j) => [parameterById(id).id, Number(setting[j].toPrecision(3))]));

async function simulated(
  { set, fitted, targets, seed }: LocalProblem,
  setting: readonly number[],
  { luck, count }: { readonly luck: string; readonly count: number },
  means: Means,
  signal: AbortSignal,
): Promise<Summary[]> {
  const changes = { ...set, ...changesOf(fitted, setting) };
  const scenarios = [{ id: "local", changes, timeline: [] }];
  const experiment = { scenarios, seed: `${seed}/${luck}`, replications: count, weekly: false };
  const [table] = await runScenarios(experiment, means, signal);
  return targets.map(({ measure }) => summarise(column(table, MEASURE_INDEX.get(measure ?? "") ?? -1)));
}

const drawOf = (setting: readonly number[], summaries: readonly Summary[]): Draw => ({
  setting,
  means: summaries.map(({ mean }) => mean),
  errors: summaries.map(({ sd, n }) => (n > 1 ? sd / Math.sqrt(n) : 0)),
});

/** The first of the settings whose predicted figures are nearest to the aims, in widths of their ranges. */
function bestOf(
  settings: readonly (readonly number[])[],
  emulator: Emulator,
  { targets, aims }: LocalProblem,
): readonly number[] {
  const distance = (predictions: readonly Prediction[]): number =>
    Math.hypot(...targets.map(({ range: [low, high] }, t) => (predictions[t].mean - aims[t]) / (high - low)));
  return least(settings, (setting) => distance(emulator.predict(setting)))!;
}
