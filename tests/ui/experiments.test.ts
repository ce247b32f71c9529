/** The page's side of experiments: what was typed, how runs begin and end, and what figures say of made-up answers. */
import { describe, expect, it } from "vitest";
import { steps } from "../../src/experiment/sweepDesign";
import { createRun, inTime } from "../../ui/experimentRun";
import type { ExperimentProgress, OnDemand, SweepAsk } from "../../ui/experiments";
import { drillFigure } from "../../ui/figures/experiments/drill";
import { readNumber } from "../../ui/figures/experiments/numbers";
import { staffAnswer } from "../../ui/figures/experiments/staff";
import { sweepFigure } from "../../ui/figures/experiments/sweep";
import { readTarget, safetyOf, targetInWords } from "../../ui/figures/experiments/targets";
import { measureById } from "../../ui/results";
import {
  flag,
  measureField,
  named,
  oneOf,
  readForm,
  typed,
  writeForm,
} from "../../ui/views/experiments/form";
import { axisField, axisOf, axisOrNone, readAxis } from "../../ui/views/experiments/LeverAxis";
import { selectionField } from "../../ui/views/experiments/ParametersField";
import { targetsField } from "../../ui/views/experiments/TargetsField";
import { scenario, table } from "./fakes";

describe("numbers that were typed", () => {
  const rule = { label: "Futures", unit: "futures", low: 2, high: 1000, whole: true };
  it("are read, or refused in a sentence with value, unit and limits", () => {
    expect(readNumber(" 1,000 ", rule).value).toBe(1000);
    expect(readNumber("1", rule).problem).toBe(
      "Futures is 1 futures; it must be a whole number from 2 to 1,000 futures.",
    );
    expect(readNumber("2.5", rule).problem).toContain("whole number");
    expect(readNumber("", rule).problem).toContain("Futures is empty");
    expect(readNumber("many", rule).problem).toContain("“many”, which is not a number");
  });
  it("of targets are in the unit shown", () => {
    const target = { measure: "turnoverRate", relation: "<=", text: "7" } as const;
    expect(readTarget(target, 0).value).toEqual({ measure: "turnoverRate", relation: "<=", value: 0.07 });
    expect(targetInWords({ ...target, value: 0.07 })).toBe("turnover at most 7%");
    expect(readTarget({ ...target, measure: "connectedShare", text: "120" }, 1).problem).toMatch(
      /^Target 2, .* to 100%\.$/,
    );
  });
  it("of levers become their values, within the lever's limits", () => {
    const axis = axisOf("team.linkWorkers");
    expect(readAxis({ ...axis, from: "4", to: "6", step: "1" }, steps).levels).toEqual([4, 5, 6]);
    expect(readAxis({ ...axis, from: "0" }, steps).problems.from).toContain("from 1 to 10,000 WTE posts");
    expect(readAxis({ ...axis, from: "6", to: "4" }, steps).together[0]).toContain("it must go up");
    expect(readAxis({ ...axis, from: "1", to: "100", step: "1" }, steps).together[0]).toContain(
      "100 values; at most 15",
    );
    expect(readAxis(axisOf("support.training"), steps).levels).toEqual([false, true]);
    expect(readAxis(axisOf("holding.policy"), steps).levels.length).toBeGreaterThan(2);
  });
});

describe("the form of an experiment", () => {
  const hasGood = ({ good }: { readonly good: unknown }) => good !== null;
  const form = {
    scenario: named(),
    lever: axisField("team.linkWorkers"),
    other: axisOrNone("services.capacityMultiplier"),
    futures: typed("30"),
    by: oneOf(["levers", "mechanisms"], "levers"),
    measure: measureField("turnoverRate", hasGood),
    targets: targetsField([{ measure: "turnoverRate", relation: "<=", text: "20" }], 1),
    selection: selectionField("assumptions"),
    isForGood: flag(),
  };
  const usual = readForm(form, {}).values;
  const back = (part: Partial<typeof usual>) => {
    const said = writeForm(form, { ...usual, ...part });
    return { said, ...readForm(form, JSON.parse(JSON.stringify(said))) };
  };

  it("says nothing while it is as it opens", () => {
    expect(back({}).said).toEqual({});
    expect(usual).toMatchObject({ futures: "30", lever: axisOf("team.linkWorkers"), scenario: null });
  });
  it("says what differs, and nothing else, and is read as it was", () => {
    const target = { measure: "waitP90Days", relation: ">=", text: "1,5" } as const;
    const changed = {
      ...{ scenario: "ours", lever: axisOf("policy.caseloadCap"), other: null, futures: "many" },
      by: "mechanisms",
      ...{ targets: [target], selection: ["turnover.kL"], isForGood: true },
    } as const;
    const { said, values, problems } = back(changed);
    expect(values).toEqual({ ...usual, ...changed });
    expect(problems).toEqual([]);
    expect(said).toMatchObject({ lever: ["policy.caseloadCap"], targets: [["waitP90Days", ">=", "1,5"]] });
    expect(said).not.toHaveProperty("measure");
    const own = { ...axisOf("team.linkWorkers"), to: "9" };
    expect(back({ lever: own })).toMatchObject({
      said: { lever: ["team.linkWorkers", own.from, "9", own.step] },
      values: { lever: own },
    });
  });
  it.each([
    ["scenario", 7],
    ["scenario", "x".repeat(201)],
    ["lever", ["team.mood"]],
    ["lever", ["turnover.kL"]],
    ["lever", ["team.linkWorkers", "1"]],
    ["other", ["team.linkWorkers", 1, 2, 3]],
    ["futures", 30],
    ["futures", "9".repeat(41)],
    ["by", "magic"],
    ["measure", "mood"],
    ["measure", "__proto__"],
    ["targets", []],
    ["targets", [["mood", "<=", "1"]]],
    ["targets", [["turnoverRate", "<", "1"]]],
    ["targets", Array(5).fill(["turnoverRate", "<=", "1"])],
    ["selection", ["team.mood"]],
    ["isForGood", "yes"],
  ])("takes nothing wrong from a link: %s of %j", (key, said) => {
    const { values, problems } = readForm(form, { [key]: said });
    expect(values).toEqual(usual);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`for “${key}”, which cannot be used; it is as usual.`);
  });
  it("names fields that it does not know", () => {
    expect(readForm(form, JSON.parse('{"__proto__": 1, "mood": 2}')).problems).toEqual([
      "The link sets “__proto__”, which is not known to this version of Holdfast; it is left out.",
      "The link sets “mood”, which is not known to this version of Holdfast; it is left out.",
    ]);
  });
});

