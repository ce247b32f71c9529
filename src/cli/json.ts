/** JSON in and out: reading with the place of a mistake, writing so that a person can read it too. */
import type { Read } from "./problems";

/** Parses `text`, the contents of `file`; a mistake is told with its line and column. */
export function parseJson(text: string, file: string): Read<unknown> {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") return { problems: [`${file} is empty; it must hold a scenario as JSON.`] };
  try {
    return { value: JSON.parse(plain) as unknown };
  } catch (error) {
    const before = plain.slice(0, placeOfMistake(plain)).split("\n");
    const place = `line ${before.length}, column ${before[before.length - 1].length + 1}`;
    return { problems: [`${file} is not JSON: at ${place}, ${reasonOf(error as SyntaxError)}.`] };
  }
}

/**
 * Index of the character at which `text` stops being JSON. Engines word their messages differently and give the place
 * in some only; but a beginning of the text is hopeful exactly until it includes the mistake, so halving finds it.
 */
function placeOfMistake(text: string): number {
  let hopeful = 0;
  let hopeless = text.length + 1;
  while (hopeless - hopeful > 1) {
    const middle = (hopeful + hopeless) >> 1;
    if (couldContinue(text.slice(0, middle))) hopeful = middle;
    else hopeless = middle;
  }
  return hopeful;
}

/** Whether `text` is JSON, or the beginning of some JSON. */
function couldContinue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message);
    return position ? Number(position[1]) >= text.length : message.includes("end of JSON input");
  }
}

function reasonOf({ message }: SyntaxError): string {
  const [reason] = message.split(/ in JSON at position|, "|, \.\.\."| after JSON at/);
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** `value` as JSON over several lines, but a list of numbers or words on one; NaN and infinities become null. */
export function toJson(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object" || item === null)) {
      return `[${value.map((item) => toJson(item)).join(", ")}]`;
    }
    return `[\n${value.map((item) => inner + toJson(item, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return "{}";
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${toJson(item, inner)}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}
