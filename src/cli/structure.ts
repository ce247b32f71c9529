/** `structure`: whether the ranking of the policies hangs on the rule of burnout. */
import type { Command } from "commander";
import { DEMANDS, type OwnSettings, policiesOf, RULES, runStructure } from "../experiment/structure";
import { findingsOf } from "../experiment/structureFindings";
import { footing } from "../experiment/structureFooting";
import { readLibrary } from "../library";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { type LongRunOptions, longRunOptions, readLongRun, refuse, withWorkers } from "./longRun";
import { type Structure, structureJson } from "./structureJson";
import { structureReport } from "./structureReport";
import type { Surroundings } from "./surroundings";

export interface StructureOptions extends LongRunOptions {
  readonly refit?: boolean;
}

const DEFAULT_REPLICATIONS = 100;

/** Adds the command to the program. */
export function addStructure(root: Command, surroundings: Surroundings): void {
  longRunOptions(root.command("structure"), DEFAULT_REPLICATIONS, "policy under each rule at each demand")
    .option("--refit", "first find the parameters that put the rules on the default rule's footing")
    .description("rank the policies by turnover under each rule of burnout (half an hour)")
    .action((options: StructureOptions) => structure(options, surroundings));
}

/** Runs every policy under every rule and prints what came out; throws InputProblems before anything is run. */
async function structure(options: StructureOptions, surroundings: Surroundings): Promise<void> {
  const problems: string[] = [];
  const { replications, seed, workers, format } = readLongRun(options, surroundings.cores, problems);
  if (problems.length === 0 && replications < 2) {
    problems.push("--replications is 1; a ranking with intervals needs at least 2.");
  }
  refuse(problems);
  const [baseline, ...others] = readLibrary();
  const policies = policiesOf(others);
  const result = await withWorkers(workers, surroundings, async (means, show): Promise<Structure> => {
    const { signal } = surroundings;
    const own: OwnSettings = options.refit ? await footing({ seed, replications }, means, signal, show) : {};
    const request = { baseline, policies, rules: RULES, demands: DEMANDS, own, seed, replications };
    const cells = await runStructure(request, means, signal, show);
    return {
      ...{ seed, replications, policies, own },
      refit: options.refit === true,
      demands: findingsOf(cells, seed),
    };
  });
  if (format === "json") return surroundings.out(`${toJson(structureJson(result))}\n`);
  const report = structureReport(result);
  surroundings.out(format === "markdown" ? asMarkdown(report) : asText(report));
}
