import { describe, expect, it } from "vitest";
import {
  DEFAULTS,
  flatten,
  PARAMETER_INDEX,
  PARAMETERS,
  type ParameterRow,
  type Params,
  parameterById,
  valueIn,
  withChanges,
} from "../../sim/parameters";

const none = Number.POSITIVE_INFINITY;

/** The defaults of docs/model.md, section 10, and of the settings that the verification needs, copied by hand. */
const DOCUMENTED: Params = {
  run: { years: 5, warmUpYears: 2, leversFrom: "week0" },
  team: { linkWorkers: 7, referenceLinkWorkers: 7, hoursPerDay: 7.5, adminShare: 0.35 },
  referral: { perWtePerYear: 225, multiplier: 1, renegeRate: 1 / 120, bookingLeadDays: 10 },
  patients: {
    classShares: [0.3, 0.45, 0.25],
    initialDistress: [0.3, 0.5, 0.7],
    d0Spread: 0.15,
    distressDrift: 0.002,
  },
  pathway: {
    decline: 0.11,
    simple: [0.55, 0.3, 0.1],
    holdOnly: [0.02, 0.08, 0.25],
    needsPreparation: [0.15, 0.35, 0.6],
    rework: 0.5,
    core1Delay: 10,
    core2Delay: 10,
    followUpGapDays: 25,
    followUps: 2,
    closeAtReferral: false,
    firstAppointmentOnly: false,
  },
  contact: {
    hours: [1.5, 0.75, 0.25],
    holdingHours: [0.4, 0.5, 0.5, 0.6],
    cv: 0.5,
    distribution: "lognormal",
    intervalDistribution: "deterministic",
    relief: [0.1, 0.05, 0.1, 0.08, 0.1, 0.15],
    emotionalWeight: [1, 0.5, 0.45, 0.45, 0.7, 1.2],
  },
  holding: {
    function1: true,
    function2: true,
    function3: true,
    function4: true,
    policy: "unrecognised",
    protectedShare: 0.3,
    shareMemoryDays: 5,
    intervalDays: [15, 10, 15],
    pReady: 0.35,
    holdOnlyDays: 130,
    witnessRate: 0.03,
    keepsEngaged: 0.7,
    keepsEngagedWindow: 2,
    limitContacts: 6,
    limitDays: 60,
  },
  services: {
    shares: [0.4, 0.25, 0.35],
    stayDays: [40, 80, 60],
    stayDistribution: "exponential",
    stayCv: 1,
    places: [39, 48, 51],
    capacityMultiplier: 1,
    disengageRate: 1 / 120,
    dropOutReady: 0.1,
    dropOutUnready: 0.45,
  },
  policy: { caseloadCap: none },
  triage: { divertSimple: 0, highComplexityFirst: false },
  work: { otMax: 0.2, kOT: 0.5, tauPressure: 5, tauBacklog: 5, umax: 2 },
  exhaustion: {
    rule: "stock",
    slowing: 0.3,
    hurry: 0.1,
    lessEffective: 0.4,
    hurriedEffect: 0.15,
    workloadWeight: 0.5,
    emotionalWeight: 0.5,
    contagion: 0.1,
    u0: 0.7,
    referenceLoad: 2.2,
    gain: 0.0207, // model.md: 0.020; moved into the region that calibration accepts (docs/validation.md)
    recovery: 1 / 60,
    heterogeneity: 0.25,
    burnoutOn: 0.6,
    burnoutOff: 0.45,
    slowerRecovery: 0.75,
    atHire: 0.15,
    atStart: 0.3,
    averageDays: 60,
    averageFloor: 0.4,
    averageThreshold: 0.99,
    energyRecovery: 0.00466,
    energyDrain: 0.004,
    energyIdleRecovery: 1.5,
    energyIdleDrain: 0.3,
    energyInadequacy: 5,
    energyLow: 0.2,
    energyHigh: 0.8,
  },
  absence: { hazard: 0.004, kA: 1.85, meanDays: 5, coverAfterDays: 5 },
  turnover: {
    baseHazard: 0.12,
    kL: 1,
    kB: 0.3,
    kJ: 1,
    contagion: 0.5,
    window: 65,
    noticeDays: 20,
    frustrationDays: 60,
  },
  recruitment: { days: 65, shape: 3, distribution: "erlang", inductionDays: 85, inductionStart: 0.5 },
  support: {
    supervisionHoursPerMonth: 1,
    supervisionIncludedHours: 1,
    supervisionReferenceHours: 4,
    bSup: 0.15,
    halfHours: 2,
    training: false,
    trainingDaysPerYear: 3,
    bTrain: 0.25,
    tauTrain: 260,
    peer: false,
    peerHoursPerMonth: 1,
    bPeer: 0.05,
    bRecognition: 0.08,
  },
  handover: {
    warm: false,
    distressCold: 0.15,
    distressWarm: 0.05,
    lostCold: 0.15,
    lostWarm: 0.05,
    hoursCold: 0.75,
    hoursWarm: 0.35,
  },
  gp: {
    base: 335,
    kB: 0.1,
    tauB: 60,
    Gmin: 0.85,
    Gmax: 1.25,
    pReturn: 0.3,
    returnMeanDays: 90,
    heldRelief: 0.5,
  },
  cost: {
    linkWorkerPerWte: 42_400,
    overheadShare: 0.2,
    supervisionPerHour: 70,
    recruitmentPerLeaver: 8000,
    trainingPerWte: 600,
  },
  shock: { resignations: 0, sickness: 0, sicknessDays: 130 },
};

