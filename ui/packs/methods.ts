/** The methods pack: what a methods section needs, filled from the run on show. */
import { MODEL_VERSION } from "../../sim/version";
import { csvOf } from "../download";
import type { ModelTexts, PackFile } from "../packs";
import { citationFile, citationText } from "./citation";
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
    { name: "published/model-odd.md", content: texts.model },
    { name: "published/stress-abs.md", content: texts.stress },
    { name: "published/validation.md", content: texts.validation },
  ];
}

function readme(subject: PackSubject): string {
  const { scenarios } = subject.results;
  return `# Methods pack

${stampOf(subject)}

| file | what it holds |
| --- | --- |
| odd-summary.md | The model in the seven elements of ODD, with the settings of this run |
| stress-as-run.md | The STRESS-ABS items, answered for this run |
| parameters.csv | Every number of the model: value in each scenario, range, grade, source, reason |
| scenarios/ | The scenarios as run: what each changes, and why |
| results/ | measures.csv (summaries), replications.csv (every future), weekly.csv (bands over time), arms.csv, and their dictionary and codebook |
| citation.txt, CITATION.cff | How to cite |
| published/ | The model in full (ODD, version ${MODEL_VERSION}), its STRESS-ABS checklist and its validation, as published with it |

Fingerprints, equal where results are equal to the last bit:

${fingerprintLines(subject.results)
  .map((line) => `- ${line}`)
  .join("\n")}

${scenarios.length} scenarios. The published texts link to files of the source code, which are not in this pack.
`;
}
