/** Forms as data: fields with what they hold at first, what differs from that as a link has it, and read again. */
import { useMemo } from "preact/hooks";
import { MEASURE_INDEX, type Measure } from "../../../sim/record/measures";
import type { ExperimentId, Said } from "../../experimentState";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { text } from "../../text/text";

/** A field: `write` is plain data, and `read` gives the value back, or undefined for what is no value of it. */
export interface Field<T> {
  readonly usual: T;
  readonly write: (value: T) => unknown;
  readonly read: (said: unknown) => T | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a form has fields of every type
export type Fields = Readonly<Record<string, Field<any>>>;
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** Letters of what can be typed into a field of a link, and of a name there. */
export const LONGEST_TYPED = 40;
const LONGEST_NAME = 200;
/** Of what a link says, in a sentence. */
const LONGEST_SHOWN = 60;

/** A field whose values are the plain data themselves. */
function plain<T>(usual: T, is: (said: unknown) => boolean): Field<T> {
  return { usual, write: (value) => value, read: (said) => (is(said) ? (said as T) : undefined) };
}

const isText = (said: unknown, longest: number): said is string =>
  typeof said === "string" && said.length <= longest;

/** What was typed, whatever it is: what is wrong with it is said at the field. */
export const typed = (usual: string): Field<string> => plain(usual, (said) => isText(said, LONGEST_TYPED));
/** The same where nothing typed means a value that depends on another field. */
export const typedOrNot = (): Field<string | null> =>
  plain<string | null>(null, (said) => isText(said, LONGEST_TYPED));
/** A name, such as the id of a scenario; null stands for the one that suggests itself. */
export const named = (): Field<string | null> =>
  plain<string | null>(null, (said) => isText(said, LONGEST_NAME));
export const flag = (): Field<boolean> => plain(false, (said) => typeof said === "boolean");

export function oneOf<T extends string | number>(choices: readonly T[], usual: T): Field<T> {
  return plain(usual, (said) => choices.some((choice) => choice === said));
}

/** A measure by its id. */
export const measureField = (
  usual: string,
  only: (measure: Measure) => boolean = () => true,
): Field<string> =>
  plain(usual, (said) => typeof said === "string" && MEASURE_INDEX.has(said) && only(measureById(said)));

/** What of a form is not as usual, as a link has it. */
export function writeForm<F extends Fields>(fields: F, values: ValuesOf<F>): Said {
  const entries = Object.entries(fields).map(([key, { usual, write }]) => {
    const [said, asUsual] = [write(values[key]), write(usual)];
    return JSON.stringify(said) === JSON.stringify(asUsual) ? [] : [[key, said] as const];
  });
  return Object.fromEntries(entries.flat());
}

export interface ReadForm<F extends Fields> {
  readonly values: ValuesOf<F>;
  /** A sentence about everything that could not be taken from what a link says. */
  readonly problems: readonly string[];
}

/** A form as a link says it; what it does not say, or says wrongly, is as usual. */
export function readForm<F extends Fields>(fields: F, said: Said): ReadForm<F> {
  const problems = Object.keys(said)
    .filter((key) => !Object.hasOwn(fields, key))
    .map((key) => text.experiments.notKnown(key.slice(0, LONGEST_SHOWN)));
  const values = Object.entries(fields).map(([key, { usual, read }]) => {
    const value = Object.hasOwn(said, key) ? read(said[key]) : usual;
    if (value === undefined) {
      problems.push(text.experiments.notUsed(key, JSON.stringify(said[key]).slice(0, LONGEST_SHOWN)));
    }
    return [key, value === undefined ? usual : value];
  });
  return { values: Object.fromEntries(values) as ValuesOf<F>, problems };
}

export interface Form<F extends Fields> extends ReadForm<F> {
  readonly set: (part: Partial<ValuesOf<F>>) => void;
}

const NOTHING: Said = {};

/** The form of an experiment, which the page keeps and a link carries. */
export function useForm<F extends Fields>(id: ExperimentId, fields: F): Form<F> {
  const { said } = useStore().experiments;
  const own = said.value[id] ?? NOTHING;
  const form = useMemo(() => readForm(fields, own), [fields, own]);
  return {
    ...form,
    set: (part) => {
      said.value = { ...said.value, [id]: writeForm(fields, { ...form.values, ...part }) };
    },
  };
}
