/** Community services as queues, and contacts to those who wait for them (docs/model.md, sections 7.4 and 7.5). */
import { Entry } from "../../record/eventLog";
import type { Recorded } from "../../record/measures";
import { Contact, Exit } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Check, Lab } from "../check";
import { meanFinding } from "../finding";
import { referrals, SERVICE_LINE, SERVICE_LINE_WORDS, WAITING_LINE } from "../reductions";
import { erlangA, erlangB, erlangC, unlimitedPlaces } from "../theory/queues";
import { contactsWhileWaiting, stillQueueing } from "../theory/returning";
import { Reader, TimeAverages } from "../watch";

/** `lam` referrals a day for service 1, with c places (or "none": no limit) and stays of `mean` days. */
const service = (lam: number, mean: number, c: number | "none"): Changes => ({
  ...SERVICE_LINE,
  ...referrals(lam),
  "services.places.1": c,
  "services.stayDays.1": mean,
});

/** Who joined the queue of service 1, who had to wait, and who had a contact meanwhile. */
class Queueing extends Reader {
  joined = 0;
  waited = 0;
  contacted = 0;
  private readonly since = new Map<number, number>();
  private readonly hadContact = new Set<number>();

  constructor() {
    super((_, { time, entry, patient, detail }) => {
      if (entry === Entry.JoinedQueue) {
        this.joined++;
        this.since.set(patient, time);
      } else if (entry === Entry.ServiceStarted || entry === Entry.Closed) {
        if (time > (this.since.get(patient) ?? time)) this.waited++;
        this.since.delete(patient);
        this.hadContact.delete(patient);
      } else if (entry === Entry.ContactEnded && detail === Contact.Holding1) {
        if (this.hadContact.has(patient)) return;
        this.hadContact.add(patient);
        this.contacted++;
      }
    });
  }
}

const serviceWait = ({ totals }: Recorded): number => totals.serviceWaitDays[0] / totals.serviceStarts[0];

const H1 = { lam: 3, mu1: 0.5, c1: 7, mu2: 0.05, c2: 70 };
const tandemCheck: Check = {
  id: "H1",
  family: "Tandem, Burke",
  title: "Link workers and then a community service: two queues in a row",
  reduction: `${SERVICE_LINE_WORDS} First appointments take time, the caseload cap is 1, and cases close when patients are referred on, so that the waiting list is a queue too.`,
  source: "Burke (1956); Jackson (1957)",
  settings: {
    ...WAITING_LINE,
    ...service(H1.lam, 1 / H1.mu2, H1.c2),
    "pathway.firstAppointmentOnly": false,
    "pathway.closeAtReferral": true,
    "policy.caseloadCap": 1,
    "team.linkWorkers": H1.c1,
    "contact.hours.first": 1 / H1.mu1,
  },
  observe(lab) {
    const first = erlangC(H1.lam, H1.mu1, H1.c1);
    const second = erlangC(H1.lam, H1.mu2, H1.c2);
    const model = lab.sample(
      { replications: 40, days: 5000, settling: 520, watch: () => new Queueing() },
      (recorded, { joined, waited }) => ({
        wait1: recorded.totals.waitDays / recorded.totals.seen,
        pWait1: recorded.totals.waited / recorded.totals.seen,
        wait2: serviceWait(recorded),
        pWait2: waited / joined,
      }),
    );
    return [
      meanFinding("link workers: must wait", "share", first.pWait, model.pWait1),
      meanFinding("link workers: mean wait", "working days", first.Wq, model.wait1),
      meanFinding("service: must wait", "share", second.pWait, model.pWait2),
      meanFinding("service: mean wait", "working days", second.Wq, model.wait2),
    ];
  },
};

const I1 = { lam: 0.9, mu: 0.05, c: 20, tau: 10 };
const supportedWaitCheck: Check = {
  id: "I1",
  family: "Contacts while waiting, M/M/c",
  title: "Holding, function 1: contacts every ten days while patients wait for a service",
  reduction: `${SERVICE_LINE_WORDS} Nobody gives up.`,
  source: "Erlang (1917): the wait in an M/M/c queue is exponential, so contacts are geometric",
  settings: {
    ...service(I1.lam, 1 / I1.mu, I1.c),
    "holding.function1": true,
    "holding.intervalDays.1": I1.tau,
  },
  observe(lab) {
    const theory = erlangC(I1.lam, I1.mu, I1.c);
    const contacts = contactsWhileWaiting(theory.longerThan, I1.tau);
    const model = lab.sample(
      { replications: 40, days: 15_000, settling: 1560, watch: () => new Queueing() },
      (recorded, { joined, waited, contacted }) => ({
        pWait: waited / joined,
        wait: serviceWait(recorded),
        contacts: recorded.totals.contacts[Contact.Holding1] / joined,
        contacted: contacted / joined,
      }),
    );
    return [
      meanFinding("must wait", "share", theory.pWait, model.pWait),
      meanFinding("mean wait", "working days", theory.Wq, model.wait),
      meanFinding("contacts a patient", "contacts", contacts.mean, model.contacts),
      meanFinding("have any contact", "share", contacts.pAny, model.contacted),
    ];
  },
};

