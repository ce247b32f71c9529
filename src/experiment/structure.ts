/**
 * Structural doubt: the same policies under each rule of burnout and at more than one demand, so that one sees
 * whether their ranking by turnover hangs on the rule (docs/model.md, section 7.6).
 */
import { DEFAULTS, flatten, PARAMETER_INDEX } from "../../sim/parameters";
import { MEASURE_INDEX } from "../../sim/record/measures";
import { type Changes, resolveStages, type Scenario } from "../../sim/scenario";
import { column, type RunTable } from "../../sim/statistics";
import { type Means, type Progress, runScenarios } from "./runScenarios";

/** The rules of burnout, the default first. */
export const RULES: readonly string[] = PARAMETER_INDEX.get("exhaustion.rule")!.choices!;
/** Referrals per reference WTE and year: below the edge of what the team can carry, and at it. */
export const DEMANDS: readonly number[] = [200, 225];

/** Values of a rule's own parameters that replace their defaults. */
export type OwnSettings = Readonly<Record<string, Changes>>;

type Policy = Pick<Scenario, "id" | "name" | "changes">;

export interface StructureRequest {
  readonly baseline: Policy;
  readonly policies: readonly Policy[];
  readonly rules: readonly string[];
  readonly demands: readonly number[];
  readonly own: OwnSettings;
  readonly seed: string;
  readonly replications: number;
}

/** One rule at one demand: the baseline and every policy, replication by replication. */
export interface Cell {
  readonly rule: string;
  readonly demand: number;
  readonly baseline: RunTable;
  /** Turnover of the baseline and of each policy in turn: an item each, a number for each replication. */
  readonly turnover: readonly Float64Array[];
}

/**
 * The policies of a library: scenarios that change levers, and nothing else, from week 0 to the end. A scenario that
 * states what is the default anyway is none, nor one that changes again on the way.
 */
export function policiesOf(library: readonly Scenario[]): readonly Scenario[] {
  return library.filter(({ changes, timeline }) => {
    const ids = Object.keys(changes);
    const defaults = flatten(DEFAULTS);
    const changed = flatten(resolveStages(changes, timeline)[1].params);
    return (
      timeline.length === 0 &&
      ids.every((id) => PARAMETER_INDEX.get(id)?.role === "lever") &&
      ids.some((id) => changed[id] !== defaults[id])
    );
  });
}

/** The changes that put a rule in force at a demand, with whatever replaces the defaults of its own parameters. */
export function underRule(rule: string, demand: number, own: OwnSettings): Changes {
  return { ...own[rule], "exhaustion.rule": rule, "referral.perWtePerYear": demand };
}

/** Runs everything under common random numbers; a cell for each demand and rule, demands in order, then rules. */
export async function runStructure(
  { baseline, policies, rules, demands, own, seed, replications }: StructureRequest,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void = () => {},
): Promise<readonly Cell[]> {
  const items = [baseline, ...policies];
  const places = demands.flatMap((demand) => rules.map((rule) => ({ rule, demand })));
  const scenarios = places.flatMap(({ rule, demand }) =>
    items.map(({ id, changes }) => ({
      id,
      changes: { ...changes, ...underRule(rule, demand, own) },
      timeline: [],
    })),
  );
  const experiment = { scenarios, seed, replications, weekly: false };
  const tables = await runScenarios(experiment, means, signal, onProgress);
  return places.map((place, p) => {
    const own = tables.slice(p * items.length, (p + 1) * items.length);
    return { ...place, baseline: own[0], turnover: own.map((table) => measured(table, "turnoverRate")) };
  });
}

/** A measure in every replication, by its id. */
export function measured(table: RunTable, id: string): Float64Array {
  return column(table, MEASURE_INDEX.get(id)!);
}
