/**
 * Proves that the engine heeds every row of the parameter table: for each there is a small run, among a few whose
 * circumstances bring every rule into play, in which another value changes the record.
 */
import { describe, expect, it } from "vitest";
import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import type { Changes, TimelineEntry, Value } from "../../sim/scenario";
import { loadEngine } from "./support/engine";

const { runBatch } = await loadEngine();

interface Circumstances {
  readonly changes: Changes;
  readonly timeline?: readonly TimelineEntry[];
}

/** A team of three, much to do, people coming and going, for three quarters of a year. */
const TEAM: Changes = {
  "run.leversFrom": "start",
  "run.warmUpYears": 0.1,
  "run.years": 0.75,
  "team.linkWorkers": 3,
  "team.referenceLinkWorkers": 3,
  "referral.perWtePerYear": 300,
  "services.places.1": 10,
  "services.places.2": 10,
  "services.places.3": 10,
  "turnover.baseHazard": 1.5,
  "absence.hazard": 0.02,
  "recruitment.days": 30,
  "gp.returnMeanDays": 30,
};
const within = (changes: Changes, timeline?: readonly TimelineEntry[]): Circumstances => ({
  changes: { ...TEAM, ...changes },
  timeline,
});

const CIRCUMSTANCES: Readonly<Record<string, Circumstances>> = {
  "a restless team": within({}),
  "all support, holding recognised": within({
    "holding.policy": "recognised",
    "support.training": true,
    "support.peer": true,
    "support.supervisionHoursPerMonth": 3,
  }),
  "holding limited": within({ "holding.policy": "time-limited" }),
  "warm handover": within({ "handover.warm": true }),
  "training that ends": within({ "support.training": true }, [
    { atWeek: 4, changes: { "support.training": false } },
  ]),
  "stays that vary, contacts of fixed length": within({
    "services.stayDistribution": "lognormal",
    "contact.distribution": "deterministic",
  }),
  "a moving average of workload": within({ "exhaustion.rule": "moving-average" }),
  "a stock of energy": within({ "exhaustion.rule": "energy" }),
  "a practice that reacts strongly to little": within({ "gp.kB": 5, "gp.base": 20 }),
  "a practice that reacts strongly to much": within({ "gp.kB": 5, "gp.base": 2000 }),
  "burnt out at first, then recovering": within({
    "exhaustion.atStart": 0.7,
    "exhaustion.gain": 0,
    "exhaustion.slowerRecovery": 0,
  }),
  "newcomers whom hidden work drives away": within({ "turnover.kJ": 10 }),
  "a waiting list": within({ "policy.caseloadCap": 10 }),
  "levers at week 0": within({ "run.leversFrom": "week0" }),
  "a long sickness": within({ "shock.sickness": 1, "turnover.baseHazard": 0 }),
};

/** Everything that a run says of itself, as text. */
function record({ changes, timeline = [] }: Circumstances): string {
  const job = { changes, timeline, seed: "read", firstReplication: 0, replications: 2, weekly: true };
  const { measures, weekly, events, weeks } = runBatch(job);
  return [events, weeks, measures.join(), weekly!.join()].join("; ");
}

/** Other values of a parameter: the ends of its range, other choices, or half and double what it is. */
function otherValues(row: ParameterRow): Value[] {
  if (row.kind === "switch") return [true, false];
  if (row.kind === "choice") return [...row.choices!];
  if (row.range) return [...row.range];
  const [low, high] = row.limits;
  const value = row.default as number;
  const others = value === 0 ? [1] : [value / 2, 2 * value];
  const allowed = others.map((other) => Math.min(high, Math.max(low, other)));
  return row.kind === "integer" ? allowed.map(Math.ceil) : allowed;
}

/** Shares of a whole: what one gains, the next one loses (the first, after the last). */
function shared(row: ParameterRow, value: Value): Changes {
  if (!/^(patients\.classShares|services\.shares)\./.test(row.id)) return { [row.id]: value };
  const shares = PARAMETERS.filter(({ group, name }) => group === row.group && name === row.name);
  const next = shares[(row.element! + 1) % shares.length];
  return {
    [row.id]: value,
    [next.id]: (next.default as number) - ((value as number) - (row.default as number)),
  };
}

const before = new Map(Object.entries(CIRCUMSTANCES).map(([name, of]) => [name, record(of)]));

/** The first circumstances in which another value of the parameter changes the record. */
function whereItTells(row: ParameterRow): string | undefined {
  return Object.keys(CIRCUMSTANCES).find((name) => {
    const { changes, timeline } = CIRCUMSTANCES[name];
    return otherValues(row).some(
      (value) => record({ changes: { ...changes, ...shared(row, value) }, timeline }) !== before.get(name),
    );
  });
}

describe("the engine heeds every parameter", () => {
  it.each(PARAMETERS)("$id", (row) => {
    expect(whereItTells(row), "no circumstances in which it changes anything").toBeDefined();
  });
});

it("the same values give the same record, so that a change is the parameter's doing", () => {
  for (const [name, of] of Object.entries(CIRCUMSTANCES)) expect(record(of), name).toBe(before.get(name));
});
