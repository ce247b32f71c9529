/** How the model works in a few sentences, and where each of its numbers comes from. */
import { useState } from "preact/hooks";
import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import { describeValue } from "../levers";
import { GRADE_WORDS } from "../text/limits";

export function Sources() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card sources" aria-label="How it works and where the numbers come from">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>How it works, and where the numbers come from</summary>
        <HowItWorks />
        {isOpen && <ParameterTable />}
      </details>
    </section>
  );
}

function HowItWorks() {
  return (
    <>
      <p>
        Every patient and every link worker is simulated as an individual. Patients are referred, wait, are
        seen, and are helped towards a community service with limited places. Many need holding meanwhile:
        contact while they wait, preparation for change, support that would otherwise fall to the GP, and
        someone to bear witness to their distress. Contacts take hours and carry emotional load. Both exhaust
        link workers day by day; exhaustion slows them, makes them ill more often and, past a threshold, burns
        them out. Those who leave hand over their cases, leave a vacancy, and load those who stay.
      </p>
      <p>
        Every future is the same team with other luck. Scenarios meet the same patients and the same luck, so
        that a difference between them is the policy's, not chance's.
      </p>
    </>
  );
}

function ParameterTable() {
  const [sought, setSought] = useState("");
  const [onlyAssumed, setOnlyAssumed] = useState(false);
  const found = PARAMETERS.filter(
    (row) => matches(row, sought) && (!onlyAssumed || row.grade === "assumption"),
  );
  return (
    <>
      <div class="search">
        <label for="parameter-search">Search the numbers</label>
        <input
          id="parameter-search"
          type="text"
          autocomplete="off"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        <label class="choice">
          <input
            type="checkbox"
            checked={onlyAssumed}
            onChange={(event) => setOnlyAssumed(event.currentTarget.checked)}
          />
          <span>Assumptions only</span>
        </label>
        <p class="hint" role="status">
          {found.length} of {PARAMETERS.length} shown.
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label="Table of the model's numbers">
        <table class="parameters">
          <caption class="hidden">The model's numbers, their grade and source</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Value</th>
              <th scope="col">Plausible range</th>
              <th scope="col">Grade</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <ParameterLine key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function matches({ id, label, source, grade }: ParameterRow, sought: string): boolean {
  const text = `${id} ${label} ${source} ${GRADE_WORDS[grade]}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const write = (value: number): string => value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });

function ParameterLine({ row }: { readonly row: ParameterRow }) {
  const { id, label, range, grade, source, effect } = row;
  return (
    <tr>
      <th scope="row">
        {label}
        <span class="hint">{effect}</span>
        <code>{id}</code>
      </th>
      <td>{describeValue(row, row.default)}</td>
      <td>{range ? `${write(range[0])} to ${write(range[1])}` : "–"}</td>
      <td>
        <span class={`grade grade-${grade}`}>{GRADE_WORDS[grade]}</span>
      </td>
      <td>{source}</td>
    </tr>
  );
}
