/** Takes the record of a replication: time integrals and costs into the totals, weeks into columns. */
import { MONTHS_PER_YEAR, WD_PER_YEAR } from "../calendar";
import { bringUpToDate } from "../mechanisms/distress";
import { countBurden } from "../mechanisms/practice";
import type { Sim } from "../sim";
import { Level, Phase } from "../state";
import { emptyTotals, type Totals, takeChange } from "./totals";
import { WEEKLY } from "./weekly";

/** Brings the totals up to the present: what is counted over time, and what it costs. */
export function settle(sim: Sim): void {
  const { totals, now } = sim;
  const { levels } = sim.state;
  totals.days = now - sim.recordedSince;
  totals.postDays += levels.take(Level.Posts, now);
  totals.absentDays += levels.take(Level.Absent, now);
  totals.waitingListDays += levels.take(Level.OnWaitingList, now);
  totals.openCaseDays += levels.take(Level.OpenCases, now);
  totals.inSystemDays += levels.take(Level.InSystem, now);
  countBurden(sim);
  const filled = levels.take(Level.Filled, now);
  totals.filledPostDays += filled;
  addCosts(sim, filled / WD_PER_YEAR);
}

/** Costs of `filledYears` years of filled posts (docs/model.md, section 7.11; evidence E8, E7.15). */
function addCosts({ totals, params }: Sim, filledYears: number): void {
  const { cost, support } = params;
  totals.costStaff += filledYears * cost.linkWorkerPerWte * (1 + cost.overheadShare);
  totals.costSupervision +=
    filledYears * MONTHS_PER_YEAR * support.supervisionHoursPerMonth * cost.supervisionPerHour;
  if (support.training) totals.costTraining += filledYears * cost.trainingPerWte;
  totals.costRecruitment = totals.notices * cost.recruitmentPerLeaver;
}

/** Brings everybody's distress up to date, in the GP pool too: its integral belongs to the period that it fell in. */
export function settleDistress(sim: Sim): void {
  const { patients } = sim.state;
  for (let p = 0; p < patients.used; p++) {
    if (patients.phase[p] !== Phase.None) bringUpToDate(sim, p);
  }
}

/** The weekly columns of one replication: WEEKLY × weeks, row by row. */
export class WeeklyColumns {
  readonly values: Float64Array;
  private week = 0;
  private readonly last: Totals;
  private readonly increment: Totals;

  constructor(
    readonly weeks: number,
    services: number,
  ) {
    this.values = new Float64Array(WEEKLY.length * weeks);
    this.last = emptyTotals(services);
    this.increment = emptyTotals(services);
  }

  /** Takes the week that ends now. */
  take(totals: Totals): void {
    if (this.week >= this.weeks) return;
    takeChange(this.increment, this.last, totals);
    for (let i = 0; i < WEEKLY.length; i++)
      this.values[i * this.weeks + this.week] = WEEKLY[i].take(this.increment, totals);
    this.week++;
  }
}
