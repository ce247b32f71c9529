/** The model alone, on one thread: the baseline as it is asked for, and teams up to a national service. */
import { runBatch } from "../../sim/batch";
import { DEFAULTS } from "../../sim/parameters";
import type { Changes } from "../../sim/scenario";
import { type Alone, processorTime, takeAlone } from "./alone";
import type { Case, Figures, Row, Taken } from "./measure";

export const SEED = "holdfast";
export const BASELINE = "baseline, 7 link workers, 2 + 5 years";
export const COST = "milliseconds per replication";
export const GROWTH = "exponent of growth in cost";
export const DEARER = "ratio of nanoseconds per event";

/** Teams of 1, 10, 100 and 500 times the baseline's, with replications and rounds that make a few seconds each. */
const TEAMS = [
  { times: 1, replications: 60, rounds: 5 },
  { times: 10, replications: 6, rounds: 5 },
  { times: 100, replications: 1, rounds: 3 },
  { times: 500, replications: 1, rounds: 3 },
];
/** Years of warm-up and of record in the comparison of teams, so that the largest is done in seconds. */
const SHORT_YEARS = 0.5;

const linkWorkersOf = (times: number) => times * DEFAULTS.team.linkWorkers;
const teamName = (times: number) =>
  `${linkWorkersOf(times).toLocaleString("en-GB")} link workers, ${SHORT_YEARS} + ${SHORT_YEARS} years`;
/** How one speaks of the growth to a team so many times the baseline's. */
export const growthName = (times: number) =>
  `${linkWorkersOf(1)} to ${linkWorkersOf(times).toLocaleString("en-GB")} link workers`;

interface ModelCase {
  readonly name: string;
  readonly changes: Changes;
  readonly replications: number;
  readonly rounds: number;
}

const MODEL_CASES: readonly ModelCase[] = [
  { name: BASELINE, changes: {}, replications: 10, rounds: 7 },
  ...TEAMS.map(({ times, ...rest }) => ({ ...rest, name: teamName(times), changes: changesOf(times) })),
];

export const modelCases = (program: string): Case[] =>
  MODEL_CASES.map(({ name, rounds }) => ({ name, rounds, measure: () => takeAlone(program, name) }));

export const modelAlone: Alone = Object.fromEntries(
  MODEL_CASES.map((one) => [one.name, () => measureModel(one)]),
);

/** How cost grows with the team: the exponent of the power law through the smallest and each larger team. */
export function growthRows(taken: Taken): Row[] {
  return TEAMS.slice(1).flatMap(({ times }) => {
    const [small, large] = [taken.get(teamName(1)) ?? [], taken.get(teamName(times)) ?? []];
    if (small.length === 0 || large.length === 0) return [];
    const cheapest = (all: readonly Figures[], figure: string) =>
      Math.min(...all.map((figures) => figures[figure]));
    const growth = (figure: string) => cheapest(large, figure) / cheapest(small, figure);
    return [
      same(growthName(times), GROWTH, Math.log(growth(COST)) / Math.log(times)),
      same(growthName(times), DEARER, growth("nanoseconds per event")),
    ];
  });
}

function same(name: string, figure: string, value: number): Row {
  return { case: name, figure, minimum: value, median: value, maximum: value };
}

/** A team `times` the baseline's in a place as much larger, so that each link worker's work is the same. */
function changesOf(times: number): Changes {
  const { team, gp, services } = DEFAULTS;
  return {
    "run.warmUpYears": SHORT_YEARS,
    "run.years": SHORT_YEARS,
    "run.leversFrom": "start",
    "team.linkWorkers": times * team.linkWorkers,
    "team.referenceLinkWorkers": times * team.referenceLinkWorkers,
    "gp.base": times * gp.base,
    ...Object.fromEntries(services.places.map((places, s) => [`services.places.${s + 1}`, times * places])),
  };
}

/** Events after which V8 has long compiled what it will: before that an event costs twice as much. */
const WARM_UP_EVENTS = 5e6;

/** Time, once the code is warm, and the memory of a process that does nothing else. */
function measureModel({ changes, replications }: ModelCase): Figures {
  // A large team is preceded by a small one, which runs the same code: otherwise it would hold memory twice.
  const warmUp = replications > 2 ? changes : changesOf(1);
  let firstReplication = 0;
  const run = (some: Changes, count: number) => {
    const job = {
      changes: some,
      timeline: [],
      seed: SEED,
      firstReplication,
      replications: count,
      weekly: true,
    };
    firstReplication += count;
    return runBatch(job).events;
  };
  for (let events = 0; events < WARM_UP_EVENTS; ) events += run(warmUp, 1);
  let events = 0;
  const milliseconds = processorTime(() => {
    events = run(changes, replications);
  });
  return {
    [COST]: milliseconds / replications,
    "events per replication": events / replications,
    "events per second": (1000 * events) / milliseconds,
    "nanoseconds per event": (1e6 * milliseconds) / events,
    "most memory of the process, MB": process.resourceUsage().maxRSS / 1000,
  };
}
