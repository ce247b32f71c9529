/** The groups of the parameter table put together, and the table as rows that people read. */
import { contact } from "./contact";
import type { Entry, Grade, Interval, Kind, NumberEntry, Role, ValueOf, VectorEntry } from "./define";
import { exhaustion } from "./exhaustion";
import { handover } from "./handover";
import { holding } from "./holding";
import { pathway } from "./pathway";
import { patients } from "./patients";
import { cost, gp } from "./practice";
import { policy, services, triage } from "./services";
import { shock } from "./shocks";
import { support } from "./support";
import { referral, run, team } from "./team";
import { recruitment, turnover } from "./turnover";
import { absence, work } from "./work";

const TABLE = {
  run,
  team,
  referral,
  patients,
  pathway,
  contact,
  holding,
  services,
  policy,
  triage,
  work,
  exhaustion,
  absence,
  turnover,
  recruitment,
  support,
  handover,
  gp,
  cost,
  shock,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Entry>>>>;

type Table = typeof TABLE;
/** Every parameter's value, by group and name; a vector is an array. "None" is Infinity here. */
export type Params = {
  readonly [G in keyof Table]: { readonly [N in keyof Table[G]]: ValueOf<Table[G][N]> };
};

/** A value as files and controls hold it; "none" stands for no limit. */
export type Value = number | boolean | string;

/** One scalar parameter: a row of the table. */
export interface ParameterRow {
  /** `group.name`, or `group.name.element` for an element of a vector. */
  readonly id: string;
  readonly group: keyof Params;
  readonly name: string;
  /** Position in the vector, or null for a parameter that stands alone. */
  readonly element: number | null;
  readonly label: string;
  readonly unit: string;
  readonly kind: Kind;
  readonly default: Value;
  /** Values outside are refused. Of a switch: 0 (off) and 1 (on); of a choice: the first and last position. */
  readonly limits: Interval;
  /** Plausible values, for sliders and sensitivity analysis; null where none is meant to be varied. */
  readonly range: Interval | null;
  /** "Triangular(low, peak, high)", "Uniform(low, high)", "Beta(a, b)" or "none". */
  readonly distribution: string;
  /** Whether "none" (no limit) is a value too. */
  readonly orNone: boolean;
  readonly choices: readonly string[] | null;
  readonly role: Role;
  /** Whether a scenario's timeline may change it during the run. */
  readonly timeline: boolean;
  readonly grade: Grade;
  readonly evidence: string;
  readonly source: string;
  readonly effect: string;
}

const isVector = (entry: Entry): entry is VectorEntry => entry.kind === "vector";
const distributionOf = ({ distribution, range, default: peak }: NumberEntry): string =>
  distribution ?? (range === null ? "none" : `Triangular(${range[0]}, ${peak}, ${range[1]})`);

/** The limits of an entry of any kind; see ParameterRow. */
function limitsOf(entry: Exclude<Entry, VectorEntry>): Interval {
  if (entry.kind === "switch") return [0, 1];
  return entry.kind === "choice" ? [0, entry.choices.length - 1] : entry.limits;
}

/** The row of one scalar entry; `position` is its place when it is part of a vector. */
function rowOf(
  id: string,
  [group, name, position]: readonly [keyof Params, string, number | null],
  entry: Exclude<Entry, VectorEntry>,
): ParameterRow {
  const numeric = entry.kind === "number" || entry.kind === "integer" ? entry : null;
  const role = entry.role ?? "context";
  return {
    id,
    group,
    name,
    element: position,
    label: entry.label,
    unit: entry.unit,
    kind: entry.kind,
    default: entry.default === Number.POSITIVE_INFINITY ? "none" : entry.default,
    limits: limitsOf(entry),
    range: numeric?.range ?? null,
    distribution: numeric === null ? "none" : distributionOf(numeric),
    orNone: numeric?.orNone ?? false,
    choices: entry.kind === "choice" ? entry.choices : null,
    role,
    timeline: entry.timeline ?? role === "lever",
    grade: entry.grade,
    evidence: entry.evidence,
    source: entry.source,
    effect: entry.effect,
  };
}

/** The rows of one entry: one, or one for every element of a vector. */
function rowsOf(group: keyof Params, name: string, entry: Entry): ParameterRow[] {
  if (!isVector(entry)) return [rowOf(`${group}.${name}`, [group, name, null], entry)];
  return Object.entries(entry.elements).map(([element, own], i) =>
    rowOf(`${group}.${name}.${element}`, [group, name, i], own),
  );
}

/** The table, one row for every scalar. */
export const PARAMETERS: readonly ParameterRow[] = (Object.keys(TABLE) as (keyof Params)[]).flatMap((group) =>
  Object.entries<Entry>(TABLE[group]).flatMap(([name, entry]) => rowsOf(group, name, entry)),
);
