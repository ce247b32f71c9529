/** The command line: its commands and options, and which part of the program does each. */
import { Command } from "commander";
import { HOLDFAST_VERSION } from "../../sim/version";
import { addCalibrate } from "./calibrate";
import { addDrill } from "./drill";
import { settingOptions } from "./longRun";
import { addMerge } from "./merge";
import { printMeasures, printParameters, printSchema, validate } from "./reference";
import { addReproduce } from "./reproduce";
import type { RunOptions } from "./request";
import { run } from "./run";
import { addSensitivity } from "./sensitivity";
import { addFindOutNext } from "./sensitivityFindOut";
import { addStaff } from "./staff";
import { addStructure } from "./structure";
import { studyOptions } from "./study";
import type { Surroundings } from "./surroundings";
import { addSweep } from "./sweep";
import { thisCall } from "./thisCall";
import { addTipping } from "./tipping";
import { uncertaintyOptions } from "./uncertainty";
import { addVerify } from "./verify";
import { addWhy } from "./why";

/** The program, which throws a CommanderError instead of ending the process. */
export function program(surroundings: Surroundings): Command {
  const { out, err } = surroundings;
  const root = new Command("holdfast")
    .description(
      "Simulates holding work, burnout and turnover among social prescribing link workers.\n" +
        "A SCENARIO is the path of a scenario file, or the id of one of ours, such as baseline.",
    )
    .version(HOLDFAST_VERSION)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err, outputError: (text, write) => write(sentence(text)) });

  root.hook("preAction", (_, command) => {
    thisCall().options = command.opts();
  });
  runOptions(root.command("run").argument("<SCENARIO...>", "scenarios to run"))
    .description("run scenarios and summarise each measure")
    .action((names: string[], options: RunOptions) => run(names, options, false, surroundings));
  runOptions(root.command("compare").argument("<BASE>", "scenario to compare with"))
    .argument("<OTHER...>", "scenarios to compare")
    .description("run scenarios and give their differences from BASE, replication by replication")
    .action((base: string, others: string[], options: RunOptions) =>
      run([base, ...others], options, true, surroundings),
    );
  root
    .command("validate")
    .argument("<SCENARIO...>", "scenario files to check")
    .description("say that a scenario can be run, or every problem in it")
    .action((names: string[]) => validate(names, surroundings));
  formatOption(root.command("parameters"))
    .description("print the parameter table")
    .action(({ format }: { format: string }) => printParameters(format, surroundings));
  formatOption(root.command("measures"))
    .description("print the measure table")
    .action(({ format }: { format: string }) => printMeasures(format, surroundings));
  root
    .command("schema")
    .description("print the JSON Schema of a scenario file")
    .action(() => printSchema(surroundings));
  addCalibrate(root, surroundings);
  addTipping(root, surroundings);
  addStructure(root, surroundings);
  addSensitivity(root, surroundings);
  addFindOutNext(root, surroundings);
  addVerify(root, surroundings);
  addMerge(root, surroundings, program);
  addReproduce(root, surroundings, program);
  addWhy(root, surroundings);
  addDrill(root, surroundings);
  addSweep(root, surroundings);
  addStaff(root, surroundings);
  return root;
}

function runOptions(command: Command): Command {
  return uncertaintyOptions(studyOptions(settingOptions(command)))
    .option("--seed <TEXT>", "seed: the same seed gives the same result", "holdfast")
    .option("--workers <N>", "worker threads (default: one a core)")
    .option("--format <FORMAT>", "table, json or csv", "table")
    .option("--per-replication", "give every replication's measures (json, csv)")
    .option("--weekly", "give the weekly series (json, csv)")
    .option("--diary <R>", "with --out: also write every event of replication R, counted from 0");
}

function formatOption(command: Command): Command {
  return command.option("--format <FORMAT>", "table, json or markdown", "table");
}

/** Commander's "error: unknown option '--rep'" as a sentence. */
function sentence(text: string): string {
  const plain = text
    .replace(/^error: /, "")
    .replaceAll("\n", " ")
    .trim();
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.?)]$/.test(plain) ? "" : "."}\n`;
}
