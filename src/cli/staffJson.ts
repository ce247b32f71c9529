/** The documented JSON of `staff`. */
import type { Summary } from "../../sim/statistics";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { ERROR, type LadderFinding, type TeamFinding, teamCount } from "../experiment/staff";
import {
  costDifference,
  type Standing,
  simulatedCost,
  standingOf,
  targetFigures,
} from "../experiment/staffFigures";
import { looks } from "../experiment/staffSearch";
import type { Target } from "../experiment/staffTargets";
import type { StaffCall } from "./staffRequest";

/** What was asked, the rule, and for each ladder the answer, the runner-up and every team. */
export function staffJson(call: StaffCall, ladders: readonly LadderFinding[]): object {
  const { scenario, targets, share, most, seed, placePrice } = call;
  const { id, name, changes, timeline } = scenario;
  return {
    ...{ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, seed },
    scenario: { id, name, changes, timeline },
    targets: targets.map(({ measure, relation, value }) => ({
      measure: measure.id,
      relation,
      value,
      unit: measure.unit,
    })),
    ...{ share, mostReplications: most, servicePlacePrice: placePrice },
    error: {
      together: ERROR,
      teams: teamCount(call),
      looks: looks(most),
      interval: "Clopper and Pearson (1934)",
    },
    searches: ladders.map((ladder) => searchJson(ladder, targets)),
  };
}

function searchJson(ladder: LadderFinding, targets: readonly Target[]): object {
  const { teams, outcome } = ladder;
  const { answer, runnerUp, untold } = outcome;
  const all = teams.map((team, t) => teamJson(team, standingOf(ladder, t), targets));
  const both = answer !== null && runnerUp !== null ? costDifference(teams[answer], teams[runnerUp]) : null;
  return {
    outcome: answer !== null ? "found" : untold.length > 0 ? "cannot be told" : "none",
    answer: answer === null ? null : all[answer],
    runnerUp: runnerUp === null ? null : all[runnerUp],
    runnerUpCostsMorePerYear: both && { mean: both.mean, ci95: both.ci95, n: both.n },
    cannotBeTold: untold.map((t) => teams[t].team.changes),
    teams: all,
  };
}

function teamJson(finding: TeamFinding, verdict: Standing, targets: readonly Target[]): object {
  const { team, tally, interval, table } = finding;
  const figures = table === null ? [] : targetFigures(table, targets);
  return {
    changes: team.changes,
    ...{ futures: tally.futures, met: tally.met, interval },
    verdict,
    budgetPerYear: team.budget,
    extraPlaces: team.extraPlaces,
    costPerYear: brief(simulatedCost(finding)),
    targets: figures.map(({ target, share, summary }) => ({
      ...{ measure: target.measure.id, relation: target.relation, value: target.value, met: share },
      ...brief(summary),
    })),
  };
}

const brief = (summary: Summary | null): Pick<Summary, "n" | "mean" | "ci95" | "p10" | "p90"> | null => {
  if (summary === null) return null;
  const { n, mean, ci95, p10, p90 } = summary;
  return { n, mean, ci95, p10, p90 };
};
