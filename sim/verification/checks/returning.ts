/** Contacts that come back to the same link worker, and link workers who are away (docs/model.md, sections 7.2, 7.5 and 7.7). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import { Level } from "../../state";
import type { Check } from "../check";
import { meanFinding } from "../finding";
import {
  HELD_WORDS,
  heldForEver,
  RETURNING_WORDS,
  referrals,
  returning,
  WAITING_LINE,
  WAITING_LINE_WITH_ABSENCE_WORDS,
} from "../reductions";
import { absentServer, closedLoop, returningContacts } from "../theory/returning";
import { Reader, TimeAverages } from "../watch";

/** Waits from falling due to beginning, of contacts of every type. */
class ContactWaits extends Reader {
  count = 0;
  waited = 0;
  days = 0;

  constructor() {
    super(({ state: { workers, patients } }, { time, entry, place, value }) => {
      // A contact that takes no time waits for nobody.
      if (entry !== Entry.ContactBegan || value === 0) return;
      const wait = time - patients.dueAt[workers.contactPatient[place]];
      this.count++;
      this.days += wait;
      if (wait > 0) this.waited++;
    });
  }
}

const D1 = { N: 40, nu: 0.05, mu: 2.5, s: 1 };
const closedLoopCheck: Check = {
  id: "D1",
  family: "Closed loop, machine repair",
  title: "Forty held patients and one link worker, for ever",
  reduction: `${HELD_WORDS} Intervals and contacts are exponential.`,
  source: "Palm (1947); arrival theorem: Sevcik and Mitrani (1981)",
  settings: {
    ...heldForEver(D1.N),
    "team.linkWorkers": D1.s,
    "contact.hours.first": 1 / D1.mu,
    "contact.holdingHours.3": 1 / D1.mu,
    "contact.intervalDistribution": "exponential",
    "holding.intervalDays.3": 1 / D1.nu,
  },
  observe(lab) {
    const theory = closedLoop(D1.N, D1.nu, D1.mu, D1.s);
    const model = lab.sample(
      { replications: 40, days: 2500, settling: 260, watch: () => new ContactWaits() },
      ({ totals: t }, { count, waited, days }) => ({
        throughput: t.contacts[Contact.Holding3] / t.days,
        pWait: waited / count,
        wait: days / count,
        busy: t.busyDays / t.filledPostDays,
        // By Little's law, from what is measured.
        needy: days / t.days + t.busyDays / t.days,
      }),
    );
    return [
      meanFinding("contacts", "a working day", theory.throughput, model.throughput),
      meanFinding("must wait", "share", theory.pWait, model.pWait),
      meanFinding("mean wait", "working days", theory.Wq, model.wait),
      meanFinding("patients who need a contact", "patients", theory.meanNeedy, model.needy),
      meanFinding("time in contact", "share", theory.utilisation, model.busy),
    ];
  },
};

const E1 = { lam: 0.5, mu: 5, s: 1, p: 0.125, nu: 0.1 };
const returningCheck: Check = {
  id: "E1",
  family: "Erlang-R, open Jackson network",
  title: "Cases that need a geometric number of contacts",
  reduction: RETURNING_WORDS,
  source: "Jackson (1957); Yom-Tov and Mandelbaum (2014)",
  settings: { ...returning(E1.p, E1.mu, E1.nu), ...referrals(E1.lam), "team.linkWorkers": E1.s },
  observe(lab) {
    const theory = returningContacts(E1.lam, E1.mu, E1.s, E1.p, E1.nu);
    const model = lab.sample(
      { replications: 40, days: 6000, settling: 780, watch: () => new ContactWaits() },
      ({ totals: t }, { count, waited, days }) => ({
        visits: count / t.days,
        pWait: waited / count,
        wait: days / count,
        caseload: t.openCaseDays / t.days,
        perCase: count / t.referrals,
        busy: t.busyDays / t.filledPostDays,
      }),
    );
    return [
      meanFinding("contacts", "a working day", theory.visitRate, model.visits),
      meanFinding("must wait", "share of contacts", theory.pWait, model.pWait),
      meanFinding("mean wait of a contact", "working days", theory.Wq, model.wait),
      meanFinding("caseload", "patients", theory.caseload, model.caseload),
      meanFinding("contacts a case", "contacts", theory.meanVisits, model.perCase),
      meanFinding("time in contact", "share", theory.rho, model.busy),
    ];
  },
};

const O2 = { lam: 0.7, mu: 1, f: 0.005, r: 0.2 };
const absenceCheck: Check = {
  id: "O2",
  family: "M/M/1 with absence",
  title: "A waiting list whose only link worker is sometimes ill",
  reduction: `${WAITING_LINE_WITH_ABSENCE_WORDS} Absence has a constant hazard. The contact under way is finished; unlike in the published O2 the spell begins meanwhile, and by a lottery each day, so that the answer is computed for this rule.`,
  source: "Markov chain in levels: Neuts (1981); White and Christie (1958)",
  settings: {
    ...WAITING_LINE,
    ...referrals(O2.lam),
    "team.linkWorkers": 1,
    "contact.hours.first": 1 / O2.mu,
    "absence.hazard": O2.f,
    "absence.kA": 0,
    "absence.meanDays": 1 / O2.r,
  },
  observe(lab) {
    const theory = absentServer(O2.lam, O2.mu, O2.f, O2.r, "meanwhile");
    const model = lab.sample(
      { replications: 40, days: 8000, settling: 520, watch: emptiness },
      ({ totals: t }, watcher) => ({
        present: t.inSystemDays / t.days,
        stay: t.inSystemDays / t.referrals,
        absent: t.absentDays / t.filledPostDays,
        empty: watcher.mean(0),
      }),
    );
    return [
      meanFinding("mean number present", "patients", theory.L, model.present),
      meanFinding("mean time in the system", "working days", theory.W, model.stay),
      meanFinding("time absent", "share", theory.pAbsent, model.absent),
      meanFinding("nobody in the system", "share of time", theory.pEmpty, model.empty),
    ];
  },
};

const emptiness = (): TimeAverages =>
  new TimeAverages(1, ({ state: { levels } }, values) => {
    values[0] = levels.value[Level.InSystem] === 0 ? 1 : 0;
  });

export const returningChecks: readonly Check[] = [closedLoopCheck, returningCheck, absenceCheck];
