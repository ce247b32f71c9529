/** What a run draws about patients, contacts and link workers (docs/model.md, sections 4, 7.1 and 7.2). */
import { exp } from "../../kernel/math";
import { Entry } from "../../record/eventLog";
import { Contact, Exit } from "../../record/totals";
import type { Changes, TimelineEntry } from "../../scenario";
import type { Check } from "../check";
import { countsFinding, distributionFinding } from "../finding";
import { NOBODY, QUIET, quietBut, referrals, SERVICE_LINE, WAITING_LINE } from "../reductions";
import { erlang, lognormalWith, uniform } from "../theory/distributions";
import { Reader } from "../watch";

const CV = 0.5;

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

export const drawnChecks: readonly Check[] = [drawnCheck];
