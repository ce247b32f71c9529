/** Which scenarios are compared: those chosen, as a list with their lines' colours, and the library to choose from. */
import type { Scenario } from "../../sim/scenario";
import { SERIES_STYLES } from "../charts/palette";
import { byTheme, changesInWords, MOST_SCENARIOS, OWN_NAME } from "../scenarios";
import { useStore } from "../state";

export function ScenarioChooser() {
  const { base, chosen, policies, toggle } = useStore();
  const nameOf = (id: string) => policies.find((policy) => policy.id === id)?.name ?? OWN_NAME;
  return (
    <section class="card chooser" aria-labelledby="chooser-title">
      <h2 id="chooser-title">Compared</h2>
      <ul class="chosen">
        <li>
          <Swatch position={0} /> <span>{base.name}</span>
        </li>
        {chosen.value.map((id, i) => (
          <li key={id}>
            <Swatch position={i + 1} /> <span>{nameOf(id)}</span>
            <button type="button" class="link-button remove" onClick={() => toggle(id)}>
              Remove<span class="hidden"> {nameOf(id)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Library />
    </section>
  );
}

/** A piece of the scenario's line. */
function Swatch({ position }: { readonly position: number }) {
  const { colour, dash, width } = SERIES_STYLES[position];
  return (
    <svg class="swatch" viewBox="0 0 32 12" aria-hidden="true">
      <line x1="0" x2="32" y1="6" y2="6" stroke={colour} stroke-width={width} stroke-dasharray={dash} />
    </svg>
  );
}

function Library() {
  const { policies, isFull } = useStore();
  return (
    <details class="library">
      <summary>Add or remove scenarios</summary>
      <p class="hint" id="library-hint">
        {isFull.value
          ? `There are ${MOST_SCENARIOS} scenarios beside the baseline, as many as a chart can show. Remove one to add another.`
          : `Choose up to ${MOST_SCENARIOS} beside the baseline.`}
      </p>
      <div class="library-list">
        {byTheme(policies).map(({ name, scenarios }) => (
          <fieldset key={name}>
            <legend>{name}</legend>
            {scenarios.map((scenario) => (
              <Option key={scenario.id} scenario={scenario} />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}

function Option({ scenario }: { readonly scenario: Scenario }) {
  const { chosen, isFull, toggle } = useStore();
  const { id, name, question } = scenario;
  const isChosen = chosen.value.includes(id);
  return (
    <div class="option">
      <label class="choice">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={!isChosen && isFull.value}
          aria-describedby={`question-${id}`}
          onChange={() => toggle(id)}
        />
        <span>{name}</span>
      </label>
      <p class="hint" id={`question-${id}`} title={changesInWords(scenario).join("\n")}>
        {question}
      </p>
    </div>
  );
}
