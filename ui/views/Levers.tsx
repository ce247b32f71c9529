/** The main levers of the reader's own scenario, with Undo and Reset. */
import type { ParameterRow } from "../../sim/parameters";
import { choiceName, leverRows } from "../levers";
import { MOST_SCENARIOS, OWN_NAME } from "../scenarios";
import { useStore } from "../state";
import { NumberLever } from "./NumberLever";

export function Levers() {
  const { own, source, isFull, canUndo, undo, reset, ownRead } = useStore();
  const isBlocked = own.value === null && isFull.value;
  return (
    <section class="card levers" aria-labelledby="levers-title">
      <h2 id="levers-title">{OWN_NAME}</h2>
      <p class="hint">{introduction(own.value !== null, source.value.name, isBlocked)}</p>
      <div class="lever-buttons">
        <button type="button" class="button secondary" disabled={!canUndo.value} onClick={undo}>
          Undo
        </button>
        <button type="button" class="button secondary" disabled={own.value === null} onClick={reset}>
          Reset levers
        </button>
      </div>
      <fieldset class="lever-list" disabled={isBlocked}>
        <legend class="hidden">Levers of your scenario</legend>
        {leverRows().map((row) => (
          <Lever key={row.id} row={row} />
        ))}
      </fieldset>
      {ownRead.value?.together.map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
    </section>
  );
}

function introduction(isOwn: boolean, source: string, isBlocked: boolean): string {
  if (isBlocked) return `Remove one of the ${MOST_SCENARIOS} scenarios to make your own.`;
  if (isOwn) return `A copy of “${source}”, with your changes. They hold from week 0.`;
  return `Change a lever, and a copy of “${source}” becomes your own scenario. Changes hold from week 0.`;
}

function Lever({ row }: { readonly row: ParameterRow }) {
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
