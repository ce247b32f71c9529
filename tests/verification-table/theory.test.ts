/** The theory itself: the functions that compute what checks expect give the published numbers of oracles.json. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { caseManager, caseManagerFromEmpty } from "../../sim/verification/theory/caseManager";
import { birthDeath } from "../../sim/verification/theory/chains";
import { contactsWhileWaiting, stillQueueing } from "../../sim/verification/theory/contactsWhileWaiting";
import {
  daysUntil,
  exhaustionAfter,
  rhythm,
  settledExhaustion,
  tenure,
  trainingAfter,
} from "../../sim/verification/theory/exhaustion";
import { foldsBetween, restingLevels } from "../../sim/verification/theory/meanField";
import {
  contactsUntilReady,
  contactsWhileHeld,
  disclosures,
  distressAfter,
  goldenPath,
  withRepeats,
  withReturns,
} from "../../sim/verification/theory/patients";
import {
  cobham,
  erlangA,
  erlangB,
  erlangC,
  fixedService,
  fluidQueue,
  pollaczekKhinchine,
  unlimitedPlaces,
} from "../../sim/verification/theory/queues";
import { absentServer, closedLoop, returningContacts } from "../../sim/verification/theory/returning";
import {
  alternatingPost,
  gapAfterNotice,
  meanProductivity,
  staffing,
} from "../../sim/verification/theory/staff";

// biome-ignore lint/suspicious/noExplicitAny: numbers, lists and tables of many forms
type Oracle = { id: string; config: any; expect: any };
const { oracles } = JSON.parse(
  readFileSync(new URL("../verification/oracles.json", import.meta.url), "utf8"),
) as { oracles: Oracle[] };

/** What theory says of a configuration, by the names that the published numbers have. */
type Theory = (config: Oracle["config"], expected: Oracle["expect"]) => Record<string, unknown>;

const mmc: Theory = ({ lam, mu, c }) => {
  const { rho, pWait, Wq, Lq, W, L, WqGivenWait, longerThan } = erlangC(lam, mu, c);
  return {
    ...{ rho, p_wait: pWait, Wq, Lq, W, L, Wq_given_wait: WqGivenWait },
    P_Wq_gt_1wd: longerThan(1),
    P_Wq_gt_5wd: longerThan(5),
  };
};
const mg1: Theory = ({ lam, mean, cv }) => {
  const { rho, pWait, Wq, Lq, W, L } = pollaczekKhinchine(lam, mean, cv);
  return { rho, p_wait: pWait, Wq, Lq, W, L };
};
const manager: Theory = ({ lam, mu, p, nu, M }) => {
  const theory = caseManager(lam, mu, p, nu, M);
  return {
    max_throughput: theory.maxThroughput,
    utilisation: theory.utilisation,
    p_wait_preassign: theory.pWaitForRoom,
    mean_preassign_queue: theory.queue,
    mean_preassign_wait: theory.waitForRoom,
    mean_caseload: theory.caseload,
    mean_needy: theory.needy,
    mean_LOS_in_caseload: theory.meanStay,
    mean_visits: theory.meanVisits,
  };
};
const absence: Theory = ({ lam, mu, f, r, mode }) => {
  const { L, W, pAbsent, pEmpty } = absentServer(lam, mu, f, r, mode);
  return { L, W, frac_absent: pAbsent, p_empty: pEmpty };
};

