/** What an evidence card says: value, range, grade, source with its links, and rank; and the search among them. */
import { type Grade, PARAMETERS, type ParameterRow } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import type { Ranks } from "../evidence";
import { choiceName, describeValue } from "../levers";
import { formatCount } from "./format";
import { countByGrade, GRADE_WORDS, isHoldingQuantity } from "./limits";

/** A mark of each grade's own shape, so that grades differ without colour: the emptier, the less is known. */
export const GRADE_MARKS: Readonly<Record<Grade, string>> = {
  measured: "●",
  derived: "◕",
  proxy: "◑",
  assumption: "○",
  choice: "◇",
};

/** What each grade means, in a sentence. */
export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  measured: "Taken from a published figure for link workers or for what they do.",
  derived: "Worked out from published figures.",
  proxy: "Taken from other staff, other patients or other services; link workers may differ.",
  assumption: "No published figure: the value is ours, and you may well know better.",
  choice: "Decided by whoever asks the question; there is nothing to measure.",
};

const write = (value: number): string => value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });

/** The plausible range, as an evidence card says it. */
export function rangeWords({ range, unit, choices, kind }: ParameterRow): string {
  if (choices) return choices.map((choice) => choiceName(choice).toLowerCase()).join("; ");
  if (kind === "switch") return "on or off";
  return range ? `${write(range[0])} to ${write(range[1])} ${unit}` : "not meant to be varied";
}

/** A piece of a source: plain text, or an address that can be opened. */
export interface SourcePart {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /(https?:\/\/[^\s;,]*[^\s;,.:)])/;

/** A source cut into text and addresses. Only http and https become links. */
export function sourceParts(source: string): SourcePart[] {
  return source
    .split(ADDRESS)
    .filter((text) => text !== "")
    .map((text) => ({ text, href: /^https?:\/\//.test(text) ? text : null }));
}

/** Where a parameter stands in the latest sensitivity run; says so where there was none. */
export function rankWords(id: string, ranks: Ranks | null): string {
  if (ranks === null) return "not yet run: see “Which assumptions matter most?”";
  const place = ranks.ids.indexOf(id);
  const run = `for ${ranks.measure.toLowerCase()}, around ${ranks.about}`;
  if (place < 0) return `not varied in the latest run (${run})`;
  return `${place + 1} of ${formatCount(ranks.ids.length)} (1 matters most) ${run}`;
}

/** Whether every word sought is in the row's id, label, effect, source or grade. */
export function matches({ id, label, effect, source, grade }: ParameterRow, sought: string): boolean {
  const text = `${id} ${label} ${effect} ${source} ${GRADE_WORDS[grade]}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Where one of the compared scenarios departs from the default: its name, its value, and its reason if one is given. */
export interface Departure {
  readonly name: string;
  readonly value: string;
  readonly reason: string | null;
}

/** Departures of the compared scenarios from a row's default, those of their timelines with their week. */
export function departures(row: ParameterRow, scenarios: readonly Scenario[]): Departure[] {
  return scenarios.flatMap(({ name, changes, timeline, reasons }) => {
    const reason = reasons[row.id]?.trim() || null;
    const start = Object.hasOwn(changes, row.id) && changes[row.id] !== row.default ? [changes[row.id]] : [];
    const later = timeline.filter((entry) => Object.hasOwn(entry.changes, row.id));
    return [
      ...start.map((value) => ({ name, value: describeValue(row, value), reason })),
      ...later.map((entry) => ({
        name,
        value: `${describeValue(row, entry.changes[row.id])} from week ${formatCount(entry.atWeek)}`,
        reason,
      })),
    ];
  });
}

/** What no run of this model can tell, a sentence each. Counted from the parameter table. */
export function cannotKnow(): string[] {
  const isEstimate = ({ kind, grade }: ParameterRow) =>
    (kind === "number" || kind === "integer") && grade !== "choice";
  const holding = PARAMETERS.filter((row) => isEstimate(row) && isHoldingQuantity(row));
  const { assumption } = countByGrade(holding);
  const share = assumption === holding.length ? "All" : formatCount(assumption);
  return [
    `There is no published quantity for holding: no study says how often it happens, how long it takes or what it does. ${share} of its ${formatCount(holding.length)} numbers here are assumptions, so this model cannot tell you how much holding there is; it tells what follows if it is as assumed.`,
    "No turnover rate and no burnout survey of link workers is published. Both are set from other staff.",
    "A rank in the list says how much an answer moves over a number's plausible range. It does not say how likely the number is to be right.",
  ];
}
