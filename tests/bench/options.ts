/** What `npm run bench` can be told. */
import { Command, InvalidArgumentError, Option } from "commander";

export const PARTS = ["yardstick", "model", "pool", "page"] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly json: boolean;
  readonly only?: readonly Part[];
  readonly against?: string;
  /** Only cases with this in their names. */
  readonly case?: string;
  /** No case in more rounds than this. */
  readonly rounds?: number;
}

export function optionsOf(argv: readonly string[]): BenchOptions {
  return new Command("bench")
    .description("Measures how fast the model runs. Takes some ten minutes.")
    .option("--json", "print JSON, which --against can read, instead of a table", false)
    .addOption(new Option("--only <part...>", "only these parts").choices(PARTS))
    .option("--case <text>", "only cases that have this text in their names, such as “700”")
    .option("--rounds <number>", "measure no case more often than this", roundsIn)
    .option("--against <file>", "compare with the JSON of an earlier run, in multiples of the yardstick")
    .parse([...argv], { from: "user" })
    .opts<BenchOptions>();
}

function roundsIn(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 1 on.");
}
