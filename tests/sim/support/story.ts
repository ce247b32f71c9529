/** One replication with its diary, for tests of single mechanisms: what happened, to whom, when. */
import { Entry, EventLog, type LogRow } from "../../../sim/record/eventLog";
import type { Contact } from "../../../sim/record/totals";
import { type Replication, replicate } from "../../../sim/replicate";
import { type Changes, resolveStages, type TimelineEntry } from "../../../sim/scenario";
import type { Sim } from "../../../sim/sim";

export interface Story extends Replication {
  readonly rows: readonly LogRow[];
  /** The state at the end; what a test changes in it, nothing depends on any more. */
  readonly sim: Sim;
}

interface Telling {
  readonly timeline?: readonly TimelineEntry[];
  readonly replication?: number;
  readonly afterEvent?: (sim: Sim) => void;
}

/** Runs `changes` for one year without warm-up, unless they say otherwise. */
export function tell(
  changes: Changes = {},
  { timeline = [], replication = 0, afterEvent }: Telling = {},
): Story {
  const stages = resolveStages({ "run.warmUpYears": 0, "run.years": 1, ...changes }, timeline);
  const log = new EventLog();
  const seen: { sim?: Sim } = {};
  const replicated = replicate(stages, "stories", replication, {
    log,
    weekly: true,
    afterEvent: (sim) => {
      seen.sim = sim;
      afterEvent?.(sim);
    },
  });
  return { ...replicated, rows: log.rows, sim: seen.sim! };
}

export const ofKind = (rows: readonly LogRow[], entry: Entry): LogRow[] =>
  rows.filter((row) => row.entry === entry);

/** Contacts begun, of one type or of all. */
export const begun = (rows: readonly LogRow[], type?: Contact): LogRow[] =>
  ofKind(rows, Entry.ContactBegan).filter(({ detail }) => type === undefined || detail === type);

/** The diary of each patient up to the close, in the order in which they first appear. */
export function byPatient(rows: readonly LogRow[]): Map<number, LogRow[]> {
  const patients = new Map<number, LogRow[]>();
  for (const row of rows) {
    if (row.patient < 0 || row.entry === Entry.LeftPool) continue;
    const of = patients.get(row.patient);
    if (of) of.push(row);
    else patients.set(row.patient, [row]);
  }
  return patients;
}

/** The diary of each patient who was closed. */
export const closedPatients = (rows: readonly LogRow[]): LogRow[][] =>
  [...byPatient(rows).values()].filter((of) => of.at(-1)!.entry === Entry.Closed);

/** `name` for every class of complexity. */
export const forEvery = (name: string, value: number): Changes => ({
  [`${name}.low`]: value,
  [`${name}.moderate`]: value,
  [`${name}.high`]: value,
});

/** Nobody declines, nobody's case is simple, a service fits everybody, and everybody is ready for it. */
export const STRAIGHT: Changes = {
  "pathway.decline": 0,
  ...forEvery("pathway.simple", 0),
  ...forEvery("pathway.holdOnly", 0),
  ...forEvery("pathway.needsPreparation", 0),
};
