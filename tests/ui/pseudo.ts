/** A language for tests: English in full-width letters, so that whatever did not come from the texts shows. */
import { PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Scenario } from "../../sim/scenario";
import { SHOCKS } from "../../src/experiment/drillShocks";
import { MECHANISMS } from "../../src/experiment/whyMechanisms";
import { english, type Texts } from "../../ui/text/english";

/** `text` in full-width letters, which no English is written in. */
export const wide = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

/** Every text in full-width letters: strings, what is in lists, and whatever functions give. */
function widened(value: unknown): unknown {
  if (typeof value === "string") return wide(value);
  if (typeof value === "function") return (...gaps: unknown[]) => widened(value(...gaps));
  if (Array.isArray(value)) return value.map(widened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, widened(part)]));
}

/** The texts in full-width letters. */
export const pseudo = <T extends object>(texts: T): T => widened(texts) as T;

/** The page's texts in full-width letters, those of the project's tables and of `library` too. */
export function pseudoTexts(library: readonly Scenario[]): Texts {
  const { locale, units, ...texts } = english;
  const byId = <Row extends { readonly id: string }, Key extends keyof Row>(
    rows: readonly Row[],
    ...keys: Key[]
  ) =>
    Object.fromEntries(rows.map((row) => [row.id, Object.fromEntries(keys.map((key) => [key, row[key]]))]));
  const tables = {
    parameters: byId(PARAMETERS, "label", "unit", "effect"),
    measures: byId(MEASURES, "label", "definition"),
    scenarios: byId(library, "name", "question"),
    weekly: byId(WEEKLY, "label"),
    mechanisms: byId(MECHANISMS, "label"),
    shocks: SHOCKS,
  };
  const all = Object.fromEntries([...MEASURES, ...WEEKLY].map(({ unit }) => [unit, { words: unit }]));
  return { ...pseudo({ ...texts, tables, units: { ...all, ...units } }), locale } as Texts;
}
