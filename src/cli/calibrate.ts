/** `calibrate`: which settings of four parameters meet the four calibration targets. */
import type { Command } from "commander";
import { calibrate, WAVES } from "../experiment/calibrate";
import { coefficientsOf } from "../experiment/calibrateSurface";
import { FITTED } from "../experiment/calibrateTargets";
import { calibrationJson } from "./calibrateJson";
import { calibrationReport } from "./calibrateReport";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { type LongRunOptions, longRunOptions, readLongRun, refuse, withWorkers } from "./longRun";
import { wholeNumber } from "./request";
import type { Surroundings } from "./surroundings";

export interface CalibrateOptions extends LongRunOptions {
  readonly draws: string;
}

/** Draws a wave and replications a draw, unless the command says otherwise. */
const DEFAULT_DRAWS = 50;
const DEFAULT_REPLICATIONS = 30;
const MOST_DRAWS = 2000;

/** Adds the command to the program. */
export function addCalibrate(root: Command, surroundings: Surroundings): void {
  longRunOptions(root.command("calibrate"), DEFAULT_REPLICATIONS, "draw")
    .option("--draws <N>", `draws in each of ${WAVES} waves`, String(DEFAULT_DRAWS))
    .description("find the settings of four parameters that meet the calibration targets (minutes)")
    .action((options: CalibrateOptions) => runCalibrate(options, surroundings));
}

/** Calibrates and prints what came out; throws InputProblems before anything is run. */
async function runCalibrate(options: CalibrateOptions, surroundings: Surroundings): Promise<void> {
  const problems: string[] = [];
  const { replications, seed, workers, format } = readLongRun(options, surroundings.cores, problems);
  const draws = wholeNumber("--draws", options.draws, MOST_DRAWS, problems);
  const fewest = coefficientsOf(FITTED.length) + 1;
  const numbersAreRight = problems.length === 0;
  if (numbersAreRight && draws < fewest) {
    problems.push(
      `--draws is ${draws}; each of the ${WAVES} waves needs at least ${fewest} draws to fit a surface to.`,
    );
  }
  if (numbersAreRight && replications < 2) {
    problems.push("--replications is 1; a draw needs at least 2 to say how large its chance error is.");
  }
  refuse(problems);
  const result = await withWorkers(workers, surroundings, (means, show) =>
    calibrate({ draws, replications, seed }, means, surroundings.signal, show),
  );
  if (format === "json") return surroundings.out(`${toJson(calibrationJson(result))}\n`);
  const report = calibrationReport(result);
  surroundings.out(format === "markdown" ? asMarkdown(report) : asText(report));
}
