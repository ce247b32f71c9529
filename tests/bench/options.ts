/** What `npm run bench` can be told. */
import { Command, Option } from "commander";

export const PARTS = ["yardstick", "model", "pool", "page"] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly json: boolean;
  readonly only?: readonly Part[];
  readonly against?: string;
}

export function optionsOf(argv: readonly string[]): BenchOptions {
  return new Command("bench")
    .description("Measures how fast the model runs. Takes some ten minutes.")
    .option("--json", "print JSON, which --against can read, instead of a table", false)
    .addOption(new Option("--only <part...>", "only these parts").choices(PARTS))
    .option("--against <file>", "compare with the JSON of an earlier run, in multiples of the yardstick")
    .parse([...argv], { from: "user" })
    .opts<BenchOptions>();
}
