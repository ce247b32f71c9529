/** The waiting list as a queue, first come first served (docs/model.md, sections 7.1 and 7.2). */
import type { Recorded } from "../../record/measures";
import { Exit } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Check } from "../check";
import { meanFinding } from "../finding";
import { referrals, WAITING_LINE, WAITING_LINE_WORDS } from "../reductions";
import { erlangA, erlangC, fixedService, pollaczekKhinchine } from "../theory/queues";

/** `lam` referrals a day for c link workers whose appointments take 1 / mu days on average. */
export const line = (lam: number, mu: number, c: number): Changes => ({
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
    title: `Waiting list of ${workers} at ${Math.round((100 * lam) / (c * mu))}% load`,
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
        // Where hardly anybody waits so long, a tolerance would be as wide as the share.
        ...(theory.longerThan(5) > 0.01
          ? [meanFinding("wait longer than a week", "share", theory.longerThan(5), model.overWeek)]
          : []),
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

export const waitingListChecks: readonly Check[] = [
  erlangCCheck({ id: "A1", lam: 0.7, mu: 1, c: 1, replications: 40, days: 8000, settling: 520 }),
  erlangCCheck({ id: "A4", lam: 4.2, mu: 0.75, c: 7, replications: 40, days: 3000, settling: 260 }),
  erlangCCheck({ id: "A6", lam: 6.65, mu: 1, c: 7, replications: 40, days: 3000, settling: 1040 }),
  erlangACheck,
  oneServerCheck("C1", 0, "deterministic"),
  oneServerCheck("C3", 0.5, "lognormal"),
  severalServersCheck,
];
