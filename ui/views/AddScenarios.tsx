/** Ways to add a scenario: ready-made ones by question, one's own that are kept in this browser, files, or a blank. */
import type { Scenario } from "../../sim/scenario";
import { byTheme, changesInWords, MOST_SCENARIOS } from "../scenarios";
import { useStore } from "../state";
import { text } from "../text/text";
import { KeptScenarios } from "./KeptScenarios";
import { OpenFiles } from "./OpenFiles";

export function AddScenarios() {
  const { policies, isFull, addBlank } = useStore();
  const { addOrRemove, full, chooseUpTo, addBlank: addCopy } = text.scenarios;
  return (
    <>
      <details class="library">
        <summary>{addOrRemove}</summary>
        <p class="hint" id="library-hint">
          {(isFull.value ? full : chooseUpTo)(String(MOST_SCENARIOS))}
        </p>
        <div class="library-list">
          <KeptScenarios />
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
      <div class="small-buttons">
        <button type="button" class="link-button" disabled={isFull.value} onClick={addBlank}>
          {addCopy}
        </button>
      </div>
      <OpenFiles />
    </>
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
