/** The other functions of holding, distress, repeats and returns of one patient (docs/model.md, sections 7.1 to 7.5). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Sim } from "../../sim";
import type { Check } from "../check";
import { exactFinding, meanFinding } from "../finding";
import {
  HELD_WORDS,
  heldForEver,
  QUIET_WORDS,
  referrals,
  SERVICE_LINE,
  SERVICE_LINE_WORDS,
} from "../reductions";
import {
  contactsUntilReady,
  contactsWhileHeld,
  disclosures,
  goldenPath,
  grown,
  type Step,
  withRepeats,
  withReturns,
} from "../theory/patients";
import { Reader } from "../watch";

const UNLIMITED: Changes = { "services.places.1": "none", "services.stayDays.1": 0 };

/** How many contacts of one type each patient had who closed: number of patients, sums, patients with none. */
class ContactCounts extends Reader {
  patients = 0;
  total = 0;
  squares = 0;
  none = 0;
  /** Days from the first appointment to the close. */
  days = 0;
  private readonly open = new Map<number, { since: number; contacts: number }>();

  constructor(type: Contact) {
    super((_, { time, entry, patient, detail }) => {
      if (entry === Entry.ContactEnded && detail === Contact.First)
        this.open.set(patient, { since: time, contacts: 0 });
      const seen = this.open.get(patient);
      if (!seen) return;
      if (entry === Entry.ContactEnded && detail === type) seen.contacts++;
      if (entry === Entry.Closed) this.close(patient, seen.contacts, time - seen.since);
    });
  }

  private close(patient: number, contacts: number, days: number): void {
    this.open.delete(patient);
    this.patients++;
    this.total += contacts;
    this.squares += contacts * contacts;
    this.days += days;
    if (contacts === 0) this.none++;
  }

  get mean(): number {
    return this.total / this.patients;
  }

  get variance(): number {
    return (this.squares - this.patients * this.mean ** 2) / (this.patients - 1);
  }
}

/** Long enough that hardly anybody's case is open when the run ends, which would favour short ones. */
const COHORT = { replications: 40, days: 2600, settling: 0 };

const J1 = { pReady: 0.35, tau: 10 };
const preparingCheck: Check = {
  id: "J1",
  family: "Geometric number of contacts",
  title: "Holding, function 2: contacts until a patient is ready for change",
  reduction: `${SERVICE_LINE_WORDS} Nobody is ready at first, contacts are fully effective, and places are unlimited.`,
  source: "Geometric distribution",
  settings: {
    ...SERVICE_LINE,
    ...UNLIMITED,
    ...referrals(2),
    "pathway.needsPreparation.low": 1,
    "pathway.needsPreparation.moderate": 1,
    "pathway.needsPreparation.high": 1,
    "holding.pReady": J1.pReady,
    "holding.intervalDays.2": J1.tau,
    // No more referrals for the last year, so that everybody's case has closed.
  },
  timeline: [{ atWeek: 468, changes: { "referral.multiplier": 0 } }],
  observe(lab) {
    const theory = contactsUntilReady(J1.pReady, J1.tau);
    const model = lab.sample(
      { ...COHORT, watch: () => new ContactCounts(Contact.Holding2) },
      (_, watcher) => ({
        mean: watcher.mean,
        variance: watcher.variance,
        days: watcher.days / watcher.patients,
      }),
    );
    return [
      meanFinding("contacts a patient", "contacts", theory.mean, model.mean),
      meanFinding("variance of contacts", "contacts²", theory.variance, model.variance),
      meanFinding("mean time until ready", "working days", theory.meanDays, model.days),
    ];
  },
};

