/** The command line: its commands and options, and which part of the program does each. */
import { Command } from "commander";
import { HOLDFAST_VERSION } from "../../sim/version";
import { addCalibrate } from "./calibrate";
import { printMeasures, printParameters, printSchema, validate } from "./reference";
import type { RunOptions } from "./request";
import { run } from "./run";
import { addStructure } from "./structure";
import type { Surroundings } from "./surroundings";
import { addTipping } from "./tipping";
import { addVerify } from "./verify";

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
  addVerify(root, surroundings);
  return root;
}

function runOptions(command: Command): Command {
  const another = (text: string, texts: string[]) => [...texts, text];
  return command
    .option("--replications <N>", "replications of each scenario", "100")
    .option("--seed <TEXT>", "seed: the same seed gives the same result", "holdfast")
    .option("--years <Y>", "recorded years of 260 working days (instead of the scenario's)")
    .option("--warm-up <Y>", "years of warm-up before them (instead of the scenario's)")
    .option("--workers <N>", "worker threads (default: one a core)")
    .option("--set <PATH=VALUE>", "give a parameter another value in every scenario; repeatable", another, [])
    .option("--format <FORMAT>", "table, json or csv", "table")
    .option("--per-replication", "give every replication's measures (json, csv)")
    .option("--weekly", "give the weekly series (json, csv)")
    .option("--out <DIR>", "also write json, csv and the scenarios as run to a new or empty folder");
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
