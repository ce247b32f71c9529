/** Which scenarios are compared: the base, those chosen from the library, and the reader's own. */
import { DEFAULTS, parameterById, valueIn, withChanges } from "../sim/parameters";
import { type Changes, checkScenario, type Scenario, type Value } from "../sim/scenario";
import { type Draft, describeValue, draftOf, leverRows, readLever } from "./levers";
import { inWords, yearsInWords } from "./text/format";

/** Beside the baseline: more than four lines in a chart cannot be told apart. */
export const MOST_SCENARIOS = 3;
export const OWN_ID = "your-scenario";
export const OWN_NAME = "Your scenario";

/** The reader's own scenario: what it was copied from, and what its controls hold. */
export interface Own {
  readonly source: Scenario;
  readonly draft: Draft;
}

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

/** A copy of `source` whose controls show its values. */
export function ownCopy(source: Scenario): Own {
  return { source, draft: draftOf(withChanges(DEFAULTS, source.changes)) };
}

export interface ReadOwn {
  /** The scenario, or null while something typed is not a value. */
  readonly scenario: Scenario | null;
  /** A sentence for each control that holds no value, by parameter id. */
  readonly problems: ReadonlyMap<string, string>;
  /** Problems of several controls together. */
  readonly together: readonly string[];
}

/** Turns the controls into a scenario. Only what differs from the copied scenario is laid over its changes. */
export function readOwn({ source, draft }: Own): ReadOwn {
  const params = withChanges(DEFAULTS, source.changes);
  const problems = new Map<string, string>();
  const changes: Record<string, Value> = { ...source.changes };
  const laid: string[] = [];
  for (const row of leverRows()) {
    const read = readLever(row, draft[row.id]);
    if ("problem" in read) {
      problems.set(row.id, read.problem);
      continue;
    }
    if (read.value === valueIn(params, row)) continue;
    changes[row.id] = read.value;
    laid.push(`${row.label.toLowerCase()} ${describeValue(row, read.value)}`);
  }
  const together = problems.size === 0 ? checkScenario(changes, source.timeline) : [];
  if (problems.size > 0 || together.length > 0) return { scenario: null, problems, together };
  const scenario: Scenario = {
    id: OWN_ID,
    name: OWN_NAME,
    question: laid.length > 0 ? `What if “${source.name}”, but ${inWords(laid)}?` : source.question,
    changes,
    reasons: {},
    timeline: source.timeline,
  };
  return { scenario, problems, together };
}

const isRun = (id: string): boolean => id.startsWith("run.");

/** The run parameters (length, warm-up) that the first of the scenarios to set them asks for. */
function sharedRun(scenarios: readonly Scenario[], years: number | null): Changes {
  const asked = scenarios.flatMap(({ changes }) => Object.entries(changes).filter(([id]) => isRun(id)));
  const shared = Object.fromEntries(asked.reverse());
  return years === null ? shared : { ...shared, "run.years": years };
}

/**
 * The scenarios as they are run: all with the same length and warm-up, since leavers of one year beside leavers of
 * five would be a false picture. `notice` says so where a scenario brought a length of its own.
 */
export function aligned(
  scenarios: readonly Scenario[],
  years: number | null,
): { readonly scenarios: readonly Scenario[]; readonly notice: string | null } {
  const shared = sharedRun(scenarios, years);
  const own = scenarios.find(({ changes }) => Object.keys(changes).some(isRun));
  const same = scenarios.map((scenario) => {
    const rest = Object.entries(scenario.changes).filter(([id]) => !isRun(id));
    return { ...scenario, changes: { ...Object.fromEntries(rest), ...shared } };
  });
  const length = Number(shared["run.years"] ?? DEFAULTS.run.years);
  const notice =
    own !== undefined && years === null
      ? `All scenarios are run over ${yearsInWords(length)}, as “${own.name}” asks, so that they can be compared.`
      : null;
  return { scenarios: same, notice };
}

/** What a scenario changes, and when: `Caseload cap 40 cases per WTE (baseline: none)`. */
export function changesInWords({ changes, timeline }: Scenario): string[] {
  const say = (some: Changes) =>
    Object.entries(some).map(([id, value]) => {
      const row = parameterById(id);
      return `${row.label} ${describeValue(row, value)} (baseline: ${describeValue(row, row.default)})`;
    });
  const later = timeline.map((entry) => `from week ${entry.atWeek}: ${inWords(say(entry.changes))}`);
  return [...say(changes), ...later];
}

/** Themes under which the library is listed, by the group of the first parameter that a scenario changes. */
const THEMES: readonly { readonly name: string; readonly groups: readonly string[] }[] = [
  { name: "Holding", groups: ["holding"] },
  { name: "Support for link workers", groups: ["support", "handover"] },
  { name: "Posts and recruitment", groups: ["team", "recruitment"] },
  { name: "Caseload, referrals and services", groups: ["policy", "triage", "services", "referral"] },
];

/** The library's policies by theme, in the library's order; what fits no theme comes last. */
export function byTheme(policies: readonly Scenario[]): { name: string; scenarios: Scenario[] }[] {
  const themeOf = ({ changes }: Scenario): string => {
    const group = Object.keys(changes)[0]?.split(".")[0] ?? "";
    return THEMES.find(({ groups }) => groups.includes(group))?.name ?? "Other settings";
  };
  return [...THEMES.map(({ name }) => name), "Other settings"]
    .map((name) => ({ name, scenarios: policies.filter((policy) => themeOf(policy) === name) }))
    .filter(({ scenarios }) => scenarios.length > 0);
}
