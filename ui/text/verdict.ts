/** What a difference between two scenarios amounts to. */
import type { Measure } from "../../sim/record/measures";
import type { Difference } from "../../sim/statistics";

/**
 * `none`: no pair of futures in which both have a value; `same`: equal in every future; `unclear`: the 95% interval of
 * the mean difference includes no difference, or too few pairs differ;
 * otherwise in the measure's good direction or against it, or `changed` where neither direction is good.
 */
export type Verdict = "better" | "worse" | "changed" | "unclear" | "same" | "none";

/**
 * Where most pairs are equal, as with leavers in a short run, Student's interval is too narrow. By the exact sign test
 * fewer pairs than this say nothing at 5%, though all of them move the same way: 2 / 2⁵ = 0.06.
 */
const FEWEST_MOVED = 6;

/** The verdict on one difference. With a single future it is `unclear`. */
export function verdictOf({ n, mean, sd, ci95, moved }: Difference, good: Measure["good"]): Verdict {
  if (n === 0) return "none";
  if (mean === 0 && !(sd > 0)) return "same";
  if (moved < n && moved < FEWEST_MOVED) return "unclear";
  const [low, high] = ci95;
  if (!(low > 0 || high < 0)) return "unclear";
  if (good === null) return "changed";
  return (good === "higher") === mean > 0 ? "better" : "worse";
}

/** Half of the width of the 95% interval: the "give or take" of a mean difference. */
export const giveOrTake = ({ ci95: [low, high] }: Difference): number => (high - low) / 2;
