/** Proves the split of a difference: which runs it is made from, what they change, and that the parts make the whole. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../sim/batch";
import { PARAMETER_INDEX } from "../../sim/parameters";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import {
  type Changes,
  checkScenario,
  resolveStages,
  type Scenario,
  type TimelineEntry,
} from "../../sim/scenario";
import { courseOf } from "../../sim/scenario/course";
import { runScenarios } from "../../src/experiment/runScenarios";
import { planWhy, type WhyRequest, whyProblems } from "../../src/experiment/why";
import { splitOf, whyFindings } from "../../src/experiment/whyFindings";
import { leversGame } from "../../src/experiment/whyLevers";
import { MECHANISMS, mechanismsGame } from "../../src/experiment/whyMechanisms";
import { differing, held, keyOf, mixture } from "../../src/experiment/whySettings";
import { waterfall } from "../../src/experiment/whyWaterfall";
import { readLibrary } from "../../src/library";
import { fakeBatch } from "./fakeBatch";

const scenario = (id: string, changes: Changes = {}, timeline: readonly TimelineEntry[] = []): Scenario => ({
  ...{ id, name: id, question: "", reasons: {} },
  ...{ changes, timeline },
});
const SAMPLING = { orders: 4, seed: "s" };
const request = (base: Scenario, other: Scenario, own: Partial<WhyRequest> = {}): WhyRequest => ({
  ...{ base, other, levers: true, mechanisms: [], ...SAMPLING, replications: 3 },
  ...own,
});
const means = { runJob: async (job: Parameters<typeof runBatch>[0]) => fakeBatch(job), width: 1 };
const run = (plan: ReturnType<typeof planWhy>) =>
  runScenarios(plan.experiment, means, new AbortController().signal);

describe("settings between two scenarios", () => {
  const base = scenario("a", { "team.linkWorkers": 8, "support.peer": false }, [
    { atWeek: 50, changes: { "team.linkWorkers": 7, "referral.multiplier": 1 } },
  ]);
  const other = scenario("b", { "support.peer": true }, [
    { atWeek: 20, changes: { "referral.multiplier": 1.2, "handover.warm": true } },
  ]);

  test("differ in the courses of parameters, from the start to the end", () => {
    expect(courseOf(base, "team.linkWorkers")).toEqual([8, [50, 7]]);
    expect(courseOf(base, "referral.multiplier")).toEqual([1]);
    expect(courseOf(base, "policy.caseloadCap")).toEqual(["none"]);
    expect(differing(base, other)).toEqual([
      "team.linkWorkers",
      "support.peer",
      "referral.multiplier",
      "handover.warm",
    ]);
    expect(differing(scenario("c", { "team.linkWorkers": 7 }), scenario("d"))).toEqual([]);
  });

  test("take each parameter with the whole of its course", () => {
    const mixed = mixture(base, other, new Set(["team.linkWorkers", "referral.multiplier"]));
    expect(courseOf(mixed, "team.linkWorkers")).toEqual([7]);
    expect(courseOf(mixed, "referral.multiplier")).toEqual([1, [20, 1.2]]);
    expect(courseOf(mixed, "support.peer")).toEqual([false]);
    expect(courseOf(mixed, "handover.warm")).toEqual([false]);
    expect(keyOf(mixture(base, other, new Set()))).toBe(keyOf(base));
    expect(keyOf(mixture(base, other, new Set(differing(base, other))))).toBe(keyOf(other));
    expect(keyOf(scenario("x", { "team.linkWorkers": 7 }))).toBe(keyOf(scenario("y")));
  });

  test("held at a value stay there, whatever the timeline says", () => {
    const still = held(base, { "team.linkWorkers": 5 });
    expect(courseOf(still, "team.linkWorkers")).toEqual([5]);
    expect(still.timeline).toEqual([{ atWeek: 50, changes: { "referral.multiplier": 1 } }]);
  });
});

describe("the game of levers", () => {
  test("has a player for each parameter that differs, and runs every set of changes", () => {
    const other = scenario("b", { "team.linkWorkers": 8, "support.peer": true, "handover.warm": true });
    const game = leversGame(scenario("a"), other, SAMPLING);
    expect(game.players.map(({ id }) => id)).toEqual(["team.linkWorkers", "support.peer", "handover.warm"]);
    expect(game.players[0].label).toBe("Link workers: 7 → 8");
    expect([game.orders, game.grouped, game.merged]).toEqual([null, [], []]);
    const { of, less } = game.runsOf(0b101);
    expect(less).toBeNull();
    expect(of).toMatchObject({ id: "a with team.linkWorkers, handover.warm as in b" });
    expect(keyOf(of)).toBe(keyOf(scenario("c", { "team.linkWorkers": 8, "handover.warm": true })));
    expect(game.runsOf(0).of.id).toBe("a");
    expect(game.runsOf(7).of.id).toBe("b");
  });

  test("puts together what is only allowed together", () => {
    const other = scenario("b", {
      "services.shares.1": 0.5,
      "services.shares.2": 0.3,
      "services.shares.3": 0.2,
      "team.linkWorkers": 8,
      "exhaustion.burnoutOn": 0.4,
      "exhaustion.burnoutOff": 0.3,
    });
    const game = leversGame(scenario("a"), other, SAMPLING);
    expect(game.players.map(({ parameters }) => [...parameters].sort())).toEqual([
      ["services.shares.1", "services.shares.2", "services.shares.3"],
      ["team.linkWorkers"],
      ["exhaustion.burnoutOff", "exhaustion.burnoutOn"],
    ]);
    expect(game.merged).toHaveLength(2);
    for (const coalition of game.coalitions) {
      const { changes, timeline } = game.runsOf(coalition).of;
      expect(checkScenario(changes, timeline)).toEqual([]);
    }
  });

  test("keeps apart what may change alone, even under a common rule", () => {
    const other = scenario("b", { "exhaustion.burnoutOn": 0.65, "exhaustion.burnoutOff": 0.4 });
    expect(leversGame(scenario("a"), other, SAMPLING).players).toHaveLength(2);
  });

  test("takes the groups of the parameter table where more than eight differ, orders where groups are more too", () => {
    const ids = [...PARAMETER_INDEX.values()].filter(
      ({ kind, range }) => kind === "number" && range !== null,
    );
    const changed = (rows: typeof ids): Scenario =>
      scenario("b", Object.fromEntries(rows.map(({ id, range }) => [id, range![1]])));
    const some = (group: string, count: number) => ids.filter((row) => row.group === group).slice(0, count);
    const nine = changed([...some("support", 4), ...some("cost", 3), ...some("contact", 2)]);
    const grouped = leversGame(scenario("a"), nine, SAMPLING);
    expect(grouped.players.map((player) => player.parameters.length)).toEqual([4, 1, 1, 1, 1, 1]);
    expect(grouped.grouped.map(({ id }) => id)).toEqual(["support"]);
    expect(grouped.orders).toBeNull();
    const alike = leversGame(scenario("a"), changed(some("exhaustion", 9)), SAMPLING);
    expect([alike.players.length, alike.grouped, alike.orders!.length]).toEqual([9, [], 4]);
    const groups = [...new Set(ids.map(({ group }) => group))].filter(
      (group) => !["run", "patients"].includes(group),
    );
    const wide = leversGame(
      scenario("a"),
      changed(
        groups.map(
          (group) => ids.find((row) => row.group === group && !row.id.startsWith("services.shares"))!,
        ),
      ),
      SAMPLING,
    );
    expect(wide.players.length).toBeGreaterThan(8);
    expect(wide.orders).toHaveLength(4);
    expect(wide.coalitions.length).toBeLessThan(2 ** wide.players.length);
  });
});

describe("the game of mechanisms", () => {
  const base = scenario("a");
  const other = scenario("b", { "support.peer": true }, [
    { atWeek: 9, changes: { "holding.function1": false } },
  ]);

  test("compares both scenarios with the same mechanisms switched off, whatever their timelines say", () => {
    const chosen = MECHANISMS.filter(({ id }) => ["holding1", "contagion"].includes(id));
    const game = mechanismsGame(base, other, chosen, SAMPLING);
    const { of, less } = game.runsOf(0b10);
    expect([of.id, less!.id]).toEqual(["b without holding1", "a without holding1"]);
    expect(courseOf(of, "holding.function1")).toEqual([false]);
    expect(courseOf(of, "support.peer")).toEqual([true]);
    expect(courseOf(less!, "holding.function1")).toEqual([false]);
    expect(game.runsOf(3)).toEqual({ of: other, less: base });
  });

  test("leaves out what is off in both, but not what is off in one", () => {
    const none = { "holding.policy": "none", "gp.kB": 0, "gp.pReturn": 0 };
    const game = mechanismsGame(
      scenario("a", none),
      scenario("b", { ...none, "team.linkWorkers": 8 }),
      MECHANISMS,
      SAMPLING,
    );
    expect(game.idle.map(({ id }) => id)).toEqual([
      "holding1",
      "holding2",
      "holding3",
      "holding4",
      "gpFeedback",
    ]);
    const one = mechanismsGame(scenario("a"), scenario("b", none), MECHANISMS, SAMPLING);
    expect(one.idle).toEqual([]);
  });

  test("gives scenarios that can be run, from any of ours", () => {
    const off: Changes = Object.assign({}, ...MECHANISMS.map((one) => one.off));
    for (const { id, changes, timeline } of readLibrary()) {
      const without = held({ changes, timeline }, off);
      expect(checkScenario(without.changes, without.timeline), id).toEqual([]);
    }
  });

  const measured = (off: Changes, id: string): number => {
    const changes = { "run.years": 1, "run.warmUpYears": 0, "turnover.baseHazard": 0.6, ...off };
    const { measures } = runBatch({
      ...{ changes, timeline: [], seed: "s", firstReplication: 0, replications: 1, weekly: false },
    });
    return measures[MEASURE_INDEX.get(id)!];
  };
  test.each([
    ["holding1", "contactHoursHolding1"],
    ["holding2", "contactHoursHolding2"],
    ["holding3", "contactHoursHolding3"],
    ["holding4", "contactHoursHolding4"],
    ["vacancies", "vacancyRate"],
  ])("%s switched off leaves nothing of %s", (id, measure) => {
    expect(measured({}, measure)).toBeGreaterThan(0);
    const { off } = MECHANISMS.find((one) => one.id === id)!;
    // Somebody who leaves in the middle of a contact is followed at its end: no post is ever empty.
    expect(Math.abs(measured(off, measure))).toBeLessThan(1e-9);
  });

  test.each(["stock", "moving-average"])("nothing exhausts under the rule %s without its sources", (rule) => {
    const sources = MECHANISMS.filter(({ id }) => ["overload", "emotionalLoad", "contagion"].includes(id));
    const off: Changes = Object.assign({ "exhaustion.rule": rule }, ...sources.map((one) => one.off));
    const start = { "exhaustion.atStart": 0, "exhaustion.atHire": 0 };
    expect(measured({ ...off, ...start }, "exhaustionMean")).toBe(0);
    expect(measured({ "exhaustion.rule": rule, ...start }, "exhaustionMean")).toBeGreaterThan(0);
  });
});

describe("the plan", () => {
  test("runs every distinct setting once, the base first, the other second", () => {
    const other = scenario("b", { "team.linkWorkers": 8, "holding.function1": false });
    const plan = planWhy(request(scenario("a"), other, { mechanisms: MECHANISMS.slice(0, 2) }));
    const keys = plan.experiment.scenarios.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(plan.experiment.scenarios.slice(0, 2).map(({ id }) => id)).toEqual(["a", "b"]);
    // Levers: 4. Mechanisms: 4 of each, where OTHER without function 1 is OTHER itself, and BASE without it a mixture.
    expect(keys).toHaveLength(4 + 3 + 1 - 1);
    expect(new Set(plan.experiment.scenarios.map(({ id }) => id)).size).toBe(keys.length);
  });

  test("is refused where nothing differs, or the periods do", () => {
    expect(whyProblems(scenario("a"), scenario("b", { "team.linkWorkers": 7 }))).toEqual([
      "a and b have the same parameters at every time; there is no difference to split.",
    ]);
    expect(whyProblems(scenario("a"), scenario("b", { "run.years": 3 }))).toEqual([
      "b runs for 3 years after 2 of warm-up, a for 5 years after 2 of warm-up; a difference can only be split between equal periods.",
    ]);
    expect(whyProblems(scenario("a"), scenario("b", { "team.linkWorkers": 8 }))).toEqual([]);
  });
});

describe("the findings", () => {
  const other = scenario("b", { "team.linkWorkers": 8, "support.peer": true, "handover.warm": true });
  const total = (split: { direct: { mean: number }; parts: readonly { part: { mean: number } }[] }): number =>
    split.parts.reduce((sum, { part }) => sum + part.mean, split.direct.mean);

  test.each([{ mechanisms: MECHANISMS.slice(3, 7) }, { mechanisms: MECHANISMS }])(
    "sum to the difference in every replication, for levers and $mechanisms.length mechanisms",
    async ({ mechanisms }) => {
      const plan = planWhy(request(scenario("a"), other, { mechanisms, replications: 5 }));
      const found = whyFindings(plan, await run(plan), "waitMeanDays");
      const { levers, difference } = found;
      expect(total(levers!)).toBeCloseTo(difference.mean, 12);
      expect(total(found.mechanisms!)).toBeCloseTo(difference.mean, 12);
      expect(levers!.total.ci95).toEqual(difference.ci95.map((end) => expect.closeTo(end, 12)));
      expect(found.mechanisms!.total.ci95).toEqual(difference.ci95.map((end) => expect.closeTo(end, 12)));
      expect(levers!.direct.mean).toBe(0);
      expect(found.mechanisms!.direct.mean).not.toBe(0);
      expect(found.mechanisms!.orders).toBe(mechanisms.length > 8 ? 4 : null);
      const alone = levers!.parts.reduce((sum, part) => sum + part.alone.mean, 0);
      expect(levers!.interaction.mean).toBeCloseTo(difference.mean - alone, 12);
    },
  );

  test("leave replications without a value out everywhere, and still sum", () => {
    const game = {
      players: [0, 1].map((i) => ({ id: `${i}`, label: "", parameters: [] })),
      orders: null,
      coalitions: [0, 1, 2, 3],
    };
    const worths = [
      [1, 1, 1],
      [3, Number.NaN, 2],
      [1, 1, 5],
      [7, 9, 8],
    ].map((row) => Float64Array.from(row));
    const split = splitOf(game, (coalition) => worths[coalition], true);
    expect(split.n).toBe(2);
    expect(split.total.mean).toBe(6.5);
    expect(split.parts.map(({ part }) => part.mean)).toEqual([3, 3.5]);
    // Replication 0: 6 − (2 + 0); replication 2: 7 − (1 + 4).
    expect(split.interaction.mean).toBe((4 + 2) / 2);
  });

  test("of the model: the parts are those of the measure, and paired luck leaves no doubt of what cannot act", async () => {
    const short = { "run.years": 0.2, "run.warmUpYears": 0 };
    // Cost per hour of supervision acts on the cost and on nothing else.
    const dear = scenario("b", { ...short, "cost.supervisionPerHour": 100, "team.linkWorkers": 5 });
    const plan = planWhy(request(scenario("a", short), dear));
    const tables = await runScenarios(
      plan.experiment,
      { runJob: async (job) => runBatch(job), width: 1 },
      new AbortController().signal,
    );
    const [wait, cost] = ["waitMeanDays", "costSupervisionPerYear"].map(
      (id) => whyFindings(plan, tables, id).levers!,
    );
    expect(wait.parts[0]).toMatchObject({ id: "cost.supervisionPerHour", part: { mean: 0, sd: 0 } });
    expect(wait.interaction.mean).toBeCloseTo(0, 12);
    expect(cost.parts[0].part.mean).toBeGreaterThan(0);
    expect(cost.parts[1].part.mean).toBeLessThan(0);
    expect(cost.interaction.mean).not.toBeCloseTo(0, 6);
  });

  test("throw on a measure that there is not", async () => {
    const plan = planWhy(request(scenario("a"), other));
    expect(() => whyFindings(plan, [], "nonsense")).toThrow('no measure "nonsense"');
    expect(MEASURES.length).toBeGreaterThan(0);
  });

  test("as a waterfall lead from the base to the other, the largest part first", async () => {
    const plan = planWhy(request(scenario("a"), other, { mechanisms: MECHANISMS.slice(0, 3) }));
    const found = whyFindings(plan, await run(plan), "turnoverRate");
    for (const split of [found.levers!, found.mechanisms!]) {
      const bars = waterfall(found.base.mean, split, { base: "A", other: "B", direct: "Rest" });
      expect([bars[0], bars.at(-1)]).toEqual([
        { label: "A", from: 0, to: found.base.mean, kind: "level" },
        { label: "B", from: 0, to: expect.closeTo(found.other.mean, 12), kind: "level" },
      ]);
      for (let b = 1; b < bars.length - 1; b++) expect(bars[b].from).toBe(bars[b - 1].to);
      const parts = bars.slice(split === found.mechanisms ? 2 : 1, -1);
      const sizes = parts.map(({ from, to }) => Math.abs(to - from));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(bars.some(({ label }) => label === "Rest")).toBe(split === found.mechanisms);
    }
  });
});

test("a course is what the stages of a run have", () => {
  const other = scenario("b", {}, [
    { atWeek: 30, changes: { "team.linkWorkers": 6 } },
    { atWeek: 10, changes: { "team.linkWorkers": 9 } },
  ]);
  const stages = resolveStages(other.changes, other.timeline);
  const values = stages.slice(1).map(({ fromDay, params }) => [fromDay / 5, params.team.linkWorkers]);
  expect(values).toEqual([
    [0, 7],
    [10, 9],
    [30, 6],
  ]);
  expect(courseOf(other, "team.linkWorkers")).toEqual([7, [10, 9], [30, 6]]);
});
