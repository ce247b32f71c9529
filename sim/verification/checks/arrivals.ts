/** Referrals at a rate that changes (docs/model.md, section 7.1). */
import { Entry } from "../../record/eventLog";
import type { TimelineEntry } from "../../scenario";
import type { Check, Finding } from "../check";
import { countsFinding, meanFinding } from "../finding";
import { QUIET_WORDS, referrals, WAITING_LINE } from "../reductions";
import { Reader } from "../watch";

const WEEK = 5;
const LAM = 5;
/** Weeks from which referrals come at so many times the usual rate. */
const STRETCHES: readonly (readonly [week: number, multiplier: number])[] = [
  [0, 1],
  [10, 2],
  [20, 0.5],
  [30, 3],
  [40, 0],
  [50, 1.5],
];
const WEEKS = 60;
const multiplierIn = (week: number): number =>
  STRETCHES.reduce((latest, [from, multiplier]) => (from <= week ? multiplier : latest), 1);

class WeeklyReferrals extends Reader {
  readonly weeks = new Array<number>(WEEKS).fill(0);

  constructor() {
    super(({ recordsFrom }, { entry, time }) => {
      if (entry !== Entry.Referred) return;
      this.weeks[Math.min(WEEKS - 1, Math.floor((time - recordsFrom) / WEEK))]++;
    });
  }
}

const arrivalsCheck: Check = {
  id: "ARRIVALS",
  family: "Non-homogeneous Poisson process",
  title: "Referrals that surge and fall during the run",
  reduction: `${QUIET_WORDS} A timeline changes the referral multiplier every ten weeks.`,
  source: "Thinning: Lewis and Shedler (1979)",
  settings: { ...WAITING_LINE, ...referrals(LAM), "contact.hours.first": 0 },
  timeline: STRETCHES.map(
    ([atWeek, multiplier]): TimelineEntry => ({
      atWeek,
      changes: { "referral.multiplier": multiplier },
    }),
  ),
  observe(lab) {
    const model = lab.sample(
      { replications: 40, days: WEEKS * WEEK, settling: 20, watch: () => new WeeklyReferrals() },
      (_, { weeks }) => Object.fromEntries(weeks.map((count, week) => [week, count])),
    );
    const counts = Object.values(model);
    const busy = counts.map((_, week) => week).filter((week) => multiplierIn(week) > 0);
    return [
      ...STRETCHES.map(([from, multiplier]): Finding => {
        const weeks = counts.slice(from, from + 10);
        const values = weeks[0].map((_, r) => weeks.reduce((total, week) => total + week[r], 0));
        return meanFinding(
          `weeks ${from + 1} to ${from + 10}`,
          "referrals",
          LAM * multiplier * 10 * WEEK,
          values,
        );
      }),
      countsFinding(
        "weekly numbers are Poisson",
        busy.flatMap((week) => counts[week]),
        (i) => LAM * WEEK * multiplierIn(busy[Math.floor(i / counts[0].length)]),
        0,
      ),
    ];
  },
};

export const arrivalChecks: readonly Check[] = [arrivalsCheck];
