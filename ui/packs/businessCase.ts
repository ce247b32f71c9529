/** The business case: two pages from one finished run, for those who decide. */
import { PARAMETER_INDEX } from "../../sim/parameters";
import { differenceOf } from "../figures/measures";
import { describeValue } from "../levers";
import { measureById, type Results } from "../results";
import { findingSentence, futuresSentence, patientsSentence } from "../text/finding";
import { formatCount, formatRange, formatValue, inWords, styleOf, yearsInWords } from "../text/format";
import { limitSentences } from "../text/limits";
import { overloadedFutures } from "../text/overload";
import { fewFuturesWarning, warningsOf } from "../text/warnings";
import { type Block, heading, list, type PackDocument, paragraph } from "./document";
import { structureDoubt } from "./structureDoubt";
import { commandOf, fingerprintLines, type PackSubject, stampOf } from "./subject";

/** The business case as a document. */
export function businessCase(subject: PackSubject): PackDocument {
  const { results, focus } = subject;
  return {
    title: `Business case: ${results.scenarios[focus].name}`,
    stamp: stampOf(subject),
    blocks: [
      ...question(subject),
      ...options(subject),
      ...costs(subject),
      ...benefits(subject),
      ...sensitivity(subject),
      ...assumptions(subject),
      ...risks(subject),
      ...repeating(subject),
    ],
  };
}

function question({ results, focus }: PackSubject): Block[] {
  const { run, team } = results.params(0);
  const few = fewFuturesWarning(results);
  return [
    heading("Question and finding"),
    paragraph(results.scenarios[focus].question),
    paragraph(findingSentence(results, focus), "lead"),
    paragraph(`${futuresSentence(results, focus)} ${patientsSentence(results, focus)}`),
    ...[...warningsOf(results, focus), ...(few ? [few] : [])].map((text) =>
      paragraph(`Warning: ${text}`, "warning"),
    ),
    paragraph(
      `From a simulated team of ${formatCount(team.linkWorkers)} link workers over ${yearsInWords(run.years)}: a projection from stated assumptions, not a forecast. “Give or take” is how sure the average difference is (95%); “8 in 10” is how far single futures lie apart.`,
      "small",
    ),
  ];
}

/** The name of an option in the appraisal: do nothing, do minimum, then the others by letter. */
export function optionNames({ results: { scenarios }, doMinimum }: PackSubject): string[] {
  let letter = 0;
  return scenarios.map(({ name }, s) => {
    if (s === 0) return `Do nothing: ${name}`;
    if (s === doMinimum) return `Do minimum: ${name}`;
    return `Option ${String.fromCharCode(65 + letter++)}: ${name}`;
  });
}

/** Positions of the scenarios as an appraisal has them: do nothing, do minimum, then the others. */
function orderOf({ results: { scenarios }, doMinimum }: PackSubject): number[] {
  const all = scenarios.map((_, s) => s);
  return doMinimum === null ? all : [0, doMinimum, ...all.filter((s) => s !== 0 && s !== doMinimum)];
}

const APPRAISED = ["leavers", "burnoutPrevalence", "waitMeanDays", "connectedShare", "costPerYear"];

function options(subject: PackSubject): Block[] {
  const { results, doMinimum } = subject;
  const names = optionNames(subject);
  const rows = orderOf(subject).map((s) => [names[s], ...APPRAISED.map((id) => optionCell(results, s, id))]);
  if (doMinimum === null) {
    rows.splice(1, 0, ["Do minimum: none was named", ...APPRAISED.map(() => "–")]);
  }
  const columns = APPRAISED.map((id) => {
    const { label, unit } = measureById(id);
    return `${label} (${styleOf(unit).words})`;
  });
  const caption =
    "Average; in brackets 8 in 10 simulated futures; below, the average difference from doing nothing, ± its give or take (95%).";
  return [heading("Options"), { kind: "table", caption, columns: ["Option", ...columns], rows }];
}

