/** What a difference between two scenarios amounts to. */
import type { Measure } from "../../sim/record/measures";
import type { Difference } from "../../sim/statistics";

/**
 * `none`: no pair of futures in which both have a value; `same`: equal in every future; `unclear`: the 95% interval of the mean difference includes no difference;
 * otherwise in the measure's good direction or against it, or `changed` where neither direction is good.
 */
export type Verdict = "better" | "worse" | "changed" | "unclear" | "same" | "none";

/** The verdict on one difference. With a single future it is `unclear`. */
export function verdictOf({ n, mean, sd, ci95 }: Difference, good: Measure["good"]): Verdict {
  if (n === 0) return "none";
  if (mean === 0 && !(sd > 0)) return "same";
  const [low, high] = ci95;
  if (!(low > 0 || high < 0)) return "unclear";
  if (good === null) return "changed";
  return (good === "higher") === mean > 0 ? "better" : "worse";
}

/** Half of the width of the 95% interval: the "give or take" of a mean difference. */
export const giveOrTake = ({ ci95: [low, high] }: Difference): number => (high - low) / 2;
