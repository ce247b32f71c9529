/** Which single future is drawn as a line in the charts over time, and told in full further down. */

import { measureById, type Results } from "../../results";
import { useStore } from "../../state";
import { formatCount, formatValue, inSentence, styleOf } from "../../text/format";
import { text } from "../../text/text";
import { SteadyButton } from "../SteadyButton";
import { picksOf } from "./typical";

export function FutureChoice({ results, focus }: { readonly results: Results; readonly focus: number }) {
  const { future } = useStore();
  const chosen = future.value;
  const last = results.futures;
  const words = text.stories;
  const choose = (number: number) => {
    if (Number.isInteger(number)) future.value = Math.min(last, Math.max(1, number)) - 1;
  };
  /** Takes what was typed, nothing being no future; the box then shows what is drawn. */
  const take = (box: HTMLInputElement) => {
    if (box.value === "" && !box.validity.badInput) future.value = null;
    else choose(box.valueAsNumber);
    box.value = future.value === null ? "" : String(future.value + 1);
  };
  const picks = results.once(`picks ${focus}`, () => picksOf(results.column(focus, "leavers")));
  return (
    <fieldset class="future-choice">
      <legend>{words.drawFuture}</legend>
      <div class="future-line">
        <label for="future-number">{words.futureNumber}</label>
        <input
          id="future-number"
          type="number"
          inputMode="numeric"
          min={1}
          max={last}
          step={1}
          value={chosen === null ? "" : chosen + 1}
          placeholder={words.none}
          onChange={(event) => take(event.currentTarget)}
        />
        <span class="hint">{words.ofFutures(formatCount(last))}</span>
        {picks.map((pick) => (
          <button
            key={pick.name}
            type="button"
            class="button secondary"
            onClick={() => choose(pick.future + 1)}
          >
            {pick.name}
          </button>
        ))}
        <SteadyButton
          class="button secondary"
          isPossible={chosen !== null}
          onClick={() => {
            future.value = null;
          }}
        >
          {words.averagesOnly}
        </SteadyButton>
      </div>
      <p class="hint" aria-live="polite">
        {chosen !== null && chosen < last ? said(results, focus, chosen) : words.rough}
      </p>
    </fieldset>
  );
}

function said(results: Results, focus: number, future: number): string {
  const style = { ...styleOf(measureById("leavers").unit), decimals: 0 };
  const leavers = (s: number) => formatValue(results.column(s, "leavers")[future], style);
  const words = text.stories;
  const { scenarios } = results;
  const base = words.leaversAtBase(leavers(0), inSentence(scenarios[0].name));
  const all = focus > 0 ? words.leaversWith(base, leavers(focus), scenarios[focus].name) : base;
  return words.thinLines(String(future + 1), all);
}
