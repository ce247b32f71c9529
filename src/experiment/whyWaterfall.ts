/** A split difference as the bars of a waterfall chart: from BASE, part by part, to OTHER. */
import type { Split } from "./whyFindings";

export interface Bar {
  readonly label: string;
  /** Where the bar begins and ends on the measure's axis. */
  readonly from: number;
  readonly to: number;
  readonly kind: "level" | "part";
}

/**
 * Bars in the order in which they are drawn: BASE as a level, the direct remainder (where there is one) and every part,
 * the largest first, each beginning where the one before ended, and OTHER as a level. `base` is the mean of BASE.
 */
export function waterfall(
  base: number,
  split: Split,
  names: { base: string; other: string; direct: string },
): Bar[] {
  const direct = split.direct.mean === 0 ? [] : [{ label: names.direct, size: split.direct.mean }];
  const parts = split.parts.map(({ label, part }) => ({ label, size: part.mean }));
  const steps = [...direct, ...parts.sort((a, b) => Math.abs(b.size) - Math.abs(a.size))];
  let at = base;
  const bars = steps.map(({ label, size }): Bar => {
    const from = at;
    at += size;
    return { label, from, to: at, kind: "part" };
  });
  return [
    { label: names.base, from: 0, to: base, kind: "level" },
    ...bars,
    { label: names.other, from: 0, to: at, kind: "level" },
  ];
}
