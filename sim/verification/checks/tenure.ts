/** How long link workers stay, and what they are like meanwhile (docs/model.md, sections 7.2, 7.6 and 7.7). */
import { productivity } from "../../mechanisms/allocation";
import { Entry } from "../../record/eventLog";
import type { Changes } from "../../scenario";
import type { Check } from "../check";
import { meanFinding, normalFinding } from "../finding";
import {
  heldForEver,
  LEAVING,
  leaving,
  NO_PATIENTS_WORDS,
  quietBut,
  referrals,
  WAITING_LINE,
} from "../reductions";
import { type Tenure, tenure } from "../theory/exhaustion";
import { meanProductivity, stillInPost } from "../theory/staff";
import { Reader } from "../watch";
import { staffNumbers } from "./staff";

const V1 = { hazard: 0.25, inductionDays: 60, start: 0.5, n: 50 };
const inductionCheck: Check = {
  id: "V1",
  family: "Induction",
  title: "Mean productivity of a team whose leavers are replaced at once",
  reduction: `${quietBut("leaving")} Link workers leave at a constant hazard and are replaced at once; contacts take no time, and the team is looked at whenever somebody is referred.`,
  source: "Stationary age of a renewal process, Cox (1962); arrivals see time averages, Wolff (1982)",
  settings: {
    ...WAITING_LINE,
    ...LEAVING,
    ...referrals(1),
    "contact.hours.first": 0,
    "team.linkWorkers": V1.n,
    "turnover.baseHazard": V1.hazard,
    "recruitment.days": 0,
    "recruitment.inductionDays": V1.inductionDays,
    "recruitment.inductionStart": V1.start,
  },
  observe(lab) {
    const expected = meanProductivity(V1.hazard, V1.inductionDays, V1.start);
    const model = lab.sample(
      { replications: 20, days: 2600, settling: 520, watch: () => new Productivity() },
      (_, { total, count }) => ({ mean: total / count }),
    );
    return [meanFinding("mean productivity", "share", expected, model.mean)];
  },
};

/** Productivity of everybody in post, whenever somebody is referred. */
class Productivity extends Reader {
  total = 0;
  count = 0;

  constructor() {
    super((sim, { entry }) => {
      if (entry !== Entry.Referred) return;
      const { workers } = sim.state;
      for (let w = 0; w < workers.count; w++) {
        if (!workers.inPost[w]) continue;
        this.total += productivity(sim, w);
        this.count++;
      }
    });
  }
}

/** Every link worker has one case for ever, with a contact a day that takes no time: demand x is constant. */
const underLoad = (post: Tenure, n: number): Changes => ({
  ...heldForEver(1),
  ...LEAVING,
  "team.linkWorkers": n,
  "holding.intervalDays.3": 1,
  "contact.emotionalWeight.first": 1,
  "contact.emotionalWeight.h3": 1,
  // Who is orphaned is lost, so that a newcomer's load begins with a first appointment on the first day.
  "handover.lostCold": 1,
  "exhaustion.workloadWeight": 0,
  "exhaustion.contagion": 0,
  "exhaustion.emotionalWeight": post.x,
  "exhaustion.referenceLoad": 1,
  "exhaustion.gain": post.alpha,
  "exhaustion.recovery": post.rho,
  "exhaustion.atHire": post.E0,
  "exhaustion.atStart": post.E0,
  "exhaustion.lessEffective": 0,
  "exhaustion.slowerRecovery": post.kappa,
  "exhaustion.burnoutOn": post.on,
  "exhaustion.burnoutOff": post.off,
  "turnover.baseHazard": post.h0PerYear,
  "turnover.kL": post.kL,
  "turnover.kB": post.kB,
  "recruitment.days": post.meanDaysToHire,
});

