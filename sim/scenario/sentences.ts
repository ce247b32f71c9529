/** Problems in whole sentences: field, value, unit and limit. */
import { PARAMETER_INDEX, PARAMETERS, type ParameterRow } from "../parameters";
import { nearest } from "./nearest";
import { spelledOut } from "./plainText";

const LONGEST_SHOWN = 60;
/** Units that read on after a number; others follow in brackets. */
const COUNTED =
  /^(WTE|hours|working days|years|places|cases|contacts|people|steps|days|times|referrals|per)\b/;

const plain = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toLocaleString("en-GB", { maximumSignificantDigits: digits }) : `${value}`;
const list = (words: readonly string[]): string => `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
const quoted = (text: string): string => spelledOut(JSON.stringify(text));

/** A value as it was given, short enough for a sentence. */
export function shown(value: unknown): string {
  if (typeof value === "number") return plain(value, 15);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? quoted(value) : String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** What a parameter must be: "a whole number from 1 to 10,000", say. */
export function requirement(row: ParameterRow): string {
  if (row.kind === "switch") return "true or false";
  if (row.kind === "choice") return `one of ${list((row.choices ?? []).map(quoted))}`;
  const [low, high] = row.limits.map((limit) => plain(limit, 6));
  const kind = row.kind === "integer" ? "a whole number" : "a number";
  return `${kind} from ${low} to ${high}${row.orNone ? ', or "none"' : ""}`;
}

/** Why this value is not one of the parameter's. */
export function wrongValue(row: ParameterRow, value: unknown): string {
  const given = typeof value === "number" ? withUnit(value, row.unit) : shown(value);
  return `${row.id} is ${given}; it must be ${requirement(row)}${advice(row, value)}.`;
}

function withUnit(value: number, unit: string): string {
  return COUNTED.test(unit) ? `${shown(value)} ${unit}` : `${shown(value)} (${unit})`;
}

/** A hint for the mistakes that are easily made. */
function advice(row: ParameterRow, value: unknown): string {
  if (typeof value !== "string") return "";
  if (row.kind === "choice") return meant(value, row.choices ?? [], "; ");
  const unquoted = row.kind === "switch" ? /^(true|false)$/ : /^-?[\d.]+(e[+-]?\d+)?$/i;
  return unquoted.test(value) ? ", without quotation marks" : "";
}

function meant(name: string, names: Iterable<string>, before: string): string {
  const guess = nearest(name, names);
  return guess === undefined ? "" : `${before}did you mean ${quoted(guess)}?`;
}

/** Why an id is not a parameter's, with the nearest that is. */
export function unknownParameter(id: string): string {
  const elements = PARAMETERS.filter((row) => row.element !== null && `${row.group}.${row.name}` === id);
  if (elements.length > 0) {
    return `${shown(id)} is a list; set its parts: ${elements.map((row) => row.id).join(", ")}.`;
  }
  const guess = meant(id, PARAMETER_INDEX.keys(), " ");
  return `${shown(id)} is not a parameter;${guess === "" ? ` the command "parameters" lists them.` : guess}`;
}

/** Why a parameter cannot change during the run. */
export function notInTimeline(id: string): string {
  return `${id} holds for the whole run; a timeline may change levers, referral.multiplier and services.places only.`;
}

/** Why a key is not one of the file's, with the nearest that is. */
export function unknownKey(key: string, known: readonly string[], where: string): string {
  const guess = meant(key, known, " ");
  return `${where}${shown(key)} is not a key of a scenario file;${guess === "" ? ` the keys are ${known.join(", ")}.` : guess}`;
}
