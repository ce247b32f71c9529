/** Survival by Kaplan and Meier (1958), J. Am. Stat. Assoc. 53, 457–481, with late entry into the risk set. */

/** One subject, in any unit of time: seen from `from` on until `to`, when the event came or the view ended. */
export interface Observed {
  readonly from: number;
  readonly to: number;
  readonly event: boolean;
}

/** After `time`, a share `survival` is left; `atRisk` is how many were seen just before it. */
export interface SurvivalStep {
  readonly time: number;
  readonly survival: number;
  readonly atRisk: number;
  readonly events: number;
}

/**
 * The product-limit estimate, a step for each time with events. Who enters late (`from` > 0) counts from then on only;
 * at equal times events come before the end of the view. Empty without events.
 */
export function kaplanMeier(observed: readonly Observed[]): SurvivalStep[] {
  const starts = observed.map(({ from }) => from).sort((a, b) => a - b);
  const ends = [...observed].sort((a, b) => a.to - b.to);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let entered = 0;
  for (let i = 0; i < ends.length; ) {
    const time = ends[i].to;
    while (entered < starts.length && starts[entered] < time) entered++;
    const atRisk = entered - i;
    let events = 0;
    for (; i < ends.length && ends[i].to === time; i++) if (ends[i].event) events++;
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    steps.push({ time, survival, atRisk, events });
  }
  return steps;
}

/** The share left at `time`: 1 before the first step. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}
