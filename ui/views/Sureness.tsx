/**
 * How sure the answer is: three numbers that are never mixed, side by side. How far single futures lie apart, how sure
 * the averages are, and how much hangs on inputs that nobody has measured, which is run only when it is asked for.
 */

import type { DoubtStatus } from "../doubts";
import { HEADLINE_IDS } from "../figures/headlines";
import type { Results } from "../results";
import { useStore } from "../state";
import { formatCount } from "../text/format";
import { stoppedSentence } from "../text/stopped";
import { doubtInWords, rangeInWords, sureInWords, titleOf } from "../text/sureness";
import { text } from "../text/text";
import { StaleTag } from "./StaleTag";

export function Sureness({ results }: { readonly results: Results }) {
  const { focus, doubts } = useStore();
  const s = results.positionOf(focus.value ?? "");
  const status = doubts.status.value;
  return (
    <section class="card sureness" aria-labelledby="sureness-title">
      <StaleTag results={results} />
      <h2 id="sureness-title">{text.sureness.title}</h2>
      <p class="note">
        {text.sureness.about(results.scenarios[s].name)} {stoppedSentence(results)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={text.sureness.table}>
        <table class="stacked">
          <caption class="hidden">{text.sureness.caption}</caption>
          <Head results={results} status={status} />
          <tbody>
            {HEADLINE_IDS.map((id) => (
              <tr key={id}>
                <th scope="row">{titleOf(results, id)}</th>
                <td data-column={text.sureness.range}>{rangeInWords(results, s, id)}</td>
                <td data-column={text.sureness.average}>
                  <Lines lines={sureInWords(results, s, id)} />
                </td>
                <td data-column={text.sureness.doubt}>
                  {status.kind === "done" ? (
                    <Lines lines={doubtInWords(status.doubts, s, id)} />
                  ) : (
                    <span class="hint">
                      {status.kind === "running" ? text.sureness.beingRun : text.sureness.notRun}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DoubtBar />
    </section>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <span key={line} class="sureness-line">
        {line}
      </span>
    ))}
  </>
);

function Head({ results, status }: { readonly results: Results; readonly status: DoubtStatus }) {
  const said = text.sureness;
  const doubtHint =
    status.kind === "done" ? said.doubtHintOf(formatCount(status.doubts.draws)) : said.doubtHint;
  return (
    <thead class="explained">
      <tr>
        <th scope="col">{said.measure}</th>
        <th scope="col">
          {said.range}
          <span class="interval">{said.rangeHint(formatCount(results.futures))}</span>
        </th>
        <th scope="col">
          {said.average}
          <span class="interval">{said.averageHint}</span>
        </th>
        <th scope="col">
          {said.doubt}
          <span class="interval">{doubtHint}</span>
        </th>
      </tr>
    </thead>
  );
}

/** Starts the draws, says how far they are, and what they rest on. */
function DoubtBar() {
  const { doubts, status: main, isStale } = useStore();
  const status = doubts.status.value;
  if (status.kind === "running") {
    return (
      <div class="doubt-bar">
        <progress
          class="progress"
          aria-label={text.sureness.progress}
          value={status.done}
          max={status.total}
        />
        <button type="button" class="button secondary" onClick={doubts.cancel}>
          {text.sureness.cancel}
        </button>
      </div>
    );
  }
  const isFree = main.value.kind !== "running" && !isStale.value;
  return (
    <div class="doubt-bar">
      <p class="note" role="status">
        {doubtState(status)}
      </p>
      <button type="button" class="button secondary" disabled={!isFree} onClick={doubts.run}>
        {status.kind === "done" ? text.sureness.again : text.sureness.run}
      </button>
    </div>
  );
}

function doubtState(status: DoubtStatus): string {
  const { failed, done, what } = text.sureness;
  if (status.kind === "failed") return failed(status.message);
  if (status.kind !== "done") return what;
  const { draws, replications, parameters } = status.doubts;
  return done(formatCount(draws), formatCount(parameters), formatCount(replications));
}
