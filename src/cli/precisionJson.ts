/** How sure the results of `run` and `compare` are, as JSON beside the runs. */
import type { Stopped } from "../experiment/untilPrecise";
import type { Request } from "./request";

/** What was to be how precise, and why the run ended; undefined where the number of replications was fixed. */
export function precisionJson(
  { scenarios, precision }: Pick<Request, "scenarios" | "precision">,
  stopped: Stopped | null,
): object | undefined {
  if (precision === null || stopped === null) return undefined;
  return {
    wantedShare: precision.share,
    of: precision.of === "means" ? "mean" : "mean difference, as a share of the base's mean",
    reason: stopped.reason,
    replications: stopped.replications,
    averages: stopped.widths.map(({ scenario, ...width }) => ({
      scenario: scenarios[scenario].id,
      ...width,
    })),
  };
}

/** How inputs were drawn; undefined where they were not. */
export function inputsJson({ scenarios, inputs }: Pick<Request, "scenarios" | "inputs">): object | undefined {
  if (inputs === null) return undefined;
  const { request, drawn, redrawn } = inputs;
  return {
    draws: request.draws,
    replicationsPerDraw: request.replications,
    redrawn,
    drawn: Object.fromEntries(scenarios.map(({ id }, s) => [id, drawn[s]])),
  };
}
