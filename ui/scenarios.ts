/** Scenarios of the library and of a comparison: the base, one length for all, and what each changes, in words. */
import { WEEKS_PER_YEAR } from "../sim/calendar";
import { DEFAULTS, PARAMETERS } from "../sim/parameters";
import type { Changes, Scenario } from "../sim/scenario";
import { takesEffect } from "../sim/scenario/course";
import { describeValue, valueInWords } from "./levers";
import { formatCount, inWords, yearsInWords } from "./text/format";
import { parameterById } from "./text/tables";
import { text } from "./text/text";

/** Beside the baseline: with more, even greyed lines and their names cannot be told apart. */
export const MOST_SCENARIOS = 4;

/** The base of all comparisons: the scenario with id `baseline`, or the first. Throws when there is none. */
export function baseOf(library: readonly Scenario[]): Scenario {
  const base = library.find(({ id }) => id === "baseline") ?? library[0];
  if (base === undefined) throw new Error("The library holds no scenario.");
  return base;
}

/** The policy that is compared on opening: everything that supports holding together, if the library has it. */
export function firstPolicy(library: readonly Scenario[]): string | null {
  const wanted = ["supported-and-recognised", "holding-recognised"];
  const policies = library.filter((scenario) => scenario !== baseOf(library));
  const found = wanted.find((id) => policies.some((policy) => policy.id === id));
  return found ?? policies[0]?.id ?? null;
}

const RUN_YEARS = "run.years";
const isRun = (id: string): boolean => id.startsWith("run.");

/** The run parameters (length, warm-up) that the first of the scenarios to set them asks for. */
function sharedRun(scenarios: readonly Scenario[], years: number | null): Changes {
  const asked = scenarios.flatMap(({ changes }) => Object.entries(changes).filter(([id]) => isRun(id)));
  const shared = Object.fromEntries(asked.reverse());
  return years === null ? shared : { ...shared, [RUN_YEARS]: years };
}

/**
 * The scenarios as they are run: all with the same length and warm-up, since leavers of one year beside leavers of
 * five would be a false picture. `notice` says so where a scenario brought a length or a beginning of its own.
 */
export function aligned(
  scenarios: readonly Scenario[],
  years: number | null,
): { readonly scenarios: readonly Scenario[]; readonly notice: string | null } {
  const shared = sharedRun(scenarios, years);
  const first = (sets: (id: string) => boolean): Scenario | undefined =>
    scenarios.find(({ changes }) => Object.keys(changes).some(sets));
  const own = years === null ? first((id) => id === RUN_YEARS) : undefined;
  const begins = first((id) => isRun(id) && id !== RUN_YEARS);
  const same = scenarios.map((scenario) => {
    const rest = Object.entries(scenario.changes).filter(([id]) => !isRun(id));
    return { ...scenario, changes: inOrder({ ...Object.fromEntries(rest), ...shared }) };
  });
  const length = Number(shared[RUN_YEARS] ?? DEFAULTS.run.years);
  const { sameLength, sameStart } = text.scenarios;
  const notices = [
    ...(own ? [sameLength(yearsInWords(length), own.name)] : []),
    ...(begins ? [sameStart(begins.name)] : []),
  ];
  return { scenarios: same, notice: notices.join(" ") || null };
}

/** Changes in the order of the table of parameters, as files have them: what is saved is the same when read again. */
const inOrder = (changes: Changes): Changes =>
  Object.fromEntries(
    PARAMETERS.filter(({ id }) => Object.hasOwn(changes, id)).map(({ id }) => [id, changes[id]]),
  );

/** The week in which a run with these changes ends: what a timeline changes then or later comes too late. */
export const endWeekOf = (changes: Changes): number =>
  WEEKS_PER_YEAR * Number(changes["run.years"] ?? DEFAULTS.run.years);

/** A change of a timeline in words, with a word of warning where it comes too late. */
export const unlessTooLate = (said: string, atWeek: number, endWeek: number): string =>
  atWeek < endWeek ? said : text.scenarios.afterEnd(said, formatCount(endWeek));

/**
 * What a scenario changes, and when: `Caseload cap 40 cases per WTE (baseline: none)`. The run ends in `endWeek`: as
 * the scenario has it, unless it is run over another length.
 */
export function changesInWords({ changes, timeline }: Scenario, endWeek = endWeekOf(changes)): string[] {
  const { asBefore, change, changeTo, fromWeek, fromWeekNamed, noChange } = text.scenarios;
  const now = Object.entries(changes).map(([id, value]) => {
    const row = parameterById(id);
    return change(row.label, describeValue(row, value), valueInWords(row, row.default));
  });
  const later = timeline.map(({ atWeek, label, changes: then }) => {
    const what = Object.entries(then).map(([id, value]) => {
      const row = parameterById(id);
      return changeTo(row.label, describeValue(row, value));
    });
    const [week, said] = [String(atWeek), inWords(what) || noChange];
    const isIdle = what.length > 0 && !takesEffect({ atWeek, changes: then }, { changes, timeline });
    const words = isIdle ? asBefore(said) : said;
    const sentence = label === undefined ? fromWeek(week, words) : fromWeekNamed(week, label, words);
    return unlessTooLate(sentence, atWeek, endWeek);
  });
  return [...now, ...later];
}

/** Questions under which the library is listed, by the group of the first parameter that a scenario changes. */
const THEMES = [
  { theme: "holding", groups: ["holding"] },
  { theme: "support", groups: ["support", "handover"] },
  { theme: "team", groups: ["team", "recruitment"] },
  { theme: "work", groups: ["policy", "triage", "services", "referral"] },
  { theme: "other", groups: [] },
] as const satisfies readonly { readonly theme: string; readonly groups: readonly string[] }[];

/** The library's policies by question, in the library's order; what fits no theme comes last. */
export function byTheme(policies: readonly Scenario[]): { name: string; scenarios: Scenario[] }[] {
  const themeOf = ({ changes }: Scenario): string => {
    const group = Object.keys(changes)[0]?.split(".")[0] ?? "";
    return THEMES.find(({ groups }) => groups.some((one) => one === group))?.theme ?? "other";
  };
  return THEMES.map(({ theme }) => ({
    name: text.scenarios.themes[theme],
    scenarios: policies.filter((policy) => themeOf(policy) === theme),
  })).filter(({ scenarios }) => scenarios.length > 0);
}