const THEORY: Record<string, Theory> = {
  A1: mmc,
  A4: mmc,
  A6: mmc,
  B1: ({ lam, mu, c, theta }) => {
    const { pWait, pAbandon, Lq, meanTimeInQueue, utilisation, L } = erlangA(lam, mu, c, theta);
    return {
      ...{ p_wait: pWait, p_abandon: pAbandon, Lq, utilisation, mean_in_system: L },
      W_offered_or_aband: meanTimeInQueue,
    };
  },
  C1: mg1,
  C3: mg1,
  D1: ({ N, nu, mu, s }) => {
    const { throughput, pWait, Wq, meanNeedy, utilisation, pIdle } = closedLoop(N, nu, mu, s);
    return { throughput, p_wait_arrival: pWait, Wq, mean_needy: meanNeedy, utilisation, p_idle: pIdle };
  },
  E1: ({ lam, mu, s, p, nu }) => {
    const theory = returningContacts(lam, mu, s, p, nu);
    return {
      visit_rate: theory.visitRate,
      rho: theory.rho,
      p_wait_visit: theory.pWait,
      Wq_visit: theory.Wq,
      mean_needy: theory.meanNeedy,
      mean_content: theory.meanContent,
      mean_caseload: theory.caseload,
      mean_LOS: theory.meanStay,
      mean_visits: theory.meanVisits,
    };
  },
  F1: manager,
  F3: manager,
  G1: ({ lams, mu, c }) => {
    const { pWait, byClass, overall, fifo } = cobham(lams, mu, c);
    return { p_wait: pWait, Wq_by_class: byClass, Wq_overall: overall, Wq_fifo: fifo };
  },
  H1: ({ lam, mu1, c1, mu2, c2 }, expected) => ({
    stage1: mmc({ lam, mu: mu1, c: c1 }, expected.stage1),
    stage2: mmc({ lam, mu: mu2, c: c2 }, expected.stage2),
  }),
  I1: ({ lam, mu, c, tau }) => {
    const { pWait, Wq, longerThan } = erlangC(lam, mu, c);
    const { mean, pAny } = contactsWhileWaiting(longerThan, tau);
    return { p_wait: pWait, Wq, mean_contacts: mean, P_at_least_one: pAny };
  },
  J1: ({ p_ready, tau }) => {
    const { mean, variance, meanDays } = contactsUntilReady(p_ready, tau);
    return { mean_contacts: mean, var_contacts: variance, mean_time: meanDays };
  },
  J3: ({ mean_hold, tau }) => {
    const { mean, pNone } = contactsWhileHeld(mean_hold, tau);
    return { mean_contacts: mean, P_none: pNone };
  },
  J5: ({ N, nu, distress, T }) => ({ mean_count: disclosures(N, nu, distress, T) }),
  K1: ({ hazard_per_year, mean_time_to_hire, n }) => {
    const { vacancy, leaversPerPostYear } = alternatingPost(hazard_per_year, 0, mean_time_to_hire);
    const team = staffing(n, hazard_per_year, mean_time_to_hire, 0);
    return {
      vacancy_rate: vacancy,
      mean_filled: team.meanFilled,
      p_all_filled: team.pFull,
      p_two_or_more_vacant: 1 - team.states[n] - team.states[n - 1],
      leavers_per_post_year: leaversPerPostYear,
    };
  },
  L1: ({ n, hazard_per_year, mean_time_to_hire, contagion }) => {
    const team = staffing(n, hazard_per_year, mean_time_to_hire, contagion);
    return {
      mean_filled: team.meanFilled,
      vacancy_rate: team.vacancy,
      sd_filled: team.sdFilled,
      p_full: team.pFull,
      p_le_half: team.pAtMostHalf,
      leavers_per_post_year: team.leaversPerPostYear,
      leavers_per_filled_year: team.leaversPerFilledYear,
      distribution: team.states,
    };
  },
  M1: ({ E0, x, alpha, rho, times }) => ({
    E: Object.fromEntries(times.map((t: number) => [t, exhaustionAfter(E0, x, { alpha, rho }, t)])),
    E_inf: settledExhaustion(x, { alpha, rho }),
    half_life: daysUntil(E0 / 2, E0, x, { alpha, rho }),
  }),
  M5: ({ x, alpha, rho, on, off }) => {
    const { peak, trough } = rhythm(x, { alpha, rho }, on, off);
    return { E_peak: peak, E_trough: trough };
  },
  M7: ({ E0, x, alpha, rho, E_on, E_off, kappa }) => {
    const recovery = (slower: number) => daysUntil(E_off, E_on, 0, { alpha, rho: rho * (1 - slower) });
    return {
      t_to_burnout: daysUntil(E_on, E0, x, { alpha, rho }),
      t_recover_from_on_to_off_at_zero_load: recovery(kappa),
      ratio_recovery_slower: recovery(kappa) / recovery(0),
    };
  },
  O1: absence,
  O2: absence,
  P1: ({ lam, mu, c, theta }) => {
    const { at, settled, pAbandon } = fluidQueue(lam, mu, c, theta);
    return { Q: { 10: at(10), 50: at(50), 200: at(200) }, Q_inf: settled, frac_abandon: pAbandon };
  },
  Q1: ({ d0, g, interval, relief, contacts }) => ({
    distress: distressAfter(d0, g, interval, relief, contacts),
  }),
  R1: ({ lam, mean_stay }) => {
    const { mean, variance } = unlimitedPlaces(lam, mean_stay);
    return { mean, var: variance };
  },
  R2: ({ a, c }) => ({ p_block: erlangB(a, c) }),
  T1: ({ lam, mean_stay, slots, theta, eHold, tau }) => {
    const hazard = theta * (1 - eHold);
    const { states, ...theory } = erlangA(lam, 1 / mean_stay, slots, hazard);
    const still = stillQueueing(states, 1 / mean_stay, slots, hazard, tau);
    const contacts = contactsWhileWaiting(still, tau);
    return {
      p_wait: theory.pWait,
      p_abandon: theory.pAbandon,
      Lq: theory.Lq,
      W_offered_or_aband: theory.meanTimeInQueue,
      mean_time_in_queue: theory.meanTimeInQueue,
      utilisation: theory.utilisation,
      mean_in_system: theory.L,
      hold_contacts_per_patient: contacts.mean,
      P_at_least_one_contact: contacts.pAny,
      fluid_abandon: fluidQueue(lam, 1 / mean_stay, slots, hazard).pAbandon,
    };
  },
  U1: ({ hazard_per_year, mean_time_to_hire, notice, erlang_k }) => {
    const { meanGap, pNoGap } = gapAfterNotice(mean_time_to_hire, erlang_k, notice);
    const post = alternatingPost(hazard_per_year, notice, meanGap);
    return {
      mean_gap: meanGap,
      vacancy_rate: post.vacancy,
      leavers_per_post_year: post.leaversPerPostYear,
      P_no_gap: pNoGap,
    };
  },
  V1: ({ hazard_per_year, T_ind, p0 }) => ({
    mean_productivity: meanProductivity(hazard_per_year, T_ind, p0),
  }),
  W1: ({ p_rework }) => ({ mean_contacts: withRepeats(p_rework) }),
  W3: ({ lam, p_fail, p_return }) => ({ total_referral_rate: withReturns(lam, p_fail, p_return) }),
  X1: ({ tau, t }) => ({ s: trainingAfter(t, tau) }),
  S1: (config, expected) => {
    const { low, high } = foldsBetween(config, 0.6);
    const levels = Object.keys(expected.fixed_points).map((d) => [d, restingLevels(config, Number(d))]);
    return { folds_in_demand: [low, high], fixed_points: Object.fromEntries(levels) };
  },
  Z1: ({ H, g, d0 }) => {
    const core = { after: 10, hours: 0.75, relief: 0.05, weight: 0.5, needMet: true };
    const { contacts, load, hours } = goldenPath(d0, g, H, [
      { after: 10, hours: 1.5, relief: 0.1, weight: 1, needMet: false },
      core,
      core,
      { ...core, after: 25 },
    ]);
    // The service starts in the moment in which the first core contact ends.
    const rows = [0, 1, 1, 2, 3].map((i) => [contacts[i].end, contacts[i].distress]);
    return { timeline: rows, length_of_episode: contacts[3].end, emotional_dose_total: load, hours };
  },
};

