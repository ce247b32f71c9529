/** The reader's own scenarios that are kept in this browser: to add, or to forget. */
import { useStore } from "../state";
import { text } from "../text/text";

export function KeptScenarios() {
  const { kept, isFull, add } = useStore();
  const { scenarios, problems } = kept;
  if (scenarios.value.length === 0 && problems.value.length === 0) return null;
  return (
    <fieldset class="kept">
      <legend>{text.kept.title}</legend>
      {scenarios.value.map((scenario) => (
        <div key={scenario.id} class="option scenario-line">
          <bdi class="scenario-name">{scenario.name}</bdi>
          <button type="button" class="link-button" disabled={isFull.value} onClick={() => add(scenario)}>
            {text.kept.add}
            <span class="hidden"> {scenario.name}</span>
          </button>
          <button type="button" class="link-button" onClick={() => kept.forget(scenario.id)}>
            {text.kept.forget}
            <span class="hidden"> {scenario.name}</span>
          </button>
        </div>
      ))}
      {problems.value.map((problem) => (
        <p key={problem} class="hint">
          {problem}
        </p>
      ))}
    </fieldset>
  );
}