function optionCell(results: Results, s: number, id: string): string {
  const measure = measureById(id);
  const style = styleOf(measure.unit);
  const { mean, p10, p90 } = results.summary(s, id);
  const level = `${formatValue(mean, style)} (${formatRange(p10, p90, style)})`;
  return s === 0 ? level : `${level}\n${changeWords(results, s, id)}`;
}

/** `−1.9 ±0.4 better`, or that there is no difference; the captions say what ± is. */
function changeWords(results: Results, s: number, id: string): string {
  const { mean, margin, verdict, words } = differenceOf(results, s, measureById(id));
  return verdict === "same" ? words : `${mean} ±${margin.replace(/ points$/, "")} ${words}`;
}

const COSTS = [
  "costStaffPerYear",
  "costSupervisionPerYear",
  "costTrainingPerYear",
  "costRecruitmentPerYear",
  "costPerYear",
];

function costs(subject: PackSubject): Block[] {
  const { results } = subject;
  const rows = COSTS.map((id) => {
    const { label, unit } = measureById(id);
    const cells = orderOf(subject).map((s) => formatValue(results.summary(s, id).mean, styleOf(unit)));
    return [id === "costPerYear" ? "All of these" : label, ...cells];
  });
  const extra = orderOf(subject).map((s) => (s === 0 ? "–" : changeWords(results, s, "costPerYear")));
  return [
    heading("Costs"),
    {
      kind: "table",
      caption:
        "£ a year on average, at today's prices. Vacant posts cost nothing, so a policy that keeps staff may cost more in pay.",
      columns: ["Cost", ...shortNames(subject)],
      rows: [...rows, ["Against doing nothing", ...extra]],
    },
    paragraph(
      "Not counted: GPs' time, community services, premises, redundancy, optimism bias, and any value of better outcomes. Add them from local figures.",
      "small",
    ),
  ];
}

/** What stands before the colon of an option's name: `Option A`. */
const shortName = (name: string): string => name.replace(/^(Do nothing|Do minimum|Option [A-Z]): .*$/s, "$1");

const shortNames = (subject: PackSubject): string[] => {
  const names = optionNames(subject);
  return orderOf(subject).map((s) => shortName(names[s]));
};

const BENEFITS = [
  ...["turnoverRate", "vacancyRate", "absenceRate", "caseloadMean"],
  ...["returnedToGpShare", "disengagedShare", "renegedShare", "distressDays", "longestGapDays"],
];

function benefits(subject: PackSubject): Block[] {
  const { results } = subject;
  if (results.scenarios.length === 1) {
    return [heading("Benefits"), paragraph("There is no option beside doing nothing in this comparison.")];
  }
  const rows = BENEFITS.map((id) => {
    const { label, unit } = measureById(id);
    const style = styleOf(unit);
    const base = formatValue(results.summary(0, id).mean, style);
    const cells = orderOf(subject)
      .slice(1)
      .map((s) => changeWords(results, s, id));
    return [`${label} (${style.words})`, base, ...cells];
  });
  return [
    heading("Benefits"),
    {
      kind: "table",
      caption:
        "Average differences from doing nothing over matched futures, ± their give or take (95%), beside those in the table of options.",
      columns: ["Measure", ...shortNames(subject)],
      rows,
    },
  ];
}

const MOST_RANKED = 5;