describe("the safe region", () => {
  const target = { measure: "turnoverRate", relation: "<=", value: 0.2 } as const;
  const of = (turnoverRate: (r: number) => number) =>
    table({ replications: 40, weeks: 1, measures: { turnoverRate } });
  it("on average: clearly, clearly not, or not told", () => {
    const around = (middle: number) => of((r) => middle + (r % 2 ? 0.05 : -0.05));
    expect(safetyOf(around(0.1), [target], "average")).toBe("safe");
    expect(safetyOf(around(0.3), [target], "average")).toBe("unsafe");
    expect(safetyOf(around(0.2), [target], "average")).toBe("unsure");
    expect(safetyOf(around(0.1), [], "average")).toBeNull();
  });
  it("by futures: the average of a few bad ones does not hide them", () => {
    const half = of((r) => (r % 2 ? 0.1 : 0.25));
    expect(safetyOf(half, [target], "average")).toBe("safe");
    expect(safetyOf(half, [target], 8)).toBe("unsafe");
    expect(
      safetyOf(
        of(() => 0.1),
        [target],
        8,
      ),
    ).toBe("safe");
  });
});

describe("a run on request", () => {
  interface Call {
    readonly onProgress: (progress: ExperimentProgress) => void;
    readonly signal: AbortSignal;
    readonly resolve: (answer: string) => void;
    readonly reject: (error: Error) => void;
  }
  function byHand() {
    const calls: Call[] = [];
    const experiment: OnDemand<number, string> = {
      check: () => ({ problems: [], runs: 1, atMost: false, milliseconds: null }),
      run: (_, onProgress, signal) =>
        new Promise((resolve, reject) => calls.push({ onProgress, signal, resolve, reject })),
    };
    let time = 0;
    const run = createRun(experiment, () => time);
    return { calls, run, pass: (ms: number) => (time += ms) };
  }

  it("keeps the answer with its question, and says how long the rest takes", async () => {
    const { calls, run, pass } = byHand();
    const ended = run.start(7);
    pass(2000);
    calls[0].onProgress({ done: 1, total: 4, paused: false });
    expect(run.state.value).toMatchObject({ kind: "running", left: 6000 });
    calls[0].resolve("yes");
    await ended;
    expect(run.shown.value).toEqual({ ask: 7, answer: "yes" });
    expect(run.state.value).toEqual({ kind: "done", milliseconds: 2000 });
  });
  it("hears nothing of what was cancelled, and keeps the last answer", async () => {
    const { calls, run } = byHand();
    const first = run.start(1);
    calls[0].resolve("one");
    await first;
    const second = run.start(2);
    run.cancel();
    expect(calls[1].signal.aborted).toBe(true);
    calls[1].resolve("two");
    await second;
    expect(run.state.value).toEqual({ kind: "cancelled" });
    expect(run.shown.value).toEqual({ ask: 1, answer: "one" });
  });
  it("tells being replaced from failing", async () => {
    const { calls, run } = byHand();
    const replaced = run.start(1);
    calls[0].reject(new DOMException("newer", "AbortError"));
    await replaced;
    expect(run.state.value).toEqual({ kind: "replaced" });
    const failed = run.start(2);
    calls[1].reject(new Error("No room."));
    await failed;
    expect(run.state.value).toEqual({ kind: "failed", message: "No room." });
  });
  it("says times as people do", () => {
    expect([10, 1000, 30_500, 180_000, 7_200_000].map(inTime)).toEqual([
      "1 second",
      "1 second",
      "31 seconds",
      "3 minutes",
      "2.0 hours",
    ]);
  });
});

