/** `drill`: what a shock does to a team, how long it takes to recover, and how often it never does. */
import type { Command } from "commander";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { drillExperiment, drillFindings } from "../experiment/drill";
import { SHOCK_KINDS } from "../experiment/drillShocks";
import { runScenarios } from "../experiment/runScenarios";
import { asMarkdown, asText } from "./document";
import { type Drill, drillReport } from "./drillReport";
import { type DrillOptions, FOR_GOOD, readDrill } from "./drillRequest";
import { toJson } from "./json";
import { longRunOptions, readLongRun, refuse, settingOptions, withWorkers } from "./longRun";
import type { Surroundings } from "./surroundings";

const DEFAULT_REPLICATIONS = 100;

/** Adds the command to the program. */
export function addDrill(root: Command, surroundings: Surroundings): void {
  const another = (text: string, texts: string[]) => [...texts, text];
  const command = root
    .command("drill")
    .argument("<SCENARIO>", "scenario that is struck")
    .option("--shock <KIND>", SHOCK_KINDS.join(", "))
    .option("--all", "every shock in turn, each of its usual size and length")
    .option("--at-week <N>", "week of the recorded period at the start of which it strikes", "52")
    .option("--size <N>", "link workers (1), posts (1) or times the usual referrals (1.5)")
    .option("--for-weeks <N>", `weeks that it lasts, or "${FOR_GOOD}" for good`)
    .option("--service <N>", "community service that closes: 1, 2 or 3 (default: 1)")
    .option("--tolerance <ID=VALUE>", "departure that counts as none, in the unit; repeatable", another, []);
  settingOptions(longRunOptions(command, DEFAULT_REPLICATIONS, "future, with and without the shock"))
    .description("strike a team with a shock: how deep, how long to recover, how often never (a minute)")
    .action((name: string, options: DrillOptions) => drill(name, options, surroundings));
}

/** Runs the futures with and without each shock and prints it; throws InputProblems before anything is run. */
async function drill(name: string, options: DrillOptions, surroundings: Surroundings): Promise<void> {
  const problems: string[] = [];
  const { workers, format, seed, replications } = readLongRun(options, surroundings.cores, problems);
  if (problems.length === 0 && replications < 2)
    problems.push("--replications is 1; intervals need at least 2.");
  const request = readDrill(name, options, { seed, replications }, problems);
  refuse(problems);
  const tables = await withWorkers(workers, { ...surroundings, estimate: "about" }, (means, show) =>
    runScenarios(drillExperiment(request), means, surroundings.signal, show),
  );
  const result: Drill = { name, options, request, findings: drillFindings(request, tables) };
  if (format === "json") return surroundings.out(`${toJson(drillJson(result))}\n`);
  const report = drillReport(result);
  surroundings.out(format === "markdown" ? asMarkdown(report) : asText(report));
}

/** Everything that was found, as data; "never" stands for more weeks than the run has. */
function drillJson({ request, findings }: Drill): object {
  const { scenario, seed, replications } = request;
  const weeks = (time: number): number | "never" => (time === Number.POSITIVE_INFINITY ? "never" : time);
  return {
    ...{ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, seed, replications, scenario: scenario.id },
    shocks: findings.map(({ shock, from, series }) => ({
      ...shock,
      recoveryCountedFromWeek: from,
      series: series.map(({ averageRecovery, recovery, ...own }) => ({
        ...own,
        averageRecovery: weeks(averageRecovery),
        recovery: {
          ...recovery,
          median: weeks(recovery.median),
          medianInterval: recovery.medianInterval.map(weeks),
          p10: weeks(recovery.p10),
          p90: weeks(recovery.p90),
        },
      })),
    })),
  };
}
