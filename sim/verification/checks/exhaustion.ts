/** Exhaustion, burnout and training on known paths (docs/model.md, section 7.6). */
import type { Changes, TimelineEntry } from "../../scenario";
import type { Check } from "../check";
import { exactFinding } from "../finding";
import { heldForEver, NOBODY, QUIET_WORDS, quietBut } from "../reductions";
import { daysUntil, exhaustionAfter, type Rates, rhythm, trainingAfter } from "../theory/exhaustion";
import { DayWatch } from "../watch";

const RATES: Rates = { alpha: 0.02, rho: 1 / 60 };

/** One link worker whose demand x is constant: a single case, and a contact with it each day that takes no time. */
const underLoad = (E0: number, x: number): Changes => ({
  ...heldForEver(1),
  // So many are referred that the case is there on the first day; nobody else has to wait for long.
  "referral.perWtePerYear": 260 * 50,
  "referral.renegeRate": 10,
  "team.linkWorkers": 1,
  "holding.intervalDays.3": 1,
  "contact.emotionalWeight.first": 1,
  "contact.emotionalWeight.h3": 1,
  "exhaustion.workloadWeight": 0,
  "exhaustion.contagion": 0,
  "exhaustion.emotionalWeight": x,
  "exhaustion.referenceLoad": 1,
  "exhaustion.gain": RATES.alpha,
  "exhaustion.recovery": RATES.rho,
  "exhaustion.atStart": E0,
  "exhaustion.burnoutOn": 2,
  "exhaustion.burnoutOff": 1.9,
  // Peer support that takes all demand away is the switch by which load ends at once.
  "support.bPeer": 1,
  "support.peerHoursPerMonth": 0,
});
const LOAD_WORDS = `${quietBut("exhaustion")} One link worker has one case and a contact with it each day, which takes no working time, so that demand is constant. Load ends where peer support with a buffer of 1 begins.`;

/** Exhaustion, burnout (0 or 1) and training at the end of every day. */
class Days extends DayWatch {
  readonly E: number[] = [];
  readonly burntOut: number[] = [];
  readonly training: number[] = [];

  constructor() {
    super(({ state: { workers } }, day) => {
      this.E[day] = workers.exhaustion[0];
      this.burntOut[day] = workers.burntOut[0];
      this.training[day] = workers.training[0];
    });
  }

  /** Days on which the burnt-out state began and ended; NaN where it did not. */
  get passages(): { began: number; ended: number } {
    const began = this.burntOut.indexOf(1);
    const ended = this.burntOut.indexOf(0, began);
    const day = (found: number): number => (found < 0 ? Number.NaN : found);
    return { began: day(began), ended: began < 0 ? Number.NaN : day(ended) };
  }
}

function pathCheck(id: string, title: string, E0: number, x: number, changes: Changes, words: string): Check {
  const at = [20, 60, 120];
  return {
    id,
    family: "Exhaustion, closed form",
    title,
    reduction: words,
    source: "Exact solution of dE/dt = αx (1 − E) − ρE",
    settings: changes,
    observe(lab) {
      const model = lab.sample({ replications: 1, days: 120, watch: () => new Days() }, (_, { E }) =>
        Object.fromEntries(at.map((day) => [day, E[day]])),
      );
      return at.map((day) =>
        exactFinding(
          `exhaustion after ${day} days`,
          "0–1",
          exhaustionAfter(E0, x, RATES, day),
          model[day][0],
          1e-9,
        ),
      );
    },
  };
}

const M5 = { x: 1.5, on: 20, off: 5, periods: 40 };
/** Weeks at which load ends and begins again, period after period. */
const RHYTHM: readonly TimelineEntry[] = Array.from({ length: M5.periods }, (_, k) => {
  const start = (k * (M5.on + M5.off)) / 5;
  return [
    { atWeek: start, changes: { "support.peer": false } },
    { atWeek: start + M5.on / 5, changes: { "support.peer": true } },
  ];
}).flat();
const rhythmCheck: Check = {
  id: "M5",
  family: "Exhaustion, periodic load",
  title: "Exhaustion of four weeks' load and a week's rest, over and over",
  reduction: LOAD_WORDS,
  source: "Exact solution of dE/dt = αx (1 − E) − ρE, put together at the ends of each period",
  settings: underLoad(0.15, M5.x),
  timeline: RHYTHM,
  observe(lab) {
    const theory = rhythm(M5.x, RATES, M5.on, M5.off);
    const days = M5.periods * (M5.on + M5.off);
    const model = lab.sample({ replications: 1, days, watch: () => new Days() }, (_, { E }) => ({
      peak: E[days - M5.off],
      trough: E[days],
    }));
    return [
      exactFinding("highest", "0–1", theory.peak, model.peak[0], 1e-6),
      exactFinding("lowest", "0–1", theory.trough, model.trough[0], 1e-6),
    ];
  },
};

