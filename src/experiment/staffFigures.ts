/** Figures of teams that `staff` tried: what they cost, and how each target fared on its own. */
import { MEASURE_INDEX } from "../../sim/record/measures";
import {
  column,
  type Difference,
  pairedDifference,
  type RunTable,
  type Summary,
  summarise,
} from "../../sim/statistics";
import { firstOf } from "./moreReplications";
import type { LadderFinding, TeamFinding } from "./staff";
import { metIn, type Target } from "./staffTargets";

/** £ a year as simulated, recruitment and vacancies included, with the price of further places where there is one. */
export const simulatedCost = ({ team, table }: TeamFinding): Summary | null =>
  table && summarise(costs(table, team.placesCost));

/** How much more `other` costs than `base`, future by future, over the futures that both have; null where one has none. */
export function costDifference(base: TeamFinding, other: TeamFinding): Difference | null {
  if (base.table === null || other.table === null) return null;
  const both = Math.min(base.table.replications, other.table.replications);
  const [b, o] = [base, other].map(({ table, team }) => costs(firstOf(table!, both), team.placesCost));
  return pairedDifference(b, o, "lower");
}

const costs = (table: RunTable, more: number): Float64Array =>
  column(table, MEASURE_INDEX.get("costPerYear")!).map((cost) => cost + more);

export interface TargetFigures {
  readonly target: Target;
  /** Share of futures in which this target alone is met. */
  readonly share: number;
  /** Of its measure. */
  readonly summary: Summary;
}

/** How each target fared, in the order in which they were given. */
export function targetFigures(table: RunTable, targets: readonly Target[]): readonly TargetFigures[] {
  return targets.map((target) => ({
    target,
    share: metIn(table, target).filter(Boolean).length / table.replications,
    summary: summarise(column(table, MEASURE_INDEX.get(target.measure.id)!)),
  }));
}

/** The team that meets the targets in the largest share of its futures; the cheaper of equals. */
export function nearestTeam({ teams }: LadderFinding): TeamFinding {
  const share = ({ tally: { met, futures } }: TeamFinding): number => (futures > 0 ? met / futures : -1);
  return teams.reduce((best, team) => (share(team) > share(best) ? team : best));
}

/** What became of a team of a ladder; one that is dearer than the runner-up is not judged to the end. */
export type Standing = "meets" | "fails" | "cannot be told" | "not needed";

/** The standing of team `t`. */
export function standingOf({ teams, outcome: { runnerUp } }: LadderFinding, t: number): Standing {
  const { verdict } = teams[t];
  if (verdict !== "open") return verdict;
  return runnerUp !== null && t > runnerUp ? "not needed" : "cannot be told";
}
