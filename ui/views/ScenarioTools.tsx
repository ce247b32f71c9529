/** What can be done with the selected scenario: name, copy, place, and keeping it. */
import type { Signal } from "@preact/signals";
import { isSame } from "../comparison/edits";
import { fileNameOf, fileTextOf } from "../comparison/files";
import { LONGEST_NAME } from "../comparison/item";
import { save } from "../download";
import { useStore } from "../state";
import { text } from "../text/text";
import { SteadyButton } from "./SteadyButton";

interface ToolsProps {
  readonly position: number;
  /** Whether they are folded out: of one scenario as of the next. */
  readonly isOpen: Signal<boolean>;
}

export function ScenarioTools({ position, isOpen }: ToolsProps) {
  const { items, read, isFull, duplicate, move } = useStore();
  const { id } = items.value[position];
  const { scenario } = read.value[position];
  const last = items.value.length - 1;
  return (
    <details
      class="scenario-tools"
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{text.scenarios.tools}</summary>
      <NameBox key={id} position={position} />
      <div class="small-buttons">
        <button
          type="button"
          class="link-button"
          disabled={isFull.value}
          onClick={() => {
            duplicate(id);
            focusName();
          }}
        >
          {text.scenarios.duplicate}
        </button>
        {last > 0 && (
          <>
            <SteadyButton class="link-button" isPossible={position > 0} onClick={() => move(id, -1)}>
              {text.scenarios.moveUp}
            </SteadyButton>
            <SteadyButton class="link-button" isPossible={position < last} onClick={() => move(id, 1)}>
              {text.scenarios.moveDown}
            </SteadyButton>
          </>
        )}
        <KeepButton position={position} />
        <button
          type="button"
          class="link-button"
          disabled={scenario === null}
          onClick={() => scenario && save(fileNameOf(scenario), fileTextOf(scenario), "application/json")}
        >
          {text.scenarios.saveAsFile}
        </button>
      </div>
    </details>
  );
}

/** The copy is the one that is selected now, with tools of its own: the keyboard goes on from its name. */
const focusName = (): void => {
  setTimeout(() => document.getElementById("scenario-name")?.focus());
};

/** The name is taken when the box is left or Enter is pressed, so that half a name never stands in a chart. */
function NameBox({ position }: { readonly position: number }) {
  const { items, read, rename } = useStore();
  const { id } = items.value[position];
  return (
    <div class="name-box">
      <label for="scenario-name">{text.scenarios.name}</label>
      <input
        id="scenario-name"
        type="text"
        autocomplete="off"
        maxLength={LONGEST_NAME}
        value={read.value[position].name}
        aria-describedby="scenario-name-hint"
        onChange={(event) => {
          const box = event.currentTarget;
          rename(id, box.value);
          // What is now called otherwise than typed, because the name was taken or empty, is shown as it is called.
          box.value = read.peek()[position].name;
        }}
      />
      <p class="hint" id="scenario-name-hint">
        {text.scenarios.nameHint}
      </p>
    </div>
  );
}

function KeepButton({ position }: { readonly position: number }) {
  const { read, kept } = useStore();
  const { scenario } = read.value[position];
  const isKept =
    scenario !== null && kept.scenarios.value.some((one) => isSame({ ...one, id: scenario.id }, scenario));
  return (
    <>
      <button
        type="button"
        class="link-button"
        disabled={scenario === null || !kept.isPossible}
        aria-disabled={isKept ? "true" : undefined}
        onClick={() => scenario && !isKept && kept.keep(scenario)}
      >
        {isKept ? text.kept.isKept : text.kept.keep}
      </button>
      <span class="hidden" role="status">
        {isKept ? text.kept.announced : ""}
      </span>
    </>
  );
}
