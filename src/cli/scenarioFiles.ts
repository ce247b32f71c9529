/** Scenarios for the command line: ours by id, others from files. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Changes, checkScenario, readScenario, type Scenario } from "../../sim/scenario";
import { SOURCES } from "../library";
import { parseJson } from "./json";
import type { Read } from "./problems";
import { thisCall } from "./thisCall";

/** Reads the file at `path`: what it holds, or why it cannot be read. */
export function readJsonFile(path: string): Read<unknown> {
  try {
    return parseJson(readFileSync(path, "utf8"), path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") return { problems: [`${path} is a folder; give a scenario file.`] };
    if (code === "EACCES") return { problems: [`${path} may not be read by this user.`] };
    return { problems: [`${path} cannot be read: ${message}.`] };
  }
}

/**
 * The scenario an argument names: the id of one of ours, or the path of a file. The call that is under way takes it
 * down, so that results can be made again without the file.
 */
export function openScenario(argument: string): Read<Scenario> {
  const { given, inputs } = thisCall();
  const scenario = given?.get(argument);
  const read = scenario ? { value: scenario } : readArgument(argument);
  if ("value" in read) inputs.set(argument, read.value);
  return read;
}

function readArgument(argument: string): Read<Scenario> {
  if (SOURCES.has(argument)) return check(SOURCES.get(argument), argument, (id) => SOURCES.get(id));
  if (!existsSync(argument)) return { problems: [unknownScenario(argument)] };
  const source = readJsonFile(argument);
  return "problems" in source ? source : check(source.value, argument, libraryBeside(argument));
}

/** The scenario with `changes` over its own, checked as a whole. */
export function withSettings(scenario: Scenario, changes: Changes, argument: string): Read<Scenario> {
  const together = { ...scenario.changes, ...changes };
  const problems = checkScenario(together, scenario.timeline);
  if (problems.length > 0) {
    return { problems: problems.map((problem) => `${argument} with these settings: ${problem}`) };
  }
  return { value: { ...scenario, changes: together } };
}

function check(source: unknown, where: string, library: (id: string) => unknown): Read<Scenario> {
  const answer = readScenario(source, library);
  if ("scenario" in answer) return { value: answer.scenario };
  return { problems: answer.problems.map((problem) => `${where}: ${problem}`) };
}

/** What a file's "extends" may name: a file ID.json in the same folder, or else one of ours. */
function libraryBeside(path: string): (id: string) => unknown {
  return (id) => {
    const beside = join(dirname(path), `${basename(id)}.json`);
    if (!existsSync(beside)) return SOURCES.get(id);
    const source = readJsonFile(beside);
    return "value" in source ? source.value : undefined;
  };
}

function unknownScenario(argument: string): string {
  const ids = [...SOURCES.keys()].sort().join(", ");
  return `${argument} is neither a file nor the id of a scenario of ours; ours are ${ids}.`;
}
