/** The model alone, on this thread: the baseline as it is asked for, and teams up to a national service. */
import { runBatch } from "../../sim/batch";
import { DEFAULTS } from "../../sim/parameters";
import type { Changes } from "../../sim/scenario";
import type { Case, Row, Taken } from "./measure";

export const SEED = "holdfast";
const COST = "milliseconds per replication";

/** Teams of 1, 10, 100 and 500 times the baseline's, with replications and rounds that make a few seconds each. */
const TEAMS = [
  { times: 1, replications: 20, rounds: 5 },
  { times: 10, replications: 2, rounds: 5 },
  { times: 100, replications: 1, rounds: 3 },
  { times: 500, replications: 1, rounds: 2 },
];
/** Years of warm-up and of record in the comparison of teams, so that the largest is done in seconds. */
const SHORT_YEARS = 0.5;

const linkWorkersOf = (times: number) => times * DEFAULTS.team.linkWorkers;
const teamName = (times: number) =>
  `${linkWorkersOf(times).toLocaleString("en-GB")} link workers, ${SHORT_YEARS} + ${SHORT_YEARS} years`;

export function modelCases(): Case[] {
  const teams = TEAMS.map(({ times, replications, rounds }) => ({
    ...modelCase(teamName(times), { ...teamOf(times), ...shortRun() }, replications),
    rounds,
  }));
  return [modelCase("baseline, 7 link workers, 2 + 5 years", {}, 4), ...teams];
}

/** How cost grows with the team: the exponent of the power law through the smallest and each larger team. */
export function growthRows(taken: Taken): Row[] {
  return TEAMS.slice(1).flatMap(({ times }) => {
    const [small, large] = [taken.get(teamName(1)) ?? [], taken.get(teamName(times)) ?? []];
    if (small.length === 0 || large.length === 0) return [];
    const cheapest = (all: typeof small, figure: string) =>
      Math.min(...all.map((figures) => figures[figure]));
    const growth = (figure: string) => cheapest(large, figure) / cheapest(small, figure);
    const sizes = `${linkWorkersOf(1)} to ${linkWorkersOf(times).toLocaleString("en-GB")} link workers`;
    return [
      same(sizes, "exponent of growth in cost", Math.log(growth(COST)) / Math.log(times)),
      same(sizes, "ratio of nanoseconds per event", growth("nanoseconds per event")),
    ];
  });
}

function same(name: string, figure: string, value: number): Row {
  return { case: name, figure, minimum: value, median: value, maximum: value };
}

/** A team `times` the baseline's in a place as much larger, so that each link worker's work is the same. */
function teamOf(times: number): Changes {
  const { team, gp, services } = DEFAULTS;
  return {
    "run.leversFrom": "start",
    "team.linkWorkers": times * team.linkWorkers,
    "team.referenceLinkWorkers": times * team.referenceLinkWorkers,
    "gp.base": times * gp.base,
    ...Object.fromEntries(services.places.map((places, s) => [`services.places.${s + 1}`, times * places])),
  };
}

const shortRun = (): Changes => ({ "run.warmUpYears": SHORT_YEARS, "run.years": SHORT_YEARS });

function modelCase(name: string, changes: Changes, replications: number): Case {
  let firstReplication = 0;
  const run = (count: number) => {
    const job = { changes, timeline: [], seed: SEED, firstReplication, replications: count, weekly: true };
    firstReplication += count;
    return runBatch(job);
  };
  return {
    name,
    rounds: 5,
    // The largest are warmed up by the others, which run the same code.
    prepare: () => (replications > 1 ? run(2) : null),
    measure: () => {
      const started = performance.now();
      const { events } = run(replications);
      const milliseconds = performance.now() - started;
      return {
        [COST]: milliseconds / replications,
        "events per replication": events / replications,
        "events per second": (1000 * events) / milliseconds,
        "nanoseconds per event": (1e6 * milliseconds) / events,
        "memory of the process, MB": process.memoryUsage().rss / 1e6,
      };
    },
  };
}
