/** `sensitivity` and `find-out-next` on the command line: what they print, and what they refuse. */
import { describe, expect, test } from "vitest";
import { call, sentences } from "./call";
import { responding } from "./respondingJob";

const GAIN = "exhaustion.gain";
const KB = "turnover.kB";
/** Turnover: 0.3 per unit of kB, and 20 per unit of gain. */
const linear = responding((changes) => 0.3 * Number(changes[KB] ?? 0.3) + 20 * Number(changes[GAIN] ?? 0.02));
const quick = [
  "sensitivity",
  "baseline",
  "--parameters",
  `${GAIN},${KB},turnover.kJ`,
  "--measures",
  "turnoverRate",
];

describe("sensitivity by screening", () => {
  const args = [...quick, "--trajectories", "4", "--replications", "2"];

  test("says what was run, how to read it, and which parameters matter most first", async () => {
    const { status, out } = await call(args, linear);
    expect(status).toBe(0);
    expect(out).toContain("SENSITIVITY OF BASELINE: SCREENING");
    expect(out).toMatch(/16\s+points with 2\s+replications/);
    const order = [GAIN, KB, "turnover.kJ"].map((id) => out.indexOf(`\n${id}`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(out).toMatch(/Told apart from chance .*: 2 of\s+3 parameters\./);
    expect(out).not.toMatch(/undefined|NaN/);
  });

  test("as JSON is the same with any number of workers, and has the effects of the function", async () => {
    const json = [...args, "--format", "json"];
    const { out } = await call([...json, "--workers", "1"], linear);
    expect((await call([...json, "--workers", "5"], linear)).out).toBe(out);
    const { method, measures } = JSON.parse(out);
    expect(method).toBe("morris");
    const [gain, kB, kJ] = measures[0].parameters;
    expect([gain.id, kB.id]).toEqual([GAIN, KB]);
    // Triangular(0, 0.3, 0.9): from √(0.05 · 0.27) = 0.1162 to 0.9 − √(0.05 · 0.54) = 0.7357.
    // Its levels are not evenly spaced in kB: effects of the lower and of the upper two thirds differ about the mean.
    const reach = 0.3 * (0.7357 - 0.1162);
    expect(kB.mu).toBeGreaterThan(0.8 * reach);
    expect(kB.mu).toBeLessThan(1.2 * reach);
    expect(kB.muStar).toBe(kB.mu);
    expect(kJ).toMatchObject({ muStar: 0, sigma: 0, chanceMuStar: 0 });
  });

  test("of a difference leaves out what both scenarios share", async () => {
    const other = responding(
      (changes) => Number(changes[KB]) + (changes["handover.warm"] ? 10 * Number(changes[GAIN]) : 0),
    );
    const difference = [...args.slice(0, 2), "warm-handover", ...args.slice(2), "--format", "json"];
    const { parameters } = JSON.parse((await call(difference, other)).out).measures[0];
    expect(parameters[0].id).toBe(GAIN);
    expect(parameters[1].muStar).toBeCloseTo(0, 9);
  });
});

describe("sensitivity by shares of the variance", () => {
  test("of named parameters needs no screening", async () => {
    const args = [
      ...quick,
      "--method",
      "sobol",
      "--samples",
      "64",
      "--replications",
      "2",
      "--format",
      "json",
    ];
    const answer = await call(args, linear);
    expect(answer).toMatchObject({ status: 0 });
    expect(answer.err).not.toContain("screening");
    const { measures, samples } = JSON.parse(answer.out);
    expect(samples).toBe(64);
    const totals = measures[0].parameters.map(({ total }: { total: number }) => total);
    expect(totals[0] + totals[1]).toBeCloseTo(1, 0);
    expect(totals[2]).toBe(0);
  });

  test("screens first for those that matter most", async () => {
    const args = ["sensitivity", "baseline", "--method", "sobol", "--top", "2", "--trajectories", "2"];
    const sizes = ["--samples", "8", "--replications", "2", "--measures", "turnoverRate"];
    const answer = await call([...args, ...sizes], linear);
    expect(answer.status).toBe(0);
    expect(sentences(answer)[0]).toMatch(/^First a screening of \d+ parameters\.$/);
    expect(answer.out).toMatch(/those that mattered most for any of the measures\s+in a screening/);
    expect(answer.out).toContain(`\n${GAIN}`);
  });

  test("says so when most of the variance is chance", async () => {
    const noisy = responding((changes, r) => Math.sin(1e6 * Number(changes[KB]) * (r + 1)));
    const { out } = await call(
      [...quick, "--method", "sobol", "--samples", "16", "--replications", "2"],
      noisy,
    );
    expect(out).toMatch(/With so\s+much chance the indices say little/);
  });
});

describe("find-out-next", () => {
  const args = ["find-out-next", "baseline", "warm-handover", "--parameters", `${GAIN},${KB},turnover.kJ`];
  const sizes = ["--draws", "60", "--replications", "2"];
  /** Warm handover is better where kB is above 0.45. */
  const choice = responding((changes) => (changes["handover.warm"] ? 0.45 - Number(changes[KB]) : 0));

  test("ranks the parameter that decides which scenario is best first", async () => {
    const { status, out } = await call([...args, ...sizes], choice);
    expect(status).toBe(0);
    expect(out).toContain("WHAT TO FIND OUT NEXT");
    expect(out).toMatch(/Best on average over 60 draws: /);
    const { measures } = JSON.parse((await call([...args, ...sizes, "--format", "json"], choice)).out);
    const [{ parameters, wins, best, valueOfAll }] = measures;
    expect(parameters[0]).toMatchObject({ id: KB, toldApart: true });
    expect(best).toBe("baseline");
    // Triangular(0, 0.3, 0.9) is above 0.45 with probability 0.45² / 0.54 = 0.375.
    expect(wins["warm-handover"]).toBeCloseTo(0.375, 1);
    expect(parameters[0].changes).toBeCloseTo(0.375, 1);
    expect(parameters[0].value / valueOfAll).toBeCloseTo(1, 1);
    for (const other of parameters.slice(1)) expect(other.changes).toBeLessThan(parameters[0].changes);
  });

  test("says so when one scenario is always best", async () => {
    const clear = responding((changes) => (changes["handover.warm"] ? -1 : 0));
    const { out } = await call([...args, ...sizes], clear);
    expect(out).toContain("None is better in any draw");
  });
});

describe("bad input, all of it at once", () => {
  test("of sensitivity", async () => {
    const answer = await call([
      ...[
        "sensitivity",
        "baseline",
        "nowhere",
        "--method",
        "anova",
        "--parameters",
        "run.years,exhaustion.gain",
      ],
      ...["--set", "exhaustion.gain=0.02", "--measures", "turnoverRat", "--trajectories", "0", "--top", "3"],
      ...["--samples", "5", "--replications", "1", "--seed", "", "--format", "csv"],
    ]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    const said = sentences(answer).join("\n");
    for (const part of [
      '--method is "anova"; it must be one of morris, sobol.',
      "--trajectories is 0; it must be a whole number from 1 to 1,000.",
      "--top goes with --method sobol",
      "--samples goes with --method sobol",
      "--replications is 1; to tell effects from chance takes at least 2.",
      "--seed is empty",
      '--format is "csv"',
      '--measures: "turnoverRat" is not a measure; did you mean "turnoverRate"?',
      "--parameters: run.years is a decision",
      "--parameters: exhaustion.gain cannot be moved, since baseline sets exhaustion.gain",
      "nowhere is neither a file nor the id of a scenario of ours",
    ]) {
      expect(said).toContain(part);
    }
  });

  test("of designs: sizes without use, too small or too large", async () => {
    const refused = async (...args: string[]) =>
      sentences(await call(["sensitivity", "baseline", ...args])).join();
    expect(await refused("--trajectories", "1")).toContain("intervals need at least 2 trajectories");
    expect(await refused("--method", "sobol", "--parameters", GAIN, "--trajectories", "5")).toContain(
      "--trajectories goes with --method morris or --top",
    );
    expect(await refused("--method", "sobol", "--shard", "1/2")).toContain(
      "--shard needs the parameters by name",
    );
    expect(await refused("--trajectories", "1000", "--replications", "100")).toContain(
      "at most 500,000 runs",
    );
  });

  test("of find-out-next: too few draws, unlike scenarios, one scenario twice, a measure that nobody wins by", async () => {
    const refused = async (...args: string[]) => {
      const answer = await call(["find-out-next", "baseline", ...args]);
      expect(answer).toMatchObject({ status: 2, out: "" });
      return sentences(answer);
    };
    expect(await refused("study-setting", "--draws", "5", "--measures", "caseloadMean")).toEqual([
      "--draws is 5; curves over one parameter need at least 30 draws.",
      "study-setting cannot be compared with baseline, which was run under other conditions: run.years is 1 instead of 5 years.",
      "--measures: neither direction of caseloadMean is better, so that none wins by it.",
    ]);
    expect((await refused("baseline"))[0]).toContain("The id baseline appears twice");
    expect((await refused("training", "--draws", "100000"))[0]).toContain("at most 500,000 runs");
  });
});
