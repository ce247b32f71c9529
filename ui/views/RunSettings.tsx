/** Details of the run: how many futures, how many years, and the code that repeats a result. */
import { FUTURES, MOST_FUTURES, PRECISION, UNTIL_PRECISE, YEARS } from "../settings";
import { useStore } from "../state";
import { formatCount, yearsInWords } from "../text/format";

export function RunSettings() {
  return (
    <section class="card" aria-label="Details of the run">
      <details>
        <summary>Details of the run</summary>
        <FuturesChoice />
        <YearsChoice />
        <SeedBox />
        <Fingerprints />
      </details>
    </section>
  );
}

const untilPrecise = `Until averages are sure to within ${formatCount(100 * PRECISION)}%, at most ${formatCount(MOST_FUTURES)} times`;

function FuturesChoice() {
  const { futures } = useStore();
  return (
    <div class="field">
      <label for="futures">Run each scenario how many times?</label>
      <p class="hint" id="futures-hint">
        More simulated futures make the averages surer, and take longer.
      </p>
      <select
        id="futures"
        aria-describedby="futures-hint"
        value={String(futures.value)}
        onChange={(event) => (futures.value = Number(event.currentTarget.value))}
      >
        {FUTURES.map((count) => (
          <option key={count} value={String(count)}>
            {count === UNTIL_PRECISE ? untilPrecise : `${formatCount(count)} times`}
          </option>
        ))}
      </select>
    </div>
  );
}

function YearsChoice() {
  const { years } = useStore();
  return (
    <div class="field">
      <label for="years">How long?</label>
      <p class="hint" id="years-hint">
        The same for every scenario, so that they can be compared.
      </p>
      <select
        id="years"
        aria-describedby="years-hint"
        value={years.value === null ? "" : String(years.value)}
        onChange={(event) =>
          (years.value = event.currentTarget.value === "" ? null : Number(event.currentTarget.value))
        }
      >
        <option value="">As the scenarios say</option>
        {YEARS.map((count) => (
          <option key={count} value={String(count)}>
            {yearsInWords(count)}
          </option>
        ))}
      </select>
    </div>
  );
}

function SeedBox() {
  const { seed, seedProblem } = useStore();
  const problem = seedProblem.value;
  return (
    <div class={problem ? "field wrong" : "field"}>
      <label for="seed">Repeatable result code</label>
      <p class="hint" id="seed-hint">
        The same code and the same inputs give exactly the same results, on any machine. Another code gives
        other luck.
      </p>
      {problem && (
        <p class="problem" id="seed-problem">
          {problem}
        </p>
      )}
      <input
        id="seed"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={seed.value}
        aria-describedby={problem ? "seed-hint seed-problem" : "seed-hint"}
        aria-invalid={problem ? "true" : undefined}
        onInput={(event) => (seed.value = event.currentTarget.value)}
      />
    </div>
  );
}

/** Fingerprints of complete results, by which two people can tell that they have the same. */
function Fingerprints() {
  const { shown, isStale } = useStore();
  const results = shown.value;
  if (results === null || isStale.value || results.fingerprints.length === 0) return null;
  return (
    <div class="field">
      <p>Fingerprints of these results:</p>
      <ul class="fingerprints">
        {results.scenarios.map(({ id, name }, s) => (
          <li key={id}>
            {name}: <code>{results.fingerprints[s]}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
