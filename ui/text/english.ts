import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import type { ShockAsk } from "../experiments";

const LOCALE = "en-GB";
const wholeNumbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const lists = new Intl.ListFormat(LOCALE, { type: "conjunction" });

/** A whole number as English writes it. What decides the grammar of a sentence comes as a number, all else as text. */
const whole = (count: number): string => wholeNumbers.format(count);
const plural = (count: number, one: string, more: string): string => (count === 1 ? one : more);
/** A list as it is spoken: `a`, `a and b`, `a, b and c`. */
const list = (parts: readonly string[]): string => lists.format(parts);
/** Teams of which it cannot be told: "4 posts is", "4 posts and 5 posts are". */
const open = (teams: readonly string[]): string => `${list(teams)} ${plural(teams.length, "is", "are")}`;

/** Nouns of units that have a singular of their own. */
const SINGULAR: Readonly<Record<string, string>> = {
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month",
  years: "year",
  posts: "post",
  cases: "case",
  people: "person",
  patients: "patient",
  spells: "spell",
};
const PLURAL = new RegExp(`\\b(${Object.keys(SINGULAR).join("|")})\\b`);
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A name with a small letter at its beginning, but for abbreviations. */
const uncapital = (name: string): string =>
  /^(A |[A-Z][a-z])/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/** `4 hours a month`, but `1 hour a month`; `£70 an hour`, `0.3 of referrals` and `0.5 (0–1)`. */
function withUnit(number: string, unit: string): string {
  if (unit === "" || unit.startsWith("%")) return number + unit;
  if (unit.startsWith("£ ")) return `£${number}${unit.slice(1)}`;
  if (unit.startsWith("share of ")) return `${number} ${unit.slice("share ".length)}`;
  if (unit.startsWith("0–1")) return `${number} (${unit})`;
  return `${number} ${number === "1" ? unit.replace(PLURAL, (noun) => SINGULAR[noun]) : unit}`;
}

/** First words of names made here or in the library; other names were typed by somebody, and stay as they are. */
const OUR_FIRST_WORDS = new Set(
  [
    ...PARAMETERS.map(({ label }) => label),
    ...[
      "A",
      "Baseline",
      "Changes",
      "Copy",
      "Faster",
      "Four",
      "Half",
      "No",
      "One",
      "Slower",
      "Warm",
      "Without",
    ],
  ].map(firstWord),
);

function firstWord(name: string): string {
  return name.match(/^[^\s,]*/)![0];
}

/** In quotes what was typed or has marks of its own; apart from the sentence where it is written from the right. */
function scenarioInSentence(name: string): string {
  const hasName = /[,:;().?!]|\s[A-Z][a-z]/.test(name) || name.length < 2;
  const isOurs = OUR_FIRST_WORDS.has(firstWord(name)) && !hasName;
  const said = isOurs ? uncapital(name) : `“${name}”`;
  return /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(name) ? `\u2068${said}\u2069` : said;
}

/** How values of one unit are written: what stands before and after a value and a difference, and the unit in words. */
export interface UnitWords {
  /** For the heads of columns and the titles of axes. */
  readonly words: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Instead of the suffix, after a difference. */
  readonly differenceSuffix?: string;
}

interface ShockWords {
  readonly label: string;
  /** What its size counts; null where it has none. */
  readonly unit: string | null;
  readonly words: (shock: ShockAsk) => string;
}

/** Translations of the project's tables, by id; what is left out stays as the table has it. */
interface Tables {
  readonly parameters: Readonly<Record<string, Partial<Pick<ParameterRow, "label" | "unit" | "effect">>>>;
  /** Units of measures are in `units`. */
  readonly measures: Readonly<Record<string, Partial<Pick<Measure, "label" | "definition">>>>;
  readonly scenarios: Readonly<Record<string, Partial<Pick<Scenario, "name" | "question">>>>;
  /** Weekly columns, as shock drills show them; their units are in `units`. */
  readonly weekly: Readonly<Record<string, { readonly label?: string }>>;
  readonly mechanisms: Readonly<Record<string, { readonly label?: string }>>;
  /** By kind; `words` says one that strikes, as in "one link worker gives notice". */
  readonly shocks: Readonly<Record<string, ShockWords>>;
}

/** The gaps of the sentence that says the answer. */
interface Finding {
  readonly scenario: string;
  readonly size: string;
  readonly years: string;
  readonly margin: string;
  readonly instead: string;
}

/**
 * Every text that the page shows, in English, and nowhere else: whoever translates Holdfast writes a second file of
 * this shape (docs/translating.md). A sentence with a gap is a function of what fills it, already formatted. Labels,
 * units and explanations of parameters, measures and scenarios come from their own tables, which the command line
 * and the documents use too. The long texts of documents stand beside it in englishDocuments.ts, which is not part of
 * the first load.
 */
