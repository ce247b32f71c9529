/**
 * Known answers of renewal theory for posts: families K (vacancy), L (filled posts, contagion 0), U (notice), V
 * (induction) and N (tenure under constant demand) of oracles.json.
 *
 * Mapping: a constant hazard of leaving, no patients. The lottery is drawn once a day, and whoever starts in the
 * middle of a day takes part in it in full, so that time in post has the mean of the continuous hazard to 1 part in
 * 1e6 and the day's half is nowhere left over.
 */
import { describe, expect, it } from "vitest";
import { Entry, type LogRow } from "../../sim/record/eventLog";
import type { Replication } from "../../sim/replicate";
import type { Changes } from "../../sim/scenario";
import { CALM } from "../sim/support/presets";
import { mean, sum } from "../sim/support/statistics";
import { DiaryOf, expectKnown, measure, oracle, productivity, replicate, resolveStages, runs } from "./known";

const posts = (hazard: number, daysToHire: number): Changes => ({
  ...CALM,
  "referral.perWtePerYear": 0,
  "turnover.baseHazard": hazard,
  "turnover.kL": 0,
  "turnover.kB": 0,
  "turnover.kJ": 0,
  "turnover.contagion": 0,
  "turnover.noticeDays": 0,
  "recruitment.days": daysToHire,
  "recruitment.shape": 1,
});

interface Posts {
  readonly recorded: Replication["recorded"];
  readonly rows: readonly LogRow[];
}

const YEARS = 60;
const COUNT = 7;

/** Thirty replications of 60 years of seven posts, with the diaries of who leaves and who starts. */
function watched(changes: Changes): Posts[] {
  const stages = resolveStages({ ...changes, "run.years": YEARS, "run.warmUpYears": 0 }, []);
  return Array.from({ length: 30 }, (_, r) => {
    const log = new DiaryOf(Entry.Hired, Entry.Departed);
    return { recorded: replicate(stages, "posts", r, { log }).recorded, rows: log.rows };
  });
}

/** Share of the time in which so many posts are filled. */
function filledShares({ rows }: Posts): number[] {
  const days = 260 * YEARS;
  const time = new Array<number>(COUNT + 1).fill(0);
  let filled = COUNT;
  let since = 0;
  for (const { time: now, entry } of rows) {
    if (entry !== Entry.Hired && entry !== Entry.Departed) continue;
    time[filled] += now - since;
    since = now;
    filled += entry === Entry.Hired ? 1 : -1;
  }
  time[filled] += days - since;
  return time.map((t) => t / days);
}

/** Time between one holder's departure and the next one's start. */
function gaps({ rows }: Posts): number[] {
  const departed = new Map<number, number>();
  const found: number[] = [];
  for (const { time, entry, place } of rows) {
    if (entry === Entry.Departed) departed.set(place, time);
    if (entry === Entry.Hired) found.push(time - departed.get(place)!);
  }
  return found;
}

const vacancy = ({ recorded: { totals } }: Posts): number => 1 - totals.filledPostDays / totals.postDays;
const leaversPerPostYear = ({ recorded: { totals } }: Posts): number =>
  totals.notices / (totals.postDays / 260);

const TIMES_TO_HIRE: readonly { name: string; changes: Changes }[] = [
  { name: "exponential", changes: {} },
  { name: "Erlang-3", changes: { "recruitment.shape": 3 } },
  { name: "deterministic", changes: { "recruitment.distribution": "deterministic" } },
];

describe.each(TIMES_TO_HIRE)("vacancy with $name time to hire: K1", ({ changes }) => {
  const { config, expect: exact } = oracle("K1");
  const results = watched({ ...posts(config.hazard_per_year, config.mean_time_to_hire), ...changes });
  it("has the share of vacant time, and the leavers", () => {
    expectKnown(results.map(vacancy), exact.vacancy_rate, { absolute: 0.005 });
    expectKnown(results.map(leaversPerPostYear), exact.leavers_per_post_year, { relative: 0.12 });
  });
  it("has as many posts filled as a binomial number", () => {
    const shares = results.map(filledShares);
    const full = shares.map((share) => share[COUNT]);
    expectKnown(full, exact.p_all_filled, { absolute: 0.025 });
    const twoOrMore = shares.map((share) => 1 - share[COUNT] - share[COUNT - 1]);
    expectKnown(twoOrMore, exact.p_two_or_more_vacant, { absolute: 0.008 });
  });
});

