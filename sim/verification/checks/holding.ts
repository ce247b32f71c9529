/** Functions 2 to 4 of holding, repeated contacts and returns (docs/model.md, sections 7.3 and 7.5). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import type { Check } from "../check";
import { meanFinding } from "../finding";
import {
  HELD_WORDS,
  heldForEver,
  referrals,
  SERVICE_LINE,
  SERVICE_LINE_WORDS,
  UNLIMITED,
} from "../reductions";
import {
  contactsUntilReady,
  contactsWhileHeld,
  disclosures,
  withRepeats,
  withReturns,
} from "../theory/patients";
import { Reader } from "../watch";

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
  },
  // No more referrals for the last year, so that everybody's case has closed.
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
  reduction: `${SERVICE_LINE_WORDS} Exhaustion starts at 0.2 and stays there; contacts are then 10% less effective; an ineffective contact is always repeated.`,
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

export const holdingChecks: readonly Check[] = [
  preparingCheck,
  relievingCheck,
  witnessingCheck,
  reworkCheck,
  returnsCheck,
];
