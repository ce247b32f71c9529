/** `run` and `compare`. */
import type { RunTable } from "../../sim/statistics";
import { runWithUncertainty, type UncertainResults } from "../experiment/uncertainty";
import type { BandsOf } from "../output/resultFiles";
import { measuresCsv, measuresTable, replicationsCsv, weeklyCsv } from "./csv";
import { toJson } from "./json";
import { type Request, type RunOptions, readRequest } from "./request";
import { type Results, resultsJson, resultsOf } from "./results";
import { resultsText } from "./resultsText";
import { type RunStudy, runStudy, type Study } from "./study";
import type { Surroundings } from "./surroundings";

/** Runs the scenarios named and prints what came out; throws InputProblems before anything is run. */
export async function run(
  names: readonly string[],
  options: RunOptions,
  compare: boolean,
  surroundings: Surroundings,
): Promise<void> {
  const request = readRequest(names, options, compare, surroundings.cores);
  for (const warning of warningsAbout(request)) surroundings.err(`Warning: ${warning}\n`);
  const { workers, format, place } = request;
  await runStudy(studyOf(request), { workers, format, place }, surroundings);
}

/** The study that a request asks for. */
function studyOf(request: Request): Study {
  const { scenarios, seed, replications, precision, inputs, compare, place, diary } = request;
  const { weekly, perReplication } = request;
  const experiment = { scenarios, seed, replications, weekly: weekly || place.out !== undefined };
  let found: Pick<UncertainResults, "stopped" | "doubts"> = { stopped: null, doubts: null };
  const run: RunStudy = async (means, signal, show) => {
    const results = await runWithUncertainty({ experiment, precision, inputs }, means, signal, show);
    found = results;
    return results.tables;
  };
  const resultsFrom = (tables: readonly RunTable[], bandsOf: BandsOf): Results => ({
    runs: resultsOf(request, tables, bandsOf, found.doubts),
    stopped: found.stopped,
  });
  return {
    command: compare ? "compare" : "run",
    experiment,
    run: precision || inputs ? run : undefined,
    report: (tables, _, bandsOf) => textOf(request, resultsFrom(tables, bandsOf)),
    texts: (tables, bandsOf) => {
      const results = resultsFrom(tables, bandsOf);
      const complete = { ...request, perReplication: false, weekly: true };
      return [
        ["results.json", `${toJson(resultsJson(complete, results))}\n`],
        ["measures.csv", measuresCsv(results.runs)],
      ];
    },
    described: [measuresTable(compare, inputs !== null)],
    diary,
    weeklyReplications: weekly && perReplication,
  };
}

function warningsAbout({ format, perReplication, weekly, place }: Request): string[] {
  if (format !== "table" || place.out !== undefined) return [];
  const asked = [perReplication && "--per-replication", weekly && "--weekly"].filter(Boolean);
  return asked.map((option) => `${option} is not part of a table; add --format json or csv, or --out DIR.`);
}

function textOf(request: Request, results: Results): string {
  if (request.format === "json") return `${toJson(resultsJson(request, results))}\n`;
  if (request.format === "table") return resultsText(request, results);
  if (request.perReplication) return replicationsCsv(results.runs);
  return request.weekly ? weeklyCsv(results.runs) : measuresCsv(results.runs);
}
