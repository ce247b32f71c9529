/** One lever of a sweep, and the values that it takes. */
import type { ParameterRow, Value } from "../../../sim/parameters";
import { problemsOf, readNumber } from "../../figures/experiments/numbers";
import { allowed } from "../../levers";
import { parameterById, parameters } from "../../text/tables";
import { text } from "../../text/text";
import { ChoiceField, NumberField } from "./fields";
import { type Field, LONGEST_TYPED } from "./form";

/** A lever as the form holds it; numbers as typed. */
export interface AxisDraft {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
}

/** Levers that can be swept, in the order of the table. */
const levers = (): readonly ParameterRow[] => parameters().filter(({ role }) => role === "lever");
const MOST_LEVELS = 15;
const STEPS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 25, 50, 100];

const isNumber = ({ kind }: ParameterRow): boolean => kind === "number" || kind === "integer";

/** A lever over its plausible range, in at most seven steps that people count in. */
export function axisOf(id: string): AxisDraft {
  const { range, limits, kind } = parameterById(id);
  const [low, high] = range ?? limits;
  const step = STEPS.find((one) => (high - low) / one <= 6 && (kind !== "integer" || one >= 1)) ?? 1;
  // Exact to the sixth decimal: 0.1 × 3 is not 0.3 in binary.
  const to = Number((low + Math.floor((high - low) / step + 1e-9) * step).toFixed(6));
  return { id, from: String(low), to: String(to), step: String(step) };
}

/** A lever and its values in a form; in a link only its id, where the values are those that suggest themselves. */
export const axisField = (usual: string): Field<AxisDraft> => ({
  usual: axisOf(usual),
  write: ({ id, from, to, step }) => {
    const own = axisOf(id);
    const isUsual = own.from === from && own.to === to && own.step === step;
    return isUsual ? [id] : [id, from, to, step];
  },
  read: readDraft,
});

/** The same where there may be none. */
export function axisOrNone(usual: string): Field<AxisDraft | null> {
  const { usual: axis, write } = axisField(usual);
  return {
    usual: axis,
    write: (value) => value && write(value),
    read: (said) => (said === null ? null : readDraft(said)),
  };
}

function readDraft(said: unknown): AxisDraft | undefined {
  if (!Array.isArray(said) || !levers().some(({ id }) => id === said[0])) return undefined;
  if (said.length === 1) return axisOf(said[0]);
  const [id, from, to, step] = said;
  const isTyped = (text: unknown) => typeof text === "string" && text.length <= LONGEST_TYPED;
  return said.length === 4 && [from, to, step].every(isTyped) ? { id, from, to, step } : undefined;
}

type Steps = (low: number, high: number, step: number) => readonly number[];

export interface ReadAxis {
  readonly levels: readonly Value[];
  readonly problems: Readonly<Record<"from" | "to" | "step", string | null>>;
  /** What is wrong with them together. */
  readonly together: readonly string[];
}

const RIGHT = { from: null, to: null, step: null };

/** The values that a lever takes, or what is wrong. */
export function readAxis({ id, from, to, step }: AxisDraft, steps: Steps): ReadAxis {
  const row = parameterById(id);
  if (!isNumber(row)) return { levels: row.choices ?? [false, true], problems: RIGHT, together: [] };
  const { unit, kind, label } = row;
  const words = text.experiments.lever;
  const [low, high] = row.limits;
  const rule = { unit, low, high, whole: kind === "integer" };
  const reads = [
    readNumber(from, { ...rule, label: words.fromOf(label) }),
    readNumber(to, { ...rule, label: words.toOf(label) }),
    readNumber(step, { ...rule, label: words.stepOf(label), low: kind === "integer" ? 1 : 0.000001 }),
  ];
  const problems = { from: reads[0].problem, to: reads[1].problem, step: reads[2].problem };
  if (problemsOf(reads).length > 0) return { levels: [], problems, together: [] };
  const [a, b, by] = reads.map(({ value }) => value as number);
  const count = (b - a) / by + 1;
  const together =
    b < a
      ? [words.goesDown({ lever: label, from: String(a), to: String(b), unit })]
      : count > MOST_LEVELS + 1
        ? [words.tooMany(label, String(Math.floor(count)), String(MOST_LEVELS))]
        : [];
  return { levels: together.length === 0 ? steps(a, b, by) : [], problems, together };
}

interface LeverAxisProps {
  readonly label: string;
  readonly axis: AxisDraft | null;
  readonly read: ReadAxis | null;
  /** Whether there may be none. */
  readonly mayBeNone: boolean;
  readonly except: string | null;
  readonly onChange: (axis: AxisDraft | null) => void;
}

export function LeverAxis({ label, axis, read, mayBeNone, except, onChange }: LeverAxisProps) {
  const row = axis && parameterById(axis.id);
  const words = text.experiments.lever;
  return (
    <div class="lever-axis">
      <ChoiceField
        label={label}
        value={axis?.id ?? ""}
        onChange={(id) => onChange(id === "" ? null : axisOf(id))}
      >
        {mayBeNone && <option value="">{words.none}</option>}
        {levers()
          .filter(({ id }) => id !== except)
          .map(({ id, label: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </ChoiceField>
      {axis && row && read && isNumber(row) && (
        <fieldset class="axis">
          <legend class="hint">{words.limits(row.label, allowed({ ...row, orNone: false }))}</legend>
          {(["from", "to", "step"] as const).map((end) => (
            <NumberField
              key={end}
              label={words[end]}
              unit=""
              value={axis[end]}
              problem={read.problems[end]}
              onInput={(typed) => onChange({ ...axis, [end]: typed })}
            />
          ))}
        </fieldset>
      )}
      {axis && row && !isNumber(row) && <p class="hint">{words.everyValue}</p>}
    </div>
  );
}