/** Published numbers that are no prediction: guides for the length of runs, and what follows from another number. */
const NO_PREDICTION = new Set([
  "recommended_T_wd",
  "approx_rel_SE_of_L_at_T",
  "stable",
  "max_relative_gap_in_mean_utilisation",
  "dispersion_index",
  "capacity_fraction_naive",
]);

/** Every number of `expected` is in `found`, to the digits that are published. */
function agree(found: unknown, expected: unknown, path: string): void {
  if (typeof expected === "number") {
    expect(typeof found, path).toBe("number");
    expect(Math.abs((found as number) - expected), `${path}: ${found} for ${expected}`).toBeLessThanOrEqual(
      2e-9 + 2e-8 * Math.abs(expected),
    );
    return;
  }
  for (const [name, value] of Object.entries(expected as object)) {
    if (NO_PREDICTION.has(name) || value === null) continue;
    agree((found as Record<string, unknown> | undefined)?.[name], value, `${path}.${name}`);
  }
}

const OWN = new Set(["N1", "S1", "O1", "O2", "Z1", "Y1"]);
test.each(oracles.filter(({ id }) => !OWN.has(id)))(
  "$id, $family: theory gives the published numbers",
  (oracle) => {
    const { id, config, expect: published } = oracle;
    expect(Object.keys(THEORY)).toContain(id);
    agree(THEORY[id](config, published), published, id);
  },
);

