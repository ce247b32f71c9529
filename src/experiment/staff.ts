/**
 * The smallest safe team: the fewest posts, or the cheapest combination with supervision and places in community
 * services, that meets all targets in a large enough share of futures, on common random numbers.
 */
import type { Scenario } from "../../sim/scenario";
import type { RunTable } from "../../sim/statistics";
import { shareInterval, type Tally, type Verdict, verdictOf } from "../../sim/statistics/selection";
import { withMoreReplications } from "./moreReplications";
import type { Means } from "./runScenarios";
import { type Outcome, outcomeOf, type SearchRule, search, searchRule } from "./staffSearch";
import { metTogether, type Target } from "./staffTargets";
import type { Team } from "./staffTeams";

/** Chance, at most, that anything that is said of any team is wrong. */
export const ERROR = 0.05;

export interface StaffRequest {
  readonly scenario: Scenario;
  /** Teams to choose among, each ladder from the cheapest up (staffTeams.ts). */
  readonly ladders: readonly (readonly Team[])[];
  /** All to be met at once in a future. */
  readonly targets: readonly Target[];
  /** Share of futures in which they must be, strictly between 0 and 1. */
  readonly share: number;
  /** The most futures for each team. */
  readonly most: number;
  readonly seed: string;
}

export interface TeamFinding {
  readonly team: Team;
  readonly tally: Tally;
  /** Of the share of futures in which all targets are met: right for all teams at once with 95%. */
  readonly interval: readonly [low: number, high: number];
  readonly verdict: Verdict;
  /** The futures that were run; null for a team that was not needed. */
  readonly table: RunTable | null;
}

export interface LadderFinding {
  readonly teams: readonly TeamFinding[];
  readonly outcome: Outcome;
}

/** Teams on all ladders. */
export const teamCount = ({ ladders }: Pick<StaffRequest, "ladders">): number =>
  ladders.reduce((sum, ladder) => sum + ladder.length, 0);

/**
 * Searches every ladder. Rejects with the signal's reason when aborted, and with the first failure of a job. What is
 * found hangs on the request alone, not on the number of workers. Progress counts futures, of the most there can be.
 */
export async function findStaff(
  request: StaffRequest,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void = () => {},
): Promise<readonly LadderFinding[]> {
  const { share, most } = request;
  const rule = searchRule(teamCount(request), share, most, ERROR);
  const total = most * teamCount(request);
  let before = 0;
  const findings: LadderFinding[] = [];
  for (const ladder of request.ladders) {
    const runs = new LadderRuns(request, ladder, means, signal);
    const count = (done: number) => onProgress({ done: before + done, total });
    const tallies = await search(ladder.length, rule, (teams, futures) => runs.extend(teams, futures, count));
    before += runs.done;
    findings.push(findingOf(ladder, tallies, rule, runs));
  }
  return findings;
}

function findingOf(
  ladder: readonly Team[],
  tallies: readonly Tally[],
  rule: SearchRule,
  { tables }: Pick<LadderRuns, "tables">,
): LadderFinding {
  const teams = ladder.map((team, t): TeamFinding => {
    const interval = shareInterval(tallies[t], rule.error);
    return {
      team,
      tally: tallies[t],
      interval,
      verdict: verdictOf(tallies[t], rule),
      table: tables.get(t) ?? null,
    };
  });
  return { teams, outcome: outcomeOf(teams.map(({ verdict }) => verdict)) };
}

/** The futures of the teams of one ladder: the same luck for all, and none run twice. */
class LadderRuns {
  readonly tables = new Map<number, RunTable>();
  /** Futures run, over all teams. */
  done = 0;

  constructor(
    private readonly request: StaffRequest,
    private readonly ladder: readonly Team[],
    private readonly means: Means,
    private readonly signal: AbortSignal,
  ) {}

  /** Takes teams that have equally many futures to `futures`; in how many of them each met all targets. */
  async extend(teams: readonly number[], futures: number, count: (done: number) => void): Promise<number[]> {
    const { scenario, seed, targets } = this.request;
    const { id, timeline } = scenario;
    const scenarios = teams.map((t) => ({
      id: `${id}-team-${t + 1}`,
      changes: { ...scenario.changes, ...this.ladder[t].changes },
      timeline,
    }));
    const known = teams.flatMap((t) => this.tables.get(t) ?? []);
    const experiment = { scenarios, seed, replications: futures, weekly: false };
    const others = this.done - known.reduce((sum, { replications }) => sum + replications, 0);
    const means = { ...this.means, signal: this.signal };
    const tables = await withMoreReplications(known, experiment, means, ({ done }) => count(others + done));
    for (const [i, t] of teams.entries()) this.tables.set(t, tables[i]);
    this.done = others + teams.length * futures;
    return tables.map((table) => metTogether(table, targets));
  }
}
