/** `why` and `drill` on the command line: what they print, and what they refuse. */
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../../sim/record/measures";
import { WEEKLY } from "../../../sim/record/weekly";
import type { RunJob } from "../../../src/pool/runner";
import { fakeBatch } from "../fakeBatch";
import { call, sentences } from "./call";

describe("why", () => {
  const quick = ["why", "baseline", "supported-and-recognised", "--replications", "4", "--orders", "4"];

  test("as Markdown names its command and splits the difference both ways", async () => {
    const { status, out, err } = await call([
      ...quick,
      "--set",
      "team.linkWorkers=6",
      "--format",
      "markdown",
    ]);
    expect(status).toBe(0);
    expect(err).toMatch(/^About \d+ seconds? to go, measured on the first \d+ of \d+ runs\.\n$/);
    expect(out).toMatch(
      /^## Why did it change\? .* against Baseline\n\nMade by `npm run holdfast -- why baseline supported-and-recognised --measure turnoverRate --set team.linkWorkers=6 --replications 4 --orders 4 --seed holdfast`;/,
    );
    for (const heading of ["By what was changed", "By the mechanism it passes through"])
      expect(out).toContain(`\n### ${heading}\n`);
    for (const row of ["Clinical supervision: 1 → 4", "With none of these mechanisms", "GP feedback"])
      expect(out).toContain(`\n| ${row}`);
    expect(out.match(/\| Whole difference \|/g)).toHaveLength(2);
    expect(out.match(/\| Interaction remainder \|/g)).toHaveLength(2);
    expect(out).toContain("± from orders");
    expect(out).not.toMatch(/undefined|NaN/);
  });

  test("as JSON has parts that sum to the difference, whatever the number of workers", async () => {
    const { out } = await call([...quick, "--format", "json", "--workers", "1"]);
    expect((await call([...quick, "--format", "json", "--workers", "3"])).out).toBe(out);
    const { levers, mechanisms, difference, waterfalls, arms } = JSON.parse(out);
    for (const { parts, direct, total, interaction } of [levers, mechanisms]) {
      const sum = parts.reduce(
        (all: number, { part }: { part: { mean: number } }) => all + part.mean,
        direct.mean,
      );
      expect(sum).toBeCloseTo(difference.mean, 12);
      expect(total.mean).toBeCloseTo(difference.mean, 12);
      expect(interaction.ci95).toHaveLength(2);
    }
    expect(mechanisms.orders).toBe(4);
    expect(levers.orders).toBeNull();
    expect(waterfalls.levers).toHaveLength(levers.parts.length + 2);
    expect(arms).toBeGreaterThan(2 ** levers.parts.length);
  });

  test("by levers alone, or by some mechanisms exactly, runs only what that needs", async () => {
    const arms = async (...options: string[]) =>
      JSON.parse((await call([...quick, "--format", "json", ...options])).out);
    const levers = await arms("--by", "levers");
    expect([levers.mechanisms, levers.arms]).toEqual([null, 2 ** levers.levers.parts.length]);
    const some = await arms("--by", "mechanisms", "--mechanisms", "overload,contagion");
    expect([some.levers, some.arms, some.mechanisms.orders]).toEqual([null, 8, null]);
    expect(some.mechanisms.parts.map(({ id }: { id: string }) => id)).toEqual(["overload", "contagion"]);
  });

  test("refuses what cannot be, all at once", async () => {
    const answer = await call([
      ...[
        "why",
        "baseline",
        "nowhere",
        "--measure",
        "happiness",
        "--by",
        "luck",
        "--mechanisms",
        "fate,overload",
      ],
      ...["--orders", "3", "--replications", "0", "--format", "csv", "--set", "team.linkWorkers=0"],
    ]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    const said = sentences(answer);
    expect(said).toHaveLength(8);
    for (const start of [
      "--replications is 0;",
      '--format is "csv";',
      "--measure: ",
      '--by is "luck"; it must be one of levers, mechanisms, both.',
      "--orders is 3; orders come in pairs",
      '--mechanisms has "fate"; it must be one or more of holding1,',
      "--set: team.linkWorkers is 0",
      "nowhere is neither a file",
    ])
      expect(
        said.some((sentence) => sentence.startsWith(start)),
        start,
      ).toBe(true);
  });

  test("refuses scenarios that do not differ, one replication, and mechanisms that are not asked for", async () => {
    expect((await call(["why", "baseline", "baseline"])).err).toContain("The id baseline appears twice");
    const same = await call(["why", "baseline", "peer-support", "--set", "support.peer=on"]);
    expect(same).toMatchObject({ status: 2, out: "" });
    expect(same.err).toContain("there is no difference to split");
    expect((await call([...quick, "--replications", "1"])).err).toBe(
      "--replications is 1; intervals need at least 2.\n",
    );
    expect((await call([...quick, "--by", "levers", "--mechanisms", "overload"])).err).toContain(
      "leave it out",
    );
  });
});

describe("drill", () => {
  const WEEKS = 260;
  /** Nothing happens but where a shock strikes: for 28 weeks from week 52 on everything is one higher. */
  const struckFor28Weeks: RunJob = async (job) => {
    const values = new Float64Array(job.replications * WEEKLY.length * WEEKS);
    if (job.timeline.length > 0)
      for (let row = 0; row < job.replications * WEEKLY.length; row++)
        values.fill(1, row * WEEKS + 52, row * WEEKS + 80);
    const measures = new Float64Array(job.replications * MEASURES.length);
    return { ...fakeBatch(job), measures, weekly: values, weeks: WEEKS };
  };
  const drill = (...options: string[]) =>
    call(["drill", "baseline", "--replications", "3", ...options], struckFor28Weeks);

  test("gives depth, weeks to recover and the share that never does", async () => {
    const { status, out, err } = await drill("--shock", "resignation", "--format", "markdown");
    expect(status).toBe(0);
    expect(err).toMatch(/^About \d+ seconds? to go, measured on the first \d+ of \d+ runs\.\n$/);
    expect(out).toMatch(
      /^## Shock drill: Baseline\n\nMade by `npm run holdfast -- drill baseline --shock resignation --at-week 52 --replications 3 --seed holdfast`;/,
    );
    expect(out).toContain("### Resignation\n\nAt week 52: 1 link worker gives notice.");
    // One higher until week 79: of the 13 weeks from week 78 on 2 are, 0.154; from week 79 on 1 is, 0.077.
    expect(out).toContain(
      "| Burnt out (share of link workers in post) | 0.1 | 1.000 (1.000 to 1.000) | 52 | 27 | 27 (27 to 27) | 27 to 27 | 0% (0 to 56%) |",
    );
    expect(out).toContain(
      "| Wait to first appointment (working days) | 2 | 1.00 (1.00 to 1.00) | 52 | 0 | 0 (0 to 0)",
    );
    expect(out).not.toMatch(/undefined|NaN|Infinity/);
  });

  test("counts from the shock's end, with the size, length and tolerance asked for", async () => {
    const { out } = await drill(
      ...[
        "--shock",
        "referral-surge",
        "--size",
        "1.2",
        "--for-weeks",
        "10",
        "--tolerance",
        "waitMeanDays=0.5",
      ],
      ...["--format", "json"],
    );
    const [shock] = JSON.parse(out).shocks;
    expect(shock).toMatchObject({
      kind: "referral-surge",
      size: 1.2,
      forWeeks: 10,
      recoveryCountedFromWeek: 62,
    });
    const wait = shock.series.find(({ id }: { id: string }) => id === "waitMeanDays");
    // Of the 13 weeks from week 73 on 7 are one higher; from week 74 on 6, which is within 0.5.
    expect(wait).toMatchObject({ tolerance: 0.5, averageRecovery: 12, recovery: { median: 12, never: 0 } });
    expect(wait.average.mean).toHaveLength(WEEKS);
  });

  test("says never in words, and runs all five shocks, whatever the number of workers", async () => {
    const all = await drill("--all", "--format", "json", "--workers", "1");
    expect((await drill("--all", "--format", "json", "--workers", "4")).out).toBe(all.out);
    expect(JSON.parse(all.out).shocks.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...["sickness", "resignation", "funding-cut", "service-closing", "referral-surge"],
    ]);
    const late = await drill(
      "--shock",
      "funding-cut",
      "--for-weeks",
      "good",
      "--years",
      "1.6",
      "--format",
      "json",
    );
    expect(JSON.parse(late.out).shocks[0]).toMatchObject({ forWeeks: null, recoveryCountedFromWeek: 52 });
    const forEver: RunJob = async (job) => {
      const batch = await struckFor28Weeks(job, new AbortController().signal);
      return {
        ...batch,
        weekly: batch.weekly!.map((_, i) => (job.timeline.length > 0 && i % WEEKS > 52 ? 9 : 0)),
      };
    };
    const { out } = await call(
      ["drill", "baseline", "--replications", "3", "--shock", "resignation"],
      forEver,
    );
    expect(out).toMatch(/never +never \(never to never\) +never to never +100% \(44 to 100%\)/);
  });

  test("refuses what cannot be, all at once", async () => {
    expect(sentences(await drill())).toEqual([
      "Give one of --shock (sickness, resignation, funding-cut, service-closing, referral-surge) and --all.",
    ]);
    const answer = await drill(
      ...["--shock", "flood", "--at-week", "0", "--tolerance", "joy=1", "--set", "x=1", "--workers", "0"],
    );
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(sentences(answer)).toEqual([
      "--workers is 0; it must be a whole number from 1 to 256.",
      "--at-week is 0; it must be a whole number from 1 to 520,000.",
      '--shock is "flood"; it must be one of sickness, resignation, funding-cut, service-closing, referral-surge.',
      '--tolerance is "joy=1"; write it as ID=VALUE, the value 0 or more and the id one of burnoutPrevalence, exhaustionMean, waitingList, waitMeanDays, caseloadMean, vacancyRate.',
      expect.stringContaining("x"),
    ]);
  });

  test("refuses options that a shock does not have, and shocks that a scenario cannot bear", async () => {
    const single = ["--size", "2", "--for-weeks", "4", "--service", "2"];
    expect(sentences(await drill("--all", ...single))).toHaveLength(3);
    expect(sentences(await drill("--shock", "resignation", ...single))).toEqual([
      "--for-weeks is for other shocks; a resignation happens at once: leave it out.",
      "--service is for --shock service-closing; leave it out.",
    ]);
    expect((await drill("--shock", "service-closing", "--size", "2")).err).toContain(
      "has none: leave it out",
    );
    expect((await drill("--shock", "sickness", "--for-weeks", "good")).err).toContain(
      "needs a number of weeks",
    );
    expect((await drill("--shock", "referral-surge", "--size", "0.5")).err).toContain(
      "above 1 and at most 3",
    );
    expect((await drill("--shock", "funding-cut", "--size", "7")).err).toContain("at most 6 may go");
    const huge = ["--shock", "sickness", "--replications", "50000"];
    expect((await drill(...huge)).err).toMatch(/^Weekly columns of 2 times 50000 futures .* more than 2 GB/);
    expect((await drill("--shock", "sickness", "--at-week", "240")).err).toContain(
      "must follow to judge recovery",
    );
  });
});
