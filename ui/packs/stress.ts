/** The items of STRESS-ABS (Monks and others 2019) answered for one run. */
import { PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { changesInWords } from "../scenarios";
import { formatCount, yearsInWords } from "../text/format";
import { countByGrade, GRADE_WORDS } from "../text/limits";
import { commandOf, fingerprintLines, type PackSubject, stampOf } from "./subject";

/** Item and answer, under the guideline's headings. */
type Section = readonly [title: string, items: readonly (readonly [item: string, answer: string])[]];

export function stressAsRun(subject: PackSubject): string {
  const sections = [
    objectives(subject),
    logic(),
    data(subject),
    experimentation(subject),
    implementation(subject),
    access(subject),
  ];
  const text = sections.map(
    ([title, items]) =>
      `## ${title}\n\n${items.map(([item, answer]) => `### ${item}\n${answer}\n`).join("\n")}`,
  );
  return `# STRESS-ABS, for this run

${stampOf(subject)} Item names are the guideline's (Monks, Currie, Onggo, Robinson, Kunc and Taylor 2019, doi 10.1080/17477778.2018.1442155); answers that are the same for every run are brief here and in full in published/stress-abs.md.

${text.join("\n")}`;
}

function objectives({ results, focus }: PackSubject): Section {
  const scenarios = results.scenarios.map((scenario) => {
    const what = changesInWords(scenario).join("; ") || "nothing is changed";
    const why = Object.entries(scenario.reasons).map(([id, reason]) => `${id}: ${reason}`);
    return `- ${scenario.name} (\`${scenario.id}\`): ${what}.${why.length > 0 ? ` Reasons: ${why.join(" ")}` : ""}`;
  });
  return [
    "1. Objectives",
    [
      [
        "1.1 Purpose of the model",
        `To compare policies for one team of link workers. Asked here: ${results.scenarios[focus].question}`,
      ],
      [
        "1.2 Model outputs",
        `${formatCount(MEASURES.length)} measures with unit and definition (results/codebook.csv): one value a replication (results/replications.csv), summarised by mean, 95% interval (Student's t), and 10th, 50th and 90th percentile (results/measures.csv); weekly series as bands (results/weekly.csv).`,
      ],
      [
        "1.3 Experimentation aims",
        `Scenario comparison, paired by replication on common random numbers:\n\n${scenarios.join("\n")}`,
      ],
    ],
  ];
}

const logic = (): Section => [
  "2. Logic",
  [
    ["2.1 Base model overview diagram", "published/model-odd.md, section 2 (phases of a patient)."],
    ["2.2 Base model logic", "published/model-odd.md, sections 3 and 7."],
    [
      "2.3 Scenario logic",
      "A scenario changes parameters, never code; levers change after the warm-up, context holds from the first day.",
    ],
    [
      "2.4 Algorithms",
      "published/model-odd.md, section 7: allocation, priorities, thinning, exact solution of exhaustion over a day.",
    ],
    [
      "2.5 Components",
      "Environment: referrals, the practice, three community services. Agents: patients, link workers. Topology: one team with shared queues. Entry and exit: referral and nine causes of closing; recruitment and notice.",
    ],
  ],
];

function data({ results }: PackSubject): Section {
  const grades = Object.entries(countByGrade(PARAMETERS)).map(
    ([grade, count]) =>
      `${formatCount(count)} ${GRADE_WORDS[grade as keyof typeof GRADE_WORDS].toLowerCase()}`,
  );
  return [
    "3. Data",
    [
      [
        "3.1 Data sources",
        "No data set is read. Published figures, proxies and assumptions, each with its source: parameters.csv.",
      ],
      ["3.2 Pre-processing", "None beyond conversions of units that a source states."],
      [
        "3.3 Input parameters",
        `${formatCount(PARAMETERS.length)} parameters (${grades.join(", ")}): parameters.csv, with their values in each of the ${results.scenarios.length} scenarios.`,
      ],
      [
        "3.4 Assumptions",
        "Every row of parameters.csv of the grade Assumption, everything about holding among them; published/model-odd.md, section 8.",
      ],
    ],
  ];
}

function experimentation({ results }: PackSubject): Section {
  const { run } = results.params(0);
  return [
    "4. Experimentation",
    [
      [
        "4.1 Initialisation",
        `Terminating runs from an empty system, with a warm-up of ${yearsInWords(run.warmUpYears)} that is not recorded.`,
      ],
      ["4.2 Run length", `${yearsInWords(run.years)} of 260 working days.`],
      [
        "4.3 Estimation approach",
        `${formatCount(results.futures)} independent replications of each scenario, matched by common random numbers; means and paired differences with 95% Student-t intervals, and percentiles over replications.`,
      ],
    ],
  ];
}

function implementation({ results }: PackSubject): Section {
  return [
    "5. Implementation",
    [
      [
        "5.1 Software or programming language",
        `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}; TypeScript, run in a browser.`,
      ],
      [
        "5.2 Random sampling",
        `Keyed by seed (“${results.request.seed}”), replication, stream, entity and number of the draw; inverse transform, one uniform number a draw.`,
      ],
      [
        "5.3 Model execution",
        "Next-event, ties by order of scheduling; replications spread over workers, whose number and order change no number.",
      ],
      ["5.4 System specification", "Any current browser, or Node 20.19, 22.12 or 24."],
    ],
  ];
}

function access({ results }: PackSubject): Section {
  const lines = fingerprintLines(results).map((line) => `- ${line}`);
  return [
    "6. Code access",
    [
      [
        "6.1 Computer model sharing statement",
        `MIT licence; citation.txt. The same results from the source code: \`${commandOf(results)}\`. Fingerprints:\n\n${lines.join("\n")}`,
      ],
    ],
  ];
}