const T1 = { lam: 1.4, meanStay: 40, c: 50, theta: 1 / 120, tau: 15 };
/** `kept`: probability that a contacted patient stays when patience ends. */
function saturatedCheck(id: string, kept: number): Check {
  const words = kept === 0 ? "contacts alone" : "contacts keep patients from giving up";
  return {
    id,
    family: "Contacts while waiting, M/M/c + M",
    title: `Holding, function 1, at a service that is always full: ${words}`,
    reduction: `${SERVICE_LINE_WORDS} Whoever is out of patience stays with probability ${kept}, whenever the last contact was.`,
    source: "Garnett, Mandelbaum and Reiman (2002); places in the queue by uniformisation, Jensen (1953)",
    settings: {
      ...service(T1.lam, T1.meanStay, T1.c),
      "services.disengageRate": T1.theta,
      "holding.function1": true,
      "holding.intervalDays.1": T1.tau,
      "holding.keepsEngaged": kept,
      "holding.keepsEngagedWindow": "none",
    },
    observe(lab) {
      const theta = T1.theta * (1 - kept);
      const theory = erlangA(T1.lam, 1 / T1.meanStay, T1.c, theta);
      const still = stillQueueing(theory.states, 1 / T1.meanStay, T1.c, theta, T1.tau);
      const contacts = contactsWhileWaiting(still, T1.tau);
      const model = lab.sample(
        { replications: 40, days: 6000, settling: 1560, watch: () => new QueueLength() },
        ({ totals }, watcher) => ({
          givesUp: totals.exits[Exit.Disengaged] / totals.referrals,
          inQueue: watcher.mean(0) / T1.lam,
          contacts: totals.contacts[Contact.Holding1] / totals.referrals,
          taken: watcher.mean(1) / T1.c,
        }),
      );
      return [
        meanFinding("give up", "share", theory.pAbandon, model.givesUp),
        meanFinding("mean time in the queue", "working days", theory.meanTimeInQueue, model.inQueue),
        meanFinding("contacts a patient", "contacts", contacts.mean, model.contacts),
        meanFinding("places taken", "share", theory.utilisation, model.taken),
      ];
    },
  };
}

/** Queue of service 1, and its places taken. */
class QueueLength extends TimeAverages {
  constructor() {
    super(3, ({ state: { serviceQueues, occupied } }, values) => {
      values[0] = serviceQueues.length[0];
      values[1] = occupied[0];
      values[2] = occupied[0] * occupied[0];
    });
  }
}

const STAYS = ["exponential", "deterministic", "lognormal"] as const;
const R1 = { lam: 1.2, meanStay: 60 };
const unlimitedCheck: Check = {
  id: "R1",
  family: "M/G/∞",
  title: "A service without a limit: places taken, whatever the distribution of stays",
  reduction: `${SERVICE_LINE_WORDS} Places are unlimited.`,
  source: "Takács (1962)",
  settings: { ...service(R1.lam, R1.meanStay, "none") },
  observe(lab) {
    const theory = unlimitedPlaces(R1.lam, R1.meanStay);
    return STAYS.flatMap((stays) => {
      const model = lab.sample(
        {
          ...{ replications: 20, days: 6000, settling: 520, part: stays, watch: () => new QueueLength() },
          changes: { "services.stayDistribution": stays },
        },
        (_, watcher) => ({
          mean: watcher.mean(1),
          // About the known mean, so that the estimate has no bias.
          variance: watcher.mean(2) - 2 * theory.mean * watcher.mean(1) + theory.mean ** 2,
        }),
      );
      return [
        meanFinding(`${stays} stays: mean places taken`, "places", theory.mean, model.mean),
        meanFinding(`${stays} stays: variance`, "places²", theory.variance, model.variance),
      ];
    });
  },
};

const R2 = { load: 18, c: 20, meanStay: 20 };
const lossCheck: Check = {
  id: "R2",
  family: "M/G/c/c, Erlang B",
  title: "A service whose places nobody waits for: share turned away, whatever the distribution of stays",
  reduction: `${SERVICE_LINE_WORDS} Whoever finds no place gives up at once (rate 1,000 a day).`,
  source: "Erlang (1917); insensitivity: Sevastyanov (1957)",
  settings: { ...service(R2.load / R2.meanStay, R2.meanStay, R2.c), "services.disengageRate": 1000 },
  observe(lab) {
    const expected = erlangB(R2.load, R2.c);
    return STAYS.map((stays) => {
      const turnedAway = lossShare(lab, stays);
      return meanFinding(`${stays} stays: turned away`, "share", expected, turnedAway);
    });
  },
};

const lossShare = (lab: Lab, stays: string): readonly number[] =>
  lab.sample(
    {
      ...{ replications: 20, days: 6000, settling: 260, part: stays },
      changes: { "services.stayDistribution": stays },
    },
    ({ totals }) => ({ share: totals.exits[Exit.Disengaged] / totals.referrals }),
  ).share;

export const serviceChecks: readonly Check[] = [
  tandemCheck,
  supportedWaitCheck,
  saturatedCheck("T1", 0),
  saturatedCheck("T1-kept", 0.7),
  unlimitedCheck,
  lossCheck,
];