const J3 = { meanDays: 130, tau: 15 };
const relievingCheck: Check = {
  id: "J3",
  family: "Geometric number of contacts",
  title: "Holding, function 3: contacts to patients whom no service fits",
  reduction: `${SERVICE_LINE_WORDS} No service fits anybody.`,
  source: "Contacts at fixed intervals in an exponential time are geometric",
  settings: {
    ...SERVICE_LINE,
    ...referrals(2),
    "pathway.holdOnly.low": 1,
    "pathway.holdOnly.moderate": 1,
    "pathway.holdOnly.high": 1,
    "holding.holdOnlyDays": J3.meanDays,
    "holding.intervalDays.3": J3.tau,
  },
  // No more referrals after half of the time, so that everybody's case has closed.
  timeline: [{ atWeek: 260, changes: { "referral.multiplier": 0 } }],
  observe(lab) {
    const theory = contactsWhileHeld(J3.meanDays, J3.tau);
    const model = lab.sample(
      { ...COHORT, watch: () => new ContactCounts(Contact.Holding3) },
      (_, watcher) => ({
        mean: watcher.mean,
        none: watcher.none / watcher.patients,
      }),
    );
    return [
      meanFinding("contacts a patient", "contacts", theory.mean, model.mean),
      meanFinding("close without a contact", "share", theory.pNone, model.none),
    ];
  },
};

/** Disclosures heard in each week. */
class Disclosures extends Reader {
  readonly weeks: number[];

  constructor(days: number) {
    super(({ recordsFrom }, { time, entry, detail }) => {
      if (entry !== Entry.ContactEnded || detail !== Contact.Holding4) return;
      this.weeks[Math.min(this.weeks.length - 1, Math.floor((time - recordsFrom) / 5))]++;
    });
    this.weeks = new Array<number>(days / 5).fill(0);
  }
}

const J5 = { N: 60, nu: 0.03, distress: 0.5, T: 1300 };
const witnessingCheck: Check = {
  id: "J5",
  family: "Poisson number of contacts, thinned",
  title: "Holding, function 4: disclosures of sixty patients in half distress",
  reduction: `${HELD_WORDS} Distress stays at one half; contacts take no time.`,
  source: "Thinned Poisson process: Lewis and Shedler (1979)",
  settings: {
    ...heldForEver(J5.N),
    "team.linkWorkers": 1,
    "holding.intervalDays.3": 1e6,
    "holding.function4": true,
    "holding.witnessRate": J5.nu,
    "patients.initialDistress.low": J5.distress,
    "patients.initialDistress.moderate": J5.distress,
    "patients.initialDistress.high": J5.distress,
  },
  observe(lab) {
    const expected = disclosures(J5.N, J5.nu, J5.distress, J5.T);
    const model = lab.sample(
      { replications: 40, days: J5.T, settling: 260, watch: () => new Disclosures(J5.T) },
      (_, { weeks }) => {
        const total = weeks.reduce((a, b) => a + b, 0);
        const mean = total / weeks.length;
        const variance = weeks.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (weeks.length - 1);
        return { total, dispersion: variance / mean };
      },
    );
    return [
      meanFinding("disclosures in five years", "disclosures", expected, model.total),
      meanFinding("variance by mean of weekly numbers", "ratio", 1, model.dispersion),
    ];
  },
};

const W1 = { q: 0.1 };
const reworkCheck: Check = {
  id: "W1",
  family: "Geometric number of repeats",
  title: "Core contacts of exhausted link workers that must be repeated",
  reduction: `${SERVICE_LINE_WORDS} Exhaustion starts at 0.2 and stays there; contacts are then 10 % less effective; an ineffective contact is always repeated.`,
  source: "Geometric distribution",
  settings: {
    ...SERVICE_LINE,
    ...UNLIMITED,
    ...referrals(4),
    "exhaustion.atStart": 0.2,
    "exhaustion.lessEffective": W1.q / 0.2,
    "pathway.rework": 1,
  },
  observe(lab) {
    const model = lab.sample({ replications: 20, days: 1300 }, ({ totals: t }) => ({
      contacts: t.contacts[Contact.Core] / t.seen,
    }));
    return [meanFinding("core contacts a patient", "contacts", withRepeats(W1.q), model.contacts)];
  },
};

