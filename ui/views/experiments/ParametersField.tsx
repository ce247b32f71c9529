/** Which parameters are moved: all assumptions, also proxies, or those that the reader picks. */
import { useId } from "preact/hooks";
import { PARAMETER_INDEX } from "../../../sim/parameters";
import type { Scenario } from "../../../sim/scenario";
import type { Experiments, Selection } from "../../experiments";
import { formatCount } from "../../text/format";
import { parameterById, parameterSaid } from "../../text/tables";
import { text } from "../../text/text";
import type { Field } from "./form";

interface ParametersFieldProps {
  readonly experiments: Experiments;
  readonly scenarios: readonly Scenario[];
  readonly value: Selection;
  readonly onChange: (selection: Selection) => void;
}

/** Which parameters are moved; in a link as it is. */
export const selectionField = (usual: Selection): Field<Selection> => ({
  usual,
  write: (selection) => selection,
  read: (said) => {
    if (said === "assumptions" || said === "uncertain") return said;
    const isList = Array.isArray(said) && said.every((id) => PARAMETER_INDEX.has(id));
    return isList ? [...new Set<string>(said)] : undefined;
  },
});

/** What is moved, for a report: in words, or the parameters by name. */
export function selectionInWords(selection: Selection, count: number): string {
  const words = text.experiments.parameters;
  if (typeof selection === "string") return words[selection](formatCount(count));
  return words.chosen(selection.map((id) => parameterById(id).label));
}

export function ParametersField({ experiments, scenarios, value, onChange }: ParametersFieldProps) {
  const name = useId();
  const count = (selection: Selection): string =>
    formatCount(experiments.selected(selection, scenarios).length);
  const isOwn = typeof value !== "string";
  const words = text.experiments.parameters;
  const kinds = [
    { id: "assumptions", label: words.assumptions(count("assumptions")), selection: "assumptions" },
    { id: "uncertain", label: words.uncertain(count("uncertain")), selection: "uncertain" },
    { id: "own", label: words.own, selection: isOwn ? value : [] },
  ] as const;
  const chosen = isOwn ? "own" : value;
  return (
    <fieldset class="field">
      <legend>{words.title}</legend>
      <p class="hint">{words.hint}</p>
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
    <fieldset class="parameter-list" tabIndex={0} aria-label={text.experiments.parameters.list}>
      {experiments
        .selected("uncertain", scenarios)
        .map(parameterSaid)
        .map(({ id, label }) => (
          <label key={id} class="choice">
            <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} />
            <span>{label}</span>
          </label>
        ))}
    </fieldset>
  );
}