const M7 = { E0: 0.15, x: 1.6, on: 0.6, off: 0.45, kappa: 0.5 };
const burnoutDay = (): number => Math.ceil(daysUntil(M7.on, M7.E0, M7.x, RATES));
const hysteresisCheck: Check = {
  id: "M7",
  family: "Burnout, hysteresis",
  title: "Burnout begins at one level of exhaustion and ends, slowly, at a lower one",
  reduction: LOAD_WORDS,
  source: "Exact solution of dE/dt = αx (1 − E) − ρE; the state is looked at once a day",
  settings: {
    ...underLoad(M7.E0, M7.x),
    "exhaustion.burnoutOn": M7.on,
    "exhaustion.burnoutOff": M7.off,
    "exhaustion.slowerRecovery": M7.kappa,
  },
  timeline: [{ atWeek: Math.round(burnoutDay() / 5), changes: { "support.peer": true } }],
  observe(lab) {
    const began = burnoutDay();
    const reached = exhaustionAfter(M7.E0, M7.x, RATES, began);
    const recovery = (kappa: number): number =>
      Math.ceil(daysUntil(M7.off, reached, 0, { alpha: 0, rho: RATES.rho * (1 - kappa) }));
    const model = (kappa: number) =>
      lab.sample(
        {
          ...{ replications: 1, days: 130, part: String(kappa), watch: () => new Days() },
          changes: { "exhaustion.slowerRecovery": kappa },
        },
        (_, watcher) => ({ ...watcher.passages, between: watcher.E[began + 10] }),
      );
    const slow = model(M7.kappa);
    const quick = model(0);
    const after10 = exhaustionAfter(reached, 0, { alpha: 0, rho: RATES.rho * (1 - M7.kappa) }, 10);
    return [
      exactFinding("burnout begins under load", "working days", began, slow.began[0], 0),
      exactFinding("exhaustion ten days after load has ended", "0–1", after10, slow.between[0], 1e-9),
      exactFinding(
        "burnout lasts without load",
        "working days",
        recovery(M7.kappa),
        slow.ended[0] - slow.began[0],
        0,
      ),
      exactFinding(
        "it would last, were recovery not slower",
        "working days",
        recovery(0),
        quick.ended[0] - quick.began[0],
        0,
      ),
    ];
  },
};

const X1 = { tau: 260, days: 130 };
const trainingCheck: Check = {
  id: "X1",
  family: "Training, closed form",
  title: "Training that is no longer kept up fades",
  reduction: `${QUIET_WORDS} Training is kept up for a week and then no longer.`,
  source: "Exponential decay",
  settings: { ...NOBODY, "team.linkWorkers": 1, "support.training": true, "support.tauTrain": X1.tau },
  timeline: [{ atWeek: 1, changes: { "support.training": false } }],
  observe(lab) {
    const model = lab.sample({ replications: 1, days: 200, watch: () => new Days() }, (_, { training }) => ({
      kept: training[5],
      faded: training[5 + X1.days],
    }));
    return [
      exactFinding("level while kept up", "0–1", 1, model.kept[0], 0),
      exactFinding(
        `level ${X1.days} days later`,
        "0–1",
        trainingAfter(X1.days, X1.tau),
        model.faded[0],
        1e-12,
      ),
    ];
  },
};

export const exhaustionChecks: readonly Check[] = [
  pathCheck(
    "M1",
    "Exhaustion fades without load",
    0.8,
    0,
    {
      ...NOBODY,
      "team.linkWorkers": 1,
      "exhaustion.gain": RATES.alpha,
      "exhaustion.recovery": RATES.rho,
      "exhaustion.atStart": 0.8,
      "exhaustion.burnoutOn": 2,
      "exhaustion.burnoutOff": 1.9,
    },
    `${quietBut("exhaustion")} There are no patients, and nobody counts as burnt out.`,
  ),
  pathCheck("M1-load", "Exhaustion under constant load", 0.15, 1, underLoad(0.15, 1), LOAD_WORDS),
  rhythmCheck,
  hysteresisCheck,
  trainingCheck,
];
