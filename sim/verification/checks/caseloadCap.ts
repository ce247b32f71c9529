/** A caseload cap: cases that come back, and a list of those who wait for room (docs/model.md, sections 7.1 and 7.5). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Check } from "../check";
import { meanFinding } from "../finding";
import { RETURNING_WORDS, referrals, returning } from "../reductions";
import { caseManager, caseManagerFromEmpty, closedCaseload } from "../theory/caseManager";
import { Reader } from "../watch";

/** Who had to wait for room in the caseload. */
class WaitsForRoom extends Reader {
  referred = 0;
  waited = 0;
  private latest = -1;

  constructor() {
    super((_, { entry, patient, time }) => {
      if (entry === Entry.Referred) {
        this.referred++;
        this.waited++;
        this.latest = patient;
        this.at = time;
      } else if (entry === Entry.Assigned && patient === this.latest && time === this.at) this.waited--;
    });
  }

  private at = 0;
}

interface Capped {
  readonly lam: number;
  readonly mu: number;
  readonly p: number;
  readonly nu: number;
  readonly M: number;
}
const capped = ({ lam, mu, p, nu, M }: Capped): Changes => ({
  ...returning(p, mu, nu),
  ...referrals(lam),
  "team.linkWorkers": 1,
  "policy.caseloadCap": M,
});
const CAPPED = {
  family: "Case manager with a caseload cap",
  source: "Campello, Ingolfsson and Shumsky (2017)",
};

const F1 = { lam: 0.6, mu: 1, p: 1, nu: 0.1, M: 1 };
const capOfOneCheck: Check = {
  id: "F1",
  ...CAPPED,
  title: "A caseload cap of one",
  reduction: `${RETURNING_WORDS} The caseload cap is 1.`,
  settings: capped(F1),
  observe(lab) {
    const theory = caseManager(F1.lam, F1.mu, F1.p, F1.nu, F1.M);
    const model = lab.sample(
      { replications: 40, days: 8000, settling: 520, watch: () => new WaitsForRoom() },
      ({ totals: t }, { waited, referred }) => ({
        pWait: waited / referred,
        wait: t.waitingListDays / (F1.lam * t.days),
        caseload: t.openCaseDays / t.days,
        busy: t.busyDays / t.filledPostDays,
        perCase: (t.contacts[Contact.First] + t.contacts[Contact.Holding2]) / t.seen,
      }),
    );
    return [
      meanFinding("must wait for room", "share", theory.pWaitForRoom, model.pWait),
      meanFinding("mean wait for room", "working days", theory.waitForRoom, model.wait),
      meanFinding("caseload", "patients", theory.caseload, model.caseload),
      meanFinding("time in contact", "share", theory.utilisation, model.busy),
      meanFinding("contacts a case", "contacts", theory.meanVisits, model.perCase),
    ];
  },
};

const F3 = { lam: 0.4, mu: 5, p: 0.125, nu: 0.1, M: 30 };
const F3_DAYS = 1300;
const nearlyFullCheck: Check = {
  id: "F3",
  ...CAPPED,
  title: "A caseload cap of 30, nearly always reached: the first five years",
  reduction: `${RETURNING_WORDS} The caseload cap is 30; nobody is there at the start. (It would take centuries to settle.)`,
  settings: capped(F3),
  observe(lab) {
    const theory = caseManagerFromEmpty(F3, F3_DAYS);
    const model = lab.sample(
      { replications: 160, days: F3_DAYS, watch: () => new WaitsForRoom() },
      ({ totals: t }, { waited, referred }) => ({
        pWait: waited / referred,
        list: t.waitingListDays / t.days,
        caseload: t.openCaseDays / t.days,
        busy: t.busyDays / t.filledPostDays,
      }),
    );
    return [
      meanFinding("must wait for room", "share", theory.pFull, model.pWait),
      meanFinding("mean waiting list", "patients", theory.list, model.list),
      meanFinding("caseload", "patients", theory.caseload, model.caseload),
      meanFinding("time in contact", "share", theory.busy, model.busy),
    ];
  },
};

const FULL = { lam: 0.6, mu: 5, p: 0.125, nu: 0.1, M: 30 };
const fullCheck: Check = {
  id: "F3-full",
  ...CAPPED,
  title: "The most referrals that one link worker with 30 places can bear",
  reduction: `${RETURNING_WORDS} The caseload cap is 30, and more are referred than can be taken.`,
  settings: capped(FULL),
  observe(lab) {
    const { lam, mu, p, nu, M } = FULL;
    const most = closedCaseload(mu, p, nu, M);
    const model = lab.sample(
      { replications: 40, days: 2000, settling: 520 },
      ({ totals: t, inSystemStart, inSystemEnd }) => ({
        closed: t.exits.reduce((a, b) => a + b, 0) / t.days,
        growth: (inSystemEnd - inSystemStart) / t.days,
      }),
    );
    return [
      meanFinding("cases closed", "a working day", most, model.closed),
      meanFinding("growth of the waiting list", "a working day", lam - most, model.growth),
    ];
  },
};

export const caseloadCapChecks: readonly Check[] = [capOfOneCheck, nearlyFullCheck, fullCheck];
