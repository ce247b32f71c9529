/** `find-out-next`: which uncertain parameters decide which policy is best. */
import type { Command } from "commander";
import { findOutExperiment, findOutFindings } from "../experiment/findOutNext";
import { tooManyRuns } from "../experiment/sensitivity";
import { unfitPoints } from "../experiment/sensitivityInputs";
import { longRunOptions, refuse, settingOptions } from "./longRun";
import { wholeNumber } from "./request";
import { printed } from "./sensitivity";
import { findOutReport } from "./sensitivityFindOutReport";
import { findOutJson } from "./sensitivityJson";
import { DEFAULTS, type InputCall, type InputOptions, readInputs } from "./sensitivityRequest";
import { runStudy, type Study, studyOptions } from "./study";
import type { Surroundings } from "./surroundings";

export interface FindOutOptions extends InputOptions {
  readonly draws: string;
}

export interface FindOutCall extends InputCall {
  readonly draws: number;
}

const DEFAULT_DRAWS = 300;
/** Curves of four coefficients need some draws each. */
const FEWEST_DRAWS = 30;
const MOST_DRAWS = 100_000;

/** Adds the command to the program. */
export function addFindOutNext(root: Command, surroundings: Surroundings): void {
  const command = root
    .command("find-out-next")
    .argument("<BASE>", "a scenario to choose from, such as doing nothing")
    .argument("<OTHER...>", "the other scenarios to choose from")
    .option(
      "--parameters <IDS>",
      "ids with commas between, assumptions, or uncertain (assumptions and proxies) (default: uncertain)",
    )
    .option("--draws <N>", "draws of all parameters together", String(DEFAULT_DRAWS))
    .option(
      "--measures <IDS>",
      "measures by which to choose, one at a time, with commas between",
      "turnoverRate",
    )
    .description("rank parameters by how often knowing them would change which scenario is best (minutes)");
  longRunOptions(command, DEFAULTS.replications, "scenario at each draw");
  studyOptions(settingOptions(command)).action((base: string, others: string[], options: FindOutOptions) =>
    findOutNext([base, ...others], options, surroundings),
  );
}

/** Runs every scenario at every draw and prints what came out; throws InputProblems before anything is run. */
async function findOutNext(
  names: readonly string[],
  options: FindOutOptions,
  surroundings: Surroundings,
): Promise<void> {
  const call = readFindOut(names, options, surroundings.cores);
  const experiment = findOutExperiment(call);
  refuse(unfitPoints(experiment.scenarios));
  const study: Study = {
    command: "find-out-next",
    experiment,
    report: printed(
      (tables) => findOutFindings(call, tables, call.measures),
      (findings) => findOutJson(call, findings),
      (findings) => findOutReport(call, findings),
    ),
  };
  await runStudy(study, call, { ...surroundings, estimate: "about" });
}

/** Reads scenarios and options; throws InputProblems with every problem there is. */
export function readFindOut(names: readonly string[], options: FindOutOptions, cores: number): FindOutCall {
  const problems: string[] = [];
  const draws = wholeNumber("--draws", options.draws, MOST_DRAWS, problems);
  if (draws < FEWEST_DRAWS && problems.length === 0) {
    problems.push(`--draws is ${draws}; curves over one parameter need at least ${FEWEST_DRAWS} draws.`);
  }
  const inputs = readInputs(names, options, cores, problems, "uncertain");
  for (const { id, good } of inputs.measures) {
    if (good === null)
      problems.push(`--measures: neither direction of ${id} is better, so that none wins by it.`);
  }
  refuse([...new Set(problems)]);
  const call = { ...inputs, draws };
  const tooMany = tooManyRuns(draws, call);
  if (tooMany !== null) refuse([tooMany]);
  return call;
}
