/** The smallest safe team, for the page. */
import type { OnDemand, StaffAnswer, StaffAsk, TargetAsk } from "../../ui/experiments";
import { ERROR, findStaff, type LadderFinding, type StaffRequest, teamCount } from "../experiment/staff";
import {
  costDifference,
  nearestTeam,
  simulatedCost,
  standingOf,
  targetFigures,
} from "../experiment/staffFigures";
import { fewestFutures } from "../experiment/staffSearch";
import { contradictions, readTarget, type Target } from "../experiment/staffTargets";
import { CHOICES, laddersOf } from "../experiment/staffTeams";
import { changedLater, unfit } from "../experiment/sweep";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused } from "./onDemand";

/** The fewest posts that meet all targets in enough futures. */
export const staff = (bench: Bench): OnDemand<StaffAsk, StaffAnswer> =>
  onDemand(bench, {
    plan,
    run: async (ask, means, signal, show) => {
      const request = requestOf(ask);
      const [ladder] = await findStaff(request, means, signal, show);
      return answerOf(ladder, request.targets);
    },
  });

const requestOf = ({ scenario, posts, targets, ofTen, replications, seed }: StaffAsk): StaffRequest => ({
  scenario,
  ladders: laddersOf(scenario, { posts, supervision: null, services: null }, null),
  targets: targets.flatMap((target) => {
    const read = readTarget(textOf(target));
    return "target" in read ? [read.target] : [];
  }),
  share: ofTen / 10,
  most: replications,
  seed,
});

const textOf = ({ measure, relation, value }: TargetAsk): string => `${measure}${relation}${value}`;

function plan(ask: StaffAsk): Plan {
  const early = [
    ...ask.targets
      .map((target) => readTarget(textOf(target)))
      .flatMap((read) => ("problem" in read ? [read.problem] : [])),
    ...(ask.targets.length === 0 ? ["Give at least one target."] : []),
    ...(ask.posts.length === 0 ? ["Give at least one number of posts to try."] : []),
    ...changedLater(ask.scenario, [CHOICES.posts]),
  ];
  if (early.length > 0) return refused(early);
  const request = requestOf(ask);
  const teams = request.ladders.flat().map(({ changes }) => changes);
  const problems = [...contradictions(request.targets), ...unfit(ask.scenario, teams), ...tooFew(request)];
  if (problems.length > 0) return refused(problems);
  const one = teams.map((changes) => workOf({ changes: { ...ask.scenario.changes, ...changes } }));
  const work = one.reduce((a, b) => a + b, 0) * request.most;
  return { problems, runs: request.most * teams.length, work, atMost: true };
}

function tooFew(request: StaffRequest): string[] {
  const fewest = fewestFutures(teamCount(request), request.share, ERROR);
  if (request.most >= fewest) return [];
  return [
    `At most ${request.most} futures for each team are too few: among ${teamCount(request)} teams, at least ${fewest} are needed before any can be shown to meet the targets.`,
  ];
}

function answerOf(ladder: LadderFinding, targets: readonly Target[]): StaffAnswer {
  const { teams, outcome } = ladder;
  const { answer, runnerUp } = outcome;
  return {
    ...outcome,
    teams: teams.map((finding, t) => ({
      posts: finding.team.posts,
      budget: finding.team.budget,
      tally: finding.tally,
      interval: finding.interval,
      standing: standingOf(ladder, t),
      cost: simulatedCost(finding),
      targets: finding.table ? targetFigures(finding.table, targets).map(({ share }) => share) : [],
    })),
    nearest: teams.indexOf(nearestTeam(ladder)),
    more: answer === null || runnerUp === null ? null : costDifference(teams[answer], teams[runnerUp]),
  };
}
