/** What a scenario is, once it has been read and checked. */
import type { Changes, Params } from "../parameters";

/** Parameters that change during the run. */
export interface TimelineEntry {
  /** Whole weeks from week 0, the end of the warm-up. */
  readonly atWeek: number;
  readonly changes: Changes;
  readonly label?: string;
}

/** A scenario on its own: what it extends has been laid under it. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  /** What differs from the defaults; "none" stands for no limit. */
  readonly changes: Changes;
  /** Why a parameter is changed, by id. */
  readonly reasons: Readonly<Record<string, string>>;
  /** In order of weeks. */
  readonly timeline: readonly TimelineEntry[];
}

/** The parameters that hold from a day on, until the next stage. */
export interface Stage {
  /** Working days from week 0; −Infinity for the warm-up. */
  readonly fromDay: number;
  readonly params: Params;
}