test.each(["O1", "O2"])("%s: absence", (id) => {
  const { config, expect: published } = oracles.find((one) => one.id === id)!;
  const { Wq, ...others } = published;
  agree(THEORY[id](config, published), others, id);
});

test("N1: tenure, in steps short enough for a continuous hazard", () => {
  const { config, expect: published } = oracles.find(({ id }) => id === "N1")!;
  const { E0, x, alpha, rho, h0_per_year, kL, kB, kappa, mean_time_to_hire } = config;
  const theory = tenure(
    {
      ...{ E0, x, alpha, rho, kL, kB, kappa },
      ...{ h0PerYear: h0_per_year, on: 2, off: 1.9, meanDaysToHire: mean_time_to_hire },
    },
    0.05,
  );
  const close = (found: number, expected: number) =>
    expect(Math.abs(found / expected - 1), `${found} for ${expected}`).toBeLessThan(2e-5);
  close(theory.meanDays, published.mean_tenure_wd);
  close(theory.leaversPerFilledYear, published.leavers_per_WTE_year);
  close(theory.meanE, published.mean_E);
  close(theory.survival[1], published.S_1yr);
  close(theory.survival[2], published.S_2yr);
  close(theory.vacancy, published.vacancy_rate_T65);
  close(theory.leaversPerPostYear, published.leavers_per_post_year_T65);
  expect(theory.burntOutShare).toBe(published.burnt_out_fraction);
  expect(settledExhaustion(x, { alpha, rho })).toBeCloseTo(published.E_inf, 9);
});

test("S1: folds and resting levels of the mean field", () => {
  const { config, expect: published } = oracles.find(({ id }) => id === "S1")!;
  const theory = THEORY.S1(config, published) as {
    folds_in_demand: number[];
    fixed_points: Record<string, number[]>;
  };
  published.folds_in_demand.forEach((fold: number, i: number) => {
    expect(Math.abs(theory.folds_in_demand[i] - fold)).toBeLessThan(2e-4);
  });
  for (const [d, points] of Object.entries<{ E: number }[]>(published.fixed_points)) {
    expect(theory.fixed_points[d], `demand ${d}`).toHaveLength(points.length);
    points.forEach(({ E }, i) => {
      expect(Math.abs(theory.fixed_points[d][i] - E), `demand ${d}`).toBeLessThan(1e-4);
    });
  }
});

test("Z1: the golden path", () => {
  const { config, expect: published } = oracles.find(({ id }) => id === "Z1")!;
  const timeline = published.timeline.map(([, time, distress]: [string, number, number]) => [time, distress]);
  agree(THEORY.Z1(config, published), { ...published, timeline }, "Z1");
});

test("every published set has its theory, but for what is symmetry alone", () => {
  const known = new Set([...Object.keys(THEORY), "N1", "Y1"]);
  expect(oracles.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});

test("a fixed length of service with one server is Pollaczek and Khinchine's", () => {
  expect(fixedService(0.8, 1, 1).Wq).toBeCloseTo(pollaczekKhinchine(0.8, 1, 0).Wq, 7);
});

test("the case manager from an empty start comes to the steady state, where that does not take long", () => {
  const config = { lam: 0.3, mu: 1, p: 0.5, nu: 0.5, M: 3 };
  const steady = caseManager(config.lam, config.mu, config.p, config.nu, config.M);
  const early = caseManagerFromEmpty(config, 20_000, 200);
  expect(early.list / steady.queue).toBeCloseTo(1, 2);
  expect(early.caseload / steady.caseload).toBeCloseTo(1, 2);
  expect(early.pFull / steady.pWaitForRoom).toBeCloseTo(1, 2);
  expect(early.busy / steady.utilisation).toBeCloseTo(1, 2);
});

test("birth–death weights beyond the range of numbers are still a distribution", () => {
  const states = birthDeath(
    2000,
    () => 1000,
    () => 1,
  );
  expect(states.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(states[2000]).toBeCloseTo(0.999, 6);
});
