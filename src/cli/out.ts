/** `--out DIR`: everything about a run, as files. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measuresCsv, replicationsCsv, weeklyCsv } from "./csv";
import { toJson } from "./json";
import { InputProblems } from "./problems";
import type { Request } from "./request";
import { type RunResult, resultsJson } from "./results";

/**
 * Why results cannot be written to `folder`: nothing, if it is empty or does not exist yet. A folder with anything in
 * it is refused, so that no earlier result is ever lost or mixed with a later one.
 */
export function checkFolder(folder: string): string[] {
  if (folder === "") return ["--out is empty; it must be the path of a folder."];
  try {
    if (readdirSync(folder).length === 0) return [];
    return [`--out ${folder} is not empty; choose a new folder, so that nothing in it is lost.`];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    if (code === "ENOTDIR") return [`--out ${folder} is not a folder; choose a new folder.`];
    return [`--out ${folder} cannot be used: ${message}.`];
  }
}

/** Makes the folder before anything is run, so that a run is not lost because there is nowhere to put it. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(join(folder, "scenarios"), { recursive: true });
  } catch (error) {
    throw new InputProblems([`--out ${folder} cannot be made: ${(error as Error).message}.`]);
  }
}

/** Writes the files to `folder`, which `makeFolder` has made, and gives their names. */
export function writeResults(folder: string, request: Request, results: readonly RunResult[]): string[] {
  const complete = { ...request, perReplication: true, weekly: true };
  const files: [name: string, text: string][] = [
    ["results.json", `${toJson(resultsJson(complete, results))}\n`],
    ["measures.csv", measuresCsv(results)],
    ["replications.csv", replicationsCsv(results)],
    ["weekly.csv", weeklyCsv(results)],
    ...results.map((result): [string, string] => [
      join("scenarios", `${result.scenario.id}.json`),
      scenarioFile(result),
    ]),
  ];
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return files.map(([name]) => name);
}

/** The scenario as it was run, settings and what it extends included: running this file gives the same result. */
function scenarioFile({ scenario }: RunResult): string {
  const { id, name, question, changes, reasons, timeline } = scenario;
  return `${toJson({ holdfast: 1, id, name, question, changes, reasons, timeline })}\n`;
}
