/** `why`: how much of the difference between two scenarios each changed parameter, and each mechanism, accounts for. */
import type { Command } from "commander";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { measureById, unknownMeasure } from "../experiment/measureNames";
import { planWhy, type WhyRequest, whyProblems } from "../experiment/why";
import { type Split, whyFindings } from "../experiment/whyFindings";
import { MECHANISMS, type Mechanism } from "../experiment/whyMechanisms";
import { waterfall } from "../experiment/whyWaterfall";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { type LongRunOptions, longRunOptions, readLongRun, refuse, settingOptions } from "./longRun";
import { readScenarios, readSettings, type SettingOptions, sameIds, wholeNumber } from "./request";
import { readStudyOptions, runStudy, type Study, type StudyOptions, studyOptions } from "./study";
import type { Surroundings } from "./surroundings";
import { type Why, whyReport } from "./whyReport";

export interface WhyOptions extends LongRunOptions, SettingOptions, StudyOptions {
  readonly measure: string;
  readonly by: string;
  readonly mechanisms?: string;
  readonly orders: string;
}

const DEFAULT_REPLICATIONS = 50;
const DEFAULT_ORDERS = 12;
const MOST_ORDERS = 1000;
const WAYS = ["levers", "mechanisms", "both"];

/** Adds the command to the program. */
export function addWhy(root: Command, surroundings: Surroundings): void {
  const command = root
    .command("why")
    .argument("<BASE>", "scenario to compare with")
    .argument("<OTHER>", "scenario whose difference from BASE is to be explained")
    .option("--measure <ID>", "measure whose difference is split", "turnoverRate")
    .option("--by <WAY>", "split by levers, mechanisms or both", "both")
    .option("--mechanisms <IDS>", "only these mechanisms, with commas between (default: all nine)")
    .option("--orders <N>", "orders sampled where more than 8 take part", String(DEFAULT_ORDERS));
  studyOptions(settingOptions(longRunOptions(command, DEFAULT_REPLICATIONS, "run that the split needs")))
    .description("split the difference between two scenarios over what differs and over mechanisms (minutes)")
    .action((base: string, other: string, options: WhyOptions) => why([base, other], options, surroundings));
}

/** Runs what the split needs and prints it; throws InputProblems before anything is run. */
async function why(names: readonly string[], options: WhyOptions, surroundings: Surroundings): Promise<void> {
  const problems: string[] = [];
  const { workers, format, seed, replications } = readLongRun(options, surroundings.cores, problems);
  if (problems.length === 0 && replications < 2)
    problems.push("--replications is 1; intervals need at least 2.");
  const place = readStudyOptions(options, problems);
  const request = readRequest(names, options, { seed, replications }, problems);
  refuse(problems);
  const how = { workers, format, place };
  await runStudy(whyStudy(names, options, request), how, { ...surroundings, estimate: "about" });
}

/** The split as a study: its arms are the settings that the coalitions need. */
function whyStudy(names: readonly string[], options: WhyOptions, request: WhyRequest): Study {
  const plan = planWhy(request);
  return {
    command: "why",
    experiment: plan.experiment,
    report: (tables, format) => {
      const result: Why = {
        names,
        options,
        request,
        plan,
        findings: whyFindings(plan, tables, options.measure),
      };
      if (format === "json") return `${toJson(whyJson(result))}\n`;
      const report = whyReport(result);
      return format === "markdown" ? asMarkdown(report) : asText(report);
    },
  };
}

/** The request; what is wrong goes to `problems`, after which it is not to be used. */
function readRequest(
  names: readonly string[],
  options: WhyOptions,
  size: Pick<WhyRequest, "seed" | "replications">,
  problems: string[],
): WhyRequest {
  if (measureById(options.measure) === undefined)
    problems.push(`--measure: ${unknownMeasure(options.measure)}`);
  if (!WAYS.includes(options.by))
    problems.push(`--by is "${options.by}"; it must be one of ${WAYS.join(", ")}.`);
  const orders = wholeNumber("--orders", options.orders, MOST_ORDERS, problems);
  if (Number(options.orders) === orders && (orders < 4 || orders % 2 === 1))
    problems.push(
      `--orders is ${orders}; orders come in pairs, and an error needs two: give 4, 6, 8 or more.`,
    );
  const mechanisms = options.by === "levers" ? [] : readMechanisms(options.mechanisms, problems);
  if (options.by === "levers" && options.mechanisms !== undefined)
    problems.push("--mechanisms is for a split by mechanisms; leave it out with --by levers.");
  const scenarios = readScenarios(names, readSettings(options, problems), problems);
  const [base, other] = scenarios;
  if (scenarios.length === 2) {
    problems.push(...sameIds(names, scenarios));
    if (problems.length === 0) problems.push(...whyProblems(base, other));
  }
  return { base, other, levers: options.by !== "mechanisms", mechanisms, orders, ...size };
}

/** The mechanisms named, or all of them. */
function readMechanisms(text: string | undefined, problems: string[]): readonly Mechanism[] {
  if (text === undefined) return MECHANISMS;
  const ids = text.split(",").map((id) => id.trim());
  const known = MECHANISMS.map(({ id }) => id);
  for (const id of ids.filter((id) => !known.includes(id)))
    problems.push(`--mechanisms has "${id}"; it must be one or more of ${known.join(", ")}.`);
  return MECHANISMS.filter(({ id }) => ids.includes(id));
}

/** Everything that was found, as data. */
function whyJson({ request, plan, findings }: Why): object {
  const { base, other, seed, replications } = request;
  const labels = { base: base.name, other: other.name, direct: "With none of these mechanisms" };
  const bars = (split: Split | null) => split && waterfall(findings.base.mean, split, labels);
  return {
    ...{ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, seed, replications },
    ...{ scenarios: { base: base.id, other: other.id }, arms: plan.experiment.scenarios.length },
    ...findings,
    waterfalls: { levers: bars(findings.levers), mechanisms: bars(findings.mechanisms) },
  };
}
