/** Calls the command line inside this process, on batches that take no time. */
import { main } from "../../../src/cli/main";
import type { RunCheck, RunJob } from "../../../src/pool/runner";
import { fakeBatch } from "../fakeBatch";

export interface Answer {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const noCheck: RunCheck = () => Promise.reject(new Error("No check was to be run."));

/** What the call prints and ends with; `runJob` may be made to fail. */
export async function call(
  args: readonly string[],
  runJob: RunJob = async (job) => fakeBatch(job),
  runCheck: RunCheck = noCheck,
): Promise<Answer> {
  let out = "";
  let err = "";
  const status = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    cores: 2,
    signal: new AbortController().signal,
    openWorkers: () => ({ runJob, runCheck, close: () => {} }),
  });
  return { status, out, err };
}

/** The sentences on standard error. */
export const sentences = ({ err }: Answer): string[] => err.trimEnd().split("\n");
