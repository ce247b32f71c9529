/** Details of the run: how many futures, how many years, and the code that repeats a result. */
import { FUTURES, MOST_FUTURES, PRECISION, UNTIL_PRECISE, YEARS } from "../settings";
import { useStore } from "../state";
import { formatCount, formatValue, styleOf, yearsInWords } from "../text/format";
import { text } from "../text/text";

export function RunSettings() {
  return (
    <section class="card" aria-label={text.settings.title}>
      <details>
        <summary>{text.settings.title}</summary>
        <FuturesChoice />
        <YearsChoice />
        <SeedBox />
        <Fingerprints />
      </details>
    </section>
  );
}

function timesInWords(count: number): string {
  if (count !== UNTIL_PRECISE) return text.settings.times(formatCount(count));
  const percent = formatValue(PRECISION, styleOf("share"), 0);
  return text.settings.untilPrecise(percent, formatCount(MOST_FUTURES));
}

function FuturesChoice() {
  const { futures, set } = useStore();
  return (
    <div class="field">
      <label for="futures">{text.settings.futures}</label>
      <p class="hint" id="futures-hint">
        {text.settings.futuresHint}
      </p>
      <select
        id="futures"
        aria-describedby="futures-hint"
        value={String(futures.value)}
        onChange={(event) => set({ futures: Number(event.currentTarget.value) })}
      >
        {FUTURES.map((count) => (
          <option key={count} value={String(count)}>
            {timesInWords(count)}
          </option>
        ))}
      </select>
    </div>
  );
}

function YearsChoice() {
  const { years, set } = useStore();
  return (
    <div class="field">
      <label for="years">{text.settings.years}</label>
      <p class="hint" id="years-hint">
        {text.settings.yearsHint}
      </p>
      <select
        id="years"
        aria-describedby="years-hint"
        value={years.value === null ? "" : String(years.value)}
        onChange={(event) =>
          set({ years: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })
        }
      >
        <option value="">{text.settings.yearsAsSaid}</option>
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
  const { seed, seedProblem, set } = useStore();
  const problem = seedProblem.value;
  return (
    <div class={problem ? "field wrong" : "field"}>
      <label for="seed">{text.settings.code}</label>
      <p class="hint" id="seed-hint">
        {text.settings.codeHint}
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
        onInput={(event) => set({ seed: event.currentTarget.value })}
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
      <p>{text.settings.fingerprints}</p>
      <ul class="fingerprints">
        {results.scenarios.map(({ id, name }, s) => (
          <li key={id}>
            <bdi>{name}</bdi>: <code>{results.fingerprints[s]}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
