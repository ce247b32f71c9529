/** How sure a share is that was counted. */
import type { Interval95 } from "./summary";

/** Wilson's interval of a share: `k` of `n` (Wilson 1927, Journal of the American Statistical Association 22:209–212). */
export function wilson(k: number, n: number): Interval95 {
  const z = 1.96;
  const middle = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z * Math.sqrt((k * (n - k)) / n + z ** 2 / 4)) / (n + z ** 2);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
