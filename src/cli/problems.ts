/** Input that cannot be used: every problem at once, a sentence each. The command line ends with status 2. */
export class InputProblems extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join("\n"));
  }
}

/** The work is done and printed, and its answer is no: the command line ends with status 1 and this sentence. */
export class Failure extends Error {}

/** The run ended before its end, and this sentence says what became of it: status 1, or 130 after Ctrl-C. */
export class Stopped extends Error {}

/** What reading one part of the input gave: a value, or the sentences that say why not. */
export type Read<T> = { readonly value: T } | { readonly problems: readonly string[] };

/** The value of `read`, or undefined after its sentences have been put with the others in `problems`. */
export function collect<T>(read: Read<T>, problems: string[]): T | undefined {
  if ("value" in read) return read.value;
  problems.push(...read.problems);
  return undefined;
}
