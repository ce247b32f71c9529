/** Values of a parameter in words, as `sweep` and `staff` take them: 4:10:1, 4,6,8 or on,off. */
import type { ParameterRow, Value } from "../../sim/parameters";
import { checkChanges, parseSetting } from "../../sim/scenario";
import { stepCount, steps } from "../experiment/sweepDesign";

/** More values of one parameter are surely a mistake. */
const MOST_LEVELS = 1000;
/** Of the values that are wrong, how many are told. */
const TOLD = 3;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const english = new Intl.NumberFormat("en-GB");

export const isNumeric = ({ kind }: ParameterRow): boolean => kind === "number" || kind === "integer";

/**
 * The values that `text` asks for: `low:high:step` (whole numbers may leave out a step of 1), or a list. None, and
 * sentences in `problems` that begin with the option, when they are not values of the parameter.
 */
export function readLevels(option: string, row: ParameterRow, text: string, problems: string[]): Value[] {
  const found: string[] = [];
  const levels = text.includes(":") ? series(row, text, found) : listed(row, text, found);
  if (found.length === 0) found.push(...wrongValues(row, levels));
  problems.push(...found.map((problem) => `${option}: ${problem}`));
  return found.length === 0 ? levels : [];
}

/** `low:high` or `low:high:step` as numbers; none, and a sentence in `problems`, when it is not so. */
export function readRange(row: ParameterRow, text: string, problems: string[]): number[] {
  const words = text.split(":").map((word) => word.trim());
  if (!isNumeric(row)) {
    problems.push(
      `${row.id} is no number; list its values, such as ${row.id}=${(row.choices ?? ["on", "off"]).join(",")}.`,
    );
    return [];
  }
  const wrong = words.filter((word) => !NUMBER.test(word));
  if (words.length < 2 || words.length > 3 || wrong.length > 0) {
    problems.push(`${row.id}=${text} is no range; write it as low:high:step, with numbers such as 4:10:1.`);
    return [];
  }
  const [low, high] = words.map(Number);
  if (high < low) {
    problems.push(`${row.id}=${text} is empty: it goes from ${low} up to ${high}, which is less.`);
    return [];
  }
  return words.map(Number);
}

function series(row: ParameterRow, text: string, problems: string[]): Value[] {
  const range = readRange(row, text, problems);
  if (range.length === 0) return [];
  const [low, high, step = row.kind === "integer" ? 1 : Number.NaN] = range;
  const count = stepCount(low, high, step);
  if (Number.isNaN(step)) problems.push(`${row.id}=${text} has no step; write it as ${text}:step.`);
  else if (count === 0) problems.push(`${row.id}=${text} has a step of ${step}; it must be above 0.`);
  else if (count > MOST_LEVELS)
    problems.push(
      `${row.id}=${text} has ${english.format(count)} values; at most ${english.format(MOST_LEVELS)} may be asked for.`,
    );
  else return steps(low, high, step);
  return [];
}

function listed(row: ParameterRow, text: string, problems: string[]): Value[] {
  const words = text.split(",").map((word) => word.trim());
  const levels = words.flatMap((word) => {
    const setting = parseSetting(`${row.id}=${word}`);
    if ("value" in setting) return [setting.value];
    problems.push(setting.problem);
    return [];
  });
  if (levels.length < words.length) return levels;
  const twice = new Set(words.filter((_, i) => levels.indexOf(levels[i]) !== i));
  problems.push(...[...twice].map((word) => `${row.id}=${text} lists ${word} twice; list it once.`));
  return levels;
}

/** Sentences on values that are not the parameter's: on a few of them, since one mistake may make all of them wrong. */
function wrongValues(row: ParameterRow, levels: readonly Value[]): string[] {
  const wrong = levels.flatMap((level) => checkChanges({ [row.id]: level }));
  if (wrong.length <= TOLD) return wrong;
  return [...wrong.slice(0, TOLD), `${wrong.length - TOLD} more values of ${row.id} are wrong in this way.`];
}
