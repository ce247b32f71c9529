/** The fit to local numbers, for the page. */
import { parameterById } from "../../sim/parameters";
import { checkChanges } from "../../sim/scenario";
import type { OnDemand } from "../../ui/experiments";
import type { FittedParameter, LocalAnswer, LocalAsk, LocalFit } from "../../ui/local";
import { fittedRow, type Target } from "../experiment/calibrateTargets";
import {
  CANDIDATES,
  changesOf,
  fitLocal,
  type LocalFound,
  type LocalProblem,
  replicationsOf,
} from "../experiment/localFit";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused } from "./onDemand";

/** The least width of a range, as a share of its middle: narrower ones no few runs could hit. */
const LEAST_WIDTH = 0.1;

/** Settings of a few parameters at which the model gives a team's own turnover and wait. */
export const local = (bench: Bench): OnDemand<LocalAsk, LocalAnswer> =>
  onDemand(bench, {
    plan,
    run: async (ask, means, signal, show) => {
      const problem = problemOf(ask);
      return answerOf(ask, problem, await fitLocal(problem, means, signal, show));
    },
  });

function plan(ask: LocalAsk): Plan {
  const { set } = problemOf(ask);
  const problems = checkChanges(set);
  if (problems.length > 0) return refused(problems);
  const runs = replicationsOf(ask.replications);
  return { problems, runs, work: runs * workOf({ changes: set }), atMost: false };
}

/**
 * Posts and referrals are set, from the beginning of the warm-up on: otherwise the usual number of link workers would
 * be warmed up with this team's referrals, and what is fitted would be the change from one team to the other. The leaving rate, the speed of exhaustion and, with waits, the notice are fitted. */
function problemOf({ figures, seed, replications }: LocalAsk): LocalProblem {
  const { posts, referralsPerYear, turnoverRange, waitRange } = figures;
  const targets = [target("turnover", "turnoverRate", turnoverRange)];
  if (waitRange !== null) targets.push(target("wait", "waitMeanDays", waitRange));
  return {
    set: {
      "run.leversFrom": "start",
      "team.linkWorkers": posts,
      "team.referenceLinkWorkers": posts,
      "referral.perWtePerYear": Number((referralsPerYear / posts).toFixed(1)),
    },
    fitted: [
      "turnover.baseHazard",
      "exhaustion.gain",
      ...(waitRange === null ? [] : ["referral.bookingLeadDays"]),
    ],
    targets,
    aims: [figures.turnover, ...(figures.wait === null || waitRange === null ? [] : [figures.wait])],
    seed,
    replications,
  };
}

function target(id: string, measure: string, [low, high]: Target["range"]): Target {
  const missing = Math.max(0, (LEAST_WIDTH * (low + high)) / 2 - (high - low)) / 2;
  return { id, what: measure, range: [Math.max(0, low - missing), high + missing], measure, source: "local" };
}

function answerOf({ figures }: LocalAsk, problem: LocalProblem, found: LocalFound): LocalAnswer {
  const { fitted, targets, set } = problem;
  const { region, suggestion } = found;
  const known: Readonly<Record<string, number>> = {
    turnover: figures.turnover,
    wait: figures.wait ?? Number.NaN,
  };
  return {
    set,
    parameters: fitted.map(
      (id, j): FittedParameter => ({
        id: parameterById(id).id,
        default: fittedRow(id).default,
        searched: fittedRow(id).range,
        fits: region && [region.ranges[j].p5, region.ranges[j].p95],
        narrowedTo: region?.narrowedTo[j] ?? null,
      }),
    ),
    fits: targets.map(
      ({ id, range, measure }, t): LocalFit => ({
        measure: measure ?? "",
        local: known[id],
        range,
        atDefaults: found.atDefaults[t],
        atSuggestion: found.atSuggestion[t],
      }),
    ),
    accepted: found.accepted,
    candidates: CANDIDATES,
    ridges: (region?.ridges ?? []).map(([a, b]) => ({
      a: fitted[a],
      b: fitted[b],
      correlation: region!.correlations[a][b],
    })),
    suggestion: changesOf(fitted, suggestion),
  };
}
