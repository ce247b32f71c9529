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
import { StaleTag } from "./StaleTag";

export function Sureness({ results }: { readonly results: Results }) {
  const { focus, doubts } = useStore();
  const s = results.positionOf(focus.value ?? "");
  const status = doubts.status.value;
  return (
    <section class="card sureness" aria-labelledby="sureness-title">
      <StaleTag results={results} />
      <h2 id="sureness-title">How sure is this? Three different numbers</h2>
      <p class="note">
        About “{results.scenarios[s].name}”. The three answer different questions: none of them can stand for
        another, and they cannot be added. {stoppedSentence(results)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label="Table of how sure the headline numbers are">
        <table>
          <caption class="hidden">Range of futures, sureness of the average, and doubt about inputs</caption>
          <Head results={results} status={status} />
          <tbody>
            {HEADLINE_IDS.map((id) => (
              <tr key={id}>
                <th scope="row">{titleOf(results, id)}</th>
                <td>{rangeInWords(results, s, id)}</td>
                <td>
                  <Lines lines={sureInWords(results, s, id)} />
                </td>
                <td>
                  {status.kind === "done" ? (
                    <Lines lines={doubtInWords(status.doubts, s, id)} />
                  ) : (
                    <span class="hint">{status.kind === "running" ? "being run" : "not run yet"}</span>
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
  const draws = status.kind === "done" ? `of ${formatCount(status.doubts.draws)} draws` : "draws";
  return (
    <thead>
      <tr>
        <th scope="col">Measure</th>
        <th scope="col">
          The range of futures
          <span class="interval">
            8 in 10 of {formatCount(results.futures)} futures lie here: chance in a small team
          </span>
        </th>
        <th scope="col">
          The give or take of the average
          <span class="interval">95% interval: more futures make it smaller</span>
        </th>
        <th scope="col">
          The doubt about inputs
          <span class="interval">8 in 10 {draws} lie here: only evidence makes it smaller</span>
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
          aria-label="Progress of the draws"
          value={status.done}
          max={status.total}
        />
        <button type="button" class="button secondary" onClick={doubts.cancel}>
          Cancel the draws
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
        {status.kind === "done" ? "Run the draws again" : "Run the doubt about inputs"}
      </button>
    </div>
  );
}

function doubtState(status: DoubtStatus): string {
  if (status.kind === "failed") return `The draws failed. ${status.message}`;
  if (status.kind === "done") {
    const { draws, replications, parameters } = status.doubts;
    return `${formatCount(draws)} times, ${formatCount(parameters)} numbers that are assumptions or come from a proxy were drawn from the ranges of their evidence; every draw was run ${formatCount(replications)} times on the same luck, and chance was taken out. Differences compare scenarios under the same draw.`;
  }
  return "It draws every number that is an assumption or comes from a proxy from the range of its evidence, again and again, and takes about as long as the answer itself.";
}