export const english = {
  /** The language tag by which numbers, dates, lists and plurals are written. */
  locale: LOCALE,
  /** The tables are in English. */
  tables: { parameters: {}, measures: {}, scenarios: {}, weekly: {}, mechanisms: {}, shocks: {} } as Tables,

  // ── The frame of the page, its status and its controls ──────────────────────────────────────────────────────────
  format: {
    list,
    /** A parameter's or a measure's label inside a sentence. */
    within: uncapital,
    /** A scenario's name inside a sentence. */
    inSentence: scenarioInSentence,
    /** A label of a parameter or measure inside a sentence: in quotes if it has marks of its own. */
    labelInSentence: (label: string) => (/[,:;()]/.test(label) ? `“${label}”` : uncapital(label)),
    uncapital,
    /** The beginning of a sentence. */
    capital: (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1),
    range: (low: string, high: string) => `${low} to ${high}`,
    withUnit,
    /** A period: `one year`, `five years`, `12 years`. */
    years: (count: number) =>
      `${NUMBERS[count] ?? count.toLocaleString(LOCALE)} ${plural(count, "year", "years")}`,
    /** About how long something takes. */
    seconds: (count: number) => `${whole(count)} ${plural(count, "second", "seconds")}`,
    minutes: (count: number) => `${whole(count)} minutes`,
    hours: (count: string) => `${count} hours`,
  },
  /** How values of a measure's unit are written, by the unit as the table of measures has it. */
  units: {
    share: { words: "%", suffix: "%", differenceSuffix: " points" },
    "£ per year": { words: "£ a year", prefix: "£" },
    "patients per year": { words: "patients a year" },
    "hours per year": { words: "hours a year" },
    "patients per link worker in post": { words: "open cases per link worker in post" },
    "leavers per filled WTE-year": { words: "leavers per filled WTE a year" },
    "per WTE-year": { words: "per WTE a year" },
  } as Readonly<Record<string, UnitWords>>,

  frame: {
    title: "Holdfast: link workers' burnout and turnover under policies",
    skip: "Skip to the answer",
    name: "Holdfast",
    purpose: "What policies do to link workers' burnout and turnover, and to their patients: a simulation.",
    versions: (holdfast: string, model: string) =>
      `Holdfast ${holdfast}, model ${model}. Everything runs in this browser; nothing that you enter leaves it.`,
    accessibility: "Accessibility statement",
    newVersion: "A newer version of Holdfast is ready. Using it reloads this page.",
    useNewVersion: "Use the newer version",
    outOfDate: "Out of date",
    coarse: (futures: string, asked: string) => `Coarse: ${futures} of ${asked} futures`,
    coarseSoFar: (futures: string) => `Coarse: ${futures} futures so far`,
    charts: "Charts",
  },
  appearance: {
    title: "Colours",
    names: { system: "As the system", light: "Light", dark: "Dark" },
    projector: "Projector view",
    showControls: "Show scenarios and levers",
    hideControls: "Hide scenarios and levers",
  },
  findOutMore: {
    title: "Find out more",
    note: "These questions need runs of their own, which start only when you ask. The answer above always goes first: meanwhile an experiment pauses.",
    loading: "Loading.",
    notLoaded: "This part of the page could not be loaded. Reload the page, or open it again when online.",
    sweep: {
      question: "What happens over a range of one or two levers?",
      what: "A sweep: every combination of their values, with the safe region outlined.",
    },
    staff: {
      question: "How small can the team safely be?",
      what: "The fewest posts that meet your targets in most futures, what they cost, and the runner-up.",
    },
    why: {
      question: "Why do two scenarios differ?",
      what: "The difference, split over what was changed or over what it passes through.",
    },
    sensitivity: {
      question: "Which assumptions matter most?",
      what: "Sensitivity: how far each uncertain parameter moves a measure.",
    },
    findOut: {
      question: "What is worth finding out next?",
      what: "The parameters whose true values would change which scenario is best.",
    },
    drill: {
      question: "What if something goes wrong?",
      what: "A shock drill: how deep, how long to recover, and how often never.",
    },
    local: {
      question: "Does it fit our own numbers?",
      what: "Your referrals, WTE, starters, leavers and waits: the settings that reproduce them, and what they leave open.",
    },
  },
  howItWorks: {
    title: "How it works",
    model:
      "Every patient and every link worker is simulated as an individual. Patients are referred, wait, are seen, and are helped towards a community service with limited places. Many need holding meanwhile: contact while they wait, preparation for change, support that would otherwise fall to the GP, and someone to bear witness to their distress. Contacts take hours and carry emotional load. Both exhaust link workers day by day; exhaustion slows them, makes them ill more often and, past a threshold, burns them out. Those who leave hand over their cases, leave a vacancy, and load those who stay.",
    futures:
      "Every future is the same team with other luck. Scenarios meet the same patients and the same luck, so that a difference between them is the policy's, not chance's.",
  },
  run: {
    run: "Run",
    cancel: "Cancel",
    progress: "Progress of the run",
    /** What results rest on, inside the sentences below. */
    each: (futures: string) => `${futures} simulated futures of each scenario`,
    notCompared: "Not run: these scenarios cannot be compared. The reasons stand below.",
    notUsable: "Not run: something that was typed cannot be used. See the sentence beside it.",
    waiting: "The inputs have changed; a new run starts in a moment.",
    noResults: "There are no results yet.",
    outOfDate: "The results below are out of date: they belong to earlier inputs.",
    stoppedEarly: (each: string, wanted: string) =>
      `Stopped early: these results rest on ${each}, not on ${wanted}.`,
    stoppedBeforePrecise: (each: string) =>
      `Stopped early: these results rest on ${each}, not on as many as make it precise.`,
    drawing: (each: string) => `All ${each} are done; the last picture is being drawn.`,
    finished: (each: string) => `Finished: ${each}.`,
    counted: (done: string, total: string) => `${done} of ${total} futures done`,
    countedAbout: (done: string, total: string) => `${done} of about ${total} futures done`,
    running: (counted: string) => `Running: ${counted}.`,
    runningNew: (counted: string) => `Running the new inputs: ${counted}. The results below are out of date.`,
    coarse: (each: string, counted: string) => `Coarse so far, ${each}: ${counted}.`,
    cancelled: "The run was cancelled.",
    goOn: "Press Run to go on.",
    failed: "The run failed",
    tryAgain:
      "Press Run to try again: what was done already is not lost. If it fails again, choose fewer futures, or reload the page.",
    lastGood: "The results below are the last good ones, of earlier inputs.",
    goodButFew: (each: string) => `The results below are good, but rest on ${each} only.`,
    runFewer: (futures: string) => `Run ${futures} futures instead`,
    unlike: "Not compared, since the runs would not be alike",
    makeAlike: "Give them the same values, or take one of them out of the comparison.",
    /** For those who cannot see it. */
    announceFinished: (finding: string) => `Finished. ${finding}`,
    announceFailed: (why: string) => `The run failed. ${why}`,
  },
  settings: {
    title: "Details of the run",
    futures: "Run each scenario how many times?",
    futuresHint: "More simulated futures make the averages surer, and take longer.",
    times: (count: string) => `${count} times`,
    untilPrecise: (percent: string, most: string) =>
      `Until averages are sure to within ${percent}, at most ${most} times`,
    years: "How long?",
    yearsHint: "The same for every scenario, so that they can be compared.",
    yearsAsSaid: "As the scenarios say",
    code: "Repeatable result code",
    codeHint:
      "The same code and the same inputs give exactly the same results, on any machine. Another code gives other luck.",
    wrongCode: (length: string, longest: string) =>
      `Repeatable result code is ${length} characters long; it must be from 1 to ${longest} characters.`,
    unseenInCode: "Repeatable result code holds characters that cannot be seen; type it anew.",
    fingerprints: "Fingerprints of these results:",
  },
  levers: {
    title: "Levers",
    reset: "Reset levers",
    levers: (scenario: string) => `Levers of ${scenario}`,
    leversOfNew: "Levers of a new scenario",
    ofBaseline: (baseline: string) =>
      `Change a lever, and a copy of “${baseline}” becomes your own scenario.`,
    ofScenario: (name: string) => `They change “${name}”, from week 0 on.`,
    startedAs: (name: string) => `It started as “${name}”.`,
    slider: (label: string) => `${label}, slider`,
    no: (label: string) => `No ${uncapital(label)}`,
    /** A value, as a control and a list of changes say it; “none” may be typed. */
    on: "on",
    off: "off",
    none: "none",
    /** Choices as people say them; one that is not named stands for itself. */
    choices: {
      unrecognised: "Not recognised (hidden work)",
      recognised: "Recognised, with protected time",
      "time-limited": "Recognised and time-limited",
      none: "No holding (signposting only)",
      week0: "Week 0",
      start: "The beginning of the warm-up",
    } as Readonly<Record<string, string>>,
  },
  timeline: {
    title: "Changes during the run",
    titleCounted: (count: string) => `Changes during the run (${count})`,
    hint: "Such as a grant that ends, or a service that closes. Levers above hold from week 0.",
    add: "Add a change",
    change: (position: string) => `Change ${position}`,
    remove: "Remove",
    /** Follows “Remove” for those who cannot see what it belongs to. */
    removeWhat: (position: string) => `change ${position}`,
    after: "After",
    unit: "Weeks or months",
    weeks: "weeks",
    months: "months",
    week: (week: string) => `Week ${week}.`,
    afterEnd: (end: string) => `This falls after the end of the run (week ${end}): it changes nothing.`,
    changes: "this changes",
    nothing: "Nothing: a note in the charts only",
    to: "to",
    numberOrNone: "A number, or “none”.",
    what: "What happens",
    whatHint: "(shown in charts; may be empty)",
    twice: (label: string, week: string) =>
      `${label} is changed twice in week ${week}; only one of the two changes can hold.`,
    whenEmpty: (allowed: string) => `When is empty; it must be ${allowed}.`,
    whenWrong: (typed: string, allowed: string) => `When is “${typed}”; it must be ${allowed}.`,
    allowedWeeks: (most: string) => `a whole number of weeks from 0 to ${most}`,
    allowedMonths: (most: string) => `a number of months from 0 to ${most}`,
  },
  history: {
    undo: "Undo",
    redo: "Redo",
    undoKeys: "Ctrl+Z",
    redoKeys: "Ctrl+Shift+Z",
    undone: "Undone.",
    redone: "Redone.",
    compared: (names: readonly string[]) => `Compared now: ${names.join(", ")}.`,
  },
  verification: {
    title: "Check this model in your browser",
    note: "With its feedbacks switched off, the model becomes queues, staff and patients whose behaviour is known exactly. This runs it so, here and now, and compares it with theory. It takes about a minute; nothing is stored.",
    start: "Check this model",
    cancel: "Cancel the check",
    progress: "Progress of the check",
    idle: "Not checked yet.",
    first: "Checking: the first check is under way.",
    running: (done: string, total: string) => `Checking: ${done} of ${total} checks done.`,
    cancelledEarly: "Cancelled before any check was done.",
    cancelled: (done: string, total: string, verdict: string) =>
      `Cancelled after ${done} of ${total} checks. Of these: ${verdict}`,
    failed: (why: string) => `The check stopped: ${why} Press Check this model to try again.`,
    table: "Table of the checks",
    caption: "Each check against theory: expected, observed, tolerance and result",
    how: "How the model is reduced, and the theory",
    theory: (source: string) => `Theory: ${source}.`,
    pass: "✓ pass",
    fail: "✗ FAIL",
  },

  // ── The answer, its sentences and its warnings ──────────────────────────────────────────────────────────────────
  answer: {
    title: "The answer",
    toCome: "Simulating the first futures: the answer appears here in a moment.",
    about: "The answer is about",
    before: "Before you use this",
    team: (posts: number) => (posts === 1 ? "a team of one link worker" : `a team of ${whole(posts)}`),
    baseline: (leavers: string, team: string, years: string) =>
      `With no change of policy, ${leavers} link workers leave ${team} in ${years}, on average.`,
    same: (scenario: string, years: string, leavers: string) =>
      `No difference: with ${scenario}, exactly as many link workers leave in ${years} in every simulated future (${leavers} on average).`,
    tooClose: (scenario: string, years: string) =>
      `Too close to call: with ${scenario}, it is not clear whether more or fewer link workers leave in ${years}.`,
    tooCloseBy: (gaps: { scenario: string; years: string; difference: string; margin: string }) =>
      `Too close to call: with ${gaps.scenario}, it is not clear whether more or fewer link workers leave in ${gaps.years} (average difference ${gaps.difference}, give or take ${gaps.margin}).`,
    fewer: (gaps: Finding) =>
      `With ${gaps.scenario}, ${gaps.size} fewer link workers leave in ${gaps.years}, give or take ${gaps.margin}: ${gaps.instead}.`,
    more: (gaps: Finding) =>
      `With ${gaps.scenario}, ${gaps.size} more link workers leave in ${gaps.years}, give or take ${gaps.margin}: ${gaps.instead}.`,
    /** Both averages; with the teams where they say how large a number of leavers is. */
    insteadChanging: (now: string, before: string, sizes: readonly string[]) =>
      `${now} instead of ${before}, from teams whose sizes differ or change (${list(sizes)} posts): compare turnover instead`,
    insteadFrom: (now: string, before: string, team: string) => `${now} instead of ${before} from ${team}`,
    insteadTeams: (gaps: { now: string; team: string; before: string; teamBefore: string }) =>
      `${gaps.now} from ${gaps.team} instead of ${gaps.before} from ${gaps.teamBefore}`,
    between: (low: number, high: number) =>
      low === high ? whole(low) : `between ${whole(low)} and ${whole(high)}`,
    /** `range` is what `between` says of `low` and `high`. */
    futures: (range: string, low: number, high: number) =>
      `In 8 of 10 simulated futures ${range} ${low === 1 && high === 1 ? "leaves" : "leave"}.`,
    futuresBeside: (gaps: { range: string; low: number; high: number; baseline: string }) =>
      `In 8 of 10 simulated futures ${gaps.range} ${gaps.low === 1 && gaps.high === 1 ? "leaves" : "leave"}; at the baseline ${gaps.baseline}.`,
  },
  patients: {
    /** How a clear change of a patients' outcome is said, by the measure's id. */
    changes: {
      connectedShare: {
        up: "more referrals are connected to a community service",
        down: "fewer referrals are connected to a community service",
      },
      returnedToGpShare: { up: "more are returned to their GP", down: "fewer are returned to their GP" },
      disengagedShare: {
        up: "more give up in a service's queue",
        down: "fewer give up in a service's queue",
      },
      distressDays: { up: "distress rises", down: "distress falls" },
      longestGapDays: {
        up: "the longest time without contact is longer",
        down: "the longest time without contact is shorter",
      },
      waitMeanDays: {
        up: "the first appointment comes later",
        down: "the first appointment comes sooner",
      },
      renegedShare: {
        up: "more give up before a first appointment",
        down: "fewer give up before a first appointment",
      },
    },
    withValues: (change: string, now: string, before: string) => `${change} (${now}, not ${before})`,
    distressDays: (value: string) => `${value} distress-days a referral`,
    workingDays: (value: string) => `${value} working days`,
    unclear:
      "For patients there is no clear difference in connection to services, returns to the GP, giving up, distress, waiting or time without contact.",
    worse: (worse: readonly string[]) => `For patients it is worse: ${list(worse)}.`,
    better: (better: readonly string[]) => `For patients: ${list(better)}.`,
    atExpense: (worse: readonly string[], better: readonly string[]) =>
      `For patients: ${list(worse)}; though ${list(better)}.`,
    mixed: (better: readonly string[], worse: readonly string[]) =>
      `For patients: ${list(better)}; but ${list(worse)}.`,
    moreImprove: (count: number) =>
      `${whole(count)} more ${plural(count, "outcome improves", "outcomes improve")}`,
    moreWorsen: (count: number) =>
      `${whole(count)} more ${plural(count, "outcome gets", "outcomes get")} worse`,
    baseline: (connected: string, wait: string) =>
      `${connected} of referrals are connected to a community service, and the first appointment comes after ${wait} working days.`,
  },
  cards: {
    leavers: { title: "Leavers", unit: (years: string) => `people in ${years}` },
    burnoutPrevalence: { title: "Burnt out", unit: () => "of link workers' time in post" },
    waitMeanDays: { title: "Wait", unit: () => "working days to a first appointment" },
    connectedShare: { title: "Connected", unit: () => "of referrals start a community service" },
    costPerYear: { title: "Cost", unit: () => "a year" },
    thePeriod: "the period",
    baseline: (value: string) => `baseline ${value}`,
    futures: (range: string) => `8 in 10 futures: ${range}`,
    interval: "95% interval:",
  },
  verdicts: {
    better: "better",
    worse: "worse",
    changed: "differs",
    unclear: "too close to call",
    same: "no difference",
    none: "nothing to compare",
  },
  warnings: {
    atExpense: (worse: readonly string[]) =>
      `This helps staff at patients' expense: ${list(worse)}. Fewer leavers alone do not make it a better policy.`,
    drained: (scenarios: readonly string[]) =>
      `Referrals dry up with ${list(scenarios)}: what is divided by the referrals of the period (connected, lost and given up, distress-days) then counts many people referred before it. It is not compared, and a share can be over 100%.`,
    letDown: "more patients are let down in one way or another",
    distress: (gaps: { now: string; before: string; nowWithPool: string; beforeWithPool: string }) =>
      `Distress-days fall (${gaps.now}, not ${gaps.before}), but they count people only while they are in the system, and more people leave it unhelped. Read the fall as people no longer counted: with those who are back with their GP, it is ${gaps.nowWithPool}, not ${gaps.beforeWithPool}.`,
    holdingOff: (scenario: string) =>
      `In “${scenario}”, all four functions of holding are switched off. Holding is work for patients: judge less of it by the patients' side too, never by burnout alone.`,
    functionsOff: (scenario: string, functions: readonly string[]) =>
      `In “${scenario}”, function ${list(functions)} of holding ${plural(functions.length, "is", "are")} switched off. Holding is work for patients: judge less of it by the patients' side too, never by burnout alone.`,
    fewFutures: (futures: string, few: string) =>
      `The ranges rest on only ${futures} simulated futures; below ${few} they are rough.`,
    /** Where, and in how many futures, referrals exceed capacity. */
    overload: (where: string, futures: string, years: string) =>
      `${where}, referrals exceed capacity; the wait grows without end, in ${futures}: after ${years} it is still growing. Averages over the whole period hide this.`,
    /** The same where it grows in some of those futures only. */
    overloadMixed: (where: string, futures: string, growing: string, years: string) =>
      `${where}, referrals exceed capacity, in ${futures}; in ${growing} of them the wait grows without end (after ${years} it is still growing), in the others it would, but for those who give up before they are seen. Averages over the whole period hide this.`,
    /** The same where the wait has grown as long as patients' patience lets it. */
    overloadHeld: (where: string, futures: string, years: string) =>
      `${where}, referrals exceed capacity, in ${futures}; the wait would grow without end, but for those who give up before they are seen: after ${years} it no longer grows.`,
    atBaseline: "At the baseline",
    withScenario: (scenario: string) => `With ${scenario}`,
    everyFuture: "every simulated future",
    someFutures: (some: string, all: string) => `${some} of ${all} simulated futures`,
  },
  stopped: {
    futures: (count: string) => `${count} futures of each scenario`,
    nothing: (futures: string) =>
      `Stopped after ${futures}: every headline average is 0 or has no value, so that there is no precision to wait for.`,
    precise: (futures: string, wanted: string) =>
      `Stopped after ${futures}, since every headline average is now sure to within ${wanted} of itself.`,
    preciseTo: (futures: string, wanted: string, least: string) =>
      `Stopped after ${futures}, since every headline average is now sure to within ${wanted} of itself (the least sure: ${least}).`,
    most: (futures: string, wanted: string, open: readonly string[]) =>
      `Stopped at ${futures}, the most that this page runs by itself. Not yet sure to within ${wanted}: ${list(open)}.`,
    average: (measure: string, scenario: string) => `${measure} in “${scenario}”`,
    least: (average: string, share: string) => `${average}, give or take ${share}`,
    open: (average: string, share: string) => `${average} (give or take ${share})`,
  },
  sureness: {
    title: "How sure is this? Three different numbers",
    about: (scenario: string) =>
      `About “${scenario}”. The three answer different questions: none of them can stand for another, and they cannot be added.`,
    table: "Table of how sure the headline numbers are",
    caption: "Range of futures, sureness of the average, and doubt about inputs",
    measure: "Measure",
    range: "The range of futures",
    rangeHint: (futures: string) => `8 in 10 of ${futures} futures lie here: chance in a small team`,
    average: "The give or take of the average",
    averageHint: "95% interval: more futures make it smaller",
    doubt: "The doubt about inputs",
    doubtHint: "8 in 10 draws lie here: only evidence makes it smaller",
    doubtHintOf: (draws: string) => `8 in 10 of ${draws} draws lie here: only evidence makes it smaller`,
    beingRun: "being run",
    notRun: "not run yet",
    progress: "Progress of the draws",
    cancel: "Cancel the draws",
    run: "Run the doubt about inputs",
    again: "Run the draws again",
    failed: (why: string) => `The draws failed. ${why}`,
    done: (draws: string, parameters: string, replications: string) =>
      `${draws} times, ${parameters} numbers that are assumptions or come from a proxy were drawn from the ranges of their evidence; every draw was run ${replications} times on the same luck, and chance was taken out. Differences compare scenarios under the same draw.`,
    what: "It draws every number that is an assumption or comes from a proxy from the range of its evidence, again and again, and takes about as long as the answer itself.",
    /** A measure with its unit, and the period over which people are counted. */
    measureIn: (label: string, unit: string) => `${label} (${unit})`,
    measureOver: (label: string, unit: string, years: number) =>
      `${label} (${unit} in ${years} ${plural(years, "year", "years")})`,
    giveOrTake: (average: string, margin: string) => `${average}, give or take ${margin}`,
    difference: (difference: string, margin: string) => `difference ${difference}, give or take ${margin}`,
    differenceRange: (low: string, high: string) => `difference ${low} to ${high}`,
    noValue: "no value",
  },
  limits: {
    title: "What these figures rest on",
    numbers: (gaps: { all: string; assumed: string; measured: string; ofHolding: string; holding: string }) =>
      `Of the ${gaps.all} numbers the model rests on, ${gaps.assumed} are assumptions and ${gaps.measured} are measured. No published quantity for holding exists: ${gaps.ofHolding} of its ${gaps.holding} numbers are assumptions.`,
    /** In place of a number, where holding has no other. */
    all: "all",
    projection:
      "This is a projection of what follows from these assumptions, not a forecast. The intervals say how sure the averages are, not how sure the assumptions are.",
    afterWarmUp: (warmUp: string) =>
      `Policies start in week 0, after a warm-up of ${warmUp} under the baseline's policies. A simulated team is not your team.`,
    fromTheStart: "Policies hold from the beginning of the warm-up. A simulated team is not your team.",
    noWarmUp: "Policies start in week 0, without a warm-up. A simulated team is not your team.",
  },
  /** What each grade of evidence is called, and what it means. */
  grades: {
    measured: {
      name: "Measured",
      meaning: "Taken from a published figure for link workers or for what they do.",
    },
    derived: { name: "Derived", meaning: "Worked out from published figures." },
    proxy: {
      name: "From a proxy",
      meaning: "Taken from other staff, other patients or other services; link workers may differ.",
    },
    assumption: {
      name: "Assumption",
      meaning: "No published figure: the value is ours, and you may well know better.",
    },
    choice: {
      name: "Design choice",
      meaning: "Decided by whoever asks the question; there is nothing to measure.",
    },
  },
  /** What an evidence card says of a number. */
  knowledge: {
    onOrOff: "on or off",
    range: (low: string, high: string, unit: string) => `${low} to ${high} ${unit}`,
    notVaried: "not meant to be varied",
    notRanked: "not yet run: see “Which assumptions matter most?”",
    run: (measure: string, scenario: string) => `for ${measure}, around ${scenario}`,
    notInRun: (run: string) => `not varied in the latest run (${run})`,
    rank: (place: string, of: string, run: string) => `${place} of ${of} (1 matters most) ${run}`,
    fromWeek: (value: string, week: string) => `${value} from week ${week}`,
    noHolding: (share: string, holding: string) =>
      `There is no published quantity for holding: no study says how often it happens, how long it takes or what it does. ${share} of its ${holding} numbers here are assumptions, so this model cannot tell you how much holding there is; it tells what follows if it is as assumed.`,
    allBegins: "All",
    noRates:
      "No turnover rate and no burnout survey of link workers is published. Both are set from other staff.",
    ranks:
      "A number's rank says how much an answer moves over a number's plausible range. It does not say how likely the number is to be right.",
  },
  measures: {
    title: "Every measure, for link workers and patients",
    note: (futures: string) =>
      `Average: mean of ${futures} simulated futures, and below it P10 to P90, how far single futures lie apart. Difference: average difference from the baseline over matched futures (same patients, same luck), and below it its 95% interval, how sure that average is. “Better” and “worse” are said only where the interval leaves out no difference; of twenty differences that are none, about one is called clear by chance.`,
    table: "Table of every measure",
    caption: "Every measure for every scenario, and differences from the baseline",
    measure: "Measure",
    average: "Average",
    averageHint: "8 in 10 futures",
    difference: "Difference",
    differenceHint: "95% interval",
    show: "Show the table of every measure",
    download: "Download every measure (CSV)",
  },
  /** What stands around every chart. */
  figureCard: {
    download: "Download the data (CSV)",
    picture: (format: string) => `Picture (${format})`,
    read: "Read the chart at a week",
    week: (week: string) => `week ${week}`,
    nothingRead: "nothing chosen",
    howToRead: "Move the slider, or point at the chart.",
    asTable: "Show as a table",
    table: (title: string) => `Table: ${title}`,
  },

  // ── Scenarios, links, files and local numbers ───────────────────────────────────────────────────────────────────
  scenarios: {
    title: "Compared",
    remove: "Remove",
    select: "Select",
    nothingDiffers: "Nothing differs from the baseline.",
    differs: "What differs from the baseline",
    andMore: (first: string, more: number) => `${first}, and ${whole(more)} more`,
    addOrRemove: "Add or remove scenarios",
    full: (most: string) =>
      `There are ${most} scenarios beside the baseline, as many as a chart can show. Remove one to add another.`,
    chooseUpTo: (most: string) => `Choose up to ${most} beside the baseline.`,
    addBlank: "Add a copy of the baseline",
    /** Questions under which the ready-made scenarios are listed. */
    themes: {
      holding: "Should holding be recognised, limited or left out?",
      support: "Which support for link workers pays?",
      team: "How many posts, and how fast are they filled?",
      work: "How much work comes in, and where can it go?",
      other: "Other questions",
    },
    tools: "Rename, copy, move or keep it",
    name: "Name",
    nameHint: "Leave it empty, and the name says what was changed.",
    duplicate: "Duplicate",
    moveUp: "Move up",
    moveDown: "Move down",
    saveAsFile: "Save as a file",
    /** What a scenario changes. */
    change: (label: string, value: string, baseline: string) => `${label} ${value} (baseline: ${baseline})`,
    changeTo: (label: string, value: string) => `${label} ${value}`,
    noChange: "no change",
    asBefore: (what: string) => `${what}, as before: it changes nothing`,
    fromWeek: (week: string, what: string) => `from week ${week}: ${what}`,
    fromWeekNamed: (week: string, name: string, what: string) => `from week ${week} (${name}): ${what}`,
    /** A change that comes too late, and the week in which the run ends. */
    afterEnd: (change: string, end: string) =>
      `${change}, which falls after the end of the run (week ${end}): it changes nothing`,
    sameLength: (years: string, scenario: string) =>
      `All scenarios are run over ${years}, as “${scenario}” asks, so that they can be compared.`,
    sameStart: (scenario: string) =>
      `All scenarios begin as “${scenario}” asks (warm-up, and when policies begin to hold), so that they can be compared.`,
    belongTo: "What these results belong to",
    belongs: (name: string) => `${name}:`,
    nothingChanged: "nothing is changed",
    asBaseline: "as the baseline",
    rest: (gaps: { futures: string; years: string; code: string; holdfast: string; model: string }) =>
      `${gaps.futures} simulated futures of each, ${gaps.years}. Repeatable result code “${gaps.code}”, Holdfast ${gaps.holdfast}, model ${gaps.model}.`,
  },
  /** Names and questions of the reader's own scenarios, made from what was changed. */
  ownScenario: {
    copyOf: (name: string) => `Copy of ${scenarioInSentence(name)}`,
    moreChanges: (count: number) => `${whole(count)} more ${plural(count, "change", "changes")}`,
    /** `what` was changed in the scenario `name`. */
    over: (what: string, name: string) =>
      `${what}, ${/^(No|Without) /.test(name) ? "and" : "with"} ${uncapital(name)}`,
    question: (name: string, changes: readonly string[]) => `What if “${name}”, but ${list(changes)}?`,
    noChanges: "no changes during the run",
    changesInWeeks: (weeks: readonly string[]) =>
      `changes in ${plural(weeks.length, "week", "weeks")} ${list(weeks)}`,
    shortQuestion: (name: string) => `What if “${name}”?`,
    numbered: (count: string) => ` (${count})`,
  },
  files: {
    button: "Open scenario files",
    label: "Scenario files",
    hint: "Or drag them onto this page. They are read in this browser; nothing is sent.",
    opened: (file: string, name: string) => `Opened ${file} as “${name}”.`,
    notOpened: (file: string) => `${file} was not opened:`,
    notJson: "This is not JSON, the format of scenario files.",
    browserSays: (why: string) => `The browser says: ${why}.`,
    unreadable: "The browser could not read it. It may have been moved or deleted meanwhile, or be a folder.",
    tooLarge: (size: string, most: string) =>
      `It is ${size} kB large; a scenario file has at most ${most} kB.`,
    noRoom: (name: string, most: string) =>
      `There is no room for “${name}”: there are ${most} scenarios beside the baseline. Remove one and open the file again.`,
  },
  kept: {
    title: "Kept in this browser",
    add: "Add",
    forget: "Forget",
    keep: "Keep in this browser",
    isKept: "✓ Kept in this browser",
    announced: "Kept in this browser.",
    noStorage: "This browser has no room to keep the scenario; save it as a file instead.",
    damaged:
      "What was kept in this browser cannot be read: it is damaged, or of another version of Holdfast. Keeping a scenario begins anew.",
    unreadable: (count: number) =>
      count === 1
        ? "One scenario kept in this browser cannot be read by this version of Holdfast; it stays where it is."
        : `${whole(count)} scenarios kept in this browser cannot be read by this version of Holdfast; they stay where they are.`,
  },
  links: {
    copy: "Copy link",
    noLink: "There is no link while something that was typed cannot be used.",
    copied: (length: string) => `Link copied (${length} characters). It opens what is compared now.`,
    byHand: "This browser does not let the page copy. Copy the link from this box:",
    isLong: "It is long: if it does not work where you paste it, save the scenarios as files.",
    box: "Link to copy",
    about: "About this link",
    close: "Close",
    /** Follows “Close” for those who cannot see what it belongs to. */
    closeWhat: "what is said about this link",
    opensAsUsual: "The page has opened as usual.",
    staysAsItWas: "The page stays as it was.",
    otherFormat: (format: string) =>
      `This link is of format ${format}, which this version of Holdfast does not read; it reads format 1.`,
    noComparison: "This link holds no comparison.",
    tooLong: (length: string, most: string) =>
      `This link is ${length} characters long; Holdfast reads at most ${most}.`,
    damaged: "This link is damaged; perhaps a part of it was cut off when it was sent.",
    tooMany: (count: string, most: string) =>
      `This link holds ${count} scenarios; the first ${most} of them are shown.`,
    wrongFutures:
      "The number of futures of this link cannot be used; as many are run as make the averages precise.",
    wrongYears: "The number of years of this link cannot be used; it is as the scenarios say.",
    wrongCode: (code: string) => `The repeatable result code of this link cannot be used; it is “${code}”.`,
    noScenario: "A scenario of this link is no scenario; it is left out.",
    noExperiments: "What this link says of experiments cannot be read; none is set up.",
    unknownExperiment: (id: string) =>
      `The experiment “${id}” of this link is not known to this version of Holdfast; it is left out.`,
    /** Before the questions of the experiments that a link has set up. */
    setUp: "Set up by this link and ready to run, further down:",
    leftOut: (name: string, why: string) => `“${name}” of this link is left out: ${why}`,
    unknown: (name: string, ids: readonly string[]) =>
      `“${name}”: ${list(ids)} ${plural(ids.length, "is", "are")} not known to this version of Holdfast, and ${plural(ids.length, "is", "are")} left out.`,
    changedSince: (name: string) =>
      `“${name}” has been changed since this link was made; it is opened as it was then.`,
    asItWas: (name: string) => `${name} (as it was)`,
    checking: "This link carries a result. It is being worked out again to compare.",
    identical: "Identical: worked out again, every number is the same as when this link was made.",
    notIdentical: "Not identical.",
    theseDiffer: (names: readonly string[]) =>
      `The results of ${list(names.map((name) => `“${name}”`))} differ from the link's.`,
    /** A measure, its average when the link was made and now, and the unit where the numbers do not show it. */
    thenAndNow: (measure: string, before: string, now: string, unit: string) =>
      `${measure} ${before} then, ${now} now${unit && ` (${unit})`}`,
    changed: (name: string, changes: readonly string[]) => `In “${name}”: ${changes.join("; ")}.`,
    sameAverages: (name: string) => `In “${name}”, the headline averages are the same to four digits.`,
    otherModel: (linked: string, here: string) =>
      `The link was made with model ${linked}; this is model ${here}, which gives other numbers.`,
    partsMissing: "What could not be taken from the link, as said above, is the cause.",
    sameModel: (model: string) =>
      `The model's version, ${model}, is the same; the link may have been changed by hand, or the model without a new number.`,
  },
  /** A team's own numbers: what is wrong with them, what they come to, and what fits them. */
  local: {
    missingColumns: (line: string, columns: readonly string[], missing: readonly string[]) =>
      `Line ${line} must name the columns ${columns.join(", ")} (wait may be left out); ${missing.join(", ")} ${plural(missing.length, "is", "are")} missing.`,
    line: (line: string, problems: readonly string[]) => `Line ${line}: ${problems.join("; ")}.`,
    twice: (month: string, line: string) => `month ${month} is on line ${line} too`,
    wrongMonth: (typed: string) => `month is ${typed}; write it as 2025-04 or Apr-25`,
    wrongNumber: (column: string, typed: string, most: string) =>
      `${column} is ${typed}; it must be a number from 0 to ${most}`,
    empty: "empty",
    typed: (typed: string) => `“${typed}”`,
    tooMany: (months: string, most: string) => `There are ${months} months; at most ${most} can be used.`,
    tooFew: (months: number, fewest: number) =>
      `There ${plural(months, "is", "are")} ${whole(months)} ${plural(months, "month", "months")}; at least ${fewest} are needed.`,
    noReferrals: "There are no referrals in any month.",
    noPosts: "No month has half a post or more.",
    moreWrong: (count: number) => `${whole(count)} more ${plural(count, "line is", "lines are")} wrong.`,
    size: (gaps: {
      months: string;
      wte: string;
      posts: string;
      referrals: string;
      referralsPerPost: string;
    }) =>
      `${gaps.months} months; ${gaps.wte} WTE in post on average, so a simulated team of ${gaps.posts}; ${gaps.referrals} referrals a year, ${gaps.referralsPerPost} for each post.`,
    leavers: (leavers: number, turnover: string, range: string) =>
      `${whole(leavers)} ${plural(leavers, "leaver", "leavers")}: ${turnover} of filled WTE a year. So few leavers allow anything from ${range}.`,
    leaversSurer: (leavers: number, turnover: string, range: string) =>
      `${whole(leavers)} leavers: ${turnover} of filled WTE a year (taken as ${range}).`,
    /** Months that are missing: one, or the first and the last of several. */
    gap: (from: string, to: string, months: number) =>
      from === to ? from : `${from} to ${to} (${whole(months)} months)`,
    gaps: (gaps: readonly string[]) =>
      `There are no numbers for ${list(gaps)}. The rates hold for the months that there are; whether WTE, starters and leavers agree cannot be told.`,
    manyReferrals: (perPost: string, usual: string) =>
      `${perPost} referrals a year for each post are far more than the ${usual} that guidance expects. Are referrals and WTE of the same team?`,
    fewReferrals: (perPost: string, usual: string) =>
      `${perPost} referrals a year for each post are far fewer than the ${usual} that guidance expects. Are referrals and WTE of the same team?`,
    noWait: "The wait is not known in half of the months, so it is not fitted.",
    wait: (wait: string, range: string) =>
      `A first appointment after ${wait} working days on average (taken as ${range} working days).`,
    check: (wteChange: string, netStarters: string) =>
      `Check: WTE changed by ${wteChange} while starters less leavers are ${netStarters}.`,
    agree: (wteChange: string, netStarters: string) =>
      `Starters less leavers (${netStarters}) and the change of WTE (${wteChange}) agree to within 1.`,
    noneFits: "no setting fits",
    hardlyNarrowed: (share: string) => `hardly narrowed (${share} of the range is left)`,
    narrowed: (share: string) => `narrowed to ${share} of the range`,
    untoldLess: (a: string, b: string, correlation: string) =>
      `These numbers cannot tell ${a} and ${b} apart: more of the one fits with less of the other (correlation ${correlation}).`,
    untoldMore: (a: string, b: string, correlation: string) =>
      `These numbers cannot tell ${a} and ${b} apart: more of the one fits with more of the other (correlation ${correlation}).`,
    almostNothing: (parameters: readonly string[]) => `They say almost nothing about ${list(parameters)}.`,
    noHolding:
      "Nothing in them tells how much holding there is: what is fitted here stands on the model's other assumptions.",
    noFit:
      "No setting within the plausible ranges gives these figures. The one shown comes nearest; the model, or the numbers, leave something out.",
    fit: (share: string, settings: string) =>
      `${share} of the ${settings} settings looked at fit: the numbers leave so much open.`,
    /** The fitted team as a scenario. */
    name: "Fitted to local numbers",
    question: "What does the model say of a team with our own referrals, turnover and wait?",
    taken: (months: string) => `Taken from ${months} months of local numbers.`,
    fromStart: "So that the warm-up is of this team too.",
    fits: (months: string) => `Fits ${months} months of local numbers; other values do so too.`,
    nearest: (months: string) =>
      `Comes nearest to ${months} months of local numbers; other values do so too.`,
  },

  // ── Charts and figures over time ────────────────────────────────────────────────────────────────────────────────

  charts: {
    yearsSincePolicy: "Years since the policy started",
    weeksSincePolicy: "Weeks since the policy started",
    week: "Week",
    percent: (number: string) => `${number}%`,
    chanceOfAtMost: "Chance of at most this (share of futures)",
    lifelines: {
      /** Exhaustion, from little to much. */
      shades: ["under 0.25", "0.25 to 0.5", "0.5 to 0.75", "0.75 or more"],
      burntOut: "burnt out",
      sickness: "sickness",
      vacant: "vacant",
      notice: "notice given",
      left: "left the post",
    },
  },
  figures: {
    /** The teams by their sizes (posts), the smallest first. */
    teams: (sizes: readonly string[]) =>
      sizes.length === 1 ? `a simulated team of ${sizes[0]}` : `simulated teams of ${list(sizes)}`,
    place: (teams: string, years: string) => `${teams}, ${years}`,
    measureAt: (measure: string, place: string) => `${measure}; ${place}`,
    against: (scenario: string, base: string) => `${scenario}, against ${base}`,
    noDifference: (subject: string) => `${subject}: no difference`,
    tooClose: (subject: string) => `${subject}: too close to call`,
    noValue: (subject: string) => `${subject}: no value to compare`,
    teamsDiffer: (subject: string) => `${subject}: the teams differ in size`,
    average: (futures: number, isRough: boolean) =>
      `average of ${whole(futures)} simulated ${plural(futures, "future", "futures")}${isRough ? " (few: ranges are rough)" : ""}`,
    /** A value with the range of most futures, and the head of a column of such values. */
    inFutures: (value: string, range: string) => `${value} (8 in 10 futures: ${range})`,
    columnInFutures: (scenario: string, what: string) => `${scenario}: ${what} (8 in 10 futures)`,
  },
  /** Reading a chart point by point: what the slider does, and what a point says. */
  reading: {
    years: "Read the chart at a year",
    functions: "Read the chart at a function of holding",
    needs: "Read the chart at a level of need",
    stages: "Read the chart at a stage or an end",
    rows: "Read the chart row by row",
    settings: "Read the chart at a setting",
    /** When or what, and the values there. */
    say: (what: string, values: readonly string[]) => `${what}: ${values.join("; ")}.`,
    /** Of a scenario, or of a lever. */
    value: (name: string, value: string) => `${name} ${value}`,
    cell: (head: string, cell: string) => `${uncapital(head)} ${cell}`,
    setting: (levers: readonly string[]) => levers.join(", "),
  },
  overTime: {
    note: (average: string) => `Line: ${average}. Band: 8 in 10 of them (P10 to P90).`,
    noteOfFuture: (note: string, future: string) => `${note} Thin lines: future ${future}.`,
    noteOfTwo: (average: string, scenario: string) =>
      `Line: ${average}. Band: 8 in 10 of them (P10 to P90), for the baseline and “${scenario}” only.`,
    alternative: (years: string, measure: string, lines: readonly string[]) =>
      `Line chart over ${years}. ${measure}: ${list(lines)}.`,
    line: (gaps: {
      readonly name: string;
      readonly from: string;
      readonly to: string;
      readonly range: string;
    }) => `${gaps.name} from ${gaps.from} to ${gaps.to} at the end (8 in 10 futures: ${gaps.range})`,
    week: (week: string) => `Week ${week}`,
    weeks: (from: string, to: string) => `Weeks ${from} to ${to}`,
    changeInWeek: (week: string) => `Change in week ${week}`,
    weekHead: "Week",
    everyThirteenth: "Every 13th week; the CSV file has every week.",
    measures: {
      burnout: {
        subtitle: "Link workers in post who are burnt out, %, mean of four weeks",
        axis: "% of link workers in post",
        columnHead: "burnt out, %",
        up: (a: string, b: string) => `More link workers are burnt out: ${b}, not ${a}`,
        down: (a: string, b: string) => `Fewer link workers are burnt out: ${b}, not ${a}`,
        alone: (a: string) => `${a} of link workers are burnt out`,
        subject: "Burnout",
      },
      leavers: {
        subtitle: "Link workers who have given notice since the start, people",
        axis: "people",
        columnHead: "leavers since the start, people",
        up: (a: string, b: string) => `More link workers leave: ${b}, not ${a}`,
        down: (a: string, b: string) => `Fewer link workers leave: ${b}, not ${a}`,
        alone: (a: string) => `${a} link workers leave`,
        subject: "Leavers",
      },
      caseload: {
        subtitle: "Open cases for each link worker in post, people now, mean of four weeks",
        axis: "open cases per link worker in post",
        columnHead: "open cases per link worker in post",
        up: (a: string, b: string) => `Caseload is higher: ${b} open cases, not ${a}`,
        down: (a: string, b: string) => `Caseload is lower: ${b} open cases, not ${a}`,
        alone: (a: string) => `Each link worker holds ${a} open cases`,
        subject: "Caseload",
      },
      wait: {
        subtitle: "Wait from referral to first appointment of those seen, working days, mean of four weeks",
        axis: "working days",
        columnHead: "wait, working days",
        up: (a: string, b: string) => `The wait is longer: ${b} working days, not ${a}`,
        down: (a: string, b: string) => `The wait is shorter: ${b} working days, not ${a}`,
        alone: (a: string) => `Patients wait ${a} working days`,
        subject: "The wait",
      },
    },
  },
  turnoverFigure: {
    up: (a: string, b: string) => `Turnover is higher: ${b} a year, not ${a}`,
    down: (a: string, b: string) => `Turnover is lower: ${b} a year, not ${a}`,
    alone: (a: string) => `${a} of filled posts are left each year`,
    subject: "Turnover",
    subtitle: "Link workers who give notice in the year, % of filled posts (WTE)",
    axis: "% of filled posts (WTE)",
    note: (average: string) => `Symbol: ${average}. Whisker: 8 in 10 of them (P10 to P90).`,
    year: (number: string) => `Year ${number}`,
    yearHead: "Year",
    columnHead: "turnover",
    alternative: (measure: string, scenarios: readonly string[]) =>
      `Chart of ranges. ${measure}: ${list(scenarios)}.`,
    inOneYear: (scenario: string, value: string) => `${scenario} ${value}`,
    overYears: (scenario: string, first: string, last: string) =>
      `${scenario} from ${first} in the first year to ${last} in the last`,
  },
  holdingFigure: {
    /** The four functions in a few words, in the model's order. */
    functions: [
      "Support while waiting",
      "Preparing for change",
      "Relieving GPs",
      "Bearing witness to distress",
    ],
    up: (a: string, b: string) => `Holding takes a larger share of hours: ${b}, not ${a}`,
    down: (a: string, b: string) => `Holding takes a smaller share of hours: ${b}, not ${a}`,
    alone: (a: string) => `Holding takes ${a} of contact hours`,
    subject: "Holding's share",
    subtitle: "Contact hours spent on the four functions of holding, % of all contact hours",
    axis: "% of contact hours",
    note: (average: string) =>
      `Bars: ${average}. The functions do different things for patients: none is better for being small.`,
    alternative: (bars: readonly string[]) =>
      `Stacked bars of holding's share of contact hours by function. ${bars.join("; ")}.`,
    bar: (scenario: string, parts: readonly string[]) => `${scenario}: ${parts.join(", ")}`,
    part: (name: string, share: string) => `${uncapital(name)} ${share}`,
    functionHead: "Function",
    columnHead: (scenario: string) => `${scenario}: share of contact hours`,
    allFour: "All four (8 in 10 futures)",
  },
  measureTable: {
    groups: {
      staff: "Link workers",
      patients: "Patients",
      holding: "Holding and contact hours",
      practice: "General practice",
      cost: "Cost",
    },
    /** Instead of a verdict on distress, where a policy lets more people go. */
    notCounted: "people who left are not counted",
    teamsDiffer: "teams differ in size",
    notComparable: "not comparable: referrals dry up",
  },

  // ── Figures of experiments ──────────────────────────────────────────────────────────────────────────────────────

  experimentFigures: {
    futures: (futures: number, isRough: boolean) =>
      `${whole(futures)} simulated futures${isRough ? " (few: intervals are rough)" : ""}`,
    turnoverUnit: "% of filled posts a year",
    yes: "yes",
    no: "no",
    parameter: (label: string, share: string) => `${uncapital(label)} ${share}`,
  },
  /** Numbers and targets that were typed into controls and forms. */
  typed: {
    empty: "empty",
    notNumber: (typed: string) => `“${typed}”, which is not a number`,
    /** What may be typed; `high` has its unit with it. */
    number: (low: string, high: string) => `a number from ${low} to ${high}`,
    wholeNumber: (low: string, high: string) => `a whole number from ${low} to ${high}`,
    orNone: (allowed: string) => `${allowed}, or “none”`,
    problem: (label: string, what: string, allowed: string) => `${label} is ${what}; it must be ${allowed}.`,
    target: (position: string, measure: string) => `Target ${position}, ${measure},`,
  },
  targets: {
    atMost: (measure: string, value: string) => `${uncapital(measure)} at most ${value}`,
    atLeast: (measure: string, value: string) => `${uncapital(measure)} at least ${value}`,
    lineAtMost: (value: string) => `target: at most ${value}`,
    lineAtLeast: (value: string) => `target: at least ${value}`,
    onAverage: "on average",
    inFutures: (ofTen: string) => `in at least ${ofTen} of 10 futures`,
    safe: "met",
    unsafe: "not met",
    unsure: "cannot be told",
  },
  sweepFigure: {
    heatmap: "Heatmap",
    chart: "Chart",
    alternative: (gaps: {
      readonly chart: string;
      readonly measure: string;
      readonly levers: readonly string[];
      readonly range: string;
      readonly title: string;
    }) =>
      `${gaps.chart}. ${gaps.measure} over ${list(gaps.levers.map(uncapital))}: from ${gaps.range}. ${gaps.title}.`,
    subtitle: (measure: string, period: string, levers: readonly string[]) =>
      `${measure}, ${period}; by ${list(levers)}`,
    levers: (levers: readonly string[]) => list(levers),
    goes: (measure: string, range: string) => `${measure} goes from ${range}`,
    noneMeets: (targets: number) => `No setting clearly meets the ${plural(targets, "target", "targets")}`,
    someMeet: (safe: number, all: number, targets: number) =>
      `${whole(safe)} of ${whole(all)} settings ${plural(safe, "meets", "meet")} the ${plural(targets, "target", "targets")}`,
    andUntold: (title: string, count: string) => `${title}; ${count} cannot be told`,
    rests: (futures: string) => `Each setting: ${futures}, the same luck in all.`,
    cells: "Number: the average; the more a shade stands out, the more.",
    dots: "Dot: the average; thick line: its 95% interval; thin line: 8 in 10 futures.",
    asked: (targets: readonly string[], how: string) => `${list(targets)}, ${how}`,
    outlined: (asked: string) => `Outlined: clearly met (${asked}). “?”: these futures cannot tell.`,
    filled: (asked: string) =>
      `Filled dot: clearly met (${asked}); hollow: not, or these futures cannot tell.`,
    averageHead: (measure: string) => `${measure}: average (95% interval)`,
    futuresHead: "8 in 10 futures",
    targetsHead: "Targets",
    tableNote: "Average with its 95% interval, and 8 in 10 futures (P10 to P90).",
  },
  staffFigure: {
    posts: (posts: number) => `${whole(posts)} ${plural(posts, "post", "posts")}`,
    tally: (gaps: {
      readonly met: string;
      readonly futures: string;
      readonly share: string;
      readonly interval: string;
    }) => `in ${gaps.met} of ${gaps.futures} futures (${gaps.share}; 95% interval ${gaps.interval})`,
    asked: (ofTen: string) => `at least ${ofTen} of 10 futures`,
    noTeam: (asked: string) => `No team in the range meets the targets in ${asked}.`,
    untold: (asked: string, teams: readonly string[]) =>
      `It cannot be told whether any team meets the targets in ${asked}: ${open(teams)} open after the futures allowed.`,
    nearest: (posts: string, tally: string) => `The nearest is ${posts}: the targets are met ${tally}.`,
    smallestSurely: (posts: string, tally: string, asked: string) =>
      `The smallest team that is clearly safe in this model has ${posts}: all targets are met ${tally}, where ${asked} are asked for.`,
    smallest: (posts: string, tally: string, asked: string) =>
      `The smallest safe team has ${posts}: all targets are met ${tally}, where ${asked} are asked for.`,
    cost: (average: string, budget: string) =>
      `It costs ${average} a year on average with vacancies as simulated, and ${budget} with every post filled all year.`,
    smallerUntold: (teams: readonly string[]) =>
      `Of smaller teams it cannot be told within the futures allowed: ${open(teams)} open.`,
    smallestTried: "It is the smallest that was tried: a smaller one may do too.",
    smallerFail: (posts: string, tally: string) =>
      `Every smaller team fails; the next smaller, ${posts}, meets them ${tally}.`,
    noRunnerUp: "No other team was found to meet them.",
    runnerUp: (posts: string, tally: string, more: string) =>
      `The runner-up, ${posts}, meets them ${tally} and costs ${more} a year more.`,
    standing: {
      meets: "meets",
      fails: "fails",
      "cannot be told": "cannot be told",
      "not needed": "not needed",
    },
    wanted: (ofTen: string) => `asked for: ${ofTen} of 10 futures`,
    alternative: (teams: readonly string[]) =>
      `Bars. Share of futures that meet all targets: ${list(teams)}.`,
    teamAt: (posts: string, share: string) => `${posts} ${share}`,
    titleFewest: (posts: number) =>
      `${whole(posts)} ${plural(posts, "post is", "posts are")} the fewest that are clearly safe in this model`,
    titleUntold: "No team is clearly safe in this model; some cannot be told",
    titleNone: "No team in the range is safe",
    subtitle: (targets: readonly string[], period: string) =>
      `Share of futures in which ${list(targets)}, %, ${period}`,
    note: "Whisker: where the share lies, for all teams at once (95%). Dark: the targets are clearly met often enough; pale: not, or not told.",
    axis: "% of futures that meet all targets",
    leftOut: (teams: number) =>
      `${whole(teams)} larger ${plural(teams, "team", "teams")} did not have to be tried.`,
    heads: ["Posts (WTE)", "Futures", "All targets met (95% interval)", "Verdict"],
    aloneHead: (target: string) => `Alone: ${target}`,
    costHeads: ["Cost a year, average (95% interval)", "Cost a year, all posts filled"],
  },
  whyFigure: {
    lever: (lever: string, from: string, to: string) => `${lever}: ${from} → ${to}`,
    levers: (each: readonly string[]) => each.join("; "),
    course: (start: string, later: readonly string[]) => [start, ...later].join(", "),
    fromWeek: (week: string, value: string) => `from week ${week} on ${value}`,
    none: "With none of these mechanisms",
    interaction: "Interaction remainder",
    whole: "Whole difference",
    together: (difference: string) =>
      `Of the whole, ${difference} comes only of their acting together (the interaction remainder: the whole less what each adds alone).`,
    sampled: (orders: string) =>
      `More than eight take part, so parts are averages over ${orders} sampled orders of joining.`,
    leftOut: (some: string, asked: string) =>
      `Only ${some} of ${asked} futures have a value in every run; the others are left out.`,
    alternative: (gaps: {
      readonly measure: string;
      readonly from: string;
      readonly to: string;
      readonly parts: readonly string[];
    }) => `Waterfall. ${gaps.measure} from ${gaps.from} to ${gaps.to}: ${list(gaps.parts)}.`,
    noneClear: (measure: string) => `${measure}: no part is clearly apart from chance`,
    most: (part: string, measure: string) => `${part} changes ${uncapital(measure)} most`,
    among: (part: string, measure: string) => `${part} is among what changes ${uncapital(measure)}`,
    subtitle: (measure: string, period: string, change: string) =>
      `${measure}, ${period}: ${change} on average`,
    note: (futures: string) =>
      `Each setting: ${futures}, the same luck in all. A part is what it adds, averaged over every order of bringing them in (Shapley value); whisker: its 95% interval. Parts sum to the whole.`,
    heads: ["Part", "Adds (95% interval)", "Alone"],
    ordersHead: "± from orders",
    tableNote: "Alone: what it adds when nothing else has been brought in.",
  },
  sensitivityFigure: {
    difference: (other: string, base: string) => `Difference: ${other}, against ${base}`,
    shown: (shown: string, all: string) =>
      `The ${shown} largest of ${all} parameters are drawn; the table has all.`,
    tornado: {
      alternative: (measure: string, parameters: readonly string[]) =>
        `Tornado. Change of ${measure}, largest first: ${list(parameters)}.`,
      noneTold: (measure: string) => `${measure}: no parameter is told apart from chance`,
      most: (parameter: string, measure: string) => `${parameter} moves ${measure} most`,
      surely: (parameter: string, measure: string) =>
        `${parameter} clearly moves ${measure}; larger bars may be chance`,
      subtitle: (measure: string, period: string) =>
        `Mean size of the change (mu*) of ${measure} as one parameter goes over its plausible range, scaled up from moves over two thirds of it; ${period}`,
      note: (trajectories: string, parameters: string, futures: string) =>
        `${trajectories} trajectories of ${parameters} parameters, ${futures} at each point. Whisker: 95% interval, rough with few trajectories. Dark: longer than chance alone would make any of them in 95 of 100 studies.`,
      chance: "what chance alone would not exceed",
      axis: (unit: string) => `change (${unit})`,
      percentagePoints: "percentage points",
      heads: [
        "Parameter",
        "mu* (95% interval)",
        "mu (with its sign)",
        "sigma",
        "Chance at most",
        "Told apart",
      ],
      tableNote: "Sigma: how much the change differs with the other parameters.",
    },
    shares: {
      alternative: (measure: string, parameters: readonly string[]) =>
        `Bars. Total shares of the variance of ${measure}: ${list(parameters)}.`,
      most: (parameter: string, measure: string) => `${parameter} explains most of ${uncapital(measure)}`,
      none: (measure: string) => `${measure}: no parameter stands out`,
      subtitle: (measure: string, period: string) =>
        `Share of the variance of ${measure} that each parameter explains; ${period}`,
      note: (gaps: {
        readonly samples: string;
        readonly futures: string;
        readonly chance: string;
        readonly isMostlyChance: boolean;
      }) =>
        `Sobol' indices from ${gaps.samples} samples, ${gaps.futures} at each point. Whisker: 95% interval; estimates may leave 0% to 100% by chance. ${gaps.chance} of the variance is chance${gaps.isMostlyChance ? ": the indices say little, ask for more futures" : ""}. Dark: total clearly above that.`,
      kinds: ["total: alone and together with others", "first order: alone"],
      axis: "% of the variance",
      value: (total: string, first: string) => `total ${total}, first ${first}`,
      /** The last differs from the third only by a space, so that each head stands once. */
      heads: ["Parameter", "Total", "95% interval", "First order", "95% interval "],
      tableNote: (rows: string) => `Rows of the samples that have a value everywhere: ${rows}.`,
    },
  },
  findOutFigure: {
    best: (scenario: string, share: string, average: string) =>
      `${scenario} is best in ${share} of draws (average ${average})`,
    choice: (gaps: {
      readonly measure: string;
      readonly draws: string;
      readonly scenarios: readonly string[];
      readonly equal: string | null;
      readonly gain: string;
    }) =>
      `By ${uncapital(gaps.measure)}, over ${gaps.draws} draws of the parameters: ${list(gaps.scenarios)}.${gaps.equal === null ? "" : ` In ${gaps.equal} of draws two or more are equally good.`} Knowing every parameter would gain at most ${gaps.gain}, chance included.`,
    alternative: (parameters: readonly string[]) =>
      `Bars. Draws in which knowing a parameter would change the choice: ${list(parameters)}.`,
    about: (scenarios: readonly string[]) => list(scenarios),
    each: (parameters: string) => `Each of ${parameters} parameters`,
    nothing: (scenario: string) => `Nothing known alone would change the choice of ${scenario}`,
    notTold: (scenario: string) => `No single parameter is shown to change the choice of ${scenario}`,
    next: (parameter: string) => `Find out next: ${parameter}`,
    subtitle: (measure: string, period: string) =>
      `Draws in which knowing this parameter would change which scenario is best by ${measure}, %; ${period}`,
    note: (draws: string, parameters: string, futures: string) =>
      `${draws} draws of ${parameters} parameters together, ${futures} of each scenario at each draw. Whisker: 95% interval. Dark: gains more than any unrelated parameter would in 95 of 100 studies.`,
    axis: "% of draws in which it changes the choice",
    heads: [
      "Parameter",
      "Changes the choice (95% interval)",
      "Gain (95% interval)",
      "Told apart from chance",
    ],
    tableNote: "Gain: by how much the average would be better for knowing it.",
  },
  drillFigure: {
    weeks: (weeks: number) => `${whole(weeks)} ${plural(weeks, "week", "weeks")}`,
    notWithin: "not within the run",
    atOnce: (since: string) => `at once, counted from ${since}`,
    after: (weeks: string, since: string) => `${weeks} after ${since}`,
    sinceStrike: "the week in which it strikes",
    sinceEnd: (week: string) => `its end in week ${week}`,
    moves: (gaps: {
      readonly strikes: string;
      readonly shock: string;
      readonly series: string;
      readonly depth: string;
      readonly week: string;
    }) =>
      `Week ${gaps.strikes}: ${gaps.shock}. ${gaps.series} moves by ${gaps.depth} at its furthest, on average over the four weeks from week ${gaps.week} on.`,
    noMark: (gaps: {
      readonly strikes: string;
      readonly shock: string;
      readonly depth: string;
      readonly week: string;
    }) =>
      `Week ${gaps.strikes}: ${gaps.shock}. It leaves no clear mark on this: at its furthest ${gaps.depth}, on average over the four weeks from week ${gaps.week} on, which includes no change.`,
    noValue: (strikes: string, shock: string) =>
      `Week ${strikes}: ${shock}. In these futures this has no value in any week, so there is nothing to compare.`,
    recovery: (gaps: {
      readonly allowed: string;
      readonly average: string;
      readonly median: string;
      readonly range: string;
    }) =>
      `Recovered means: from then on every 13 weeks on average no more than ${gaps.allowed} away in that direction. The average of all futures is back ${gaps.average}; a single future in a median of ${gaps.median} (8 in 10 futures: ${gaps.range}).`,
    never: (share: string, interval: string) =>
      `${share} of futures (${interval}) are not back by the end of the run. A single future can stay apart for good because the shock set off another train of chance events, so read it beside the average.`,
    alternative: (weeks: string, struck: string) => `Chart over ${weeks} weeks. ${struck}`,
    axis: (unit: string) => `difference (${unit})`,
    shock: (week: string, shock: string) => `week ${week}: ${shock}`,
    recovered: (week: string, allowed: string) => `from week ${week} on: 13-week averages within ${allowed}`,
    titleNoValue: (series: string) => `${series}: no value to compare`,
    titleNoMark: (series: string) => `${series}: the shock leaves no clear mark`,
    titleTooLittle: (series: string, allowed: string) =>
      `${series} moves by less than what counts here (${allowed})`,
    titleAtOnce: (series: string) => `${series} is back as soon as the shock ends`,
    titleRecovers: (series: string, weeks: string) => `${series} recovers ${weeks} later, on average`,
    titleNever: (series: string) => `${series} does not recover within the run, on average`,
    subtitle: (series: string, unit: string) =>
      `${series} (${unit}): difference from the same futures without the shock, by week`,
    note: (futures: string) =>
      `Line: average of ${futures}, each with and without the shock on the same luck. Band: 95% interval of that average. Shaded: while the shock lasts.`,
    say: (week: string, difference: string, interval: string) =>
      `Week ${week}: ${difference} (95% interval ${interval}).`,
    sayNothing: (week: string) => `Week ${week}: no value.`,
    heads: [
      "Series",
      "Depth (95% interval)",
      "At week",
      "Recovers on average",
      "Median future (95% interval)",
      "8 in 10 futures",
      "Never within the run",
    ],
    tableNote:
      "Weeks to recover are counted from the shock's end, or from its beginning where it has no end.",
  },

  // ── Figures of careers, cases and futures ───────────────────────────────────────────────────────────────────────

  cohortFigures: {
    futures: (futures: string) => `the first ${futures} simulated futures`,
    referrals: (count: string) => `${count} referrals in the baseline.`,
    /** What is said of a scenario. */
    of: (scenario: string, parts: readonly string[]) => `${scenario}: ${parts.join(", ")}`,
    part: (name: string, value: string) => `${name.toLowerCase()} ${value}`,
  },
  storyFigures: {
    place: (future: string, teams: string, years: string) => `future ${future} of ${teams}, ${years}`,
    about: (scenario: string, future: string) => `${scenario}, future ${future}`,
    year: (year: string) => `year ${year}`,
    post: (post: string) => `post ${post}`,
    someLinkWorker: "a link worker",
    linkWorker: (post: string, times: string) => `Post ${post}: ${times}`,
    successor: (post: string, number: string, times: string) => `Post ${post}, successor ${number}: ${times}`,
    times: (begins: string, ends: string) => `${begins}, ${ends}`,
    fromBefore: "from before the start",
    from: (year: string) => `from ${year}`,
    stillThere: "still there at the end",
    left: (year: string) => `left in ${year}`,
  },
  careersFigure: {
    row: (post: string) => `Post ${post}`,
    alternative: (gaps: {
      readonly linkWorkers: string;
      readonly posts: string;
      readonly notices: string;
      readonly burntOut: string;
    }) =>
      `One row a post over the years: ${gaps.linkWorkers} link workers in ${gaps.posts} posts, ${gaps.notices} give notice, ${gaps.burntOut} are burnt out at some time. The table has each of them.`,
    title: (notices: string, linkWorkers: string) =>
      `${notices} of ${linkWorkers} link workers give notice in this future`,
    subtitle: (place: string) => `Exhaustion (0–1) of each link worker, each week, by post; ${place}`,
    note: (spells: string) =>
      `One future, not an average: another may look quite different. Height and shade: exhaustion. ${withUnit(spells, "spells")} of sickness. Choose a link worker below, or click on a career.`,
    say: (week: string, posts: readonly string[]) => `Week ${week}, exhaustion: ${posts.join(", ")}.`,
    sayNobody: (week: string) => `Week ${week}, exhaustion: nobody is in post.`,
    sayPost: (post: string, exhaustion: string) => `post ${post} ${exhaustion}`,
    heads: ["Link worker", "Gave notice", "Weeks burnt out", "Spells of sickness", "Mean exhaustion (0–1)"],
    noNotice: "no",
  },
  personFigure: {
    pushes: { workload: "Workload", emotional: "Emotional load", contagion: "Others' exhaustion" },
    pushed: "What pushed it (demand a day)",
    exhaustionTitle: "Exhaustion (0–1)",
    exhaustion: "Exhaustion",
    burnoutBegins: "burnout begins",
    casesTitle: "Open cases (people now)",
    cases: "Open cases",
    hoursTitle: "Contact hours a week",
    otherContacts: "Other contacts",
    noticeGiven: "Notice given",
    longSickness: "Long sickness",
    there: "In post when the policy starts.",
    hired: (year: string) => `Hired in ${year}.`,
    neverBurntOut: "Never burnt out on record.",
    burntOut: (year: string, weeks: string) =>
      `First burnt out in ${year}; ${withUnit(weeks, "weeks")} burnt out in all.`,
    neverSick: "No sickness.",
    sick: (spells: number, days: string) =>
      `${spells} ${plural(spells, "spell", "spells")} of sickness, ${withUnit(days, "working days")}.`,
    stillThere: "Still in post at the end.",
    closed: "The post was closed.",
    noticeBefore: "Gave notice before the policy started.",
    notice: (year: string, exhaustion: string, cases: string) =>
      `Gave notice in ${year}. In the 13 weeks before: exhaustion ${exhaustion}, ${withUnit(cases, "open cases")}.`,
    pushedMost: (gaps: {
      readonly first: string;
      readonly firstShare: string;
      readonly second: string;
      readonly secondShare: string;
    }) =>
      `What pushed exhaustion most: ${gaps.first.toLowerCase()} (${gaps.firstShare} of the demand), then ${gaps.second.toLowerCase()} (${gaps.secondShare}).`,
    lottery: "Leaving is a lottery that exhaustion loads, so nobody's notice has one cause.",
    alternative: (linkWorker: string, story: string) => `Panels over the weeks for ${linkWorker}. ${story}`,
    subtitle: (place: string) =>
      `Exhaustion, what pushed it, open cases and contact hours of one link worker, week by week; ${place}`,
    value: (name: string, value: string) => `${uncapital(name)} ${value}`,
    say: (week: string, values: readonly string[]) => `Week ${week}: ${values.join(", ")}.`,
    weekHead: "Week",
    tableNote: "Every fourth week; the CSV file has every week.",
  },
  patientsFigure: {
    /** In the order of the key. */
    kinds: [
      "Ended as planned",
      "Left with the need unmet",
      "Declined at the first appointment",
      "Still in the system at the end",
    ],
    xTitle: "Year of the policy when referred",
    yTitle: "Working days in the system",
    alternative: (linkWorker: string, patients: string, lost: string) =>
      `One mark a patient of ${linkWorker}, by when referred and by working days in the system: ${patients} patients, of whom ${lost} left with their need unmet. The table has each of them.`,
    title: (lost: string, patients: string) => `${lost} of ${patients} patients left with their need unmet`,
    subtitle: (place: string) =>
      `Working days from referral to the end, each patient whose last link worker this was; ${place}`,
    note: "One mark a patient. Click on one, or choose from the list below, to read that patient's story.",
    read: "Read the chart at a patient, in the order of referral",
    say: (patient: string, days: string) => `${patient}; ${withUnit(days, "working days")} in the system.`,
    notSeen: "not seen",
    heads: ["Number", "Patient", "Working days to first appointment", "Working days in the system"],
  },
  patientFigure: {
    /** In the order of the model's kinds of contact. */
    contacts: [
      "First appointment",
      "Planning or follow-up contact",
      "Simple help",
      "Handover to another link worker",
      "Contact while waiting for a service (holding 1)",
      "Contact to prepare for change (holding 2)",
      "Contact instead of the GP (holding 3)",
      "Distress is told and witnessed (holding 4)",
    ],
    ends: {
      connected: "closed, connected",
      simple: "closed after simple help",
      held: "closed, held until settled",
      declined: "declines",
      reneged: "gives up before being seen",
      disengaged: "gives up waiting for a service",
      droppedOut: "does not take up the place",
      returned: "back to the GP, nothing fits",
      handover: "lost when the link worker left",
      open: "still in the system at the end",
    },
    referred: (need: string) => `Referred; ${need.toLowerCase()} complexity of need`,
    assigned: (post: string) => `Assigned to ${post}`,
    contact: (contact: string, post: string) => `${contact} with ${post}`,
    longContact: (contact: string, post: string, hours: string) =>
      `${contact} with ${post}, ${withUnit(hours, "hours")}`,
    referredOn: (service: string) => `Referred on to community service ${service}`,
    letGo: "No link worker's case any longer; waits for the service alone",
    starts: (service: string) => `Starts community service ${service}`,
    orphaned: "The link worker leaves",
    closed: (end: string) => `The referral ends: ${end}`,
    alternative: (week: string, end: string, days: string) =>
      `Line of distress over time for one patient, referred in week ${week}: ${end} after ${withUnit(days, "working days")}.`,
    panel: "Distress (0–1) after each event",
    distress: "Distress",
    title: (need: string, end: string) => `One patient, ${need.toLowerCase()} need: ${end}`,
    subtitle: (place: string) => `Distress (0–1) of one patient from referral to close; ${place}`,
    neverSeen: "Never seen",
    seen: (days: string) => `Seen after ${withUnit(days, "working days")}`,
    note: (seen: string, days: string, linkWorkers: number) =>
      `${seen}; ${withUnit(days, "working days")} in the system; ${linkWorkers} ${plural(linkWorkers, "link worker", "link workers")}. The line joins what is known right after each event.`,
    say: (day: string, distress: string) => `Working day ${day}: distress ${distress}.`,
    read: "Read the chart at an event",
    where: (day: string) => `working day ${day}`,
    heads: ["Number", "Working day", "What happened"],
  },
  caseStatesFigure: {
    states: {
      waiting: "Waiting for a service (holding 1)",
      preparing: "Preparing for change (holding 2)",
      heldOnly: "No service fits (holding 3)",
      workingTowards: "Planning, simple help",
      followUp: "Started, follow-up",
      noLinkWorker: "Link worker has gone",
      awaitingFirst: "Waiting to be seen",
    },
    alternative: (scenarios: readonly string[]) =>
      `Stacked areas over time: patients in the system at each week's end. On average ${list(scenarios)}.`,
    with: (scenario: string, states: readonly string[]) => `with ${scenario} ${states.join(", ")}`,
    panel: (scenario: string) => `${scenario}, patients`,
    title: (share: string) => `${share} of patients in the system are held or waiting`,
    subtitle: (place: string) =>
      `Patients referred and not yet closed, at each week's end, by where they stand; ${place}`,
    note: (futures: string) =>
      `Average of ${futures}. Holding 1 to 3 are phases; bearing witness (holding 4) happens in any of them. Where a function is not offered, its phase is waiting without contact.`,
    say: (week: string, scenarios: readonly string[]) => `Week ${week}: ${scenarios.join("; ")}.`,
    stateHead: "Where patients stand",
    columnHead: (scenario: string) => `${scenario}: patients, mean over the period`,
    tableNote: "The CSV file has every week.",
  },
  survivalFigure: {
    alternative: (scenarios: readonly string[]) =>
      `Falling lines of steps: share of link workers hired during the run who have not given notice. ${list(scenarios)}.`,
    afterMonths: (share: string, months: string) => `${share} after ${months} months`,
    years: (shares: readonly string[]) => list(shares),
    tooShort: "too short to say",
    yAxis: "% who have not given notice",
    xAxis: "Months since hire",
    title: (share: string, months: string) => `${share} of those hired stay for ${months} months`,
    titleOfTwo: (share: string, months: string, base: string) =>
      `${share} of those hired stay ${months} months; baseline ${base}`,
    subtitle: (place: string) =>
      `Link workers hired during the run who have not given notice, %, by months since hire; ${place}`,
    note: (futures: string, scenarios: readonly string[]) =>
      `Kaplan–Meier estimate from ${futures}: ${list(scenarios)}. The team that was there from the start is left out: when it was hired is not simulated.`,
    spells: (scenario: string, spells: string, notices: string) =>
      `${scenario}: ${spells} spells in post, ${notices} notices`,
    say: (months: string, shares: readonly string[]) =>
      `${months} months after hire: ${shares.join("; ")} have not given notice.`,
    sayShare: (scenario: string, share: string) => `${scenario} ${share}`,
    read: "Read the chart at a time since hire",
    where: (months: string) => `${months} months`,
    columnHead: (scenario: string) => `${scenario}: have not given notice, %`,
    tableNote: "Every sixth month; the CSV file has every month.",
  },
  waitsFigure: {
    classes: ["Low", "Moderate", "High"],
    alternative: (scenarios: readonly string[]) =>
      `Chart of ranges: wait from referral to first appointment by complexity of need. ${list(scenarios)} working days.`,
    alike: (days: string) => `Low and high need wait alike: ${days} working days`,
    apart: (high: string, low: string) => `High need waits ${high} days, low need ${low}`,
    subtitle: (place: string) =>
      `Wait from referral to first appointment of those seen, working days, by complexity of need; ${place}`,
    note: (futures: string) =>
      `Symbol: mean over patients of ${futures}. Whisker: 8 in 10 patients (P10 to P90). Those who give up before they are seen have no wait: the table has their share. The “Wait” above differs a little: it counts everybody seen in the period, also those referred before it, in all futures.`,
    yAxis: "working days",
    xAxis: "Complexity of need",
    say: (gaps: {
      readonly scenario: string;
      readonly mean: string;
      readonly range: string;
      readonly gaveUp: string;
    }) =>
      `${gaps.scenario} ${gaps.mean} working days (8 in 10 patients: ${gaps.range}), ${gaps.gaveUp} gave up before the first appointment`,
    classHead: "Complexity",
    waitHead: (scenario: string) => `${scenario}: mean wait (8 in 10 patients), working days`,
    gaveUpHead: (scenario: string) => `${scenario}: gave up before the first appointment`,
  },
  flowFigure: {
    nodes: {
      referred: "referred",
      seen: "first appointment",
      queued: "referred on",
      started: "start a service",
      simple: "simple help is enough",
      held: "held until settled",
      declined: "decline",
      open: "still in the system",
      droppedOut: "lost: place not taken up",
      disengaged: "lost: gave up in a service's queue",
      returned: "lost: back to the GP, nothing fits",
      handover: "lost: link worker left",
      reneged: "lost: gave up before the first appointment",
    },
    alternative: (scenarios: readonly string[]) => `Flow from referral to how it ended. ${list(scenarios)}.`,
    end: (share: string, end: string) => `${share} ${end}`,
    title: (started: string, lost: string) => `${started} start a service, ${lost} are lost`,
    subtitle: (place: string) => `Referrals by how they ended, % of the referrals of the period; ${place}`,
    note: (futures: string) =>
      `All referrals of ${futures}, followed to the end of the period. “Connected” above differs a little: it counts every start within the period, also of patients referred before it, in all futures. Bands are as wide as shares; hatched ends are lost to the service with their need unmet.`,
    endHead: "End",
    columnHead: (scenario: string) => `${scenario}: % of referrals`,
  },
  differencesFigure: {
    /** At either side of no difference. */
    sides: {
      leavers: ["fewer leavers", "more leavers"],
      burnoutPrevalence: ["less burnout", "more burnout"],
      waitMeanDays: ["shorter wait", "longer wait"],
      connectedShare: ["fewer connected", "more connected"],
      costPerYear: ["cheaper", "dearer"],
    },
    title: (side: string, better: string, all: string) => `${side} in ${better} of ${all} matched futures`,
    titleNone: "No future has a value",
    less: (scenario: string, base: string) => `${scenario} less ${base}`,
    subtitle: (gaps: {
      readonly measure: string;
      readonly difference: string;
      readonly unit: string;
      readonly place: string;
    }) => `${gaps.measure}, ${gaps.difference}, ${gaps.unit}, in matched futures; ${gaps.place}`,
    note: (futures: string) =>
      `Each dot: one simulated future, the same referrals and luck in both scenarios (${futures} of them). Line below: the share of futures in which the difference is at most that.`,
    axis: (unit: string) => `difference, ${unit}`,
    percentagePoints: "percentage points",
    alternative: (gaps: {
      readonly measure: string;
      readonly scenario: string;
      readonly base: string;
      readonly futures: string;
      readonly least: string;
      readonly most: string;
      readonly middle: string;
    }) =>
      `Dots and a rising line: differences of ${uncapital(gaps.measure)} between ${gaps.scenario} and ${gaps.base} in ${gaps.futures} matched futures, from ${gaps.least} to ${gaps.most}, in the middle ${gaps.middle}.`,
    sayNothing: (future: string, measure: string) => `Future ${future} has no value of “${measure}”.`,
    say: (gaps: {
      readonly future: string;
      readonly measure: string;
      readonly value: string;
      readonly scenario: string;
      readonly baseValue: string;
      readonly base: string;
      readonly difference: string;
      readonly atMost: string;
      readonly all: string;
    }) =>
      `Future ${gaps.future}: ${uncapital(gaps.measure)} ${gaps.value} with “${gaps.scenario}”, ${gaps.baseValue} with ${gaps.base}: a difference of ${gaps.difference}. In ${gaps.atMost} of ${gaps.all} futures it is at most that.`,
    shareHead: "Share of futures with at most",
    columnHead: (difference: string, unit: string) => `${difference}, ${unit}`,
    tableNote: "Every tenth of the futures; the CSV file has each future.",
  },

  // ── Evidence cards ──────────────────────────────────────────────────────────────────────────────────────────────

  evidenceCards: {
    title: "What the model assumes",
    cannotKnow: "What this model cannot know",
    all: (count: string) => `All ${count} numbers, with their evidence`,
    search: "Search the numbers",
    grade: "Grade",
    allGrades: "All grades",
    gradeOf: (mark: string, grade: string, count: string) => `${mark} ${grade} (${count})`,
    shown: (count: string, all: string) => `${count} of ${all} shown.`,
    shownByRank: (count: string, all: string, measure: string) =>
      `${count} of ${all} shown, the most influential for ${uncapital(measure)} first.`,
    change: (scenario: string) => `Change it in “${scenario}”`,
    changeInCopy: (scenario: string) => `Change it in a copy of “${scenario}”`,
    value: "Value",
    valueIn: (scenario: string) => `In “${scenario}”`,
    reason: (reason: string) => `Reason: ${reason}`,
    range: "Plausible range",
    source: "Source",
    rank: "Rank in the tornado",
    id: "Id",
    evidence: "Evidence",
    /** Follows `evidence`, for those who hear it. */
    ofNumber: (label: string) => ` for ${label}`,
    showInList: "Show it in the list of all numbers",
    reasonForChange: "Reason for this change",
    reasonTravels: "It travels in the link, the scenario file and the reports.",
  },

  // ── Experiments ─────────────────────────────────────────────────────────────────────────────────────────────────

  experiments: {
    noScenario:
      "A value of your scenario, or the repeatable result code, cannot be used; mend it above first.",
    scenario: "Scenario",
    measureShown: "Measure shown",
    cancel: "Cancel",
    outOfDate: "Out of date",
    futures: (count: string) => `${count} simulated futures`,
    atMostFutures: (count: string) => `at most ${count} simulated futures`,
    about: (time: string) => `about ${time}`,
    atMostAbout: (time: string) => `at most about ${time}`,
    takes: (futures: string) => `This takes ${futures}.`,
    takesTime: (futures: string, time: string) => `This takes ${futures}: ${time} on this computer.`,
    progress: (action: string) => `Progress: ${action}`,
    paused: "Paused: the answer above is worked out first.",
    done: (done: string, total: string) => `${done} of ${total} simulated futures.`,
    doneAndLeft: (done: string, total: string, time: string) =>
      `${done} of ${total} simulated futures, about ${time} to go.`,
    running: "Running.",
    finished: (time: string) => `Finished in ${time}.`,
    cancelled: "Cancelled.",
    replaced: "Ended, because another experiment was started.",
    failed: (message: string) => `It could not be finished: ${message}`,
    /** A lever's values in a report. */
    values: (values: readonly string[]) => values.join(", "),
    lastStay: "The last results stay.",
    /** A field of a form, and what a link says of it. */
    notUsed: (field: string, said: string) =>
      `The link says ${said} for “${field}”, which cannot be used; it is as usual.`,
    notKnown: (field: string) =>
      `The link sets “${field}”, which is not known to this version of Holdfast; it is left out.`,

    lever: {
      none: "none",
      limits: (lever: string, limits: string) => `${lever}: ${limits}`,
      from: "From",
      to: "To",
      step: "In steps of",
      /** Names of the three in a sentence about what is wrong with one. */
      fromOf: (lever: string) => `${lever}, from,`,
      toOf: (lever: string) => `${lever}, to,`,
      stepOf: (lever: string) => `${lever}, step,`,
      everyValue: "Every value of it is tried.",
      goesDown: ({ lever, from, to, unit }: { lever: string; from: string; to: string; unit: string }) =>
        `${lever} goes from ${from} to ${to} ${unit}, which is less; it must go up.`,
      tooMany: (lever: string, count: string, most: string) =>
        `${lever} would take ${count} values; at most ${most} may be asked for.`,
    },
    targets: {
      title: "Targets",
      add: "Add a target",
      name: (number: string) => `Target ${number}`,
      measure: (target: string) => `${target}: measure`,
      relation: (target: string) => `${target}: at most or at least`,
      value: (target: string, unit: string) => `${target}: value (${unit})`,
      atMost: "at most",
      atLeast: "at least",
      remove: "Remove",
      /** Follows `remove`, for those who hear it. */
      removed: (target: string, measure: string) => ` ${target}, ${measure}`,
    },
    parameters: {
      title: "Parameters",
      hint: "What a scenario sets is a decision, not a doubt, and is never moved.",
      assumptions: (count: string) => `Every assumption (${count})`,
      uncertain: (count: string) => `Every assumption and proxy (${count})`,
      own: "Only those that I choose",
      list: "Parameters to choose from",
      chosen: (labels: readonly string[]) => labels.join("; "),
    },
    sweep: {
      run: "Run the sweep",
      futures: "Simulated futures of each setting",
      first: "First lever",
      second: "Second lever",
      twice: "Both levers are the same; choose another for the second, or none.",
      targetsHold: "Targets must hold",
    },
    staff: {
      run: "Find the smallest safe team",
      futures: "Most simulated futures of each team",
      futuresHint: "Teams that are clearly safe or unsafe take fewer.",
      share: "All targets must hold at once in at least",
      ofTen: (count: string) => `${count} of 10 futures`,
      fewest: "Fewest posts",
      most: "Most posts",
      posts: "WTE posts",
      goesDown: (fewest: string, most: string) =>
        `Most posts is ${most}, fewer than the fewest, ${fewest}; it must be at least ${fewest}.`,
      tooMany: (count: string, most: string) =>
        `These are ${count} teams to try; at most ${most} may be asked for.`,
      note: "Teams are tried from the smallest up, each with the same luck, with more futures at looks fixed beforehand, until it is sure whether the share meets what is asked. The chance that any verdict here is wrong is at most 5% in all; doubt about the parameters themselves is not in it.",
    },
    why: {
      run: "Explain the difference",
      futures: "Simulated futures of each setting",
      from: "From",
      to: "To",
      by: "Split the difference over",
      levers: "the levers that differ",
      mechanisms: "the mechanisms that it passes through",
      mechanismsNote:
        "A mechanism is switched off in both scenarios by ordinary settings; its part says how the difference depends on its being there.",
      merged: (levers: string) => `Taken together, since one without the other is not allowed: ${levers}.`,
      grouped: (levers: string) => `More than eight levers differ; these are taken together: ${levers}.`,
      idle: (mechanisms: readonly string[]) => `Off in both scenarios already: ${mechanisms.join("; ")}.`,
    },
    sensitivity: {
      run: "Find what matters most",
      futures: "Simulated futures at each point",
      trajectories: "Trajectories",
      trajectoriesHint: "Walks through the parameters' ranges; more of them make intervals narrower.",
      samples: "Samples",
      top: "Parameters kept after a screening",
      method: "Method",
      morris: "Screening: which parameters matter at all",
      sobol: "Shares of the variance (slower)",
      of: "Of",
      difference: (other: string, base: string) => `Difference: ${other}, against ${base}`,
      note: "Values come from the evidence distributions of the parameters, most of which are assumptions; every point has the same luck, which a few futures cannot average out.",
      /** What a rank of a number is about. */
      aboutScenario: (scenario: string) => `“${scenario}”`,
      aboutDifference: (other: string, base: string) => `the difference of “${other}” from “${base}”`,
    },
    findOut: {
      run: "Find what to find out next",
      futures: "Simulated futures at each draw",
      draws: "Draws of all parameters together",
      between: (scenarios: readonly string[]) =>
        `Chooses between all the scenarios that are compared above: ${scenarios.join("; ")}.`,
      best: "Best by",
      scenarios: "Scenarios to choose from",
    },
    drill: {
      run: "Run the drill",
      futures: "Simulated futures, with and without it",
      week: "Strikes at the beginning of week",
      length: "It lasts",
      weeks: "weeks",
      size: "Size",
      shock: "Shock",
      service: "Community service that closes",
      forGood: "For good",
      series: "Series shown",
      unknownShock: (shock: string) =>
        `The shock “${shock}” is not known to this version of Holdfast; choose another.`,
    },
    local: {
      run: "Fit the model to these numbers",
      futures: "Simulated futures at each setting",
      numbers: "Your monthly numbers",
      numbersHint:
        "Paste them from a spreadsheet, or as CSV. The first line names the columns: month (as 2025-04 or Apr-25), referrals, wte (in post), starters, leavers, and wait (mean working days from referral to first appointment), which may be left out. They stay in this browser: nothing is sent or kept, and no link carries them.",
      open: "Open a CSV file",
      tooLarge: (file: string) => `${file} is larger than 1 MB; monthly numbers are much smaller.`,
      unreadable: (file: string) => `${file} could not be read; it may have been moved or deleted meanwhile.`,
      emptyFile: (file: string) => `${file} is empty: there is not a single line in it.`,
      sample: "Use a made-up sample",
      saveSample: "Save the sample as a file",
      add: "Add this team as a scenario",
      added: "Added to the scenarios compared.",
      notAdded: "It could not be added.",
      full: "Remove a scenario to make room.",
      fits: "The model can give these figures",
      fitsNot: "The model cannot give these figures",
      figures: "Local figures and the model's",
      figuresCaption: "Local figures, and averages of simulated futures",
      figure: "Figure",
      yours: "Yours (range)",
      usual: "Usual settings",
      suggested: "Suggested settings",
      figureWithUnit: (label: string, unit: string) => `${label} (${unit})`,
      valueInRange: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
      settings: "Settings that fit",
      settingsCaption:
        "Settings that fit: thin line, the plausible range that was searched; thick, 9 in 10 of the settings that fit; dot, the suggestion",
      number: "Fitted number",
      range: "Range",
      suggestion: "Suggestion",
      told: "What the numbers say",
      noneFits: "none fits",
      fitRange: (low: string, high: string) => `9 in 10 of what fits: ${low} to ${high}`,
      searched: (from: string, to: string, fit: string) => `Searched from ${from} to ${to}; ${fit}.`,
    },
  },

  // ── Stories of one link worker and one patient ──────────────────────────────────────────────────────────────────

  stories: {
    title: "A closer look",
    parts: {
      Differences: {
        title: "How much do the futures differ?",
        hint: "One dot a future, and the chance of at most each difference.",
      },
      Ways: {
        title: "Who stays, who waits, who is lost?",
        hint: "How long link workers stay, waits by need, where patients stand, and where they are lost.",
      },
      Careers: {
        title: "One future: careers and stories",
        hint: "Every link worker of one future, and the diary of one of them or of a patient.",
      },
    },
    loading: "Loading.",
    notLoaded: "This part could not be loaded. Reload the page to try again.",
    /** What is read: the parts of the next four sentences. */
    future: (number: string) => `future ${number}`,
    diaries: (count: string) => `the diaries of ${count} futures`,
    reading: (what: string) => `Reading ${what}.`,
    readingLabel: (what: string) => `Reading ${what}`,
    willBeRead: (What: string) => `${What} will be read when the run is finished.`,
    notRead: (What: string, message: string) => `${What} could not be read: ${message}`,

    whose: (number: string) => `Scenario whose future ${number} is told`,
    nobody: "Nobody was in post in this future.",
    linkWorker: "Link worker",
    previous: "Previous",
    next: "Next",
    /** Follows `previous` and `next`, for those who hear them. */
    ofLinkWorkers: " link worker",
    patientOf: "A patient of this link worker",
    /** What is read: see `reading`. */
    patientsStory: "the patient's story",
    noPatient: "None chosen",
    beforeStart: "Before the start",
    week: (number: string) => `Week ${number}`,
    patient: (when: string, need: string, end: string) => `${when}, ${need.toLowerCase()} need: ${end}`,

    noDifferences: "Add a scenario: differences are taken from the baseline.",
    differencesOf: "Differences of",
    readDots: "Read the dots, from the smallest difference to the largest",
    noFuture: "no future chosen",
    dotsHint:
      "Move the slider, or click on a dot: that future is then drawn in the charts above and told below.",

    drawFuture: "Draw one single future in the charts",
    futureNumber: "Future",
    none: "none",
    ofFutures: (count: string) => `of ${count}`,
    few: "Few leavers",
    middling: "Middling",
    many: "Many leavers",
    averagesOnly: "Averages only",
    rough: "A single future is rougher than any average.",
    leaversAtBase: (count: string, base: string) => `${count} leave with ${base}`,
    leaversWith: (atBase: string, count: string, scenario: string) =>
      `${atBase}, ${count} with “${scenario}”`,
    thinLines: (number: string, leavers: string) =>
      `Thin lines: future ${number}, the same referrals and luck in every scenario. ${leavers}.`,
  },

  // ── Packs ───────────────────────────────────────────────────────────────────────────────────────────────────────

  packs: {
    title: "Take it with you",
    note: "Made here from the run on show; nothing is sent. Each carries version, fingerprints, repeatable result code and date.",
    noExperiments: "Experiments that you run under “Find out more” go into the packs too.",
    withExperiments: (questions: readonly string[]) => `With these experiments: ${questions.join(" ")}`,
    withoutExperiments: (questions: readonly string[]) =>
      `Without those that are out of date: ${questions.join(" ")}`,
    notReady: "Packs can be made when the run has finished and is up to date.",
    making: (what: string) => `${what}: being made.`,
    made: (what: string) => `${what}: done.`,
    failed: (message: string) => `It could not be made: ${message}`,
    whichMinimum: "Which scenario is your “do minimum”?",
    noMinimum: "None of them",
    choices: {
      business: "Business case",
      businessWhat:
        "Two pages: question, finding, options, costs, benefits, sensitivity, assumptions with reasons, risks.",
      openBusiness: "Open to read or print",
      saveWord: "Save for Word",
      methods: "Methods pack",
      methodsWhat:
        "For a methods section: ODD summary and STRESS answers for this run, scenario files, results as CSV, citation.",
      saveMethods: "Save the methods pack (ZIP)",
      raw: "Raw results",
      /** What stands before the command, and after it. */
      rawWhat: [
        "Every future and week as tidy tables (CSV, Parquet), with dictionary and manifest. Unpacked, ",
        " runs them again and says whether they are identical.",
      ],
      rawCommand: "npm run -s holdfast -- reproduce FOLDER",
      saveRaw: "Save the raw results (ZIP)",
    },
    window: { back: "Back to the model", print: "Print, or save as PDF", save: "Save as a web page" },
    /** Before the page's number, between it and their count, and after it. */
    pageOf: ["Page ", " of ", ""],

    stamp: (made: { holdfast: string; model: string; futures: string | null; seed: string; time: string }) =>
      `Holdfast ${made.holdfast}, model ${made.model};${made.futures === null ? "" : ` ${made.futures} simulated futures of each scenario;`} repeatable result code “${made.seed}”; made ${made.time}.`,
    time: (day: string, time: string) => `${day}, ${time} UTC`,
  },
};

/** What a translation has to supply. */
export type Texts = typeof english;
