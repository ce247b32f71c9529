/**
 * Known answers without chance: families M (exhaustion), Q (distress), X (training) and Z (the golden path of one
 * patient) of oracles.json, and Y (identical link workers are equally busy). The published figures have ten digits.
 */
import { describe, expect, it } from "vitest";
import { keptOver } from "../../sim/derived";
import { drifted } from "../../sim/mechanisms/distress";
import { isBurntOut, nextExhaustion } from "../../sim/mechanisms/exhaustion";
import { DEFAULTS } from "../../sim/parameters";
import { Entry, type LogRow } from "../../sim/record/eventLog";
import { Contact } from "../../sim/record/totals";
import type { Changes, TimelineEntry } from "../../sim/scenario";
import type { Sim } from "../../sim/sim";
import { CALM, PLAIN } from "../sim/support/presets";
import { EventLog, oracle, replicate, resolveStages } from "./known";

const DIGITS = 1e-9;

/** One link worker with no patients, or with more than can be seen: demand x is 0, or `x`, from the first day. */
const alone = (alpha: number, rho: number, E0: number, x = 0): Changes => ({
  ...CALM,
  "run.warmUpYears": 0,
  "run.years": 1,
  "team.linkWorkers": 1,
  "exhaustion.gain": alpha,
  "exhaustion.recovery": rho,
  "exhaustion.heterogeneity": 0,
  "exhaustion.atStart": E0,
  "exhaustion.workloadWeight": x,
  "exhaustion.emotionalWeight": 0,
  "exhaustion.u0": 0,
  "exhaustion.slowerRecovery": 0,
  "support.bSup": 0,
  "work.tauPressure": 0.001,
  "work.umax": 1,
  "work.otMax": 0,
  "referral.perWtePerYear": x > 0 ? 1e4 : 0,
  "referral.renegeRate": 1,
  "referral.bookingLeadDays": 0,
});

/** What `look` sees at the end of each day. */
function eachDay<T>(changes: Changes, look: (sim: Sim) => T, timeline: TimelineEntry[] = []): T[] {
  const seen: T[] = [];
  replicate(resolveStages(changes, timeline), "exact", 0, {
    afterEvent: (sim) => {
      if (Number.isInteger(sim.now) && sim.now === seen.length + 1) seen.push(look(sim));
    },
  });
  return seen;
}

const exhaustion = (sim: Sim): number => sim.state.workers.exhaustion[0];

describe("exhaustion under no demand: M1", () => {
  const { config, expect: exact } = oracle("M1");
  const days = eachDay(alone(config.alpha, config.rho, config.E0), exhaustion);
  it.each(config.times as number[])("fades exactly, after %i days", (day) => {
    expect(Math.abs(days[day - 1] - exact.E[day])).toBeLessThan(DIGITS);
    expect(Math.abs(nextExhaustion(config.E0, 0, config.alpha, config.rho, day) - exact.E[day])).toBeLessThan(
      DIGITS,
    );
  });
  it("halves in the time it should", () => {
    const half = nextExhaustion(config.E0, 0, config.alpha, config.rho, exact.half_life);
    expect(Math.abs(half - config.E0 / 2)).toBeLessThan(DIGITS);
  });
});

describe("exhaustion under a load that comes and goes: M5", () => {
  const { config, expect: exact } = oracle("M5");
  it("swings between the two values", () => {
    let E = 0;
    let peak = 0;
    for (let period = 0; period < 40; period++) {
      for (let day = 0; day < config.on; day++) E = nextExhaustion(E, config.x, config.alpha, config.rho);
      peak = E;
      for (let day = 0; day < config.off; day++) E = nextExhaustion(E, 0, config.alpha, config.rho);
    }
    expect(Math.abs(peak - exact.E_peak)).toBeLessThan(1e-6);
    expect(Math.abs(E - exact.E_trough)).toBeLessThan(1e-6);
  });
});

describe("into burnout and out of it: M7", () => {
  const { config, expect: exact } = oracle("M7");
  const thresholds = { ...DEFAULTS.exhaustion, burnoutOn: config.E_on, burnoutOff: config.E_off };
  it("in the times they should, by the rules", () => {
    let E = config.E0;
    let burntOut = false;
    let day = 0;
    for (; !burntOut; day++) {
      E = nextExhaustion(E, config.x, config.alpha, config.rho);
      burntOut = isBurntOut(E, burntOut, thresholds);
    }
    expect(day).toBe(Math.ceil(exact.t_to_burnout));
    E = config.E_on;
    for (day = 0; burntOut; day++) {
      E = nextExhaustion(E, 0, config.alpha, config.rho * (1 - config.kappa));
      burntOut = isBurntOut(E, burntOut, thresholds);
    }
    expect(day).toBe(Math.ceil(exact.t_recover_from_on_to_off_at_zero_load));
  });
  it("within a day, by the engine under work without end", () => {
    const changes = {
      ...alone(config.alpha, config.rho, config.E0, config.x),
      "exhaustion.burnoutOn": config.E_on,
      "exhaustion.burnoutOff": config.E_off,
      "exhaustion.slowerRecovery": config.kappa,
      "run.years": 0.25,
    };
    const days = eachDay(changes, (sim) => sim.state.workers.burntOut[0]);
    expect(days.indexOf(1) + 1).toBe(Math.ceil(exact.t_to_burnout));
    const pressure = eachDay(changes, (sim) => sim.state.workers.pressure[0]);
    expect(Math.min(...pressure)).toBeCloseTo(1, 12);
  });
});

