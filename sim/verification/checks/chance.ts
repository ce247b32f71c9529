/** Arrivals, distributions and the random numbers themselves (docs/model.md, sections 4 and 7.1). */
import { DRAW_NAMES, Draw } from "../../draws";
import { exponential, lognormal, logSdOfCv, normal } from "../../kernel/distributions";
import { exp } from "../../kernel/math";
import { Streams } from "../../kernel/streams";
import { Entry } from "../../record/eventLog";
import { Contact, Exit } from "../../record/totals";
import type { Changes, TimelineEntry } from "../../scenario";
import type { Check, Finding } from "../check";
import { countsFinding, distributionFinding, meanFinding, normalFinding } from "../finding";
import { NOBODY, QUIET, QUIET_WORDS, quietBut, referrals, SERVICE_LINE, WAITING_LINE } from "../reductions";
import { type Distribution, erlang, lognormalWith, standardNormal, uniform } from "../theory/distributions";
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

const DRAWS = 100_000;
const CV = 0.5;
interface Sampler {
  readonly name: string;
  readonly draw: (uniformNumber: (k: number) => number) => number;
  readonly distribution: Distribution;
}
const SAMPLERS: readonly Sampler[] = [
  { name: "uniform", draw: (u) => u(0), distribution: uniform(0, 1) },
  { name: "exponential", draw: (u) => exponential(u(0)), distribution: erlang(1, 1) },
  { name: "normal", draw: (u) => normal(u(0)), distribution: standardNormal },
  { name: "lognormal", draw: (u) => lognormal(u(0), logSdOfCv(CV)), distribution: lognormalWith(1, CV) },
  {
    name: "Erlang",
    draw: (u) => (exponential(u(0)) + exponential(u(1)) + exponential(u(2))) / 3,
    distribution: erlang(1, 3),
  },
];

/** Mean, variance and whole distribution of a sample. */
function sampleFindings(name: string, sample: readonly number[], { cdf, mean, sd, kurtosis }: Distribution) {
  const n = sample.length;
  const average = sample.reduce((a, b) => a + b, 0) / n;
  const variance = sample.reduce((total, x) => total + (x - mean) ** 2, 0) / n;
  const errorOfVariance = (sd * sd * Math.sqrt(kurtosis - 1)) / Math.sqrt(n);
  return [
    normalFinding(`${name}: mean`, "", mean, average, sd / Math.sqrt(n)),
    normalFinding(`${name}: variance`, "", sd * sd, variance, errorOfVariance),
    distributionFinding(`${name}: distribution`, sample, cdf),
  ];
}

const samplersCheck: Check = {
  id: "SAMPLERS",
  family: "Distributions",
  title: `Each sampler, over ${DRAWS.toLocaleString("en-GB")} draws`,
  reduction: "No run of the model: the functions that turn the model's random numbers into draws.",
  source: "Moments and distribution functions; Kolmogorov (1933), Smirnov (1948)",
  settings: {},
  observe({ seed }) {
    const streams = new Streams(seed, 0, DRAW_NAMES);
    return SAMPLERS.flatMap(({ name, draw, distribution }, s) => {
      const sample = Array.from({ length: DRAWS }, (_, i) => draw((k) => streams.uniform(s, i, k)));
      return sampleFindings(name, sample, distribution);
    });
  },
};

/** Everything that is drawn about patients and their contacts, as the diary tells it. */
class PatientDraws extends Reader {
  readonly intervals: number[] = [];
  readonly distress: number[] = [];
  readonly hours: number[] = [];
  readonly patience: number[] = [];
  readonly classes = [0, 0, 0];
  readonly services = [0, 0, 0];
  private last = Number.NaN;
  private readonly since = new Map<number, number>();

  constructor() {
    super((_, { time, entry, patient, place, detail, value }) => {
      if (entry === Entry.Referred) {
        if (!Number.isNaN(this.last)) this.intervals.push(time - this.last);
        this.last = time;
        this.distress.push(value);
        this.classes[detail]++;
        this.since.set(patient, time);
      } else if (entry === Entry.ContactBegan && detail === Contact.First) this.hours.push(value);
      else if (entry === Entry.JoinedQueue) this.services[place]++;
      else if (entry === Entry.Closed && detail === Exit.Reneged)
        this.patience.push(time - (this.since.get(patient) ?? Number.NaN));
    });
  }
}

