/**
 * When are there enough replications? The confidence-interval method with a look-ahead of Hoad, Robinson and Davies
 * (2010, "Automated selection of the number of replications for a discrete-event simulation", Journal of the
 * Operational Research Society 61: 1632–1644). A pure function of the numbers, so that it hangs neither on the number
 * of workers nor on the order in which results arrive.
 */
import { MEASURE_INDEX } from "../../sim/record/measures";
import { column, type RunTable } from "../../sim/statistics";
import { RunningMean } from "../../sim/statistics/runningMean";
import { halfWidth } from "../../sim/statistics/studentT";

/** What is wanted. */
export interface Precision {
  /** Largest half-width of a 95% interval, as a share of the mean: 0.05 for 5%. */
  readonly share: number;
  /** Ids of the measures that must be so precise. */
  readonly measures: readonly string[];
  /** Of what: each scenario's own average, or its paired difference from the first as a share of the first's average. */
  readonly of: "means" | "differences";
}

/** The measures that the page shows first; used where none are named. */
export const HEADLINE_MEASURES: readonly string[] = [
  "turnoverRate",
  "burnoutPrevalence",
  "waitMeanDays",
  "connectedShare",
  "costPerYear",
];

export const FEWEST_REPLICATIONS = 30;
export const MOST_REPLICATIONS = 2000;
/** It is asked whether to stop at 30 replications and at every tenth more. */
export const STEP = 10;

/**
 * How one average stands. A mean of exactly 0 (nobody was burnt out, say) has no share, and a measure without any value
 * no mean: neither holds the run up, and both are named.
 */
export type Standing = "precise" | "not precise" | "mean is 0" | "no value";

/** One average that was to be precise. */
export interface Width {
  /** Index of the scenario, and the measure's id. */
  readonly scenario: number;
  readonly measure: string;
  /** Half the width of the 95% Student-t interval, in the measure's unit; NaN for fewer than 2 values. */
  readonly halfWidth: number;
  /** The same as a share of the mean it is measured by; NaN where there is none. */
  readonly share: number;
  readonly standing: Standing;
}

export interface Checked {
  /** The number of replications at which to stop, or null when there are not enough yet. */
  readonly stopAt: number | null;
  /** How each average stands there, or after all replications there are. */
  readonly widths: readonly Width[];
}

/**
 * How many replications in a row must be precise before the run stops, beside the last: 5 up to 100 replications and
 * 5 in 100 beyond (kLimit of Hoad, Robinson and Davies), so that a lucky streak ends no run.
 */
const lookBack = (n: number): number => Math.floor((5 * Math.max(n, 100)) / 100);

const mayStop = (n: number): boolean => n >= FEWEST_REPLICATIONS && (n - FEWEST_REPLICATIONS) % STEP === 0;

/**
 * Goes through the replications one by one and finds the first at which the run may stop: 30, 40, 50 and so on, when
 * every average has been precise enough there and at each of the last few numbers of replications. Throws when a
 * measure is not known.
 */
export function checkPrecision(tables: readonly RunTable[], { share, measures, of }: Precision): Checked {
  const averages = tables.flatMap((_, scenario) =>
    of === "differences" && scenario === 0
      ? []
      : measures.map((measure) => new FollowedAverage(tables, { scenario, measure, of })),
  );
  const widths = (): Width[] => averages.map((average) => average.width(share));
  let inARow = 0;
  for (let n = 1; n <= tables[0].replications; n++) {
    for (const average of averages) average.add(n - 1);
    const precise = averages.every((average) => average.width(share).standing !== "not precise");
    inARow = precise ? inARow + 1 : 0;
    if (mayStop(n) && inARow > lookBack(n)) return { stopAt: n, widths: widths() };
  }
  return { stopAt: null, widths: widths() };
}

/** One average, replication by replication. */
class FollowedAverage {
  private readonly values: Float64Array;
  private readonly base: Float64Array;
  private readonly average = new RunningMean();
  private readonly measuredBy = new RunningMean();

  constructor(
    tables: readonly RunTable[],
    private readonly what: Pick<Width, "scenario" | "measure"> & Pick<Precision, "of">,
  ) {
    const index = MEASURE_INDEX.get(what.measure) ?? Number.NaN;
    this.values = column(tables[what.scenario], index);
    this.base = column(tables[what.of === "means" ? what.scenario : 0], index);
  }

  add(r: number): void {
    this.average.add(this.what.of === "means" ? this.values[r] : this.values[r] - this.base[r]);
    this.measuredBy.add(this.base[r]);
  }

  width(wanted: number): Width {
    const { scenario, measure } = this.what;
    const half = halfWidth(this.average);
    const share = half / Math.abs(this.measuredBy.mean);
    const width = { scenario, measure, halfWidth: half };
    if (this.average.n === 0) return { ...width, share: Number.NaN, standing: "no value" };
    if (this.measuredBy.mean === 0) return { ...width, share: Number.NaN, standing: "mean is 0" };
    return { ...width, share, standing: share <= wanted ? "precise" : "not precise" };
  }
}
