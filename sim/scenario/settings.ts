/** One parameter set in words, as on the command line: `team.linkWorkers=8`. */
import { PARAMETER_INDEX, type ParameterRow, type Value } from "../parameters";
import { unknownParameter, wrongValue } from "./sentences";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SWITCH = new Map([
  ["true", true],
  ["on", true],
  ["false", false],
  ["off", false],
]);

export type Setting = { readonly id: string; readonly value: Value } | { readonly problem: string };

/**
 * Reads `id=value` by what kind of parameter it is: a number, "none", true or false (on or off), or a word.
 * Whether a number is within its limits is for `checkChanges` to say.
 */
export function parseSetting(text: string): Setting {
  const equals = text.indexOf("=");
  if (equals < 0) {
    return {
      problem: `${JSON.stringify(text)} is not a setting; write it as id=value, such as team.linkWorkers=8.`,
    };
  }
  const id = text.slice(0, equals).trim();
  const word = text.slice(equals + 1).trim();
  const row = PARAMETER_INDEX.get(id);
  if (row === undefined) return { problem: unknownParameter(id) };
  const value = valueOfWord(row, word);
  return value === undefined ? { problem: wrongValue(row, word) } : { id, value };
}

function valueOfWord(row: ParameterRow, word: string): Value | undefined {
  if (row.kind === "choice") return row.choices?.includes(word) ? word : undefined;
  if (row.kind === "switch") return SWITCH.get(word);
  if (word === "none" && row.orNone) return "none";
  return NUMBER.test(word) ? Number(word) : undefined;
}
