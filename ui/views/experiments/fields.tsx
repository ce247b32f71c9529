/** Fields of the forms of experiments: each with a label, its unit, and its problem beside it. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Scenario } from "../../../sim/scenario";
import { styleFor } from "../../figures/experiments/common";
import { MEASURE_GROUPS, measuresOf } from "../../figures/measures";
import { useStore } from "../../state";

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
}

interface NumberFieldProps extends FieldProps {
  readonly unit: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onInput: (text: string) => void;
}

export function NumberField({ label, unit, hint, value, problem, onInput }: NumberFieldProps) {
  const id = useId();
  return (
    <div class={problem === null ? "field" : "field wrong"}>
      <label for={id}>
        {label} {unit && <span class="unit">({unit})</span>}
      </label>
      {hint && <p class="hint">{hint}</p>}
      {problem !== null && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={value}
        aria-invalid={problem === null ? undefined : "true"}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

export function ChoiceField({ label, hint, value, onChange, children }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint">{hint}</p>}
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

/** Every measure, in the groups of the table of measures; `only` leaves some out. */
export function MeasureField({
  only = () => true,
  ...field
}: Omit<ChoiceFieldProps, "children"> & { readonly only?: (measure: { good: unknown }) => boolean }) {
  return (
    <ChoiceField {...field}>
      <MeasureOptions only={only} />
    </ChoiceField>
  );
}

export function MeasureOptions({ only }: { readonly only: (measure: { good: unknown }) => boolean }) {
  return (
    <>
      {MEASURE_GROUPS.map(({ group, name }) => (
        <optgroup key={group} label={name}>
          {measuresOf(group)
            .filter(only)
            .map(({ id, label, unit }) => (
              <option key={id} value={id}>
                {label} ({styleFor(unit).words})
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** The scenarios that are compared above, as they are run; none while something typed there cannot be run. */
export function useScenarios(): readonly Scenario[] {
  return useStore().wanted.value?.scenarios ?? [];
}

/** The scenario of an id, else the one that the answer above is about, else the base. */
export function useScenario(id: string | null): Scenario | null {
  const scenarios = useScenarios();
  const { focus } = useStore();
  const found = [id, focus.value].map((one) => scenarios.find((scenario) => scenario.id === one));
  return found.find((one) => one !== undefined) ?? scenarios[0] ?? null;
}

export function ScenarioField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Scenario | null;
  readonly onChange: (id: string) => void;
}) {
  return (
    <ChoiceField label={label} value={value?.id ?? ""} onChange={onChange}>
      {useScenarios().map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChoiceField>
  );
}
