/** Waiting lists with priorities, with more referrals than can be seen, and who does the work (docs/model.md, section 7.1). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import { Level } from "../../state";
import type { Check } from "../check";
import { evenFinding, meanFinding } from "../finding";
import { WAITING_LINE_WORDS } from "../reductions";
import { cobham, fluidQueue } from "../theory/queues";
import { DayWatch, Reader, TimeAverages } from "../watch";
import { line } from "./waitingList";

const HIGH = 2;

const G1 = { high: 0.3, others: 0.5, mu: 1, c: 1 };
const priorityCheck: Check = {
  id: "G1",
  family: "Priorities, Cobham",
  title: "Patients of high complexity first",
  reduction: `${WAITING_LINE_WORDS} Patients of high complexity go first.`,
  source: "Cobham (1954); conservation law: Kleinrock (1965)",
  settings: {
    ...line(G1.high + G1.others, G1.mu, G1.c),
    "triage.highComplexityFirst": true,
    "patients.classShares.low": G1.others / (G1.high + G1.others),
    "patients.classShares.moderate": 0,
    "patients.classShares.high": G1.high / (G1.high + G1.others),
  },
  observe(lab) {
    const theory = cobham([G1.high, G1.others], G1.mu, G1.c);
    const model = lab.sample(
      { replications: 40, days: 8000, settling: 520, watch: () => new WaitsByClass() },
      ({ totals }, { high, others }) => ({
        high: high.days / high.count,
        others: others.days / others.count,
        all: totals.waitDays / totals.seen,
      }),
    );
    return [
      meanFinding("mean wait, high complexity", "working days", theory.byClass[0], model.high),
      meanFinding("mean wait, others", "working days", theory.byClass[1], model.others),
      meanFinding("mean wait of all, as without priority", "working days", theory.fifo, model.all),
    ];
  },
};

class WaitsByClass extends Reader {
  readonly high = { days: 0, count: 0 };
  readonly others = { days: 0, count: 0 };

  constructor() {
    super(({ state: { workers, patients } }, { time, entry, place, detail }) => {
      if (entry !== Entry.ContactBegan || detail !== Contact.First) return;
      const p = workers.contactPatient[place];
      const group = patients.complexity[p] === HIGH ? this.high : this.others;
      group.days += time - patients.referredAt[p];
      group.count++;
    });
  }
}

const P1 = { lam: 300, mu: 1, c: 200, theta: 0.02 };
const overloadCheck: Check = {
  id: "P1",
  family: "Overload, fluid limit",
  title: "A waiting list that grows because more are referred than can be seen",
  reduction: `${WAITING_LINE_WORDS} 200 link workers start with nobody to see.`,
  source: "Mandelbaum, Massey and Reiman (1998)",
  settings: { ...line(P1.lam, P1.mu, P1.c), "referral.renegeRate": P1.theta },
  observe(lab) {
    const fluid = fluidQueue(P1.lam, P1.mu, P1.c, P1.theta, 0);
    const model = lab.sample({ replications: 16, days: 200, watch: () => new LengthOfList() }, (_, { on }) =>
      Object.fromEntries([10, 50, 200].map((day) => [day, on.get(day) ?? Number.NaN])),
    );
    return [10, 50, 200].map((day) =>
      meanFinding(`queue after ${day} days`, "patients", fluid.at(day), model[day]),
    );
  },
};

class LengthOfList extends DayWatch {
  readonly on = new Map<number, number>();

  constructor() {
    super(({ state }, day) => this.on.set(day, state.levels.value[Level.OnWaitingList]));
  }
}

const Y1 = { lam: 4.2, mu: 0.75, c: 7 };
const exchangeableCheck: Check = {
  id: "Y1",
  family: "Exchangeable link workers",
  title: "Equal link workers have equal shares of the work",
  reduction: WAITING_LINE_WORDS,
  source: "Symmetry",
  settings: line(Y1.lam, Y1.mu, Y1.c),
  observe(lab) {
    const posts = Array.from({ length: Y1.c }, (_, w) => w);
    const model = lab.sample(
      {
        ...{ replications: 20, days: 2000, settling: 260 },
        watch: () => new TimeAverages(Y1.c, ({ state: { workers } }, busy) => busy.set(workers.busy)),
      },
      (_, watcher) => {
        const busy = posts.map((w) => watcher.mean(w));
        const team = busy.reduce((a, b) => a + b, 0) / busy.length;
        return Object.fromEntries(busy.map((share, w) => [`w${w}`, share / team]));
      },
    );
    return [evenFinding("work of each link worker, by the team's mean", "ratio", 1, Object.values(model))];
  },
};

export const otherListChecks: readonly Check[] = [priorityCheck, overloadCheck, exchangeableCheck];
