const LOCALE = "en-GB";
const wholeNumbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const lists = new Intl.ListFormat(LOCALE, { type: "conjunction" });

/** A whole number as English writes it. What decides the grammar of a sentence comes as a number, all else as text. */
const whole = (count: number): string => wholeNumbers.format(count);
const plural = (count: number, one: string, more: string): string => (count === 1 ? one : more);
/** A list as it is spoken: `a`, `a and b`, `a, b and c`. */
const list = (parts: readonly string[]): string => lists.format(parts);

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
  times: "time",
};
const PLURAL = new RegExp(`\\b(${Object.keys(SINGULAR).join("|")})\\b`);
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A name with a small letter at its beginning, but for abbreviations. */
const uncapital = (name: string): string =>
  /^(A |[A-Z][a-z])/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/** How values of one unit are written: what stands before and after a value and a difference, and the unit in words. */
export interface UnitWords {
  /** For the heads of columns and the titles of axes. */
  readonly words: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Instead of the suffix, after a difference. */
  readonly differenceSuffix?: string;
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

  // ── The frame of the page, its status and its controls ──────────────────────────────────────────────────────────
  format: {
    list,
    /** A parameter's or a measure's label inside a sentence. */
    within: (label: string) => label.toLowerCase(),
    /** A scenario's name, or another, inside a sentence: in quotes if it has marks of its own. */
    inSentence: (name: string) => (/[,:;()]/.test(name) ? `“${name}”` : uncapital(name)),
    uncapital,
    /** The beginning of a sentence. */
    capital: (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1),
    range: (low: string, high: string) => `${low} to ${high}`,
    /** `4 hours a month`, but `1 hour a month`. */
    withUnit: (number: string, unit: string) =>
      `${number} ${number === "1" ? unit.replace(PLURAL, (noun) => SINGULAR[noun]) : unit}`,
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
    no: (label: string) => `No ${label.toLowerCase()}`,
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
    } as Readonly<Record<string, string>>,
    empty: (label: string, allowed: string) => `${label} is empty; it must be ${allowed}.`,
    notNumber: (label: string, typed: string, allowed: string) =>
      `${label} is “${typed}”, which is not a number; it must be ${allowed}.`,
    outside: (gaps: { label: string; typed: string; unit: string; allowed: string }) =>
      `${gaps.label} is ${gaps.typed} ${gaps.unit}; it must be ${gaps.allowed}.`,
    /** What may be typed. */
    allowed: (low: string, high: string, unit: string) => `a number from ${low} to ${high} ${unit}`,
    allowedWhole: (low: string, high: string, unit: string) =>
      `a whole number from ${low} to ${high} ${unit}`,
    orNone: (allowed: string) => `${allowed}, or “none”`,
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
    instead: (now: string, before: string) => `${now} instead of ${before}`,
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
  },
  warnings: {
    atExpense: (worse: readonly string[]) =>
      `This helps staff at patients' expense: ${list(worse)}. Fewer leavers alone do not make it a better policy.`,
    letDown: "more patients are let down in one way or another",
    distress: (gaps: { now: string; before: string; nowWithPool: string; beforeWithPool: string }) =>
      `Distress-days fall (${gaps.now}, not ${gaps.before}), but they count people only while they are in the system, and more people leave it unhelped. Read the fall as people no longer counted: with those who are back with their GP, it is ${gaps.nowWithPool}, not ${gaps.beforeWithPool}.`,
    holdingOff: (scenario: string) =>
      `In “${scenario}”, all four functions of holding are switched off. Holding is work for patients: less of it always leaves staff more time, so judge it by the patients' side too, never by burnout alone.`,
    functionsOff: (scenario: string, functions: readonly string[]) =>
      `In “${scenario}”, function ${list(functions)} of holding ${plural(functions.length, "is", "are")} switched off. Holding is work for patients: less of it always leaves staff more time, so judge it by the patients' side too, never by burnout alone.`,
    fewFutures: (futures: string, few: string) =>
      `The ranges rest on only ${futures} simulated futures; below ${few} they are rough.`,
    /** Where, and in how many futures, referrals exceed capacity. */
    overload: (where: string, futures: string) =>
      `${where}, referrals exceed capacity; the wait grows without end, in ${futures}. Averages over the whole period hide this.`,
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
    start:
      "Policies start in week 0, after a two-year warm-up under the baseline's policies. A simulated team is not your team.",
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
      "A rank in the list says how much an answer moves over a number's plausible range. It does not say how likely the number is to be right.",
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
    fromWeek: (week: string, what: string) => `from week ${week}: ${what}`,
    fromWeekNamed: (week: string, name: string, what: string) => `from week ${week} (${name}): ${what}`,
    sameLength: (years: string, scenario: string) =>
      `All scenarios are run over ${years}, as “${scenario}” asks, so that they can be compared.`,
    belongTo: "What these results belong to",
    belongs: (name: string) => `${name}:`,
    nothingChanged: "nothing is changed",
    asBaseline: "as the baseline",
    rest: (gaps: { futures: string; years: string; code: string; holdfast: string; model: string }) =>
      `${gaps.futures} simulated futures of each, ${gaps.years}. Repeatable result code “${gaps.code}”, Holdfast ${gaps.holdfast}, model ${gaps.model}.`,
  },
  /** Names and questions of the reader's own scenarios, made from what was changed. */
  ownScenario: {
    copyOf: (name: string) => `Copy of ${uncapital(name)}`,
    moreChanges: (count: number) => `${whole(count)} more ${plural(count, "change", "changes")}`,
    /** `what` was changed in the scenario `name`. */
    over: (what: string, name: string) =>
      `${what}, ${/^(No|Without) /.test(name) ? "and" : "with"} ${uncapital(name)}`,
    question: (name: string, changes: readonly string[]) => `What if “${name}”, but ${list(changes)}?`,
    noChanges: "no changes during the run",
    changesInWeeks: (weeks: readonly string[]) => `changes in week ${list(weeks)}`,
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
        : `${whole(count)} scenarios kept in this browser cannot be read by this version of Holdfast; they stay where it is.`,
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
    otherModel: (linked: string, here: string) =>
      `The link was made with model ${linked}; this is model ${here}, which gives other numbers.`,
    partsMissing: "What could not be taken from the link, as said above, is the cause.",
    sameModel: (model: string) =>
      `The model's version, ${model}, is the same; the link may have been changed by hand, or the model without a new number.`,
  },
  /** A team's own numbers: what is wrong with them, what they come to, and what fits them. */
  local: {
    missingColumns: (columns: readonly string[], missing: readonly string[]) =>
      `Line 1 must name the columns ${columns.join(", ")} (wait may be left out); ${missing.join(", ")} ${plural(missing.length, "is", "are")} missing.`,
    line: (line: string, problems: readonly string[]) => `Line ${line}: ${problems.join("; ")}.`,
    twice: (month: string, line: string) => `month ${month} is on line ${line} too`,
    wrongMonth: (typed: string) => `month is ${typed}; write it as 2025-04`,
    wrongNumber: (column: string, typed: string, most: string) =>
      `${column} is ${typed}; it must be a number from 0 to ${most}`,
    empty: "empty",
    typed: (typed: string) => `“${typed}”`,
    tooMany: (months: string, most: string) => `There are ${months} months; at most ${most} can be used.`,
    tooFew: (months: string, fewest: string) => `There are ${months} months; at least ${fewest} are needed.`,
    noReferrals: "There are no referrals in any month.",
    noPosts: "No month has half a post or more.",
    moreWrong: (count: string) => `${count} more lines are wrong.`,
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
    noWait: "The wait is not known in half of the months, so it is not fitted.",
    wait: (wait: string, range: string) =>
      `A first appointment after ${wait} working days on average (taken as ${range} working days).`,
    check: (wteChange: string, netStarters: string) =>
      `Check: WTE changed by ${wteChange} while starters less leavers are ${netStarters}.`,
    agree: (wteChange: string, netStarters: string) =>
      `Starters less leavers (${netStarters}) and the change of WTE (${wteChange}) agree.`,
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
    fits: (months: string) => `Fits ${months} months of local numbers; other values do so too.`,
    nearest: (months: string) =>
      `Comes nearest to ${months} months of local numbers; other values do so too.`,
  },

  // ── Charts and figures over time ────────────────────────────────────────────────────────────────────────────────

  // ── Figures of experiments ──────────────────────────────────────────────────────────────────────────────────────

  // ── Figures of careers, cases and futures ───────────────────────────────────────────────────────────────────────

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
      `${count} of ${all} shown, the most influential for ${measure.toLowerCase()} first.`,
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
    lastStay: "The last results stay.",

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
    },
    sweep: {
      run: "Run the sweep",
      futures: "Simulated futures of each setting",
      first: "First lever",
      second: "Second lever",
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
    },
    local: {
      run: "Fit the model to these numbers",
      futures: "Simulated futures at each setting",
      numbers: "Your monthly numbers",
      numbersHint:
        "Paste them from a spreadsheet, or as CSV. The first line names the columns: month (as 2025-04), referrals, wte (in post), starters, leavers, and wait (mean working days from referral to first appointment), which may be left out. They stay in this browser: nothing is sent or kept.",
      open: "Open a CSV file",
      tooLarge: (file: string) => `${file} is larger than 1 MB; monthly numbers are much smaller.`,
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
      valueInRange: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
      settings: "Settings that fit",
      settingsCaption:
        "Settings that fit: thin line, the plausible range that was searched; thick, 9 in 10 of the settings that fit; dot, the suggestion",
      number: "Fitted number",
      range: "Range",
      suggestion: "Suggestion",
      told: "What the numbers say",
      noneFits: "none fits",
      fitRange: (low: string, high: string) => `fits from ${low} to ${high}`,
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

    stamp: (made: { holdfast: string; model: string; futures: string; seed: string; time: string }) =>
      `Holdfast ${made.holdfast}, model ${made.model}; ${made.futures} simulated futures of each scenario; repeatable result code “${made.seed}”; made ${made.time}.`,
    time: (day: string, time: string) => `${day}, ${time} UTC`,
  },
};

/** What a translation has to supply. */
export type Texts = typeof english;
