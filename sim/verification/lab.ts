/** Runs the model for the checks, through the same door as everything else: checked parameters, stages, replications. */
import { WD_PER_YEAR } from "../calendar";
import { replicate } from "../replicate";
import { type Changes, checkScenario, resolveStages } from "../scenario";
import type { Check, CheckResult, Lab } from "./check";

/** How a check is done, where not in the usual way. */
export interface Manner {
  /** Times as many replications: tolerances narrow as its square root. */
  readonly effort?: number;
  /** Parameters changed over everything that the check sets: how tests see a check fail. */
  readonly alter?: Changes;
}

/** Does one check. `seed` may be any text. Throws when the settings would be refused of a scenario. */
export function perform(check: Check, seed: string, manner: Manner = {}): CheckResult {
  const { id, family, title, reduction, source, settings } = check;
  const findings = check.observe(labFor(check, JSON.stringify([seed, id]), manner));
  const pass = findings.length > 0 && findings.every((finding) => finding.pass);
  return { id, family, title, reduction, source, settings, findings, pass };
}

function labFor(check: Check, seed: string, { effort = 1, alter = {} }: Manner): Lab {
  return {
    seed,
    sample(design, take) {
      const { replications, days, settling = 0, part = "", watch, timeline = check.timeline ?? [] } = design;
      const horizon = { "run.years": days / WD_PER_YEAR, "run.warmUpYears": settling / WD_PER_YEAR };
      const changes = { ...check.settings, ...design.changes, ...horizon, ...alter };
      const problems = checkScenario(changes, timeline);
      if (problems.length > 0) throw new Error(`Check ${check.id} cannot be run: ${problems.join(" ")}`);
      const stages = resolveStages(changes, timeline);
      // A part that needs one replication alone reads a single path; more would say nothing new.
      const times = replications > 1 ? effort : 1;
      const rows = Array.from({ length: replications * times }, (_, r) => {
        const watcher = watch?.();
        const replication = replicate(stages, JSON.stringify([seed, part]), r, watcher?.watching() ?? {});
        return take(replication.recorded, watcher as NonNullable<typeof watcher>, replication);
      });
      return columns(rows);
    },
  };
}

function columns<K extends string>(rows: readonly Readonly<Record<K, number>>[]) {
  const names = Object.keys(rows[0]) as K[];
  const entries = names.map((name) => [name, rows.map((row) => row[name])] as const);
  return Object.fromEntries(entries) as unknown as Record<K, readonly number[]>;
}