const W3 = { lam: 6, pFail: 0.2, pReturn: 0.3 };
const returnsCheck: Check = {
  id: "W3",
  family: "Returns",
  title: "Referrals when some fail and some of these come back",
  reduction: `${SERVICE_LINE_WORDS} Places are unlimited, and a share of patients does not take them up.`,
  source: "Flow balance",
  settings: {
    ...SERVICE_LINE,
    ...UNLIMITED,
    ...referrals(W3.lam),
    "services.dropOutReady": W3.pFail,
    "gp.pReturn": W3.pReturn,
    "gp.returnMeanDays": 20,
  },
  observe(lab) {
    const expected = withReturns(W3.lam, W3.pFail, W3.pReturn);
    const model = lab.sample({ replications: 20, days: 1300, settling: 260 }, ({ totals: t }) => ({
      referrals: t.referrals / t.days,
    }));
    return [meanFinding("referrals, returns included", "a working day", expected, model.referrals)];
  },
};

const Q1 = { d0: 0.5, g: 0.002, interval: 60, relief: 0.1 };
/** The largest difference of distress from its closed form, over every holding contact, and how many there were. */
class DistressCheck extends Reader {
  contacts = 0;
  error = 0;
  private readonly known = new Map<number, { d: number; at: number }>();

  constructor() {
    super((_, { time, entry, patient, detail, value }) => {
      if (entry === Entry.Referred) this.known.set(patient, { d: Q1.d0, at: time });
      const before = this.known.get(patient);
      if (entry !== Entry.ContactEnded || before === undefined) return;
      const relief = detail === Contact.Holding3 ? Q1.relief : 0;
      before.d = grown(before.d, Q1.g, time - before.at) * (1 - relief);
      before.at = time;
      this.contacts++;
      this.error = Math.max(this.error, Math.abs(value - before.d));
    }, true);
  }
}

const distressCheck: Check = {
  id: "Q1",
  family: "Distress, closed form",
  title: "Distress grows while need is unmet, and every contact relieves it by its share",
  reduction: `${SERVICE_LINE_WORDS} No service fits anybody; contacts every 60 working days.`,
  source: "Exact solution of dd/dt = g (1 − d)",
  settings: {
    ...SERVICE_LINE,
    ...referrals(0.2),
    "pathway.holdOnly.low": 1,
    "pathway.holdOnly.moderate": 1,
    "pathway.holdOnly.high": 1,
    "holding.holdOnlyDays": 1e6,
    "holding.intervalDays.3": Q1.interval,
    "patients.initialDistress.low": Q1.d0,
    "patients.initialDistress.moderate": Q1.d0,
    "patients.initialDistress.high": Q1.d0,
    "patients.d0Spread": 0,
    "patients.distressDrift": Q1.g,
    "contact.relief.first": 0,
    "contact.relief.h3": Q1.relief,
  },
  observe(lab) {
    const { error, contacts, atSixty } = lab.sample(
      { replications: 1, days: 2600, watch: () => new FirstContacts() },
      (_, watcher) => ({ error: watcher.error, contacts: watcher.contacts, atSixty: watcher.atSixty }),
    );
    const expected = grown(Q1.d0, Q1.g, Q1.interval);
    return [
      exactFinding("distress after 60 days without a contact", "0–1", expected, atSixty[0], 1e-12),
      exactFinding(`largest error over ${contacts[0]} contacts`, "0–1", 0, error[0], 1e-12),
    ];
  },
};

/** Also takes down what distress was just before the first holding contact. */
class FirstContacts extends DistressCheck {
  atSixty = Number.NaN;

  override add(time: number, entry: Entry, patient: number, place: number, detail = 0, value = 0): void {
    super.add(time, entry, patient, place, detail, value);
    const isFirst = Number.isNaN(this.atSixty) && entry === Entry.ContactEnded && detail === Contact.Holding3;
    if (isFirst) this.atSixty = value / (1 - Q1.relief);
  }
}

const Z1 = { hoursPerDay: 5, g: 0.002, d0: 0.5, lead: 10, delay: 10, gap: 25, hours: [1.5, 0.75] };
const PATH: readonly Step[] = [
  { after: Z1.lead, hours: Z1.hours[0], relief: 0.1, weight: 1, needMet: false },
  { after: Z1.delay, hours: Z1.hours[1], relief: 0.05, weight: 0.5, needMet: true },
  { after: Z1.delay, hours: Z1.hours[1], relief: 0.05, weight: 0.5, needMet: true },
  { after: Z1.gap, hours: Z1.hours[1], relief: 0.05, weight: 0.5, needMet: true },
];