/** Everything that is drawn about link workers. */
class StaffDraws extends Reader {
  readonly absences: number[] = [];
  readonly recruitment: number[] = [];
  readonly susceptibility: number[] = [];
  private readonly noticeAt = new Map<number, number>();

  constructor() {
    super(({ state: { workers } }, { time, entry, place, value }) => {
      if (entry === Entry.AbsenceBegan) this.absences.push(value);
      else if (entry === Entry.NoticeGiven) this.noticeAt.set(place, time);
      else if (entry === Entry.Hired) {
        this.recruitment.push(time - (this.noticeAt.get(place) ?? Number.NaN));
        this.susceptibility.push(workers.susceptibility[place]);
      }
    });
  }
}

const DRAWN = {
  lam: 40,
  spread: 0.15,
  distress: 0.5,
  patience: 60,
  absence: 5,
  recruitment: 65,
  het: 0.25,
  gain: 0.02,
};
const SHARES = { classes: [0.3, 0.45, 0.25], services: [0.4, 0.25, 0.35] };
/** Nobody is ever seen by a service, and contacts take hours of which the team has plenty. */
const PATIENT_DRAWS: Changes = {
  ...SERVICE_LINE,
  ...referrals(DRAWN.lam),
  "team.linkWorkers": 400,
  "contact.distribution": "lognormal",
  "contact.cv": CV,
  "contact.hours.first": 1,
  "patients.initialDistress.low": DRAWN.distress,
  "patients.initialDistress.moderate": DRAWN.distress,
  "patients.initialDistress.high": DRAWN.distress,
  "patients.d0Spread": DRAWN.spread,
  "services.shares.1": SHARES.services[0],
  "services.shares.2": SHARES.services[1],
  "services.shares.3": SHARES.services[2],
};
/** Everybody waits until patience ends: the one link worker is in a contact that hardly ever does. */
const PATIENCE_DRAWS: Changes = {
  ...WAITING_LINE,
  ...referrals(DRAWN.lam),
  "team.linkWorkers": 1,
  "contact.distribution": "deterministic",
  "contact.hours.first": 1000,
  "team.hoursPerDay": 0.1,
  "referral.renegeRate": 1 / DRAWN.patience,
};
/** No more referrals after two years, so that everybody's patience has ended. */
const THEN_NO_MORE: readonly TimelineEntry[] = [{ atWeek: 104, changes: { "referral.multiplier": 0 } }];
const STAFF_DRAWS: Changes = {
  ...NOBODY,
  "team.linkWorkers": 1000,
  "turnover.baseHazard": 1,
  "turnover.kL": 0,
  "turnover.kB": 0,
  "turnover.kJ": 0,
  "turnover.contagion": 0,
  "turnover.noticeDays": 0,
  "recruitment.days": DRAWN.recruitment,
  "recruitment.shape": 3,
  "absence.hazard": 0.02,
  "absence.kA": 0,
  "absence.meanDays": DRAWN.absence,
  "exhaustion.gain": DRAWN.gain,
  "exhaustion.heterogeneity": DRAWN.het,
};

