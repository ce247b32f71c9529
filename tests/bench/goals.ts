/** What the figures are meant to be (docs/performance.md), stated beside them: nothing fails for it. */
import {
  ALL_DRAWN,
  COARSE,
  FEW,
  FIRST_ANSWER,
  LONGEST_TASK,
  MANY,
  ONE_WORKER,
  SLOW,
  TWO_WORKERS,
} from "./browserCases";
import { type Row, ratioName } from "./measure";
import { BASELINE, COST, DEARER, GROWTH, growthName } from "./modelCases";
import { poolName, RATE } from "./poolCases";
import { IN_C, ON_KERNEL, ON_SIMJS, ON_SIMJS_RESOURCES, YARDSTICK_FIGURE } from "./yardstickCases";

interface Goal {
  readonly case: string;
  readonly figure: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

const GOALS: readonly Goal[] = [
  ratio(ON_KERNEL, IN_C, YARDSTICK_FIGURE, { atMost: 2 }),
  ratio(ON_SIMJS, ON_KERNEL, YARDSTICK_FIGURE, { atLeast: 15 }),
  ratio(ON_SIMJS_RESOURCES, ON_KERNEL, YARDSTICK_FIGURE, { atLeast: 15 }),
  { case: BASELINE, figure: COST, atMost: 20 },
  { case: growthName(100), figure: GROWTH, atMost: 1.15 },
  { case: growthName(500), figure: GROWTH, atMost: 1.15 },
  { case: growthName(500), figure: DEARER, atMost: 3 },
  ratio(poolName(2), poolName(1), RATE, { atLeast: 1.8 }),
  ratio(TWO_WORKERS, ONE_WORKER, RATE, { atLeast: 1.8 }),
  { case: MANY, figure: ALL_DRAWN, atMost: 20 },
  { case: MANY, figure: LONGEST_TASK, atMost: 50 },
  { case: SLOW, figure: FIRST_ANSWER, atMost: 2 },
  { case: FEW, figure: COARSE, atMost: 300 },
];

function ratio(a: string, b: string, figure: string, limit: Pick<Goal, "atMost" | "atLeast">): Goal {
  return { ...ratioName(a, b, figure), ...limit };
}

/** A goal beside the median of what was measured. */
export interface Standing {
  readonly case: string;
  readonly figure: string;
  readonly median: number;
  readonly goal: string;
  readonly reached: "yes" | "no";
}

/** How the goals stand of which the figures were measured. */
export function standings(rows: readonly Row[]): Standing[] {
  return GOALS.flatMap((goal) => {
    const row = rows.find((r) => r.case === goal.case && r.figure === goal.figure);
    if (row === undefined || Number.isNaN(row.median)) return [];
    const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = goal;
    const isReached = row.median <= atMost && row.median >= atLeast;
    const words = goal.atMost === undefined ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
    return [
      {
        case: row.case,
        figure: row.figure,
        median: row.median,
        goal: words,
        reached: isReached ? "yes" : "no",
      },
    ];
  });
}