/** Contacts of the first patient who has the link worker to themselves from referral to close. */
class GoldenPath extends Reader {
  ends: number[] = [];
  distress: number[] = [];
  hours = 0;
  load = 0;
  length = Number.NaN;
  private since = 0;
  private open = 0;
  private alone = false;

  constructor() {
    super((sim, row) => {
      if (Number.isNaN(this.length)) this.follow(sim, row.entry, row.time, row.value, row.detail);
    }, true);
  }

  private follow(
    { state: { workers } }: Sim,
    entry: Entry,
    time: number,
    value: number,
    detail: number,
  ): void {
    if (entry === Entry.Referred) {
      this.alone = this.open++ === 0;
      Object.assign(this, { ends: [], distress: [], hours: 0, load: 0, since: time });
    } else if (entry === Entry.ContactBegan) this.hours += value;
    else if (entry === Entry.ContactEnded) {
      this.ends.push(time - this.since);
      this.distress.push(value);
      // The load of the day has just grown by this contact's, and no two contacts fall on one day.
      this.load += workers.dayEmotionalLoad[0];
    } else if (entry === Entry.Closed) {
      this.open--;
      if (this.alone && detail >= 0) this.length = time - this.since;
    }
  }
}

const goldenCheck: Check = {
  id: "Z1",
  family: "One patient's way, by hand",
  title: "One patient and one link worker: every time and every distress on the way",
  reduction: `${QUIET_WORDS} Contacts have fixed lengths in days of five contact hours; everybody is ready, needs a service and finds a place.`,
  source: "Worked out by hand",
  settings: {
    ...SERVICE_LINE,
    ...UNLIMITED,
    ...referrals(0.1 / 260),
    "team.hoursPerDay": 7.5,
    "team.adminShare": 1 / 3,
    "team.linkWorkers": 1,
    "contact.distribution": "deterministic",
    "contact.hours.first": Z1.hours[0],
    "contact.hours.core": Z1.hours[1],
    "referral.bookingLeadDays": Z1.lead,
    "pathway.core1Delay": Z1.delay,
    "pathway.core2Delay": Z1.delay,
    "pathway.followUpGapDays": Z1.gap,
    "pathway.followUps": 2,
    "patients.initialDistress.low": Z1.d0,
    "patients.initialDistress.moderate": Z1.d0,
    "patients.initialDistress.high": Z1.d0,
    "patients.d0Spread": 0,
    "patients.distressDrift": Z1.g,
  },
  observe(lab) {
    const theory = goldenPath(Z1.d0, Z1.g, Z1.hoursPerDay, PATH);
    const model = lab.sample(
      { replications: 1, days: 260 * 300, watch: () => new GoldenPath() },
      (_, { ends, distress, hours, load, length }) => ({
        hours,
        load,
        length,
        ...Object.fromEntries(PATH.map((_, i) => [`end${i}`, ends[i]])),
        ...Object.fromEntries(PATH.map((_, i) => [`distress${i}`, distress[i]])),
      }),
    ) as Readonly<Record<string, readonly number[]>>;
    const exact = (quantity: string, unit: string, expected: number, name: string) =>
      exactFinding(quantity, unit, expected, model[name][0], 1e-9);
    const last = theory.contacts[theory.contacts.length - 1];
    return [
      ...theory.contacts.flatMap(({ end, distress }, i) => [
        exact(`contact ${i + 1} ends`, "working days from referral", end, `end${i}`),
        exact(`distress after contact ${i + 1}`, "0–1", distress, `distress${i}`),
      ]),
      exact("length of the case", "working days", last.end, "length"),
      exact("emotional load in all", "weighted contacts", theory.load, "load"),
      exact("contact hours in all", "hours", theory.hours, "hours"),
    ];
  },
};

export const holdingChecks: readonly Check[] = [
  preparingCheck,
  relievingCheck,
  witnessingCheck,
  reworkCheck,
  returnsCheck,
  distressCheck,
  goldenCheck,
];
