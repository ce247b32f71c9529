/** `sensitivity`: which parameters move a measure, or the difference between two scenarios. */
import type { Command } from "commander";
import type { RunTable } from "../../sim/statistics";
import { HEADLINE_MEASURES } from "../experiment/precision";
import { runScenarios } from "../experiment/runScenarios";
import { unfitPoints } from "../experiment/sensitivityInputs";
import { morrisExperiment, morrisFindings, mostInfluential } from "../experiment/sensitivityMorris";
import { sobolExperiment, sobolFindings } from "../experiment/sensitivitySobol";
import { asMarkdown, asText, type Block } from "./document";
import { toJson } from "./json";
import { longRunOptions, refuse, settingOptions, withWorkers } from "./longRun";
import { morrisJson, sobolJson } from "./sensitivityJson";
import { morrisReport } from "./sensitivityReport";
import { sobolReport } from "./sensitivityReportSobol";
import {
  DEFAULTS,
  readSensitivity,
  type SensitivityCall,
  type SensitivityOptions,
} from "./sensitivityRequest";
import { runStudy, type Study, studyOptions } from "./study";
import type { Surroundings } from "./surroundings";

/** Adds the command to the program. */
export function addSensitivity(root: Command, surroundings: Surroundings): void {
  const { trajectories, samples, top, replications } = DEFAULTS;
  const command = root
    .command("sensitivity")
    .argument("<SCENARIO>", "scenario to analyse")
    .argument("[OTHER]", "analyse its difference from SCENARIO instead, on the same luck")
    .option(
      "--method <METHOD>",
      "morris (screening: what matters at all) or sobol (shares of the variance)",
      "morris",
    )
    .option(
      "--parameters <IDS>",
      "ids with commas between, assumptions, or uncertain (assumptions and proxies) (default: assumptions)",
    )
    .option(
      "--top <N>",
      `sobol: the N parameters that matter most in a screening, run first (default: ${top})`,
    )
    .option("--measures <IDS>", "measures to analyse, with commas between", HEADLINE_MEASURES.join(","))
    .option(
      "--trajectories <N>",
      `walks through the parameters' ranges in a screening (default: ${trajectories})`,
    )
    .option("--samples <N>", `sobol: rows of each sample (default: ${samples})`)
    .description("which parameters move a measure, or the difference between two scenarios (minutes)");
  longRunOptions(command, replications, "scenario at each point");
  studyOptions(settingOptions(command)).action(
    (base: string, other: string | undefined, options: SensitivityOptions) =>
      sensitivity(other === undefined ? [base] : [base, other], options, surroundings),
  );
}

/** Analyses and prints what came out; throws InputProblems before anything is run. */
async function sensitivity(
  names: readonly string[],
  options: SensitivityOptions,
  surroundings: Surroundings,
): Promise<void> {
  const asked = readSensitivity(names, options, surroundings.cores);
  const call = asked.top === null ? asked : await screened(asked, surroundings);
  const study = sensitivityStudy(call);
  refuse(unfitPoints(study.experiment.scenarios));
  await runStudy(study, call, { ...surroundings, estimate: "about" });
}

/** The call with the parameters that matter most in a screening of those asked for. */
async function screened(call: SensitivityCall, surroundings: Surroundings): Promise<SensitivityCall> {
  const experiment = morrisExperiment(call);
  refuse(unfitPoints(experiment.scenarios));
  surroundings.err(`First a screening of ${call.rows.length} parameters.\n`);
  const tables = await withWorkers(call.workers, { ...surroundings, estimate: "about" }, (means, show) =>
    runScenarios(experiment, means, surroundings.signal, show),
  );
  const findings = morrisFindings(call, tables, call.measures);
  return { ...call, rows: mostInfluential(findings, call.top ?? call.rows.length) };
}

type SensitivityStudy = Study & { readonly experiment: ReturnType<typeof morrisExperiment> };

/** The analysis as a study: its arms are the points of the design, the scenarios side by side at each. */
export function sensitivityStudy(call: SensitivityCall): SensitivityStudy {
  const { method, measures } = call;
  if (method === "morris") {
    const found = (tables: readonly RunTable[]) => morrisFindings(call, tables, measures);
    const texts = printed(
      found,
      (f) => morrisJson(call, f),
      (f) => morrisReport(call, f),
    );
    return { command: "sensitivity", experiment: morrisExperiment(call), report: texts };
  }
  const found = (tables: readonly RunTable[]) => sobolFindings(call, tables, measures);
  const texts = printed(
    found,
    (f) => sobolJson(call, f),
    (f) => sobolReport(call, f),
  );
  return { command: "sensitivity", experiment: sobolExperiment(call), report: texts };
}

/** A report in the formats of long runs, from findings that are computed once the tables are there. */
export function printed<Findings>(
  find: (tables: readonly RunTable[]) => Findings,
  json: (findings: Findings) => object,
  report: (findings: Findings) => Block[],
): Study["report"] {
  return (tables, format) => {
    const findings = find(tables);
    if (format === "json") return `${toJson(json(findings))}\n`;
    return format === "markdown" ? asMarkdown(report(findings)) : asText(report(findings));
  };
}