describe("filled posts: L1", () => {
  const { config, expect: exact } = oracle("L1");
  const results = watched(posts(config.hazard_per_year, config.mean_time_to_hire));
  it("have the mean and the distribution", () => {
    const shares = results.map(filledShares);
    const filled = shares.map((share) => sum(share.map((s, n) => n * s)));
    expectKnown(filled, exact.mean_filled, { relative: 0.01 });
    const pooled: number[] = exact.distribution.map((_: number, n: number) => mean(shares.map((s) => s[n])));
    const distance = sum(pooled.map((p, n) => Math.abs(p - exact.distribution[n]))) / 2;
    expect(distance).toBeLessThan(0.02);
  });
  it("have the leavers, per post and per filled post", () => {
    expectKnown(results.map(leaversPerPostYear), exact.leavers_per_post_year, { relative: 0.09 });
    const turnover = results.map(
      ({ recorded: { totals } }) => totals.notices / (totals.filledPostDays / 260),
    );
    expectKnown(turnover, exact.leavers_per_filled_year, { relative: 0.09 });
  });
});

describe("vacancy with notice: U1", () => {
  const { config, expect: exact } = oracle("U1");
  const results = watched({
    ...posts(config.hazard_per_year, config.mean_time_to_hire),
    "turnover.noticeDays": config.notice,
    "recruitment.shape": config.erlang_k,
  });
  it("has the share of vacant time, and the leavers", () => {
    expectKnown(results.map(vacancy), exact.vacancy_rate, { absolute: 0.005 });
    expectKnown(results.map(leaversPerPostYear), exact.leavers_per_post_year, { relative: 0.09 });
  });
  it("has the gap between one holder and the next, which is often none", () => {
    const found = results.map(gaps);
    expectKnown(found.map(mean), exact.mean_gap, { relative: 0.1 });
    const none = found.map((of) => mean(of.map((gap) => (gap === 0 ? 1 : 0))));
    expectKnown(none, exact.P_no_gap, { absolute: 0.04 });
  });
});

describe("productivity with induction: V1", () => {
  const { config, expect: exact } = oracle("V1");
  it("has the mean over filled posts", () => {
    const means: number[] = [];
    let values: number[] = [];
    runs({
      changes: {
        ...posts(config.hazard_per_year, 0),
        "recruitment.inductionDays": config.T_ind,
        "recruitment.inductionStart": config.p0,
      },
      replications: 20,
      days: 13_000,
      settling: 2600,
      afterEvent: (sim) => {
        if (sim.now <= sim.recordsFrom || sim.now % 5 !== 0) return;
        // With instant replacement every post is always filled.
        for (let w = 0; w < 7; w++) if (sim.state.workers.inPost[w]) values.push(productivity(sim, w));
        if (sim.now < sim.endsAt) return;
        means.push(mean(values));
        values = [];
      },
    });
    expectKnown(means, exact.mean_productivity, { absolute: 0.002 });
  });
});

describe("tenure under constant demand: N1", () => {
  const { config, expect: exact } = oracle("N1");
  // Work without end: workload pressure stands at its cap of 1 from the first day, so that demand x is its weight.
  const changes: Changes = {
    ...posts(config.h0_per_year, config.mean_time_to_hire),
    "exhaustion.gain": config.alpha,
    "exhaustion.recovery": config.rho,
    "exhaustion.heterogeneity": 0,
    "exhaustion.workloadWeight": config.x,
    "exhaustion.emotionalWeight": 0,
    "exhaustion.contagion": 0,
    "exhaustion.u0": 0,
    "exhaustion.slowerRecovery": config.kappa,
    "exhaustion.atStart": config.E0,
    "exhaustion.atHire": config.E0,
    "support.bSup": 0,
    "work.tauPressure": 0.001,
    "work.umax": 1,
    "work.otMax": 0,
    // Contacts of a day each, twice as many referrals as can be seen, and somebody always waiting for whoever starts.
    "contact.distribution": "deterministic",
    "contact.hours.first": 4.875,
    "pathway.firstAppointmentOnly": true,
    "pathway.decline": 0,
    "policy.caseloadCap": 20,
    "recruitment.inductionStart": 1,
    "referral.perWtePerYear": 520,
    "referral.renegeRate": 0.02,
    "referral.bookingLeadDays": 0,
  };
  const results = runs({ changes, replications: 24, days: 2600, settling: 780 });
  it("has the mean exhaustion", () => {
    expectKnown(measure(results, "exhaustionMean"), exact.mean_E, { absolute: 0.005 });
    expectKnown(measure(results, "utilisationMean"), 1, { absolute: 0.001 });
  });
  it("has the leavers and the vacancy", () => {
    expectKnown(measure(results, "turnoverRate"), exact.leavers_per_WTE_year, { relative: 0.35 });
    expectKnown(measure(results, "vacancyRate"), exact.vacancy_rate_T65, { absolute: 0.013 });
  });
});
