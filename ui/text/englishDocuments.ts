/**
 * The English texts of the documents that the page makes: the business case, and the texts of the methods pack. They
 * are as much to translate as english.ts, but wait until a document is made, so that the first load stays small.
 */
export const englishDocuments = {
  business: {
    title: (scenario: string) => `Business case: ${scenario}`,
    headings: {
      question: "Question and finding",
      options: "Options",
      costs: "Costs",
      benefits: "Benefits",
      sensitivity: "Sensitivity",
      assumptions: "Assumptions and reasons",
      risks: "Risks",
      repeating: "How to repeat this",
    },
    warning: (warning: string) => `Warning: ${warning}`,
    projection: (teams: string, years: string) =>
      `From ${teams} link workers over ${years}: a projection from stated assumptions, not a forecast. “Give or take” is how sure the average difference is (95%); “8 in 10” is how far single futures lie apart.`,
    option: "Option",
    doNothing: "Do nothing",
    doMinimum: "Do minimum",
    optionOf: (letter: string) => `Option ${letter}`,
    named: (option: string, scenario: string) => `${option}: ${scenario}`,
    noMinimum: "Do minimum: none was named",
    measure: (label: string, unit: string) => `${label} (${unit})`,
    optionsCaption:
      "Average; in brackets 8 in 10 simulated futures; below, the average difference from doing nothing, ± its give or take (95%).",
    level: (average: string, range: string) => `${average} (${range})`,
    change: (difference: string, margin: string, verdict: string) => `${difference} ±${margin} ${verdict}`,
    costsCaption:
      "£ a year on average, at today's prices. Vacant posts cost nothing, so a policy that keeps staff may cost more in pay.",
    cost: "Cost",
    allCosts: "All of these",
    againstNothing: "Against doing nothing",
    notCounted:
      "Not counted: GPs' time, community services, premises, redundancy, optimism bias, and any value of better outcomes. Add them from local figures.",
    noOption: "There is no option beside doing nothing in this comparison.",
    benefitsCaption:
      "Average differences from doing nothing over matched futures, ± their give or take (95%), beside those in the table of options.",
    benefit: "Measure",
    notRanked:
      "Which numbers matter most: not yet run. “Which assumptions matter most?” on the page runs it.",
    ranked: ({
      measure,
      about,
      first,
      count,
    }: {
      measure: string;
      about: string;
      first: string;
      count: string;
    }) =>
      `Which numbers matter most for ${measure} (around ${about}): ${first}, in this order, of ${count} that were varied. Only numbers whose effect was told apart from chance are named.`,
    noneRanked: ({ measure, about, count }: { measure: string; about: string; count: string }) =>
      `Which numbers matter most for ${measure} (around ${about}): of ${count} that were varied, none was told apart from chance.`,
    chanceOfBase:
      "Chance alone: the brackets in the table of options hold 8 in 10 futures with the same inputs.",
    chance: (fewer: string, equal: string, more: string) =>
      `Chance alone: the option has fewer leavers than doing nothing in ${fewer} matched futures, as many in ${equal}, and more in ${more}.`,
    outOf: (count: string, all: string) => `${count} of ${all}`,
    fromWeek: (week: string, change: string) => `from week ${week}: ${change}`,
    value: (label: string, value: string) => `${label}: ${value}`,
    noReason: "no reason given",
    assumptionsCaption:
      "What each option changes, and why. Everything else is as in the model's table of numbers.",
    changed: "Change",
    usual: "Usual value",
    reason: "Reason",
    nothingChanged: "No option changes any number of the model.",
    risksCaption: "In how many simulated futures.",
    risk: "Risk",
    overload: "Referrals exceed capacity: the wait grows without end, or until people give up",
    moreLeave: "More link workers leave than with doing nothing",
    longerWait: "Patients wait longer for a first appointment than with doing nothing",
    moreCost: "It costs more than doing nothing",
    modelRisk:
      "The model may be wrong: most of its numbers are assumptions, so check that the option still looks best with the numbers that you doubt.",
    teamRisk: "Your team is not the simulated one: fit local numbers first where they exist.",
    repeat: (command: string) =>
      `With the scenario files of the raw results: ${command}. Equal fingerprints mean equal results, to the last bit.`,
  },
  experiments: {
    annex: "Annex: experiments",
    leftOut: (question: string) =>
      `“${question}” is left out: it was run for other inputs than are set now. Run it again to have it here.`,
    settings: (settings: readonly string[]) => `Settings: ${settings.join("; ")}.`,
    setting: (label: string, value: string) => `${label}: ${value}`,
    settingColumns: ["Setting", "Value"],
    /** What stands above a figure or a table: phrases without a full stop. */
    caption: (parts: readonly string[]) => parts.map((part) => part.replace(/\.?$/, ".")).join(" "),
    file: (one: {
      question: string;
      stamp: string;
      finding: readonly string[];
      settings: string;
      parts: readonly string[];
    }) => `# ${one.question}

${one.stamp}

${one.finding.map((sentence) => `- ${sentence}`).join("\n")}

${one.settings}

${one.parts.join("\n\n")}
`,
  },
  structure: {
    rules: {
      "moving-average": "burnout from recent workload alone",
      energy: "burnout as a stock of energy that runs down",
      "no-feedback": "burnout that does not slow anyone down",
    } as Readonly<Record<string, string>>,
    unknown: "Whether the ranking of policies hangs on the rule for burnout: see docs/validation.md.",
    check: ({ rule, kept, clear, swapped }: { rule: string; kept: number; clear: number; swapped: number }) =>
      `with ${rule}, ${kept} of ${clear} clear orderings of two policies stayed, ${swapped} swapped`,
    model: (version: string) => ` (model ${version})`,
    checks: (model: string, referrals: string, checks: readonly string[]) =>
      `The rule for burnout is itself in doubt. In the published check of the policies that come with Holdfast${model}, by turnover and at ${referrals} referrals per WTE: ${checks.join("; ")}. The rest were too close to call under one of the two rules.`,
    inGeneral:
      "That check is not of the scenarios in this document; it says how far a ranking such as this one can be trusted in general.",
  },
  citation: {
    work: "Holdfast: a simulation of holding work, burnout and turnover among social prescribing link workers",
    authors: "Holdfast contributors",
    please: "If you use these results, please cite the software that made them.",
    reference: ({
      year,
      work,
      holdfast,
      model,
    }: {
      year: number;
      work: string;
      holdfast: string;
      model: string;
    }) => `Holdfast contributors (${year}). ${work}. Version ${holdfast} (model ${model}), MIT licence.`,
    results: (stamp: string) => `Results: ${stamp}`,
    command: (command: string) => `Command: ${command}`,
    fingerprint: (line: string) => `Fingerprint, ${line}`,
  },
  /** The row of the table of files where experiments were run, and the line where one was left out. */
  readmeExperiments:
    "| experiments/ | Experiments that were run on the page: finding, settings, figure, and tables as CSV |\n",
  readme: ({
    stamp,
    model,
    fingerprints,
    scenarios,
    experiments,
    leftOut,
  }: {
    stamp: string;
    model: string;
    fingerprints: readonly string[];
    scenarios: number;
    experiments: string;
    leftOut: readonly string[];
  }) => `# Methods pack

${stamp}

| file | what it holds |
| --- | --- |
| odd-summary.md | The model in the seven elements of ODD, with the settings of this run |
| stress-as-run.md | The STRESS-ABS items, answered for this run |
| parameters.csv | Every number of the model: value in each scenario, range, grade, source, reason |
| scenarios/ | The scenarios as run: what each changes, and why |
| results/ | measures.csv (summaries), replications.csv (every future), weekly.csv (bands over time), arms.csv, and their dictionary and codebook |
${experiments}| citation.txt, CITATION.cff | How to cite |
| published/ | The model in full (ODD, version ${model}), its STRESS-ABS checklist and its validation, as published with it |

Fingerprints, equal where results are equal to the last bit:

${fingerprints.map((line) => `- ${line}`).join("\n")}

${scenarios} scenarios. The published texts link to files of the source code, which are not in this pack.
${leftOut.map((sentence) => `\n${sentence}\n`).join("")}`,
  odd: {
    unlimited: "unlimited",
    stock: "a stock with fast strain and slow recovery",
    rule: (rule: string) => `the rule “${rule}”`,
    scenario: (name: string, changes: readonly string[]) => `- ${name}: ${changes.join("; ") || "nothing"}.`,
    summary: (run: {
      stamp: string;
      model: string;
      years: string;
      question: string;
      places: readonly string[];
      linkWorkers: string;
      referrals: string;
      exhaustion: string;
      seed: string;
      measures: string;
      warmUp: string;
      parameters: string;
      scenarios: readonly string[];
      holding: string;
      limits: readonly string[];
    }) => `# ODD summary of this run

${run.stamp} The full description, with every rule and equation: published/model-odd.md (model ${run.model}). Form: Grimm and others 2020, doi 10.18564/jasss.4259.

## 1. Purpose and patterns
To compare policies for one team of social prescribing link workers: what they do over ${run.years} to caseloads, exhaustion, burnout and turnover, and to patients. The question of this run: ${run.question} Patterns by which the model is judged: sickness absence, turnover, burnout, and people who are worse after an unsupported wait.

## 2. Entities, state variables and scales
Patients (complexity, distress, need, readiness, phase, contacts) and link workers (exhaustion, burnout, susceptibility, workload, open cases), each an individual; posts, three community services (${run.places.join(", ")} places before any change of capacity), and the practice. At the baseline ${run.linkWorkers} posts. Time is continuous, in working days: 5 a week, 260 a year.

## 3. Process overview and scheduling
Event by event, in order of time, then of scheduling; at every working day's end link workers' states move in order of posts. Referrals at ${run.referrals} a year per reference WTE at the baseline.

## 4. Design concepts
Demands and resources; queueing with limited servers; exhaustion as ${run.exhaustion}. Caseloads, waits, burnout and turnover emerge. No learning beyond induction and training, no optimising. Stochasticity: every draw is a function of seed (“${run.seed}”), replication, stream, entity and number of the draw, so that scenarios meet the same patients and the same luck. Observation: ${run.measures} measures, after the warm-up only.

## 5. Initialisation
Nobody in the system, the team complete; ${run.warmUp} of warm-up under the baseline's policies, not recorded; then a record of ${run.years}. Levers change at week 0 unless a timeline says otherwise.

## 6. Input data
None but the ${run.parameters} parameters (parameters.csv). What the scenarios change:

${run.scenarios.join("\n")}

## 7. Submodels
Referral and waiting; contacts and the day; pathway and closing; community services; holding (four functions, at the baseline “${run.holding}”); workload, exhaustion and burnout; absence and leaving; departure, handover and recruitment; general practice; levers; shocks. Equations: published/model-odd.md, section 7.

## Limits
${run.limits.map((sentence) => `- ${sentence}`).join("\n")}
`,
  },
  stress: {
    intro: (stamp: string) => `# STRESS-ABS, for this run

${stamp} Item names are the guideline's (Monks, Currie, Onggo, Robinson, Kunc and Taylor 2019, doi 10.1080/17477778.2018.1442155); answers that are the same for every run are brief here and in full in published/stress-abs.md.`,
    scenario: (scenario: {
      name: string;
      id: string;
      changes: readonly string[];
      reasons: readonly string[];
    }) =>
      `- ${scenario.name} (\`${scenario.id}\`): ${scenario.changes.join("; ") || "nothing is changed"}.${scenario.reasons.length > 0 ? ` Reasons: ${scenario.reasons.join(" ")}` : ""}`,
    reason: (parameter: string, reason: string) => `${parameter}: ${reason}`,
    gradeCount: (count: string, grade: string) => `${count} ${grade.toLowerCase()}`,
    sections: {
      objectives: "1. Objectives",
      logic: "2. Logic",
      data: "3. Data",
      experimentation: "4. Experimentation",
      implementation: "5. Implementation",
      access: "6. Code access",
    },
    purpose: (question: string) => [
      "1.1 Purpose of the model",
      `To compare policies for one team of link workers. Asked here: ${question}`,
    ],
    outputs: (measures: string) => [
      "1.2 Model outputs",
      `${measures} measures with unit and definition (results/codebook.csv): one value a replication (results/replications.csv), summarised by mean, 95% interval (Student's t), and 10th, 50th and 90th percentile (results/measures.csv); weekly series as bands (results/weekly.csv).`,
    ],
    aims: (scenarios: readonly string[]) => [
      "1.3 Experimentation aims",
      `Scenario comparison, paired by replication on common random numbers:\n\n${scenarios.join("\n")}`,
    ],
    logic: [
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
    sources: [
      "3.1 Data sources",
      "No data set is read. Published figures, proxies and assumptions, each with its source: parameters.csv.",
    ],
    preprocessing: ["3.2 Pre-processing", "None beyond conversions of units that a source states."],
    inputs: (parameters: string, grades: readonly string[], scenarios: number) => [
      "3.3 Input parameters",
      `${parameters} parameters (${grades.join(", ")}): parameters.csv, with their values in each of the ${scenarios} scenarios.`,
    ],
    assumptions: [
      "3.4 Assumptions",
      "Every row of parameters.csv of the grade Assumption, everything about holding among them; published/model-odd.md, section 8.",
    ],
    initialisation: (warmUp: string) => [
      "4.1 Initialisation",
      `Terminating runs from an empty system, with a warm-up of ${warmUp} that is not recorded.`,
    ],
    length: (years: string) => ["4.2 Run length", `The record is ${years} of 260 working days.`],
    estimation: (futures: string) => [
      "4.3 Estimation approach",
      `${futures} independent replications of each scenario, matched by common random numbers; means and paired differences with 95% Student-t intervals, and percentiles over replications.`,
    ],
    software: (holdfast: string, model: string) => [
      "5.1 Software or programming language",
      `Holdfast ${holdfast}, model ${model}; TypeScript, run in a browser.`,
    ],
    sampling: (seed: string) => [
      "5.2 Random sampling",
      `Keyed by seed (“${seed}”), replication, stream, entity and number of the draw; inverse transform, one uniform number a draw.`,
    ],
    execution: [
      "5.3 Model execution",
      "Next-event, ties by order of scheduling; replications spread over workers, whose number and order change no number.",
    ],
    system: ["5.4 System specification", "Any current browser, or Node 20.19, 22.12 or 24."],
    sharing: (command: string, fingerprints: readonly string[]) => [
      "6.1 Computer model sharing statement",
      `MIT licence; citation.txt. The same results from the source code: \`${command}\`. Fingerprints:\n\n${fingerprints.map((line) => `- ${line}`).join("\n")}`,
    ],
  },
};

/** What a translation has to supply for documents. */
export type DocumentTexts = typeof englishDocuments;
