/** The model verified against theory, on workers: the same list of checks for the command line and the page. */
import type { CheckResult } from "../../sim/verification";
import { CHECK_IDS } from "../../sim/verification/ids";
import type { RunCheck } from "../pool/runner";
import { inLanes } from "./lanes";

export interface Verification {
  /** Ids of the checks to do, each in the list; all of them by default. */
  readonly ids?: readonly string[];
  readonly seed: string;
  /** Times as many replications as usual. */
  readonly effort: number;
}

/** How far the checks are. `results` are those done so far, in the order of the list. */
export interface VerificationProgress {
  readonly done: number;
  readonly total: number;
  readonly results: readonly CheckResult[];
}

/** What the page uses where it lets nobody choose. */
export const USUAL: Verification = { seed: "holdfast", effort: 1 };

/**
 * Does the checks, `width` at once, and gives their results in the order of the list, which is also independent of
 * the number of workers. Rejects with the signal's reason when aborted, and with the first failure of a call.
 */
export async function verifyModel(
  { ids, seed, effort }: Verification,
  { runCheck, width }: { readonly runCheck: RunCheck; readonly width: number },
  signal: AbortSignal,
  onProgress: (progress: VerificationProgress) => void = () => {},
): Promise<readonly CheckResult[]> {
  const wanted = CHECK_IDS.filter((id) => ids?.includes(id) ?? true);
  const results: (CheckResult | undefined)[] = wanted.map(() => undefined);
  const present = (): CheckResult[] => results.filter((result) => result !== undefined);
  let done = 0;
  await inLanes(wanted, width, signal, async (id, stop, i) => {
    results[i] = await runCheck({ id, seed, effort }, stop);
    stop.throwIfAborted();
    onProgress({ done: ++done, total: wanted.length, results: present() });
  });
  return present();
}
