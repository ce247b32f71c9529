/** The main levers of the selected scenario, its changes during the run, and a way back to what it started from. */
import type { ParameterRow } from "../../sim/parameters";
import { choiceName, leverRows } from "../levers";
import { type Store, useStore } from "../state";
import { text } from "../text/text";
import { LeverEvidence } from "./evidence/LeverEvidence";
import { ReasonBox } from "./evidence/ReasonBox";
import { NumberLever } from "./NumberLever";
import { SteadyButton } from "./SteadyButton";
import { Timeline } from "./Timeline";

export function Levers() {
  const store = useStore();
  const { selected, selectedRead, reset } = store;
  const item = selected.value;
  const isChanged = item !== null && (item.rows !== null || Object.keys(item.edits).length > 0);
  return (
    <section class="card levers" aria-labelledby="levers-title">
      <h2 id="levers-title">{text.levers.title}</h2>
      <p class="hint">{introduction(store)}</p>
      <div class="lever-buttons">
        <SteadyButton class="button secondary" isPossible={isChanged} onClick={reset}>
          {text.levers.reset}
        </SteadyButton>
      </div>
      <fieldset class="lever-list">
        <legend class="hidden">
          {selectedRead.value ? text.levers.levers(selectedRead.value.name) : text.levers.leversOfNew}
        </legend>
        {leverRows().map((row) => (
          <div key={row.id}>
            <LeverControl row={row} />
            <ReasonBox row={row} where="lever" />
            <LeverEvidence row={row} />
          </div>
        ))}
      </fieldset>
      {selectedRead.value?.together.map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      <Timeline />
    </section>
  );
}

function introduction({ base, selected, selectedRead }: Store): string {
  const { ofBaseline, ofScenario, startedAs } = text.levers;
  const name = selectedRead.value?.name;
  const from = selected.value?.source.name;
  if (name === undefined || from === undefined) return ofBaseline(base.name);
  return from === name ? ofScenario(name) : `${ofScenario(name)} ${startedAs(from)}`;
}

/** The control of any parameter of the selected scenario. */
export function LeverControl({ row }: { readonly row: ParameterRow }) {
  if (row.kind === "switch") return <SwitchLever row={row} />;
  return row.kind === "choice" ? <ChoiceLever row={row} /> : <NumberLever row={row} />;
}

function SwitchLever({ row }: { readonly row: ParameterRow }) {
  const { draft, setLever } = useStore();
  return (
    <div class="lever">
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.value[row.id] === true}
          aria-describedby={`effect-${row.id}`}
          onChange={(event) => setLever(row.id, event.currentTarget.checked)}
        />
        <span class="lever-label">{row.label}</span>
      </label>
      <p class="hint" id={`effect-${row.id}`}>
        {row.effect}
      </p>
    </div>
  );
}

function ChoiceLever({ row }: { readonly row: ParameterRow }) {
  const { draft, setLever } = useStore();
  return (
    <div class="lever">
      <label class="lever-label" for={row.id}>
        {row.label}
      </label>
      <p class="hint" id={`effect-${row.id}`}>
        {row.effect}
      </p>
      <select
        id={row.id}
        aria-describedby={`effect-${row.id}`}
        value={String(draft.value[row.id])}
        onChange={(event) => setLever(row.id, event.currentTarget.value)}
      >
        {row.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {choiceName(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}
