/**
 * Another burnout rule, "moving-average": exhaustion is a moving average of workload pressure and nothing else
 * (docs/model.md, section 7.6). No slow recovery and no hysteresis: burnt out while the average is at its threshold.
 *
 * reads      params.exhaustion (averageFloor, averageThreshold, burnoutOn)
 */
import type { Params } from "../parameters";

type Scale = Pick<Params["exhaustion"], "averageFloor" | "averageThreshold" | "burnoutOn">;

/**
 * Workload pressure u on the scale of exhaustion: 0 at the floor and below, burnoutOn at the threshold, a straight
 * line through both, at most 1.
 */
export function pressureAsExhaustion(
  u: number,
  { averageFloor, averageThreshold, burnoutOn }: Scale,
): number {
  const position = (u - averageFloor) / (averageThreshold - averageFloor);
  return Math.min(1, Math.max(0, burnoutOn * position));
}

/** A moving average with exponential weights after one more day; `keep` is the share of the old one that stays. */
export function nextAverage(average: number, today: number, keep: number): number {
  return today + keep * (average - today);
}
