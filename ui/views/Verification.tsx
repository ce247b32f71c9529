/** "Check this model in your browser": the list of checks against theory, done here and now, with its table. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CheckResult, Finding } from "../../sim/verification/check";
import {
  byFamily,
  FINDING_COLUMNS,
  findingCells,
  TOLERANCE_WORDS,
  verdict,
} from "../../sim/verification/words";
import "../styles/verification.css";
import { text } from "../text/text";

/** How far the checks are; `results` are those done so far, in the order of the list. */
export interface VerificationProgress {
  readonly done: number;
  readonly total: number;
  readonly results: readonly CheckResult[];
}

/** Does every check; aborting the signal rejects the promise. */
export type Verify = (
  onProgress: (progress: VerificationProgress) => void,
  signal: AbortSignal,
) => Promise<unknown>;

type Status =
  | { readonly kind: "idle" | "running" | "done" | "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

const NOTHING_YET: VerificationProgress = { done: 0, total: 0, results: [] };

export function Verification({ verify }: { readonly verify: Verify }) {
  const { status, progress, start, cancel } = useVerification(verify);
  const isRunning = status.kind === "running";
  const said = text.verification;
  return (
    <section class="card verification" aria-labelledby="verification-title">
      <h2 id="verification-title">{said.title}</h2>
      <p class="note">{said.note}</p>
      <div class="verification-line">
        <button
          type="button"
          class={isRunning ? "button secondary" : "button"}
          onClick={isRunning ? cancel : start}
        >
          {isRunning ? said.cancel : said.start}
        </button>
        {isRunning && (
          <progress
            class="progress"
            aria-label={said.progress}
            value={progress.done}
            max={Math.max(1, progress.total)}
          />
        )}
      </div>
      <p class="verification-state">{stateInWords(status, progress)}</p>
      <div class="hidden" role="status">
        {isRunning ? "" : stateInWords(status, progress)}
      </div>
      {progress.results.length > 0 && <Results results={progress.results} />}
    </section>
  );
}

/** Starts and cancels; what a cancelled run still says is dropped. */
function useVerification(verify: Verify) {
  const [status, setStatus] = useState<Status>({ kind: "idle" });
  const [progress, setProgress] = useState(NOTHING_YET);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  function start(): void {
    const mine = new AbortController();
    current.current = mine;
    setStatus({ kind: "running" });
    setProgress(NOTHING_YET);
    const report = (news: VerificationProgress) => {
      if (!mine.signal.aborted) setProgress(news);
    };
    verify(report, mine.signal).then(
      () => setStatus({ kind: "done" }),
      (error: unknown) => setStatus(mine.signal.aborted ? { kind: "cancelled" } : failureOf(error)),
    );
  }
  return { status, progress, start, cancel: () => current.current?.abort() };
}

const failureOf = (error: unknown): Status => ({
  kind: "failed",
  message: error instanceof Error ? error.message : String(error),
});

/** One line: what is going on, or what came out. */
export function stateInWords(status: Status, { done, total, results }: VerificationProgress): string {
  const said = text.verification;
  const [some, all] = [done, total].map(String);
  switch (status.kind) {
    case "idle":
      return said.idle;
    case "running":
      return total === 0 ? said.first : said.running(some, all);
    case "done":
      return verdict(results);
    case "cancelled":
      return results.length === 0 ? said.cancelledEarly : said.cancelled(some, all, verdict(results));
    case "failed":
      return said.failed(status.message);
  }
}

function Results({ results }: { readonly results: readonly CheckResult[] }) {
  return (
    <>
      <p class="note">{TOLERANCE_WORDS}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={text.verification.table}>
        <table>
          <caption class="hidden">{text.verification.caption}</caption>
          <thead>
            <tr>
              {FINDING_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {byFamily(results).map(([family, checks]) => (
            <tbody key={family}>
              <tr class="group">
                <th scope="rowgroup" colSpan={FINDING_COLUMNS.length}>
                  {family}
                </th>
              </tr>
              {checks.map((check) => (
                <CheckRows key={check.id} check={check} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </>
  );
}

function CheckRows({ check }: { readonly check: CheckResult }) {
  const { id, title, reduction, source, findings } = check;
  return (
    <>
      <tr class="check-title">
        <th scope="rowgroup" colSpan={FINDING_COLUMNS.length}>
          <span class="check-id">{id}</span> {title}
          <details>
            <summary>{text.verification.how}</summary>
            <p>{reduction}</p>
            <p>{text.verification.theory(source)}</p>
          </details>
        </th>
      </tr>
      {findings.map((finding) => (
        <FindingRow key={finding.quantity + finding.relation} finding={finding} />
      ))}
    </>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const [quantity, ...numbers] = findingCells(finding);
  return (
    <tr>
      <th scope="row">{quantity}</th>
      {numbers.slice(0, -1).map((number, i) => (
        <td key={FINDING_COLUMNS[i + 1]} class="number">
          {number}
        </td>
      ))}
      <td>
        <span class={finding.pass ? "check-result" : "check-result failed"}>
          {finding.pass ? text.verification.pass : text.verification.fail}
        </span>
      </td>
    </tr>
  );
}