const N1: Tenure = {
  ...{ E0: 0.15, x: 1, alpha: 0.02, rho: 1 / 60, h0PerYear: 0.1, kL: 0, kB: 0 },
  ...{ on: 2, off: 1.9, kappa: 0, meanDaysToHire: 65 },
};
function tenureCheck(id: string, title: string, post: Tenure): Check {
  return {
    id,
    family: "Exhaustion, leaving and replacement",
    title,
    reduction: `${quietBut("exhaustion", "leaving")} Every link worker has one case and a contact with it each day, which takes no working time, so that demand is constant.`,
    source: "Closed form of exhaustion; hazard summed along it; renewal theory, Cox (1962)",
    settings: underLoad(post, 30),
    observe(lab) {
      const theory = tenure(post);
      const [days, settling] = [20 * 260, 10 * 260];
      const model = lab.sample(
        { replications: 20, days, settling, watch: () => new Tenures(days + settling) },
        (recorded, tenures) => {
          const { share1, share2 } = tenures.after(2);
          const { exhaustionSum, burntOutDays, workerDays } = recorded.totals;
          return {
            ...staffNumbers(recorded),
            ...{ share1, share2 },
            E: exhaustionSum / workerDays,
            burntOut: burntOutDays / workerDays,
          };
        },
      );
      return [
        meanFinding("mean exhaustion", "0–1", theory.meanE, model.E),
        meanFinding("burnt out", "share of time in post", theory.burntOutShare, model.burntOut),
        meanFinding("leavers", "per filled year", theory.leaversPerFilledYear, model.leaversInPost),
        meanFinding("vacancy", "share of posts", theory.vacancy, model.vacancy),
        meanFinding("leavers", "per post-year", theory.leaversPerPostYear, model.leavers),
        meanFinding("still in post after 1 year", "share", theory.survival[1], model.share1),
        meanFinding("still in post after 2 years", "share", theory.survival[2], model.share2),
      ];
    },
  };
}

/** How long link workers stay, those still in post included: Kaplan and Meier's estimate. */
class Tenures extends Reader {
  private readonly spells: { days: number; left: boolean }[] = [];
  private readonly since = new Map<number, number>();

  constructor(private readonly until: number) {
    super((_, { time, entry, place }) => {
      if (entry === Entry.Hired) this.since.set(place, time);
      const since = this.since.get(place);
      if (entry !== Entry.Departed || since === undefined) return;
      this.spells.push({ days: time - since, left: true });
      this.since.delete(place);
    }, true);
  }

  /** Share still in post after 1 … `years` years, with Greenwood's standard errors. */
  after(years: number): Readonly<Record<string, number>> {
    const open = [...this.since.values()].map((since) => ({ days: this.until - since, left: false }));
    const all = [...this.spells, ...open].sort((a, b) => a.days - b.days);
    const found: Record<string, number> = {};
    let share = 1;
    let greenwood = 0;
    let i = 0;
    for (let year = 1; year <= years; year++) {
      for (; i < all.length && all[i].days <= year * 260; i++) {
        if (!all[i].left) continue;
        const atRisk = all.length - i;
        share *= 1 - 1 / atRisk;
        greenwood += 1 / (atRisk * (atRisk - 1));
      }
      found[`share${year}`] = share;
      found[`error${year}`] = share * Math.sqrt(greenwood);
    }
    return found;
  }
}

const KM = { hazard: 0.25, days: 20, n: 1000, years: 10, shown: 6 };
const survivalCheck: Check = {
  id: "KAPLAN-MEIER",
  family: "Survival",
  title: "How long link workers stay at a constant hazard, those still in post included",
  reduction: NO_PATIENTS_WORDS,
  source: "Kaplan and Meier (1958); Greenwood (1926); exponential survival",
  settings: leaving(KM.n, KM.hazard, KM.days),
  observe(lab) {
    const until = KM.years * 260;
    const model = lab.sample(
      { replications: 1, days: until, watch: () => new Tenures(until) },
      (_, tenures) => tenures.after(KM.shown),
    );
    return Array.from({ length: KM.shown }, (_, i) => i + 1).map((year) =>
      normalFinding(
        `still in post after ${year === 1 ? "1 year" : `${year} years`}`,
        "share",
        stillInPost(KM.hazard, year * 260),
        model[`share${year}`][0],
        model[`error${year}`][0],
      ),
    );
  },
};

export const tenureChecks: readonly Check[] = [
  inductionCheck,
  tenureCheck("N1", "Exhaustion, leaving at a constant hazard, and replacement", N1),
  tenureCheck("N1-burnout", "Exhaustion and burnout that make link workers leave", {
    ...{ ...N1, h0PerYear: 0.2, kL: 1, kB: 0.5, x: 1.6 },
    ...{ on: 0.6, off: 0.45, kappa: 0.5 },
  }),
  survivalCheck,
];
