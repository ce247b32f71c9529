/** One call of the command line, from arguments to exit status. */
import { CommanderError } from "commander";
import { Failure, InputProblems, Stopped } from "./problems";
import { program } from "./program";
import type { Surroundings } from "./surroundings";
import { inCall } from "./thisCall";

/** What the process ends with; 130 is what shells expect after Ctrl-C. */
export const ExitStatus = { Done: 0, Failed: 1, WrongInput: 2, Interrupted: 130 } as const;

/** Does what `args` (without node and script) ask; gives the exit status, and never rejects. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await inCall(args, {}, () => program(surroundings).parseAsync(args, { from: "user" }));
    return ExitStatus.Done;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? ExitStatus.Done : ExitStatus.WrongInput;
    return report(error, surroundings);
  }
}

function report(error: unknown, { err, signal }: Surroundings): number {
  if (error instanceof InputProblems) {
    err(error.sentences.map((sentence) => `${sentence}\n`).join(""));
    return ExitStatus.WrongInput;
  }
  if (error instanceof Failure) {
    err(`${error.message}\n`);
    return ExitStatus.Failed;
  }
  if (error instanceof Stopped) {
    err(`${error.message}\n`);
    return signal.aborted ? ExitStatus.Interrupted : ExitStatus.Failed;
  }
  if (signal.aborted) {
    err("Cancelled; nothing was written.\n");
    return ExitStatus.Interrupted;
  }
  err(`The run failed: ${error instanceof Error ? error.message : String(error)}\n`);
  return ExitStatus.Failed;
}
