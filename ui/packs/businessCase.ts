/** The business case: two pages from one finished run, for those who decide. */
import type { Value } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import type { Ranks } from "../evidence";
import { differenceOf } from "../figures/measures";
import { describeValue } from "../levers";
import { measureById, type Results } from "../results";
import { endWeekOf, unlessTooLate } from "../scenarios";
import { documents } from "../text/documents";
import { findingSentence, futuresSentence, patientsSentence } from "../text/finding";
import { formatCount, formatRange, formatValue, inWords, styleOf, yearsInWords } from "../text/format";
import { limitSentences } from "../text/limits";
import { overloadedFutures } from "../text/overload";
import { parameterById } from "../text/tables";
import { teamSizes } from "../text/teams";
import { text } from "../text/text";
import { fewFuturesWarning, warningsOf } from "../text/warnings";
import { annex } from "./annex";
import { type Block, heading, list, type PackDocument, paragraph } from "./document";
import { structureDoubt } from "./structureDoubt";
import { commandOf, fingerprintLines, type PackSubject, stampOf } from "./subject";

/** The business case as a document. */
export function businessCase(subject: PackSubject): PackDocument {
  const { results, focus } = subject;
  return {
    locale: text.locale,
    pageOf: text.packs.pageOf,
    title: documents.business.title(results.scenarios[focus].name),
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
      ...annex(subject.experiments),
    ],
  };
}

function question({ results, focus }: PackSubject): Block[] {
  const { run } = results.params(0);
  const few = fewFuturesWarning(results);
  const words = documents.business;
  return [
    heading(words.headings.question),
    paragraph(results.scenarios[focus].question),
    paragraph(findingSentence(results, focus), "lead"),
    paragraph(`${futuresSentence(results, focus)} ${patientsSentence(results, focus)}`),
    ...[...warningsOf(results, focus), ...(few ? [few] : [])].map((warning) =>
      paragraph(words.warning(warning), "warning"),
    ),
    paragraph(
      words.projection(text.figures.teams(teamSizes(results.scenarios)), yearsInWords(run.years)),
      "small",
    ),
  ];
}

/** What the appraisal calls each scenario: do nothing, do minimum, then the others by letter. */
function shortNames({ results: { scenarios }, doMinimum }: PackSubject): string[] {
  const { doNothing, doMinimum: least, optionOf } = documents.business;
  let letter = 0;
  return scenarios.map((_, s) => {
    if (s === 0) return doNothing;
    return s === doMinimum ? least : optionOf(String.fromCharCode(65 + letter++));
  });
}

/** The same with the scenario's own name. */
export function optionNames(subject: PackSubject): string[] {
  const { scenarios } = subject.results;
  return shortNames(subject).map((short, s) => documents.business.named(short, scenarios[s].name));
}

/** Positions of the scenarios as an appraisal has them: do nothing, do minimum, then the others. */
function orderOf({ results: { scenarios }, doMinimum }: PackSubject): number[] {
  const all = scenarios.map((_, s) => s);
  return doMinimum === null ? all : [0, doMinimum, ...all.filter((s) => s !== 0 && s !== doMinimum)];
}

const APPRAISED = ["leavers", "burnoutPrevalence", "waitMeanDays", "connectedShare", "costPerYear"];

function options(subject: PackSubject): Block[] {
  const { results, doMinimum } = subject;
  const words = documents.business;
  const names = optionNames(subject);
  const rows = orderOf(subject).map((s) => [names[s], ...APPRAISED.map((id) => optionCell(results, s, id))]);
  if (doMinimum === null) {
    rows.splice(1, 0, [words.noMinimum, ...APPRAISED.map(() => "–")]);
  }
  const columns = APPRAISED.map((id) => {
    const { label, unit } = measureById(id);
    return words.measure(label, styleOf(unit).words);
  });
  const table = { caption: words.optionsCaption, columns: [words.option, ...columns], rows };
  return [heading(words.headings.options), { kind: "table", ...table }];
}

function optionCell(results: Results, s: number, id: string): string {
  const measure = measureById(id);
  const style = styleOf(measure.unit);
  const { mean, p10, p90 } = results.summary(s, id);
  const level = documents.business.level(formatValue(mean, style), formatRange(p10, p90, style));
  return s === 0 ? level : `${level}\n${changeWords(results, s, id)}`;
}

/** `−1.9 ±0.4 better`, or that there is no difference; the captions say what ± is. */
function changeWords(results: Results, s: number, id: string): string {
  const measure = measureById(id);
  const { mean, margin, verdict, words } = differenceOf(results, s, measure);
  const { differenceSuffix: unit } = styleOf(measure.unit);
  const size = margin.endsWith(unit) ? margin.slice(0, margin.length - unit.length) : margin;
  return verdict === "same" ? words : documents.business.change(mean, size, words);
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
  const words = documents.business;
  const rows = COSTS.map((id) => {
    const { label, unit } = measureById(id);
    const cells = orderOf(subject).map((s) => formatValue(results.summary(s, id).mean, styleOf(unit)));
    return [id === "costPerYear" ? words.allCosts : label, ...cells];
  });
  const extra = orderOf(subject).map((s) => (s === 0 ? "–" : changeWords(results, s, "costPerYear")));
  return [
    heading(words.headings.costs),
    {
      kind: "table",
      caption: words.costsCaption,
      columns: [words.cost, ...orderedNames(subject)],
      rows: [...rows, [words.againstNothing, ...extra]],
    },
    paragraph(words.notCounted, "small"),
  ];
}

