/** Scenarios, levers and details of the run: beside the answer, or folded away on narrow screens and on a projector. */
import type { Appearance } from "../appearance";
import { text } from "../text/text";
import { Levers } from "./Levers";
import { RunSettings } from "./RunSettings";
import { ScenarioChooser } from "./ScenarioChooser";

/** The button is shown where the style sheet can fold the rest away (ui/styles/appearance.css). */
export function Controls({ hasControls }: Pick<Appearance, "hasControls">) {
  const isOpen = hasControls.value;
  return (
    <div class={isOpen ? "controls open" : "controls"}>
      <button
        type="button"
        class="button secondary fold"
        aria-expanded={isOpen ? "true" : "false"}
        onClick={() => {
          hasControls.value = !isOpen;
        }}
      >
        {isOpen ? text.appearance.hideControls : text.appearance.showControls}
      </button>
      <ScenarioChooser />
      <Levers />
      <RunSettings />
    </div>
  );
}
