/**
 * The engine against a naive twin, appointment by appointment: the same draws put through the textbook recursion of
 * Kiefer and Wolfowitz (1955), in which each patient takes the server that is free first. Families A, B and C of
 * oracles.json; no tolerance but rounding.
 */
import { describe, expect, it } from "vitest";
import { DRAW_NAMES, Draw } from "../../sim/draws";
import { exponential, lognormal, logSdOfCv } from "../../sim/kernel/distributions";
import { Streams } from "../../sim/kernel/streams";
import { PLAIN, referralsPerDay } from "../sim/support/presets";
import { oracle, replicate, resolveStages } from "./known";

const DAYS = 2600;
/** Candidates come in as many layers as the multiplier of referrals can reach; these settings use the first. */
const LAYERS = 3;
const REFERRALS_PER_PERSON = 64;

interface Queue {
  readonly perDay: number;
  readonly servers: number;
  readonly patienceRate: number;
  readonly contact: (u: number) => number;
}

/** Every wait of those whose first appointment begins within the run, by the recursion. */
function twin(
  { perDay, servers, patienceRate, contact }: Queue,
  seed: string,
  replication: number,
): number[] {
  const streams = new Streams(seed, replication, DRAW_NAMES);
  const freeAt = new Array<number>(servers).fill(0);
  const seen: [begins: number, wait: number][] = [];
  let arrives = 0;
  for (let candidate = 0; ; candidate += LAYERS) {
    arrives += exponential(streams.uniform(Draw.Arrival, candidate, 0)) / perDay;
    if (arrives > DAYS) break;
    const key = candidate * REFERRALS_PER_PERSON;
    const begins = Math.max(arrives, Math.min(...freeAt));
    const patience = exponential(streams.uniform(Draw.Patience, key, 0)) / patienceRate;
    // Whoever gives up before a server is free leaves every server as it was.
    if (begins - arrives >= patience || begins > DAYS) continue;
    freeAt[freeAt.indexOf(Math.min(...freeAt))] =
      begins + contact(streams.uniform(Draw.ContactHours, key, 0));
    seen.push([begins, begins - arrives]);
  }
  return seen.sort((a, b) => a[0] - b[0]).map(([, wait]) => wait);
}

const lognormalHours = (cv: number) => (u: number) => lognormal(u, logSdOfCv(cv));

describe.each(["A1", "A4", "A6", "B1", "C1", "C3"])("the queue of %s", (id) => {
  const { lam, mu = 1, c = 1, theta = 0, dist = "exponential", cv = 1 } = oracle(id).config;
  const contact = {
    exponential: (u: number) => exponential(u) / mu,
    deterministic: () => 1,
    lognormal: lognormalHours(cv),
  }[dist as "exponential" | "deterministic" | "lognormal"];
  const stages = resolveStages(
    {
      ...PLAIN,
      ...referralsPerDay(lam),
      "run.warmUpYears": 0,
      "run.years": DAYS / 260,
      "team.linkWorkers": c,
      "policy.caseloadCap": 1,
      "pathway.firstAppointmentOnly": true,
      "referral.renegeRate": theta,
      "contact.hours.first": 1 / mu,
      "contact.distribution": dist,
      "contact.cv": cv,
    },
    [],
  );
  it.each([0, 1, 2])("has every wait of the recursion, in order (replication %i)", (replication) => {
    const { waits } = replicate(stages, "twin", replication).recorded;
    const expected = twin({ perDay: lam, servers: c, patienceRate: theta, contact }, "twin", replication);
    expect(waits.length).toBe(expected.length);
    expect(expected.filter((wait) => wait > 0).length).toBeGreaterThan(500);
    const apart = expected.map((wait, i) => Math.abs(wait - waits[i]));
    expect(Math.max(...apart)).toBeLessThan(1e-8);
  });
});