function sensitivity({ results, focus, ranks, validation }: PackSubject): Block[] {
  const label = (id: string) => PARAMETER_INDEX.get(id)?.label ?? id;
  const ranked =
    ranks === null
      ? "Which numbers matter most: not yet run. “Which assumptions matter most?” on the page runs it."
      : `Which numbers matter most for ${ranks.measure.toLowerCase()} (around ${ranks.about}): ${inWords(ranks.ids.slice(0, MOST_RANKED).map((id) => label(id).toLowerCase()))}, in this order, of ${formatCount(ranks.ids.length)} that were varied.`;
  const spread =
    focus === 0
      ? "Chance alone: the brackets in the table of options hold 8 in 10 futures with the same inputs."
      : `Chance alone: the option has fewer leavers than doing nothing in ${outOf(results, focus, "leavers", (d) => d < 0)} matched futures, as many in ${outOf(results, focus, "leavers", (d) => d === 0)}, and more in ${outOf(results, focus, "leavers", (d) => d > 0)}.`;
  return [
    heading("Sensitivity"),
    list([spread, ranked, ...structureDoubt(validation, results.params(0).referral.perWtePerYear)]),
  ];
}

/** How many matched futures have a difference from the baseline of some kind, as `68 of 100`. */
function outOf(results: Results, s: number, id: string, is: (difference: number) => boolean): string {
  const [base, other] = [results.column(0, id), results.column(s, id)];
  const count = base.filter((value, r) => is(other[r] - value)).length;
  return `${formatCount(count)} of ${formatCount(results.futures)}`;
}

function assumptions(subject: PackSubject): Block[] {
  const names = optionNames(subject);
  const changed = subject.results.scenarios.flatMap(({ changes, timeline, reasons }, s) => {
    const all = [
      ...Object.entries(changes).map(([id, value]) => ({ id, value, when: "" })),
      ...timeline.flatMap((entry) =>
        Object.entries(entry.changes).map(([id, value]) => ({
          id,
          value,
          when: `from week ${entry.atWeek}: `,
        })),
      ),
    ];
    return all.map(({ id, value, when }) => {
      const row = PARAMETER_INDEX.get(id);
      const words = row ? `${when}${row.label}: ${describeValue(row, value)}` : id;
      const usual = row ? describeValue(row, row.default) : "–";
      return [shortName(names[s]), words, usual, reasons[id]?.trim() || "no reason given"];
    });
  });
  const [counted, projection] = limitSentences();
  return [
    heading("Assumptions and reasons"),
    changed.length > 0
      ? {
          kind: "table",
          caption:
            "What each option changes, and why. Everything else is as in the model's table of numbers.",
          columns: ["Option", "Change", "Usual value", "Reason"],
          rows: changed,
        }
      : paragraph("No option changes any number of the model."),
    list([counted, projection]),
  ];
}

function risks({ results, focus }: PackSubject): Block[] {
  const overload = (s: number) =>
    `${formatCount(overloadedFutures(results, s))} of ${formatCount(results.futures)}`;
  const rows = [
    [
      "Referrals exceed capacity and the wait grows without end",
      overload(0),
      focus > 0 ? overload(focus) : "–",
    ],
    ...(focus === 0
      ? []
      : [
          [
            "More link workers leave than with doing nothing",
            "–",
            outOf(results, focus, "leavers", (d) => d > 0),
          ],
          [
            "Patients wait longer for a first appointment than with doing nothing",
            "–",
            outOf(results, focus, "waitMeanDays", (d) => d > 0),
          ],
          ["It costs more than doing nothing", "–", outOf(results, focus, "costPerYear", (d) => d > 0)],
        ]),
  ];
  return [
    heading("Risks"),
    {
      kind: "table",
      caption: "In how many simulated futures.",
      columns: ["Risk", "Do nothing", focus > 0 ? results.scenarios[focus].name : "Option"],
      rows,
    },
    list([
      "The model may be wrong: most of its numbers are assumptions, so check that the option still looks best with the numbers that you doubt.",
      "Your team is not the simulated one: fit local numbers first where they exist.",
    ]),
  ];
}

function repeating({ results }: PackSubject): Block[] {
  return [
    heading("How to repeat this"),
    paragraph(
      `With the scenario files of the raw results: ${commandOf(results)}. Equal fingerprints mean equal results, to the last bit.`,
      "small",
    ),
    ...fingerprintLines(results).map((line) => paragraph(line, "small")),
  ];
}
