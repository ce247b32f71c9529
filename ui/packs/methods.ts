/** The methods pack: what a methods section needs, filled from the run on show. */
import { MODEL_VERSION } from "../../sim/version";
import { csvOf } from "../download";
import type { ModelTexts, PackFile } from "../packs";
import { documents } from "../text/documents";
import { citationFile, citationText } from "./citation";
import { experimentFiles } from "./experimentFiles";
import { oddSummary } from "./odd";
import { parameterData } from "./parameterData";
import { stressAsRun } from "./stress";
import { fingerprintLines, type PackSubject, stampOf } from "./subject";

/** Files of a raw result that a methods pack holds: tables as CSV, and the scenarios as run. */
const isTable = ({ name }: PackFile): boolean => /\.csv$|^scenarios\//.test(name);

/** The files of the pack; `raw` are those of the raw results. */
export function methodsFiles(subject: PackSubject, texts: ModelTexts, raw: readonly PackFile[]): PackFile[] {
  return [
    { name: "README.md", content: readme(subject) },
    { name: "odd-summary.md", content: oddSummary(subject) },
    { name: "stress-as-run.md", content: stressAsRun(subject) },
    { name: "parameters.csv", content: csvOf(parameterData(subject.results)) },
    { name: "citation.txt", content: citationText(subject) },
    { name: "CITATION.cff", content: citationFile() },
    ...raw.filter(isTable).map(({ name, content }) => ({
      name: name.startsWith("scenarios/") ? name : `results/${name}`,
      content,
    })),
    ...experimentFiles(subject),
    { name: "published/model-odd.md", content: texts.model },
    { name: "published/stress-abs.md", content: texts.stress },
    { name: "published/validation.md", content: texts.validation },
  ];
}

function readme(subject: PackSubject): string {
  const { results, experiments } = subject;
  return documents.readme({
    stamp: stampOf(subject),
    model: MODEL_VERSION,
    fingerprints: fingerprintLines(results),
    scenarios: results.scenarios.length,
    experiments: experiments.included.length > 0 ? documents.readmeExperiments : "",
    leftOut: experiments.leftOut.map(documents.experiments.leftOut),
  });
}
