/** Targets: measures that must stay on one side of a value. */
import { useId } from "preact/hooks";
import { MEASURE_INDEX } from "../../../sim/record/measures";
import { readTarget, type TargetDraft, unitOf } from "../../figures/experiments/targets";
import { measureById } from "../../results";
import { text } from "../../text/text";
import { MeasureOptions } from "./fields";
import { type Field, LONGEST_TYPED } from "./form";

interface TargetsFieldProps {
  readonly targets: readonly TargetDraft[];
  readonly onChange: (targets: readonly TargetDraft[]) => void;
  /** Fewest that there must be. */
  readonly least: number;
}

const MOST = 4;
const NEW: TargetDraft = { measure: "waitP90Days", relation: "<=", text: "30" };

/** The targets of a form; in a link each as measure, relation and what was typed. */
export function targetsField(usual: readonly TargetDraft[], least: number): Field<readonly TargetDraft[]> {
  return {
    usual,
    write: (targets) => targets.map(({ measure, relation, text: value }) => [measure, relation, value]),
    read: (said) => {
      if (!Array.isArray(said) || said.length < least || said.length > MOST) return undefined;
      const targets = said.map(readDraft);
      return targets.every((target) => target !== null) ? targets : undefined;
    },
  };
}

function readDraft(said: unknown): TargetDraft | null {
  if (!Array.isArray(said)) return null;
  const [measure, relation, value] = said;
  const isTyped = typeof value === "string" && value.length <= LONGEST_TYPED;
  if (!MEASURE_INDEX.has(measure) || !(relation === "<=" || relation === ">=") || !isTyped) return null;
  return { measure, relation, text: value };
}

export function TargetsField({ targets, onChange, least }: TargetsFieldProps) {
  const put = (i: number, part: Partial<TargetDraft>) =>
    onChange(targets.map((target, t) => (t === i ? { ...target, ...part } : target)));
  return (
    <fieldset class="field targets">
      <legend>{text.experiments.targets.title}</legend>
      {targets.map((target, i) => (
        <TargetRow
          key={i}
          position={i}
          target={target}
          onChange={(part) => put(i, part)}
          onRemove={targets.length > least ? () => onChange(targets.filter((_, t) => t !== i)) : null}
        />
      ))}
      {targets.length < MOST && (
        <button type="button" class="link-button" onClick={() => onChange([...targets, NEW])}>
          {text.experiments.targets.add}
        </button>
      )}
    </fieldset>
  );
}

interface TargetRowProps {
  readonly position: number;
  readonly target: TargetDraft;
  readonly onChange: (part: Partial<TargetDraft>) => void;
  readonly onRemove: (() => void) | null;
}

function TargetRow({ position, target, onChange, onRemove }: TargetRowProps) {
  const id = useId();
  const { problem } = readTarget(target, position);
  const words = text.experiments.targets;
  const name = words.name(String(position + 1));
  const label = measureById(target.measure).label;
  return (
    <div class={problem === null ? "target" : "target wrong"}>
      <select
        aria-label={words.measure(name)}
        value={target.measure}
        onChange={({ currentTarget }) => onChange({ measure: currentTarget.value })}
      >
        <MeasureOptions only={() => true} />
      </select>
      <div class="target-value">
        <select
          aria-label={words.relation(name)}
          value={target.relation}
          onChange={({ currentTarget }) => onChange({ relation: currentTarget.value === ">=" ? ">=" : "<=" })}
        >
          <option value="<=">{words.atMost}</option>
          <option value=">=">{words.atLeast}</option>
        </select>
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-label={words.value(name, unitOf(target.measure).words)}
          value={target.text}
          aria-invalid={problem === null ? undefined : "true"}
          aria-describedby={problem === null ? undefined : id}
          onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
        <span class="unit">{unitOf(target.measure).words}</span>
        {onRemove && (
          <button type="button" class="link-button" onClick={onRemove}>
            {words.remove}
            <span class="hidden">{words.removed(name, label)}</span>
          </button>
        )}
      </div>
      {problem !== null && (
        <p class="problem" id={id}>
          {problem}
        </p>
      )}
    </div>
  );
}
