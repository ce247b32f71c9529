/**
 * What a check of the model against theory is: the model, reduced by ordinary parameters to something with an exact
 * answer; the answer, computed; what the model gives; and whether they agree. Tests, command line and page run the
 * same list (index.ts). Nothing here is stored: both sides are computed each time.
 */
import type { Recorded } from "../record/measures";
import type { Replication } from "../replicate";
import type { Changes, TimelineEntry } from "../scenario";
import type { Interval95 } from "../statistics";
import type { Watcher } from "./watch";

export interface Check {
  /** Id of the known answer, or a name of our own. */
  readonly id: string;
  readonly family: string;
  /** What is checked, in plain words. */
  readonly title: string;
  /** How ordinary parameters reduce the model to this. */
  readonly reduction: string;
  /** Where the theory is from. */
  readonly source: string;
  /** The parameters changed, in every part of the check. */
  readonly settings: Changes;
  readonly timeline?: readonly TimelineEntry[];
  readonly observe: (lab: Lab) => readonly Finding[];
}

/** One quantity: theory against model. */
export interface Finding {
  readonly quantity: string;
  readonly unit: string;
  readonly expected: number;
  /** "equal", or a bound that the model's value must keep. */
  readonly relation: "equal" | "at least" | "at most";
  readonly observed: number;
  /** Of the observed mean, 95%, where it is one. */
  readonly interval: Interval95 | null;
  /** How far observed may lie from expected (on the wrong side of a bound). */
  readonly tolerance: number;
  readonly pass: boolean;
}

/** One check done: plain data, so that it can be posted from a worker. */
export interface CheckResult {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly reduction: string;
  readonly source: string;
  readonly settings: Changes;
  readonly findings: readonly Finding[];
  readonly pass: boolean;
}

/** A part of a check: replications of the model with settings of its own over the check's. */
export interface Design<W> {
  readonly changes?: Changes;
  readonly timeline?: readonly TimelineEntry[];
  readonly replications: number;
  /** Working days recorded, and before that run unrecorded. */
  readonly days: number;
  readonly settling?: number;
  /** Tells parts of one check apart, so that each has chances of its own. */
  readonly part?: string;
  /** Watches one replication, where the totals do not say enough. */
  readonly watch?: () => W;
}

/** Runs the model for a check. */
export interface Lab {
  /** Uniform numbers of a check without a run of the model are keyed by this. */
  readonly seed: string;
  /** The named numbers that `take` finds in each replication, as one column each. */
  readonly sample: <K extends string, W extends Watcher = Watcher>(
    design: Design<W>,
    take: (recorded: Recorded, watcher: W, replication: Replication) => Readonly<Record<K, number>>,
  ) => Readonly<Record<K, readonly number[]>>;
}