describe("figures of experiments", () => {
  const base = scenario("baseline");
  const ask: SweepAsk = {
    scenario: base,
    factors: [{ id: "team.linkWorkers", levels: [4, 5] }],
    seed: "test",
    replications: 40,
  };
  const at = (turnoverRate: number) => table({ replications: 40, weeks: 1, measures: { turnoverRate } });
  const answer = {
    points: [4, 5].map((posts) => ({ "team.linkWorkers": posts })),
    tables: [at(0.3), at(0.1)],
  };
  const view = { measure: measureById("turnoverRate"), how: "average", targets: [] } as const;

  it("say in the title how many settings meet the targets, and in the file which", () => {
    const target = { measure: "turnoverRate", relation: "<=", value: 0.2 } as const;
    const figure = sweepFigure(ask, answer, { ...view, targets: [target] });
    expect(figure.title).toBe("1 of 2 settings meets the target");
    expect(figure.note).toContain("clearly met (turnover at most 20%, on average)");
    const { columns, rows } = figure.data();
    expect(rows.map((row) => row[columns.indexOf("safe")])).toEqual(["unsafe", "safe"]);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(figure.table().rows.every((row) => row.length === figure.table().columns.length)).toBe(true);
  });
  it("say the range where there is no target", () => {
    expect(sweepFigure(ask, answer, view).title).toBe("Turnover goes from 10.0% to 30.0%");
  });
  it("name the smallest safe team, its cost and the runner-up, or the nearest", () => {
    const summary = { n: 40, mean: 100, sd: 1, ci95: [99, 101], p10: 98, p50: 100, p90: 102 } as const;
    const team = (posts: number, met: number, standing: "meets" | "fails") =>
      ({
        posts,
        budget: 1000 * posts,
        tally: { futures: 40, met },
        interval: [0.4, 0.9],
        standing,
        cost: summary,
        targets: [1],
      }) as const;
    const question = { ...ask, posts: [4, 5, 6], targets: [], ofTen: 8 };
    const found = { untold: [], nearest: 1, more: { ...summary, moved: 40, better: 0 } };
    const teams = [team(4, 20, "fails"), team(5, 39, "meets"), team(6, 40, "meets")];
    const sentences = staffAnswer(question, { ...found, teams, answer: 1, runnerUp: 2 }).join(" ");
    expect(sentences).toMatch(/^The smallest safe team has 5 posts: all targets are met in 39 of 40 futures/);
    expect(sentences).toContain("Every smaller team fails; the next smaller, 4 posts");
    expect(sentences).toContain("The runner-up, 6 posts");
    const none = staffAnswer(question, {
      ...found,
      teams: [teams[0]],
      answer: null,
      runnerUp: null,
      nearest: 0,
    });
    expect(none.join(" ")).toMatch(/^No team in the range .* The nearest is 4 posts/);
  });
  it("say when a drill recovers, or that it leaves no mark", () => {
    const series = {
      ...{ id: "waitMeanDays", label: "Wait", unit: "working days", tolerance: 2, averageRecovery: 9 },
      depth: { week: 60, mean: 5, interval: [4, 6], n: 30, isClear: true },
      recovery: {
        n: 40,
        median: 8,
        medianInterval: [6, 10],
        p10: 2,
        p90: Infinity,
        never: 0.1,
        neverInterval: [0.05, 0.2],
      },
      average: { mean: Array(104).fill(0), give: Array(104).fill(1) },
    } as const;
    const question = { ...ask, shock: { kind: "sickness", atWeek: 52, size: 1, forWeeks: 4, service: 1 } };
    const found = { words: "1 link worker falls ill for 4 weeks", from: 56, until: 56, series: [series] };
    expect(drillFigure(question, found, series).title).toBe("Wait recovers 9 weeks later, on average");
    const unclear = { ...series, depth: { ...series.depth, interval: [-1, 6] as const, isClear: false } };
    expect(drillFigure(question, found, unclear).title).toBe("Wait: the shock leaves no clear mark");
    const little = { ...series, averageRecovery: 0, depth: { ...series.depth, mean: 1.5 } };
    expect(drillFigure(question, found, little).title).toMatch(/^Wait moves by less than what counts here/);
    const atOnce = { ...series, averageRecovery: 0 };
    expect(drillFigure(question, found, atOnce).title).toBe("Wait is back as soon as the shock ends");
    const empty = { ...series, depth: { ...series.depth, n: 0, mean: NaN, isClear: false } };
    expect(drillFigure(question, found, empty).title).toBe("Wait: no value to compare");
    expect(
      drillFigure(question, { ...found, series: [empty] }, empty)
        .table()
        .rows[0].slice(1),
    ).toEqual(Array(6).fill("–"));
    const { columns, rows } = drillFigure(question, found, series).data();
    expect(rows).toHaveLength(104);
    expect(rows[0]).toHaveLength(columns.length);
  });
});
