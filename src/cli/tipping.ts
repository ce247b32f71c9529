/** `tipping`: where the team tips, whether it comes back, and how long that takes. */
import type { Command } from "commander";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { tipping } from "../experiment/tipping";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { type LongRunOptions, longRunOptions, readLongRun, refuse, withWorkers } from "./longRun";
import type { Surroundings } from "./surroundings";
import { tippingReport } from "./tippingReport";

const DEFAULT_REPLICATIONS = 100;
const FEWEST_REPLICATIONS = 4;
/** Beyond this the weekly columns of one long arm would not fit into memory. */
const MOST_REPLICATIONS = 2000;

/** Adds the command to the program. */
export function addTipping(root: Command, surroundings: Surroundings): void {
  longRunOptions(root.command("tipping"), DEFAULT_REPLICATIONS, "setting")
    .description("show where the team tips into burnout, and whether it comes back (minutes)")
    .action((options: LongRunOptions) => runTipping(options, surroundings));
}

/** Runs every setting and prints what came out; throws InputProblems before anything is run. */
async function runTipping(options: LongRunOptions, surroundings: Surroundings): Promise<void> {
  const problems: string[] = [];
  const { replications, seed, workers, format } = readLongRun(
    options,
    surroundings.cores,
    problems,
    MOST_REPLICATIONS,
  );
  if (problems.length === 0 && replications < FEWEST_REPLICATIONS) {
    problems.push(
      `--replications is ${replications}; distributions need at least ${FEWEST_REPLICATIONS} replications.`,
    );
  }
  refuse(problems);
  const result = await withWorkers(workers, surroundings, (means, show) =>
    tipping({ replications, seed }, means, surroundings.signal, show),
  );
  if (format === "json") {
    const versions = { holdfast: HOLDFAST_VERSION, model: MODEL_VERSION };
    return surroundings.out(`${toJson({ ...versions, ...result })}\n`);
  }
  const report = tippingReport(result);
  surroundings.out(format === "markdown" ? asMarkdown(report) : asText(report));
}
