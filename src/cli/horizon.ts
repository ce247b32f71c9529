/** How long a scenario runs. */
import { resolveStages, type Scenario } from "../../sim/scenario";

/** Recorded years of 260 working days, and the years of warm-up before them. */
export function horizonOf({ changes, timeline }: Pick<Scenario, "changes" | "timeline">): {
  readonly years: number;
  readonly warmUpYears: number;
} {
  const { years, warmUpYears } = resolveStages(changes, timeline)[0].params.run;
  return { years, warmUpYears };
}
