/**
 * Only like is compared with like: runs over the same years, from the same start, with the same luck, equally many
 * times, by the same model. Otherwise a difference would say more about how runs were made than about scenarios.
 */
import { parameterById, valueIn } from "../../sim/parameters";
import { resolveStages, type Scenario, type Value } from "../../sim/scenario";

/** Parameters that say how long a run is and in what state it begins. */
const MUST_AGREE = ["run.years", "run.warmUpYears", "run.leversFrom", "exhaustion.atStart"] as const;

/** What must be the same in runs that are compared. */
export interface RunConditions {
  /** What the run is called in sentences: the scenario's id, or the folder of a saved result. */
  readonly name: string;
  readonly modelVersion: string;
  readonly seed: string;
  readonly replications: number;
  /** Values of the parameters that must agree, by id. */
  readonly settings: Readonly<Record<string, Value>>;
}

/** The conditions under which a scenario is run. */
export function conditionsOf(
  { id, changes, timeline }: Pick<Scenario, "id" | "changes" | "timeline">,
  run: Pick<RunConditions, "modelVersion" | "seed" | "replications">,
): RunConditions {
  const [{ params }] = resolveStages(changes, timeline);
  const settings = MUST_AGREE.map((key) => [key, valueIn(params, parameterById(key))]);
  return { name: id, ...run, settings: Object.fromEntries(settings) };
}

/**
 * Everything in which runs differ from the first of them and must not, a sentence for each run that differs; none if
 * they can be compared.
 */
export function unlikeRuns(runs: readonly RunConditions[]): string[] {
  const [base, ...others] = runs;
  return others.flatMap((other) => {
    const differing = differences(base, other);
    if (differing.length === 0) return [];
    return [
      `${other.name} cannot be compared with ${base.name}, which was run under other conditions: ${differing.join("; ")}.`,
    ];
  });
}

function differences(base: RunConditions, other: RunConditions): string[] {
  const said = (label: string, of: (run: RunConditions) => Value | undefined, unit = ""): string[] =>
    of(base) === of(other) ? [] : [`${label} is ${shown(of(other))} instead of ${shown(of(base))}${unit}`];
  return [
    ...said("the model's version", ({ modelVersion }) => modelVersion),
    ...said("the seed", ({ seed }) => JSON.stringify(seed)),
    ...said("the number of replications", ({ replications }) => replications),
    ...MUST_AGREE.flatMap((id) => said(id, ({ settings }) => settings[id], unitOf(id))),
  ];
}

const shown = (value: Value | undefined): string =>
  typeof value === "number"
    ? value.toLocaleString("en-GB", { maximumSignificantDigits: 15 })
    : `${value ?? "not known"}`;

function unitOf(id: string): string {
  const { kind, unit } = parameterById(id);
  if (kind === "choice") return "";
  return unit === "years" ? " years" : ` (${unit})`;
}
