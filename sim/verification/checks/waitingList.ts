/** The waiting list as a queue: Erlang C and A, Pollaczek and Khinchine, priorities, overload (docs/model.md, sections 7.1 and 7.2). */
import { Entry } from "../../record/eventLog";
import type { Recorded } from "../../record/measures";
import { Contact, Exit } from "../../record/totals";
import type { Changes } from "../../scenario";
import { Level } from "../../state";
import type { Check } from "../check";
import { evenFinding, meanFinding } from "../finding";
import { referrals, WAITING_LINE, WAITING_LINE_WORDS } from "../reductions";
import { cobham, erlangA, erlangC, fixedService, fluidQueue, pollaczekKhinchine } from "../theory/queues";
import { DayWatch, Reader, TimeAverages } from "../watch";

const HIGH = 2;

/** `lam` referrals a day for c link workers whose appointments take 1 / mu days on average. */
const line = (lam: number, mu: number, c: number): Changes => ({
  ...WAITING_LINE,
  ...referrals(lam),
  "team.linkWorkers": c,
  "contact.hours.first": 1 / mu,
});

/** What the totals say about a waiting line. */
const lineNumbers = ({ totals: t, waits }: Recorded) => ({
  pWait: t.waited / t.seen,
  wait: t.waitDays / t.seen,
  queue: t.waitingListDays / t.days,
  present: t.inSystemDays / t.days,
  busy: t.busyDays / t.filledPostDays,
  overDay: waits.filter((wait) => wait > 1).length / waits.length,
  overWeek: waits.filter((wait) => wait > 5).length / waits.length,
});

interface Line {
  readonly id: string;
  readonly lam: number;
  readonly mu: number;
  readonly c: number;
  readonly replications: number;
  readonly days: number;
  readonly settling: number;
}

const ERLANG_C = "Erlang (1917), M/M/c; Kleinrock (1975)";

function erlangCCheck({ id, lam, mu, c, replications, days, settling }: Line): Check {
  const workers = c === 1 ? "one link worker" : `${c} link workers`;
  return {
    id,
    family: "M/M/c, Erlang C",
    title: `Waiting list of ${workers} at ${Math.round((100 * lam) / (c * mu))} % load`,
    reduction: WAITING_LINE_WORDS,
    source: ERLANG_C,
    settings: line(lam, mu, c),
    observe(lab) {
      const theory = erlangC(lam, mu, c);
      const model = lab.sample({ replications, days, settling }, lineNumbers);
      return [
        meanFinding("must wait", "share", theory.pWait, model.pWait),
        meanFinding("mean wait", "working days", theory.Wq, model.wait),
        meanFinding("mean queue", "patients", theory.Lq, model.queue),
        meanFinding("mean number present", "patients", theory.L, model.present),
        meanFinding("wait longer than a day", "share", theory.longerThan(1), model.overDay),
        meanFinding("wait longer than a week", "share", theory.longerThan(5), model.overWeek),
        meanFinding("time in contact", "share", theory.rho, model.busy),
      ];
    },
  };
}

/** Patients who give up, of all referred. */
const renegedShare = ({ totals }: Recorded): number => totals.exits[Exit.Reneged] / totals.referrals;

const B1 = { lam: 6.19, mu: 1, c: 7, theta: 0.02 };
const erlangACheck: Check = {
  id: "B1",
  family: "M/M/c + M, Erlang A",
  title: "Waiting list that patients give up on",
  reduction: `${WAITING_LINE_WORDS} Patience is exponential.`,
  source: "Palm (1957); Garnett, Mandelbaum and Reiman (2002)",
  settings: { ...line(B1.lam, B1.mu, B1.c), "referral.renegeRate": B1.theta },
  observe(lab) {
    const theory = erlangA(B1.lam, B1.mu, B1.c, B1.theta);
    const model = lab.sample({ replications: 40, days: 2500, settling: 260 }, (recorded) => ({
      ...lineNumbers(recorded),
      // Whoever was seen without a wait found a link worker free.
      found: 1 - (recorded.totals.seen - recorded.totals.waited) / recorded.totals.referrals,
      givesUp: renegedShare(recorded),
      inQueue: recorded.totals.waitingListDays / recorded.totals.referrals,
    }));
    return [
      meanFinding("must wait", "share", theory.pWait, model.found),
      meanFinding("give up", "share", theory.pAbandon, model.givesUp),
      meanFinding("mean queue", "patients", theory.Lq, model.queue),
      meanFinding("mean time in the queue", "working days", theory.meanTimeInQueue, model.inQueue),
      meanFinding("time in contact", "share", theory.utilisation, model.busy),
      meanFinding("mean number present", "patients", theory.L, model.present),
    ];
  },
};