const numeric = PARAMETERS.filter(({ kind }) => kind === "number" || kind === "integer");
const ranged = numeric.filter((row) => row.range !== null);

/** Name and arguments of "Triangular(0.1, 0.3, 0.5)". */
function parsed(distribution: string): { name: string; values: number[] } {
  const match = /^(Triangular|Uniform|Beta)\((.+)\)$/.exec(distribution);
  if (match === null) throw new Error(`Not a distribution: ${distribution}`);
  return { name: match[1], values: match[2].split(", ").map(Number) };
}

describe("the parameter table", () => {
  it("holds the documented defaults, and no other parameter", () => {
    expect(DEFAULTS).toEqual(DOCUMENTED);
  });

  it("has a row for every scalar, each with an id and a label of its own", () => {
    const scalars = Object.values(DOCUMENTED).flatMap((group) => Object.values(group).flat());
    expect(PARAMETERS.length).toBe(scalars.length);
    expect(new Set(PARAMETERS.map(({ id }) => id)).size).toBe(PARAMETERS.length);
    expect(new Set(PARAMETERS.map(({ label }) => label)).size).toBe(PARAMETERS.length);
  });

  it.each(PARAMETERS)("$id is complete", (row: ParameterRow) => {
    expect(row.id).toMatch(/^[a-z]+\.[A-Za-z0-9]+(\.[a-z0-9]+)?$/);
    expect(row.label).toMatch(/^[A-Z].{2,69}[^.]$/);
    expect(row.unit).not.toBe("");
    expect(row.effect).toMatch(/^[A-Z£].{15,}\.$/);
    expect(row.evidence).toMatch(/^(–|[EV]\d+(\.\d+)?(, [EV]\d+(\.\d+)?)*)$/);
    expect(row.source.length).toBeGreaterThan(5);
    expect(["measured", "derived", "proxy", "assumption", "choice"]).toContain(row.grade);
    expect(row.limits).toHaveLength(2);
    expect(row.distribution).toMatch(/^(none|(Triangular|Uniform|Beta)\(.+\))$/);
    if (row.kind === "choice") expect(row.choices).toContain(row.default);
    if (row.kind === "switch") expect(row.default).toBeTypeOf("boolean");
  });

  it("says of every assumption that it is one, and of everything else where it comes from", () => {
    for (const { id, grade, source } of PARAMETERS) {
      if (grade === "assumption") expect(source, id).toMatch(/assumption/i);
      if (grade === "choice") expect(source, id).toMatch(/design choice|https:/i);
    }
  });

  it("gives year and whole address of every source that a value comes from", () => {
    for (const { id, grade, source } of PARAMETERS) {
      const addresses = source.match(/https?:\S+/g) ?? [];
      for (const address of addresses)
        expect(address, id).toMatch(/^https?:\/\/[\w.-]+\.[a-z]{2,}(\/[\x21-\x7e]*)?$/);
      if (addresses.length > 0) expect(source, id).toMatch(/\b(19|20)\d\d\b|\bundated\b/);
      if (["measured", "derived", "proxy"].includes(grade))
        expect(addresses.length, `${id} has an address`).toBeGreaterThan(0);
    }
  });

  it("keeps every quantity of holding an assumption", () => {
    const quantities = numeric.filter(({ group, name }) => group === "holding" || name === "holdingHours");
    expect(quantities.length).toBe(16);
    for (const { id, grade } of quantities) expect(grade, id).toBe("assumption");
  });

  it.each(numeric)("$id has its default within its limits, and its range too", (row) => {
    const [low, high] = row.limits;
    expect(low).toBeLessThan(high);
    const value = row.default === "none" ? low : (row.default as number);
    expect(row.default !== "none" || row.orNone).toBe(true);
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
    if (row.kind === "integer") expect(Number.isInteger(value)).toBe(true);
    if (row.range === null) return;
    expect(row.range[0]).toBeLessThan(row.range[1]);
    expect(row.range[0]).toBeGreaterThanOrEqual(low);
    expect(row.range[1]).toBeLessThanOrEqual(high);
    if (row.default !== "none") {
      expect(value).toBeGreaterThanOrEqual(row.range[0]);
      expect(value).toBeLessThanOrEqual(row.range[1]);
    }
  });

  it("has distributions that can be read and agree with range and default", () => {
    for (const row of ranged.filter(({ distribution }) => distribution !== "none")) {
      const { name, values } = parsed(row.distribution);
      expect(values.every(Number.isFinite), row.id).toBe(true);
      if (name === "Triangular") expect(values, row.id).toEqual([row.range![0], row.default, row.range![1]]);
      if (name === "Uniform") expect(values, row.id).toEqual(row.range);
      if (name === "Beta")
        expect(values[0] / (values[0] + values[1]), row.id).toBeCloseTo(row.default as number);
    }
  });

  it("varies no switch, no choice and no setting without a range", () => {
    const fixed = PARAMETERS.filter(
      ({ kind, range }) => kind === "switch" || kind === "choice" || range === null,
    );
    for (const row of fixed) expect(row.distribution, row.id).toBe("none");
  });

  it("makes exactly the parameters of docs/model.md, section 12, levers, and lets the timeline change them", () => {
    const documented =
      /^(team\.linkWorkers|(holding|support|policy|triage)\..*|handover\.warm|recruitment\.days|services\.capacityMultiplier|work\.otMax)$/;
    for (const { id, role, timeline } of PARAMETERS) {
      const expected = id.startsWith("run.") ? "run" : documented.test(id) ? "lever" : "context";
      expect(role, id).toBe(expected);
      const alsoInTimeline = /^(referral\.multiplier|services\.places\.\d|shock\..*)$/.test(id);
      expect(timeline, id).toBe(role === "lever" || alsoInTimeline);
    }
  });
});