const drawnCheck: Check = {
  id: "DRAWN",
  family: "Distributions",
  title: "What a run draws about patients, contacts and link workers",
  reduction: `${quietBut("absence", "leaving")} Many patients, or many posts, so that samples are large.`,
  source: "Distribution functions; Kolmogorov (1933), Smirnov (1948); Pearson (1900)",
  settings: QUIET,
  observe(lab) {
    const patients = new PatientDraws();
    const waiting = new PatientDraws();
    const staff = new StaffDraws();
    const empty = (): Record<"nothing", number> => ({ nothing: 0 });
    lab.sample(
      { changes: PATIENT_DRAWS, replications: 1, days: 1000, settling: 20, watch: () => patients },
      empty,
    );
    lab.sample(
      {
        ...{ changes: PATIENCE_DRAWS, timeline: THEN_NO_MORE, replications: 1, days: 2000, part: "patience" },
        watch: () => waiting,
      },
      empty,
    );
    lab.sample(
      { changes: STAFF_DRAWS, replications: 1, days: 2600, part: "staff", watch: () => staff },
      empty,
    );
    const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    const low = DRAWN.distress - DRAWN.spread;
    return [
      distributionFinding("time between referrals", patients.intervals, erlang(1 / DRAWN.lam, 1).cdf),
      distributionFinding(
        "distress at referral",
        patients.distress,
        uniform(low, low + 2 * DRAWN.spread).cdf,
      ),
      distributionFinding("contact hours", patients.hours, lognormalWith(1, CV).cdf),
      countsFinding("complexity", patients.classes, (i) => SHARES.classes[i] * total(patients.classes)),
      countsFinding(
        "service needed",
        patients.services,
        (i) => SHARES.services[i] * total(patients.services),
      ),
      distributionFinding("patience", waiting.patience, erlang(DRAWN.patience, 1).cdf),
      distributionFinding("length of absences", staff.absences, erlang(DRAWN.absence, 1).cdf),
      distributionFinding("time to recruit", staff.recruitment, erlang(DRAWN.recruitment, 3).cdf),
      distributionFinding(
        "susceptibility",
        staff.susceptibility,
        lognormalWith(DRAWN.gain, Math.sqrt(exp(DRAWN.het * DRAWN.het) - 1)).cdf,
      ),
    ];
  },
};

const KEYS = 300_000;
/** Persons' numbers are this far apart, so that a person can be referred again under a key of its own. */
const REFERRALS_PER_PERSON = 64;
const BINS = 1000;
const SIDE = 50;

/** Chi-square of 300,000 numbers in 1,000 equal bins. */
function evenness(name: string, numbers: Float64Array): Finding {
  const counts = new Float64Array(BINS);
  for (const u of numbers) counts[Math.floor(u * BINS)]++;
  return countsFinding(`${name}: evenly spread`, counts, () => KEYS / BINS);
}

/** Chi-square of pairs on a grid, and their correlation. */
function independence(name: string, a: Float64Array, b: Float64Array): Finding[] {
  const counts = new Float64Array(SIDE * SIDE);
  let product = 0;
  a.forEach((u, i) => {
    counts[Math.floor(u * SIDE) * SIDE + Math.floor(b[i] * SIDE)]++;
    product += (u - 0.5) * (b[i] - 0.5);
  });
  return [
    countsFinding(`${name}: pairs evenly spread`, counts, () => KEYS / (SIDE * SIDE)),
    normalFinding(`${name}: correlation`, "", 0, (12 * product) / KEYS, 1 / Math.sqrt(KEYS)),
  ];
}

const keysCheck: Check = {
  id: "KEYS",
  family: "Random numbers",
  title: "Random numbers of 300,000 keys: evenly spread, and unrelated to their neighbours",
  reduction: "No run of the model: the numbers that every draw is made of.",
  source: "Pearson (1900), chi-square; L'Ecuyer and Simard (2007)",
  settings: {},
  observe({ seed }) {
    const streams = (of: string, replication: number): Streams => new Streams(of, replication, DRAW_NAMES);
    const own = streams(seed, 0);
    const next = streams(seed, 1);
    const other = streams(`${seed} `, 0);
    const take = (number: (i: number) => number): Float64Array =>
      Float64Array.from({ length: KEYS }, (_, i) => number(i));
    const patients = take((i) => own.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 0));
    const draws = take((i) => own.uniform(Draw.Class, 1, i));
    const neighbours: Record<string, Float64Array> = {
      "next patient": take((i) => own.uniform(Draw.Class, (i + 1) * REFERRALS_PER_PERSON, 0)),
      "same patient referred again": take((i) => own.uniform(Draw.Class, i * REFERRALS_PER_PERSON + 1, 0)),
      "next draw": take((i) => own.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 1)),
      "next decision": take((i) => own.uniform(Draw.Distress, i * REFERRALS_PER_PERSON, 0)),
      "next replication": take((i) => next.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 0)),
      "another seed": take((i) => other.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 0)),
    };
    return [
      evenness("patients", patients),
      evenness("draws of one patient", draws),
      ...Object.entries(neighbours).flatMap(([name, numbers]) => independence(name, patients, numbers)),
    ];
  },
};

export const chanceChecks: readonly Check[] = [arrivalsCheck, samplersCheck, drawnCheck, keysCheck];
