/** The items of STRESS-ABS (Monks and others 2019) answered for one run. */
import { type Grade, PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { changesInWords } from "../scenarios";
import { documents } from "../text/documents";
import { formatCount, yearsInWords } from "../text/format";
import { countByGrade } from "../text/limits";
import { text } from "../text/text";
import { commandOf, fingerprintLines, type PackSubject, stampOf } from "./subject";

/** The guideline's heading, and under it each item with its answer. */
type Section = readonly [title: string, items: readonly (readonly string[])[]];

export function stressAsRun(subject: PackSubject): string {
  const sections = [
    objectives(subject),
    logic(),
    data(subject),
    experimentation(subject),
    implementation(subject),
    access(subject),
  ].map(
    ([title, items]) =>
      `## ${title}\n\n${items.map(([item, answer]) => `### ${item}\n${answer}\n`).join("\n")}`,
  );
  return `${documents.stress.intro(stampOf(subject))}\n\n${sections.join("\n")}`;
}

function objectives({ results, focus }: PackSubject): Section {
  const words = documents.stress;
  const scenarios = results.scenarios.map((scenario) =>
    words.scenario({
      ...{ name: scenario.name, id: scenario.id, changes: changesInWords(scenario) },
      reasons: Object.entries(scenario.reasons).map(([id, reason]) => words.reason(id, reason)),
    }),
  );
  return [
    words.sections.objectives,
    [
      words.purpose(results.scenarios[focus].question),
      words.outputs(formatCount(MEASURES.length)),
      words.aims(scenarios),
    ],
  ];
}

const logic = (): Section => [documents.stress.sections.logic, documents.stress.logic];

function data({ results }: PackSubject): Section {
  const words = documents.stress;
  const grades = Object.entries(countByGrade(PARAMETERS)).map(([grade, count]) =>
    words.gradeCount(formatCount(count), text.grades[grade as Grade].name),
  );
  const inputs = words.inputs(formatCount(PARAMETERS.length), grades, results.scenarios.length);
  return [words.sections.data, [words.sources, words.preprocessing, inputs, words.assumptions]];
}

function experimentation({ results }: PackSubject): Section {
  const { run } = results.params(0);
  const words = documents.stress;
  return [
    words.sections.experimentation,
    [
      words.initialisation(yearsInWords(run.warmUpYears)),
      words.length(yearsInWords(run.years)),
      words.estimation(formatCount(results.futures)),
    ],
  ];
}

function implementation({ results }: PackSubject): Section {
  const words = documents.stress;
  const software = words.software(HOLDFAST_VERSION, MODEL_VERSION);
  return [
    words.sections.implementation,
    [software, words.sampling(results.request.seed), words.execution, words.system],
  ];
}

function access({ results }: PackSubject): Section {
  const words = documents.stress;
  return [words.sections.access, [words.sharing(commandOf(results), fingerprintLines(results))]];
}
