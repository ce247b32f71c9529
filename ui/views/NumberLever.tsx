/** A lever that is a number: a slider for its plausible range, and a box for any value within its limits. */
import type { ParameterRow } from "../../sim/parameters";
import { isNone as isNoneTyped, sliderOf } from "../levers";
import { useStore } from "../state";
import { withUnit } from "../text/format";
import { text } from "../text/text";

/** The value that takes the place of "none" when a limit is switched on: the middle of the plausible range. */
const middle = ({ min, max, step }: ReturnType<typeof sliderOf>): number =>
  min + Math.round((max - min) / 2 / step) * step;

export function NumberLever({ row }: { readonly row: ParameterRow }) {
  const { draft, selectedRead, setLever } = useStore();
  const content = String(draft.value[row.id]);
  const isNone = row.orNone && isNoneTyped(content);
  const problem = selectedRead.value?.problems.get(row.id);
  const described = `effect-${row.id}${problem ? ` problem-${row.id}` : ""}`;
  return (
    <div class={problem ? "lever wrong" : "lever"}>
      <label class="lever-label" for={row.id}>
        {row.label} <span class="unit">({row.unit})</span>
      </label>
      <p class="hint" id={`effect-${row.id}`}>
        {row.effect}
      </p>
      {problem && (
        <p class="problem" id={`problem-${row.id}`}>
          {problem}
        </p>
      )}
      {row.orNone && <NoneChoice row={row} isNone={isNone} />}
      <div class="lever-number">
        <Slider row={row} content={content} isNone={isNone} />
        <input
          id={row.id}
          class="number-box"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={content}
          aria-describedby={described}
          aria-invalid={problem ? "true" : undefined}
          onInput={(event) => setLever(row.id, event.currentTarget.value)}
        />
      </div>
    </div>
  );
}

interface PartProps {
  readonly row: ParameterRow;
  readonly isNone: boolean;
}

function Slider({ row, content, isNone }: PartProps & { readonly content: string }) {
  const { setLever } = useStore();
  const { min, max, step } = sliderOf(row);
  const number = Number(content);
  return (
    <input
      type="range"
      aria-label={text.levers.slider(row.label)}
      aria-valuetext={withUnit(content, row.unit)}
      min={min}
      max={max}
      step={step}
      disabled={isNone}
      value={Number.isFinite(number) ? number : max}
      onInput={(event) => setLever(row.id, String(Number(event.currentTarget.value)))}
    />
  );
}

function NoneChoice({ row, isNone }: PartProps) {
  const { setLever } = useStore();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={isNone}
        onChange={(event) =>
          setLever(row.id, event.currentTarget.checked ? text.levers.none : String(middle(sliderOf(row))))
        }
      />
      <span>{text.levers.no(row.label)}</span>
    </label>
  );
}
