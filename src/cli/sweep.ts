/** `sweep`: a scenario over a range of one parameter or more. */
import type { Command } from "commander";
import type { RunTable } from "../../sim/statistics";
import { HEADLINE_MEASURES } from "../experiment/precision";
import { sweepExperiment, sweepRows } from "../experiment/sweep";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { longRunOptions, settingOptions } from "./longRun";
import { runStudy, type Study, studyOptions } from "./study";
import type { Surroundings } from "./surroundings";
import { sweepCsv, sweepJson, sweepTable } from "./sweepJson";
import { sweepReport } from "./sweepReport";
import { readSweep, type SweepCall, type SweepOptions } from "./sweepRequest";

const DEFAULT_REPLICATIONS = 100;

/** Adds the command to the program. */
export function addSweep(root: Command, surroundings: Surroundings): void {
  const another = (text: string, texts: string[]) => [...texts, text];
  const command = root
    .command("sweep")
    .argument("<SCENARIO>", "scenario to vary")
    .option("--vary <ID=VALUES>", "a parameter: low:high:step, or values a,b,c; repeatable", another, [])
    .option("--design <DESIGN>", "full-factorial (every combination) or latin-hypercube", "full-factorial")
    .option("--points <N>", "points of a Latin hypercube over ranges low:high")
    .option("--measures <IDS>", "measures to report, with commas between", HEADLINE_MEASURES.join(","))
    .option("--weekly", "with --out: also write the weekly series of every point")
    .description("run a scenario over ranges of its parameters");
  longRunOptions(command, DEFAULT_REPLICATIONS, "point", "table, json, csv or markdown");
  studyOptions(settingOptions(command)).action((name: string, options: SweepOptions) =>
    sweep(name, options, surroundings),
  );
}

/** Runs a sweep and prints what came out; throws InputProblems before anything is run. */
async function sweep(name: string, options: SweepOptions, surroundings: Surroundings): Promise<void> {
  const call = readSweep(name, options, surroundings.cores);
  await runStudy(sweepStudy(call), call, { ...surroundings, estimate: "about" });
}

/** The sweep as a study: its arms are the points of the design. */
export function sweepStudy(call: SweepCall): Study {
  const rowsOf = (tables: readonly RunTable[]) => sweepRows(call.design, tables, call.measures);
  const report: Study["report"] = (tables, format) => {
    const rows = rowsOf(tables);
    if (format === "json") return `${toJson(sweepJson(call, tables, rows))}\n`;
    if (format === "csv") return sweepCsv(call, rows);
    const blocks = sweepReport(call, rows);
    return format === "markdown" ? asMarkdown(blocks) : asText(blocks);
  };
  return {
    command: "sweep",
    experiment: { ...sweepExperiment(call), weekly: call.weekly },
    report,
    texts: (tables, bandsOf) => [
      ["results.json", report(tables, "json", bandsOf)],
      ["report.md", report(tables, "markdown", bandsOf)],
      ["sweep.csv", report(tables, "csv", bandsOf)],
    ],
    described: [sweepTable(call)],
  };
}
