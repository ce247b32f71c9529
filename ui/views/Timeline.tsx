/** Changes of the selected scenario during the run: when, what, to which value, and why. */
import type { ParameterRow } from "../../sim/parameters";
import { LONGEST_LABEL, rowsOf, type TimelineRow, timelineParameters, weekOf } from "../comparison/timeline";
import { choiceName } from "../levers";
import { useStore } from "../state";
import { formatCount } from "../text/format";
import { parameterById } from "../text/tables";
import { text } from "../text/text";

export function Timeline() {
  const { selected, addRow } = useStore();
  const item = selected.value;
  const rows = item?.rows ?? rowsOf(item?.source.timeline ?? []);
  const { title, titleCounted, hint, add } = text.timeline;
  return (
    <details class="timeline" open={rows.length > 0}>
      <summary>{rows.length > 0 ? titleCounted(String(rows.length)) : title}</summary>
      <p class="hint">{hint}</p>
      {rows.map((row, i) => (
        <Row key={i} row={row} position={i} />
      ))}
      <button type="button" class="button secondary" onClick={addRow}>
        {add}
      </button>
    </details>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly position: number;
}

function Row({ row, position }: RowProps) {
  const { selectedRead, removeRow } = useStore();
  const problem = selectedRead.value?.rowProblems.get(position);
  const number = String(position + 1);
  return (
    <fieldset
      class={problem ? "timeline-row wrong" : "timeline-row"}
      aria-describedby={`row-problem-${position}`}
    >
      <legend>{text.timeline.change(number)}</legend>
      <p class="problem" id={`row-problem-${position}`}>
        {problem}
      </p>
      <When row={row} position={position} />
      <TooLate row={row} position={position} />
      <What row={row} position={position} />
      <Label row={row} position={position} />
      <button type="button" class="link-button" onClick={() => removeRow(position)}>
        {text.timeline.remove}
        <span class="hidden"> {text.timeline.removeWhat(number)}</span>
      </button>
    </fieldset>
  );
}

function When({ row, position }: RowProps) {
  const { setRow, selectedRead } = useStore();
  const week = weekOf(row);
  const isWrong = selectedRead.value?.rowProblems.has(position);
  return (
    <div class="timeline-when">
      <label for={`when-${position}`}>{text.timeline.after}</label>
      <input
        id={`when-${position}`}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={row.when}
        aria-invalid={isWrong && typeof week === "string" ? "true" : undefined}
        onInput={(event) => setRow(position, { when: event.currentTarget.value })}
      />
      <select
        aria-label={text.timeline.unit}
        value={row.unit}
        onChange={(event) => setRow(position, { unit: event.currentTarget.value as TimelineRow["unit"] })}
      >
        <option value="weeks">{text.timeline.weeks}</option>
        <option value="months">{text.timeline.months}</option>
      </select>
      {row.unit === "months" && typeof week === "number" && (
        <p class="hint">{text.timeline.week(String(week))}</p>
      )}
    </div>
  );
}

/** Says that the run has ended by then; a status that is always there, so that it is heard when it is filled. */
function TooLate({ row }: RowProps) {
  const { endWeek } = useStore();
  const week = weekOf(row);
  const isLate = typeof week === "number" && week >= endWeek.value;
  return (
    <p role="status" class={isLate ? "notice too-late" : "too-late"}>
      {isLate && text.timeline.afterEnd(formatCount(endWeek.value))}
    </p>
  );
}

/** The parameter, and its value; the value of another parameter would make no sense, so it begins at its usual one. */
function What({ row, position }: RowProps) {
  const { setRow, draft } = useStore();
  const choose = (parameter: string): void =>
    setRow(position, { parameter, content: parameter === "" ? "" : draft.value[parameter] });
  return (
    <>
      <label for={`what-${position}`}>{text.timeline.changes}</label>
      <select
        id={`what-${position}`}
        value={row.parameter}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{text.timeline.nothing}</option>
        {timelineParameters().map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {row.parameter !== "" && (
        <ValueBox row={row} position={position} parameter={parameterById(row.parameter)} />
      )}
    </>
  );
}

function ValueBox({ row, position, parameter }: RowProps & { readonly parameter: ParameterRow }) {
  const { setRow } = useStore();
  const id = `value-${position}`;
  const label = (
    <label for={id}>
      {text.timeline.to} {isNumber(parameter) && <span class="unit">({parameter.unit})</span>}
    </label>
  );
  if (isNumber(parameter))
    return (
      <>
        {label}
        <input
          id={id}
          type="text"
          inputMode={parameter.orNone ? "text" : "decimal"}
          autocomplete="off"
          value={String(row.content)}
          onInput={(event) => setRow(position, { content: event.currentTarget.value })}
        />
        {parameter.orNone && <p class="hint">{text.timeline.numberOrNone}</p>}
      </>
    );
  return (
    <>
      {label}
      <select
        id={id}
        value={String(row.content)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setRow(position, { content: parameter.kind === "switch" ? value === "true" : value });
        }}
      >
        {optionsOf(parameter).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}

const isNumber = ({ kind }: ParameterRow): boolean => kind === "number" || kind === "integer";

function optionsOf({ kind, choices }: ParameterRow): (readonly [string, string])[] {
  if (kind === "switch")
    return [
      ["true", text.levers.on],
      ["false", text.levers.off],
    ];
  return (choices ?? []).map((choice) => [choice, choiceName(choice)]);
}

function Label({ row, position }: RowProps) {
  const { setRow } = useStore();
  return (
    <>
      <label for={`label-${position}`}>
        {text.timeline.what} <span class="unit">{text.timeline.whatHint}</span>
      </label>
      <input
        id={`label-${position}`}
        type="text"
        autocomplete="off"
        maxLength={LONGEST_LABEL}
        value={row.label}
        onInput={(event) => setRow(position, { label: event.currentTarget.value })}
      />
    </>
  );
}
