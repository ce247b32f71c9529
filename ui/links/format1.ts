/**
 * The first format of links, `#v1=…`: what it holds, and how a comparison is written in it (read1.ts reads it). Links of
 * this format are out in the world: it may be read more leniently, never otherwise.
 */
import type { Changes, Scenario } from "../../sim/scenario";
import type { Inputs } from "../choices";
import { type Item, isUntouched, type ReadItem } from "../comparison/item";
import type { Setups } from "../experimentState";
import type { SettingValues } from "../settings";
import type { Means } from "./means";

/** A scenario in a link. */
interface Scenario1 {
  /** Id; with nothing but changes and timeline beside it, of a ready-made scenario as it is. */
  readonly i: string;
  /** Id of the ready-made scenario that it started from. */
  readonly b?: string;
  /** Name and question, where they are not made from the changes. */
  readonly n?: string;
  readonly q?: string;
  readonly c: Changes;
  readonly r?: Readonly<Record<string, string>>;
  /** Week, changes, label. */
  readonly t?: readonly (readonly [number, Changes, string?])[];
}

/** A link's data; what is left out is `UNSAID`. */
interface Data1 {
  readonly s: readonly Scenario1[];
  /** Position of the selected scenario. */
  readonly f?: number;
  /** Futures, years and seed. */
  readonly n?: number;
  readonly y?: number;
  readonly k?: string;
  /** Version of the model, and the beginnings of the fingerprints, the base's first: of a finished result only. */
  readonly m?: string;
  readonly p?: readonly string[];
  /** Headline averages of each scenario, the base's first (means.ts). */
  readonly h?: readonly Means[];
  /** Experiments that are set up, by id, with the fields of their forms that differ from how the forms open. */
  readonly e?: Setups;
}

/** A result, as far as a link can carry it. */
export interface ShortResult {
  readonly model: string;
  /** Beginnings of the fingerprints (`shortFingerprint`), the base's first. */
  readonly fingerprints: readonly string[];
  /** Headline averages, the base's first; null in links that were made before these were carried. */
  readonly means: readonly Means[] | null;
}

export interface LinkContent extends Inputs {
  readonly result: ShortResult | null;
  readonly experiments: Setups;
}

export interface Library {
  readonly base: Scenario;
  readonly policies: readonly Scenario[];
}

/**
 * What a link does not say. Part of the format: when the page comes to open with other settings, links of this format
 * still mean these.
 */
export const UNSAID: SettingValues = { futures: 0, seed: "holdfast", years: null };

/** Ten digits: that two different results agree in them by chance is one in a million million. */
const DIGITS = 10;
export const shortFingerprint = (fingerprint: string): string =>
  fingerprint.replace("sha256:", "").slice(0, DIGITS);

/** A comparison as the data of a link. `read` is `comparison.items`, read; all of them must be readable. */
export function write1(
  { comparison, futures, seed, years, result, experiments }: LinkContent,
  read: readonly ReadItem[],
  library: Library,
): Data1 {
  const { items, focus } = comparison;
  const f = items.findIndex(({ id }) => id === focus);
  return {
    s: items.map((item, i) => writeItem(item, read[i].scenario as Scenario, library)),
    ...(f > 0 && { f }),
    ...(futures !== UNSAID.futures && { n: futures }),
    ...(years !== null && { y: years }),
    ...(seed !== UNSAID.seed && { k: seed }),
    ...(result && { m: result.model, p: result.fingerprints, ...(result.means && { h: result.means }) }),
    ...(Object.keys(experiments).length > 0 && { e: experiments }),
  };
}

function writeItem(item: Item, scenario: Scenario, { base, policies }: Library): Scenario1 {
  const { source, name, reasons } = item;
  const { id: i, changes: c, timeline } = scenario;
  const t = timeline.map(({ atWeek, changes, label }) =>
    label === undefined ? ([atWeek, changes] as const) : ([atWeek, changes, label] as const),
  );
  const content = { i, c, ...(t.length > 0 && { t }) };
  if (isUntouched(item) && policies.includes(source) && i === source.id) return content;
  const isOurs = source === base || policies.includes(source);
  if (!isOurs) return { ...content, n: scenario.name, q: scenario.question, r: scenario.reasons };
  const r = Object.fromEntries(Object.entries(reasons).filter(([, text]) => text.trim() !== ""));
  return {
    ...content,
    b: source.id,
    ...(name !== null && { n: name }),
    ...(Object.keys(r).length > 0 && { r }),
  };
}