describe("training that is not kept up: X1", () => {
  const { config, expect: exact } = oracle("X1");
  it("fades exactly", () => {
    expect(Math.abs(keptOver(config.t, config.tau) * config.s0 - exact.s)).toBeLessThan(1e-10);
    const changes = { ...CALM, "run.warmUpYears": 0, "run.years": 1, "support.training": true };
    const ends = 10;
    const days = eachDay(changes, (sim) => sim.state.workers.training[0], [
      { atWeek: ends, changes: { "support.training": false } },
    ]);
    expect(days[5 * ends - 1]).toBe(1);
    expect(Math.abs(days[5 * ends + config.t - 1] - exact.s)).toBeLessThan(1e-10);
  });
});

describe("distress that drifts: Q1", () => {
  const { config, expect: exact } = oracle("Q1");
  it("moves exactly", () => {
    expect(Math.abs(drifted(config.d0, config.g, config.interval) - exact.distress)).toBeLessThan(1e-10);
    expect(
      Math.abs(drifted(config.d0, config.g, config.interval) - (1 - 0.5 * Math.exp(-0.12))),
    ).toBeLessThan(1e-15);
  });
});

describe("the golden path of one patient: Z1", () => {
  const { config, expect: exact } = oracle("Z1");
  const forEvery = (name: string, value: number): Changes =>
    Object.fromEntries(["low", "moderate", "high"].map((z) => [`${name}.${z}`, value]));
  const changes: Changes = {
    ...PLAIN,
    "run.warmUpYears": 0,
    "run.years": 20,
    // So few referrals that most patients have the link worker to themselves.
    "team.linkWorkers": 1,
    "team.referenceLinkWorkers": 1,
    "referral.perWtePerYear": 1,
    "team.hoursPerDay": config.H,
    "referral.bookingLeadDays": 10,
    "contact.distribution": "deterministic",
    "pathway.rework": 0,
    ...forEvery("pathway.simple", 0),
    ...forEvery("pathway.holdOnly", 0),
    ...forEvery("pathway.needsPreparation", 0),
    ...forEvery("patients.initialDistress", config.d0),
    "patients.d0Spread": 0,
    "patients.distressDrift": config.g,
    "services.dropOutReady": 0,
    "holding.function1": config.function1,
    "holding.function4": false,
  };
  const log = new EventLog();
  const loads: number[] = [];
  let before = 0;
  replicate(resolveStages(changes, []), "golden", 0, {
    log,
    afterEvent: ({ state: { workers } }) => {
      if (workers.dayEmotionalLoad[0] > before) loads.push(workers.dayEmotionalLoad[0] - before);
      before = workers.dayEmotionalLoad[0];
    },
  });
  const [patient, path] = lonelyPatient(log.rows);

  /** The first patient with nobody else about from referral to close. */
  function lonelyPatient(rows: readonly LogRow[]): [number, LogRow[]] {
    const referrals = rows.filter(({ entry }) => entry === Entry.Referred);
    const alone = referrals.find(({ time }) =>
      referrals.every((other) => other.time === time || Math.abs(other.time - time) > 60),
    )!;
    return [referrals.indexOf(alone), rows.filter((row) => row.patient === alone.patient)];
  }

  it("has every time and every distress", () => {
    const start = path[0].time;
    const ends = path.filter(({ entry }) => entry === Entry.ContactEnded);
    const service = path.find(({ entry }) => entry === Entry.ServiceStarted)!;
    const happened = [ends[0], ends[1], service, ends[2], ends[3]];
    exact.timeline.forEach(([, time, distress]: [string, number, number], i: number) => {
      expect(Math.abs(happened[i].time - start - time)).toBeLessThan(DIGITS);
      expect(Math.abs(happened[i].value - distress)).toBeLessThan(DIGITS);
    });
    const closed = path.at(-1)!;
    expect(closed.entry).toBe(Entry.Closed);
    expect(Math.abs(closed.time - start - exact.length_of_episode)).toBeLessThan(DIGITS);
  });
  it("takes the hours, and asks the emotional dose of the link worker", () => {
    const began = path.filter(({ entry }) => entry === Entry.ContactBegan);
    expect(began.map(({ detail }) => detail)).toEqual([
      Contact.First,
      Contact.Core,
      Contact.Core,
      Contact.Core,
    ]);
    expect(began.reduce((hours, { value }) => hours + value, 0)).toBeCloseTo(exact.hours, 10);
    // Every patient has four contacts, in order; those before the lonely one come first.
    const dose = loads.slice(4 * patient, 4 * patient + 4).reduce((a, b) => a + b, 0);
    expect(Math.abs(dose - exact.emotional_dose_total)).toBeLessThan(DIGITS);
  });
});

describe("identical link workers: Y1", () => {
  const { config } = oracle("Y1");
  it("are equally busy in the long run", () => {
    const busy = new Float64Array(config.n);
    const since = new Float64Array(config.n);
    const log = new EventLog();
    const days = 26_000;
    const changes = { ...CALM, "run.warmUpYears": 0, "run.years": days / 260 };
    replicate(resolveStages(changes, []), "equal", 0, { log });
    for (const { time, entry, place } of log.rows) {
      if (entry === Entry.ContactBegan) since[place] = time;
      if (entry === Entry.ContactEnded) busy[place] += time - since[place];
    }
    const shares = busy.map((b) => b / days);
    expect(Math.min(...shares)).toBeGreaterThan(0.3);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.03);
  });
});
