/** What an evidence card says: value, range, grade, source with its links, and rank; and the search among them. */
import { type Grade, PARAMETERS, type ParameterRow } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import type { Ranks } from "../evidence";
import { choiceName, describeValue } from "../levers";
import { formatCount, formatSignificant } from "./format";
import { countByGrade, isHoldingQuantity } from "./limits";
import { text } from "./text";

/** A mark of each grade's own shape, so that grades differ without colour: the emptier, the less is known. */
export const GRADE_MARKS: Readonly<Record<Grade, string>> = {
  measured: "●",
  derived: "◕",
  proxy: "◑",
  assumption: "○",
  choice: "◇",
};

/** The plausible range, as an evidence card says it. */
export function rangeWords({ range, unit, choices, kind }: ParameterRow): string {
  if (choices) return choices.map((choice) => text.format.within(choiceName(choice))).join("; ");
  if (kind === "switch") return text.knowledge.onOrOff;
  if (!range) return text.knowledge.notVaried;
  return text.knowledge.range(formatSignificant(range[0], 4), formatSignificant(range[1], 4), unit);
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
    .filter((part) => part !== "")
    .map((part) => ({ text: part, href: /^https?:\/\//.test(part) ? part : null }));
}

/** Where a parameter stands in the latest sensitivity run; says so where there was none. */
export function rankWords(id: string, ranks: Ranks | null): string {
  const { notRanked, notInRun, rank, run } = text.knowledge;
  if (ranks === null) return notRanked;
  const place = ranks.ids.indexOf(id);
  const latest = run(text.format.within(ranks.measure), ranks.about);
  if (place < 0) return notInRun(latest);
  return rank(formatCount(place + 1), formatCount(ranks.ids.length), latest);
}

/** Whether every word sought is in the row's id, label, effect, source or grade. */
export function matches({ id, label, effect, source, grade }: ParameterRow, sought: string): boolean {
  const all = `${id} ${label} ${effect} ${source} ${text.grades[grade].name}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
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
        value: text.knowledge.fromWeek(describeValue(row, entry.changes[row.id]), formatCount(entry.atWeek)),
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
  const { noHolding, allBegins, noRates, ranks } = text.knowledge;
  const share = assumption === holding.length ? allBegins : formatCount(assumption);
  return [noHolding(share, formatCount(holding.length)), noRates, ranks];
}
