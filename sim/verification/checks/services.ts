/** Community services as queues (docs/model.md, section 7.4). */
import { Entry } from "../../record/eventLog";
import type { Recorded } from "../../record/measures";
import { Contact, Exit } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Check, Lab } from "../check";
import { meanFinding } from "../finding";
import { referrals, SERVICE_LINE, SERVICE_LINE_WORDS, WAITING_LINE } from "../reductions";
import { erlangB, erlangC, unlimitedPlaces } from "../theory/queues";
import { Reader, TimeAverages } from "../watch";

/** `lam` referrals a day for service 1, with c places (or "none": no limit) and stays of `mean` days. */
export const service = (lam: number, mean: number, c: number | "none"): Changes => ({
  ...SERVICE_LINE,
  ...referrals(lam),
  "services.places.1": c,
  "services.stayDays.1": mean,
});

/** Who joined the queue of service 1, who had to wait, and who had a contact meanwhile. */
export class Queueing extends Reader {
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

/** Mean wait for service 1, of those who started it. */
export const serviceWait = ({ totals }: Recorded): number =>
  totals.serviceWaitDays[0] / totals.serviceStarts[0];

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

/** Queue of service 1, and its places taken. */
export class QueueLength extends TimeAverages {
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

export const serviceChecks: readonly Check[] = [tandemCheck, unlimitedCheck, lossCheck];