function oneServerCheck(id: string, cv: number, distribution: "deterministic" | "lognormal"): Check {
  const [lam, mean] = [0.8, 1];
  const words = cv === 0 ? "of one length" : `whose lengths are lognormal (coefficient of variation ${cv})`;
  return {
    id,
    family: "M/G/1, Pollaczek–Khinchine",
    title: `Waiting list of one link worker with appointments ${words}`,
    reduction: WAITING_LINE_WORDS,
    source: "Pollaczek (1930); Khinchine (1932)",
    settings: { ...line(lam, 1 / mean, 1), "contact.distribution": distribution, "contact.cv": cv },
    observe(lab) {
      const theory = pollaczekKhinchine(lam, mean, cv);
      const model = lab.sample({ replications: 40, days: 8000, settling: 520 }, lineNumbers);
      return [
        meanFinding("must wait", "share", theory.pWait, model.pWait),
        meanFinding("mean wait", "working days", theory.Wq, model.wait),
        meanFinding("mean queue", "patients", theory.Lq, model.queue),
        meanFinding("mean number present", "patients", theory.L, model.present),
      ];
    },
  };
}

const G7 = { lam: 4.2, mean: 1 / 0.75, c: 7 };
const severalServersCheck: Check = {
  id: "MG7",
  family: "M/G/c",
  title: "Waiting list of seven: appointments of one length, and bounds for others",
  reduction: `${WAITING_LINE_WORDS} Appointments of one length have an exact answer; those of a lognormal length wait longer than these and shorter than exponential ones.`,
  source: "Crommelin (1932), M/D/c; Pollaczek and Khinchine's order of waits by variability, Tijms (1994)",
  settings: line(G7.lam, 1 / G7.mean, G7.c),
  observe(lab) {
    const fixed = fixedService(G7.lam, G7.mean, G7.c);
    const { Wq } = erlangC(G7.lam, 1 / G7.mean, G7.c);
    const design = { replications: 40, days: 2000, settling: 260 };
    const sample = (distribution: string) =>
      lab.sample({ ...design, changes: { "contact.distribution": distribution } }, lineNumbers);
    const one = sample("deterministic");
    const lognormal = sample("lognormal");
    return [
      meanFinding("one length: mean wait", "working days", fixed.Wq, one.wait),
      meanFinding("one length: must wait", "share", fixed.pWait, one.pWait),
      meanFinding("lognormal: mean wait", "working days", fixed.Wq, lognormal.wait, "at least"),
      meanFinding("lognormal: mean wait", "working days", Wq, lognormal.wait, "at most"),
    ];
  },
};

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

export const waitingListChecks: readonly Check[] = [
  erlangCCheck({ id: "A1", lam: 0.7, mu: 1, c: 1, replications: 40, days: 8000, settling: 520 }),
  erlangCCheck({ id: "A4", lam: 4.2, mu: 0.75, c: 7, replications: 40, days: 3000, settling: 260 }),
  erlangCCheck({ id: "A6", lam: 6.65, mu: 1, c: 7, replications: 40, days: 3000, settling: 1040 }),
  erlangACheck,
  oneServerCheck("C1", 0, "deterministic"),
  oneServerCheck("C3", 0.5, "lognormal"),
  severalServersCheck,
  priorityCheck,
  overloadCheck,
  exchangeableCheck,
];
