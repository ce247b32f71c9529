/** Holding, function 1: contacts to those who wait for a service (docs/model.md, section 7.5). */
import { Contact, Exit } from "../../record/totals";
import type { Check } from "../check";
import { meanFinding } from "../finding";
import { SERVICE_LINE_WORDS } from "../reductions";
import { contactsWhileWaiting, stillQueueing } from "../theory/contactsWhileWaiting";
import { erlangA, erlangC } from "../theory/queues";
import { Queueing, QueueLength, service, serviceWait } from "./services";

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

export const supportedWaitChecks: readonly Check[] = [
  supportedWaitCheck,
  saturatedCheck("T1", 0),
  saturatedCheck("T1-kept", 0.7),
];