/** The short names in the order of the appraisal. */
const orderedNames = (subject: PackSubject): string[] => {
  const names = shortNames(subject);
  return orderOf(subject).map((s) => names[s]);
};

const BENEFITS = [
  ...["turnoverRate", "vacancyRate", "absenceRate", "caseloadMean"],
  ...["returnedToGpShare", "disengagedShare", "renegedShare", "distressDays", "longestGapDays"],
];

function benefits(subject: PackSubject): Block[] {
  const { results } = subject;
  const words = documents.business;
  const title = heading(words.headings.benefits);
  if (results.scenarios.length === 1) return [title, paragraph(words.noOption)];
  const rows = BENEFITS.map((id) => {
    const { label, unit } = measureById(id);
    const style = styleOf(unit);
    const base = formatValue(results.summary(0, id).mean, style);
    const cells = orderOf(subject)
      .slice(1)
      .map((s) => changeWords(results, s, id));
    return [words.measure(label, style.words), base, ...cells];
  });
  return [
    title,
    {
      kind: "table",
      caption: words.benefitsCaption,
      columns: [words.benefit, ...orderedNames(subject)],
      rows,
    },
  ];
}

const MOST_RANKED = 5;

function sensitivity({ results, focus, ranks, validation }: PackSubject): Block[] {
  const words = documents.business;
  const count = (is: (difference: number) => boolean) => outOf(results, focus, "leavers", is);
  const spread =
    focus === 0
      ? words.chanceOfBase
      : words.chance(
          count((d) => d < 0),
          count((d) => d === 0),
          count((d) => d > 0),
        );
  const ranked = ranks === null ? words.notRanked : rankedInWords(ranks);
  return [
    heading(words.headings.sensitivity),
    list([spread, ranked, ...structureDoubt(validation, results.params(0).referral.perWtePerYear)]),
  ];
}

/** The numbers that matter most, of a sensitivity run. */
function rankedInWords({ measure: label, about, ids, told }: Ranks): string {
  const words = documents.business;
  const measure = text.format.within(label);
  if (told.length === 0) return words.noneRanked({ measure, about, count: formatCount(ids.length) });
  const first = told.slice(0, MOST_RANKED).map((id) => text.format.within(parameterById(id).label));
  return words.ranked({ measure, about, first: inWords(first), count: formatCount(ids.length) });
}

/** How many matched futures have a difference from the baseline of some kind, as `68 of 100`. */
function outOf(results: Results, s: number, id: string, is: (difference: number) => boolean): string {
  const [base, other] = [results.column(0, id), results.column(s, id)];
  return outOfAll(results, base.filter((value, r) => is(other[r] - value)).length);
}

const outOfAll = ({ futures }: Results, count: number): string =>
  documents.business.outOf(formatCount(count), formatCount(futures));

function assumptions(subject: PackSubject): Block[] {
  const words = documents.business;
  const names = shortNames(subject);
  const changed = subject.results.scenarios.flatMap((scenario, s) => changesOf(scenario, names[s]));
  const [counted, projection] = limitSentences(subject.results.params(0).run);
  return [
    heading(words.headings.assumptions),
    changed.length > 0
      ? {
          kind: "table",
          caption: words.assumptionsCaption,
          columns: [words.option, words.changed, words.usual, words.reason],
          rows: changed,
        }
      : paragraph(words.nothingChanged),
    list([counted, projection]),
  ];
}

/** A row for each change of a scenario: the option, the change, the usual value, the reason. */
function changesOf({ changes, timeline, reasons }: Scenario, option: string): string[][] {
  const words = documents.business;
  const later = (change: string, atWeek: number): string =>
    unlessTooLate(words.fromWeek(String(atWeek), change), atWeek, endWeekOf(changes));
  const row = (id: string, value: Value, atWeek: number | null): string[] => {
    const parameter = parameterById(id);
    const change = words.value(parameter.label, describeValue(parameter, value));
    const when = atWeek === null ? change : later(change, atWeek);
    const usual = describeValue(parameter, parameter.default);
    return [option, when, usual, reasons[id]?.trim() || words.noReason];
  };
  return [
    ...Object.entries(changes).map(([id, value]) => row(id, value, null)),
    ...timeline.flatMap((entry) =>
      Object.entries(entry.changes).map(([id, value]) => row(id, value, entry.atWeek)),
    ),
  ];
}

function risks({ results, focus }: PackSubject): Block[] {
  const words = documents.business;
  const overload = (s: number) => outOfAll(results, overloadedFutures(results, s));
  const more = (id: string) => outOf(results, focus, id, (d) => d > 0);
  const ofOption =
    focus === 0
      ? []
      : [
          [words.moreLeave, "–", more("leavers")],
          [words.longerWait, "–", more("waitMeanDays")],
          [words.moreCost, "–", more("costPerYear")],
        ];
  return [
    heading(words.headings.risks),
    {
      kind: "table",
      caption: words.risksCaption,
      columns: [words.risk, words.doNothing, focus > 0 ? results.scenarios[focus].name : words.option],
      rows: [[words.overload, overload(0), focus > 0 ? overload(focus) : "–"], ...ofOption],
    },
    list([words.modelRisk, words.teamRisk]),
  ];
}

function repeating({ results }: PackSubject): Block[] {
  const words = documents.business;
  return [
    heading(words.headings.repeating),
    paragraph(words.repeat(commandOf(results)), "small"),
    ...fingerprintLines(results).map((line) => paragraph(line, "small")),
  ];
}
