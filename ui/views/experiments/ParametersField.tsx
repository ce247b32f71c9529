/** Which parameters are moved: all assumptions, also proxies, or those that the reader picks. */
import { useId } from "preact/hooks";
import type { Scenario } from "../../../sim/scenario";
import type { Experiments, Selection } from "../../experiments";
import { formatCount } from "../../text/format";

interface ParametersFieldProps {
  readonly experiments: Experiments;
  readonly scenarios: readonly Scenario[];
  readonly value: Selection;
  readonly onChange: (selection: Selection) => void;
}

export function ParametersField({ experiments, scenarios, value, onChange }: ParametersFieldProps) {
  const name = useId();
  const count = (selection: Selection): string =>
    formatCount(experiments.selected(selection, scenarios).length);
  const isOwn = typeof value !== "string";
  const kinds = [
    { id: "assumptions", label: `Every assumption (${count("assumptions")})`, selection: "assumptions" },
    { id: "uncertain", label: `Every assumption and proxy (${count("uncertain")})`, selection: "uncertain" },
    { id: "own", label: "Only those that I choose", selection: isOwn ? value : [] },
  ] as const;
  const chosen = isOwn ? "own" : value;
  return (
    <fieldset class="field">
      <legend>Parameters</legend>
      <p class="hint">What a scenario sets is a decision, not a doubt, and is never moved.</p>
      {kinds.map(({ id, label, selection }) => (
        <label key={id} class="choice">
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChange(selection)} />
          <span>{label}</span>
        </label>
      ))}
      {isOwn && <OwnList {...{ experiments, scenarios, value, onChange }} />}
    </fieldset>
  );
}

function OwnList({
  experiments,
  scenarios,
  value,
  onChange,
}: ParametersFieldProps & { readonly value: readonly string[] }) {
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <fieldset class="parameter-list" tabIndex={0} aria-label="Parameters to choose from">
      {experiments.selected("uncertain", scenarios).map(({ id, label }) => (
        <label key={id} class="choice">
          <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
