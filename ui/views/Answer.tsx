/** The answer: question, finding, range of futures, patients' side, warnings, and headline cards. */
import type { Results } from "../results";
import { useStore } from "../state";
import { findingSentence, futuresSentence, patientsSentence } from "../text/finding";
import { fewFuturesWarning, warningsOf } from "../text/warnings";
import { Cards } from "./Cards";
import { RunBar } from "./RunBar";
import { StaleTag } from "./StaleTag";

export function Answer() {
  const { shown, focus } = useStore();
  const results = shown.value;
  return (
    <section class="answer card" aria-label="The answer">
      <RunBar />
      <FocusChoice />
      {results ? <Sentences results={results} s={results.positionOf(focus.value ?? "")} /> : <Waiting />}
    </section>
  );
}

function Sentences({ results, s }: { readonly results: Results; readonly s: number }) {
  const warnings = warningsOf(results, s);
  const { lengthNotice, status } = useStore();
  // While a run refines its picture, the line above says how few futures there are so far.
  const few = status.value.kind === "running" ? null : fewFuturesWarning(results);
  return (
    <>
      <StaleTag />
      <h2 class="question">{results.scenarios[s].question}</h2>
      <p class="finding">{findingSentence(results, s)}</p>
      <p class="patients">{patientsSentence(results, s)}</p>
      <p class="futures">{futuresSentence(results, s)}</p>
      {lengthNotice.value && <p class="notice">{lengthNotice.value}</p>}
      {few && <p class="notice">{few}</p>}
      {warnings.length > 0 && (
        <div class="warning">
          <h3>Before you use this</h3>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
      <Cards results={results} s={s} />
    </>
  );
}

/** Keeps the place of the answer while the first futures are simulated. */
function Waiting() {
  const { base, wanted } = useStore();
  const names = wanted.value?.scenarios.map(({ name }) => name) ?? [base.name];
  return (
    <div class="first-run">
      <h2 class="question">Simulating the first futures</h2>
      <p class="finding">{names.join(" and ")}: the answer appears here in a moment.</p>
    </div>
  );
}

/** Which of several scenarios the answer is about. */
function FocusChoice() {
  const { shown, focus, chosen } = useStore();
  const results = shown.value;
  if (results === null || chosen.value.length < 2 || results.scenarios.length < 3) return null;
  const current = results.scenarios[results.positionOf(focus.value ?? "")].id;
  return (
    <fieldset class="focus-choice">
      <legend>The answer is about</legend>
      {results.scenarios.slice(1).map(({ id, name }) => (
        <label key={id} class="choice">
          <input type="radio" name="focus" checked={id === current} onChange={() => (focus.value = id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
