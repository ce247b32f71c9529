/** The answer: question, finding, range of futures, patients' side, warnings, and headline cards. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Results } from "../results";
import { useStore } from "../state";
import { findingSentence, futuresSentence, patientsSentence } from "../text/finding";
import { text } from "../text/text";
import { fewFuturesWarning, warningsOf } from "../text/warnings";
import { Cards, CardsToCome } from "./Cards";
import { RunBar } from "./RunBar";
import { StaleTag } from "./StaleTag";

export function Answer() {
  const { shown, focus } = useStore();
  const results = shown.value;
  const s = results?.positionOf(focus.value ?? "") ?? 0;
  return (
    <section class="answer card" aria-label={text.answer.title}>
      <StaleTag />
      <RunBar />
      <FocusChoice />
      {results ? <Sentences results={results} s={s} /> : <SentencesToCome />}
      {results ? <Cards results={results} s={s} /> : <CardsToCome />}
    </section>
  );
}

function Sentences({ results, s }: { readonly results: Results; readonly s: number }) {
  const warnings = warningsOf(results, s);
  const { lengthNotice } = useStore();
  return (
    <Steady>
      <h2 class="question">{results.scenarios[s].question}</h2>
      <p class="finding">{findingSentence(results, s)}</p>
      <p class="patients">{patientsSentence(results, s)}</p>
      <p class="futures">{futuresSentence(results, s)}</p>
      {lengthNotice.value && <p class="notice">{lengthNotice.value}</p>}
      <FewFutures results={results} />
      {warnings.length > 0 && (
        <div class="warning">
          <h3>{text.answer.before}</h3>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
    </Steady>
  );
}

/** While a run refines its picture, the line above says how few futures there are so far. */
function FewFutures({ results }: { readonly results: Results }) {
  const { status } = useStore();
  const few = status.value.kind === "running" ? null : fewFuturesWarning(results);
  return few && <p class="notice">{few}</p>;
}

/** Keeps the place of the answer while the first futures are simulated. */
function SentencesToCome() {
  const { base, wanted, focus } = useStore();
  const scenarios = wanted.value?.scenarios ?? [base];
  const current = scenarios.find(({ id }) => id === focus.value) ?? scenarios[scenarios.length - 1];
  return (
    <Steady>
      <h2 class="question">{current.question}</h2>
      <p class="finding">{text.answer.toCome}</p>
      <p class="patients" />
      <p class="futures" />
    </Steady>
  );
}

/**
 * Sentences that may become shorter, but take no room back until the window changes its width: while an answer is
 * refined, what stands below does not jump.
 */
function Steady({ children }: { readonly children: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const grow = new ResizeObserver(() => {
      const width = `${current.offsetWidth}`;
      if (current.dataset.width !== width) current.style.removeProperty("--kept");
      current.dataset.width = width;
      current.style.setProperty("--kept", `${current.offsetHeight}px`);
    });
    grow.observe(current);
    return () => grow.disconnect();
  }, []);
  return (
    <div ref={element} class="answer-text">
      {children}
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
      <legend>{text.answer.about}</legend>
      {results.scenarios.slice(1).map(({ id, name }) => (
        <label key={id} class="choice">
          <input type="radio" name="focus" checked={id === current} onChange={() => (focus.value = id)} />
          <span>
            <bdi>{name}</bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
