/** What is told of one link worker's time in a post, week by week. Times are working days from week 0. */
import { CONTACT_COUNT } from "../totals";

export interface Spell {
  readonly from: number;
  /** The run's end where the spell still goes on. */
  readonly to: number;
}

/** Sums over the recorded days that a link worker's week in post has; one value a week in each column. */
export interface LifelineWeeks {
  /** Working days counted in the week: fewer than five where it begins or ends within. */
  readonly days: Float64Array;
  /** Exhaustion (0–1), workload pressure (ratio) and days burnt out, each summed over those days. */
  readonly exhaustion: Float64Array;
  readonly pressure: Float64Array;
  readonly burntOutDays: Float64Array;
  /** The three parts of the demand x on the link worker (docs/model.md, section 7.6), summed; 0 while absent. */
  readonly workload: Float64Array;
  readonly emotional: Float64Array;
  readonly contagion: Float64Array;
  /** Open cases at the ends of those days, summed. */
  readonly cases: Float64Array;
  /** Weeks × CONTACT_COUNT: contact hours begun in the week, by type. */
  readonly hours: Float64Array;
}

export interface Lifeline {
  readonly post: number;
  /** When hired, negative during the warm-up; null for the team that was there from the run's start. */
  readonly hiredAt: number | null;
  readonly noticeAt: number | null;
  readonly departedAt: number | null;
  /** Those of the record: whoever was back before week 0 was absent in the warm-up. */
  readonly absences: readonly Spell[];
  /** Week of the record (from 0) in which the columns begin. */
  readonly firstWeek: number;
  readonly weeks: LifelineWeeks;
}

const COLUMNS = [
  "days",
  "exhaustion",
  "pressure",
  "burntOutDays",
  "workload",
  "emotional",
  "contagion",
  "cases",
] as const;
export type WeekColumn = (typeof COLUMNS)[number];
type WeekSums = Record<WeekColumn, number> & { readonly hours: Float64Array };

/** A lifeline while it is being read. */
export class LifelineDraft {
  noticeAt: number | null = null;
  departedAt: number | null = null;
  readonly absences: { from: number; to: number }[] = [];
  private firstWeek = -1;
  private readonly sums: WeekSums[] = [];

  constructor(
    readonly post: number,
    readonly hiredAt: number | null,
  ) {}

  /** The sums of recorded week `week`; weeks are asked for in order. */
  week(week: number): WeekSums {
    if (this.firstWeek < 0) this.firstWeek = week;
    while (this.sums.length <= week - this.firstWeek) this.sums.push(noSums());
    return this.sums[week - this.firstWeek];
  }

  /** The lifeline as it is told, up to day `end`. */
  told(end: number): Lifeline {
    const column = (name: WeekColumn) => Float64Array.from(this.sums, (week) => week[name]);
    const columns = Object.fromEntries(COLUMNS.map((name) => [name, column(name)]));
    const hours = Float64Array.from(this.sums.flatMap((week) => Array.from(week.hours)));
    const { post, hiredAt, noticeAt, departedAt } = this;
    const absences = this.absences
      .filter(({ to }) => to > 0)
      .map(({ from, to }) => ({ from, to: Math.min(to, end) }));
    return {
      ...{ post, hiredAt, noticeAt, departedAt, absences },
      firstWeek: Math.max(0, this.firstWeek),
      weeks: { ...(columns as Record<WeekColumn, Float64Array>), hours },
    };
  }
}

const noSums = (): WeekSums => ({
  ...(Object.fromEntries(COLUMNS.map((name) => [name, 0])) as Record<WeekColumn, number>),
  hours: new Float64Array(CONTACT_COUNT),
});
