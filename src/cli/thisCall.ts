/**
 * What is known of the call of the command line that is under way: its words, the scenarios it has read, and, when a
 * call is repeated from a manifest, which scenarios it gets and who takes its study instead of having it run.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Scenario } from "../../sim/scenario";
import type { HowToRun, Study } from "./study";

export interface Call {
  /** The arguments, without node and script. */
  readonly words: readonly string[];
  /** The options of the command as commander understood them. */
  options: Readonly<Record<string, unknown>>;
  /** The scenarios read so far, by the argument that named each. */
  readonly inputs: Map<string, Scenario>;
  /** In a repeated call: scenarios by argument, read instead of files. */
  readonly given?: ReadonlyMap<string, Scenario>;
  /** In a repeated call: gets the study, which is then not run. */
  readonly take?: (study: Study, how: HowToRun) => void;
}

const calls = new AsyncLocalStorage<Call>();

/** Does `work` as part of a call of these words. */
export function inCall<T>(
  words: readonly string[],
  repeated: Pick<Call, "given" | "take">,
  work: () => Promise<T>,
): Promise<T> {
  return calls.run({ words, options: {}, inputs: new Map(), ...repeated }, work);
}

/** The call that is under way; outside any, one without words. */
export const thisCall = (): Call => calls.getStore() ?? { words: [], options: {}, inputs: new Map() };
