/**
 * The parameters of the model, as one table. Types, validation, controls, tooltips, documentation and
 * sensitivity ranges all come from it. The rows are in sim/parameters/, a file for each concern.
 */
import { PARAMETERS, type ParameterRow, type Params, type Value } from "./parameters/table";

export type { Grade, Interval, Kind, Role } from "./parameters/define";
export { PARAMETERS, type ParameterRow, type Params, type Value } from "./parameters/table";

/** Parameter ids and the values they change to. */
export type Changes = Readonly<Record<string, Value>>;

/** Rows by id. */
export const PARAMETER_INDEX: ReadonlyMap<string, ParameterRow> = new Map(
  PARAMETERS.map((row) => [row.id, row]),
);

/** The row of a parameter; throws when there is no such id. */
export function parameterById(id: string): ParameterRow {
  const row = PARAMETER_INDEX.get(id);
  if (row === undefined) throw new Error(`There is no parameter "${id}".`);
  return row;
}

type Slots = Record<string, Record<string, Value | number[]>>;
const TYPE = { number: "number", integer: "number", switch: "boolean", choice: "string" } as const;

/** Puts one value where its row says, "none" as Infinity. Throws when its type is not the parameter's. */
function put(slots: Slots, row: ParameterRow, value: Value): void {
  const held = row.orNone && value === "none" ? Number.POSITIVE_INFINITY : value;
  if (typeof held !== TYPE[row.kind]) {
    throw new Error(`${row.id} is ${JSON.stringify(value)}; it must be a ${TYPE[row.kind]}.`);
  }
  if (row.element === null) slots[row.group][row.name] = held;
  else (slots[row.group][row.name] as number[])[row.element] = held as number;
}

/** A row's value in `params`, "none" for Infinity. */
export function valueIn(params: Params, row: ParameterRow): Value {
  const held = (params as unknown as Slots)[row.group][row.name];
  const value = row.element === null ? (held as Value) : (held as number[])[row.element];
  return value === Number.POSITIVE_INFINITY ? "none" : value;
}

/** Builds `Params` by asking for every row's value in the order of the table. */
function build(read: (row: ParameterRow) => Value): Params {
  const slots: Slots = JSON.parse(SHAPE);
  for (const row of PARAMETERS) put(slots, row, read(row));
  return slots as unknown as Params;
}

/**
 * A `Params` without values, as text: V8 reads a property of an object that was parsed several times as fast as of one
 * that was put together key by key, and all of one shape (docs/performance.md).
 */
const SHAPE = JSON.stringify(
  PARAMETERS.reduce<Slots>((slots, { group, name, element }) => {
    slots[group] ??= {};
    slots[group][name] = element === null ? 0 : [];
    return slots;
  }, {}),
);

/** Every parameter at its default: the baseline. */
export const DEFAULTS: Params = build((row) => row.default);

/**
 * A fresh `Params`: `base` with the changes applied. Throws on an unknown id and on a value of the wrong type;
 * whether values are sensible is checked in scenario.ts.
 */
export function withChanges(base: Params, changes: Changes): Params {
  for (const id of Object.keys(changes)) parameterById(id);
  return build((row) => (Object.hasOwn(changes, row.id) ? changes[row.id] : valueIn(base, row)));
}

/** Every parameter's value by id, in the order of the table, "none" for Infinity: plain data for JSON. */
export function flatten(params: Params): Record<string, Value> {
  return Object.fromEntries(PARAMETERS.map((row) => [row.id, valueIn(params, row)]));
}