describe("withChanges", () => {
  it("changes what it is told, in a fresh object of the same shape", () => {
    const before = structuredClone(DEFAULTS);
    const changed = withChanges(DEFAULTS, { "services.places.2": 60, "policy.caseloadCap": 40 });
    expect(changed.services.places).toEqual([39, 60, 51]);
    expect(changed.policy.caseloadCap).toBe(40);
    expect(DEFAULTS).toEqual(before);
    expect(changed.services.places).not.toBe(DEFAULTS.services.places);
    expect(Object.keys(flatten(changed))).toEqual(Object.keys(flatten(DEFAULTS)));
    expect(withChanges(changed, { "policy.caseloadCap": "none" }).policy.caseloadCap).toBe(none);
  });

  it("keeps earlier changes of its base", () => {
    const first = withChanges(DEFAULTS, { "team.linkWorkers": 8 });
    expect(withChanges(first, { "handover.warm": true }).team.linkWorkers).toBe(8);
  });

  it("throws on unknown ids and wrong types", () => {
    expect(() => withChanges(DEFAULTS, { "team.linkWorker": 8 })).toThrow('no parameter "team.linkWorker"');
    expect(() => withChanges(DEFAULTS, { "team.linkWorkers": "8" })).toThrow("team.linkWorkers");
    expect(() => withChanges(DEFAULTS, { "team.linkWorkers": "none" })).toThrow("team.linkWorkers");
    expect(() => withChanges(DEFAULTS, { constructor: 1 })).toThrow('no parameter "constructor"');
    expect(() => parameterById("__proto__")).toThrow();
  });
});

describe("flatten", () => {
  it("gives plain data from which the same parameters can be made", () => {
    const changed = withChanges(DEFAULTS, { "services.places.1": "none", "holding.policy": "recognised" });
    const flat = JSON.parse(JSON.stringify(flatten(changed)));
    expect(flat["services.places.1"]).toBe("none");
    expect(flat["policy.caseloadCap"]).toBe("none");
    expect(withChanges(DEFAULTS, flat)).toEqual(changed);
    expect(valueIn(changed, PARAMETER_INDEX.get("holding.policy")!)).toBe("recognised");
  });
});
