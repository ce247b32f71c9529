/** `sweep` on the command line: its four formats, and what it refuses. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../../sim/batch";
import { call, sentences } from "./call";

const grid = [
  ...[
    "sweep",
    "baseline",
    "--vary",
    "team.linkWorkers=6:8:1",
    "--vary",
    "services.capacityMultiplier=0.7:1:0.1",
  ],
  ...["--replications", "3", "--measures", "turnoverRate,waitP90Days"],
];

describe("sweep", () => {
  test("prints a table a measure for two parameters, with clean numbers", async () => {
    const { status, out } = await call(grid);
    expect(status).toBe(0);
    expect(out).toMatch(/^SWEEP OF BASELINE\n/);
    expect(
      out.match(/^team\.linkWorkers ↓ {2}services\.capacityMultiplier → +0\.7 +0\.8 +0\.9 +1$/gm),
    ).toHaveLength(2);
    for (const posts of [6, 7, 8]) expect(out.match(new RegExp(`^${posts} +0\\.\\d`, "gm"))).toHaveLength(2);
    expect(out).not.toMatch(/undefined|NaN|0\.\d{12}/);
  });

  test("prints intervals for one parameter, and every point for three", async () => {
    const one = await call(["sweep", "baseline", "--vary", "team.linkWorkers=6,8", "--replications", "3"]);
    expect(one.out).toMatch(/^team\.linkWorkers +Mean +95% interval +P10 to P90 +n$/m);
    const three = await call([...grid, "--vary", "support.peer=on,off", "--format", "markdown"]);
    expect(
      three.out.split("\n").filter((line) => /^\| [678] \| \d.* \| (on|off) \|/.test(line)),
    ).toHaveLength(24);
  });

  test("prints tidy rows as CSV and JSON, the same with any number of workers", async () => {
    const csv = await call([...grid, "--format", "csv", "--workers", "1"]);
    expect((await call([...grid, "--format", "csv", "--workers", "5"])).out).toBe(csv.out);
    const [header, ...lines] = csv.out.trimEnd().split("\n");
    expect(header).toBe(
      "scenario,team.linkWorkers,services.capacityMultiplier,measure,unit,n,mean,ci95Low,ci95High,p10,p90",
    );
    expect(lines).toHaveLength(24);
    expect(lines[3]).toMatch(/^baseline-point-02,6,0\.8,waitP90Days,working days,3,/);
    const json = JSON.parse((await call([...grid, "--format", "json"])).out);
    expect(json.points).toHaveLength(12);
    expect(json.rows).toHaveLength(24);
    expect(json.rows[3]).toMatchObject({ scenario: "baseline-point-02", "services.capacityMultiplier": 0.8 });
    expect(json.points[1].fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Number(lines[3].split(",")[6])).toBe(json.rows[3].mean);
  });

  test("fills ranges with a Latin hypercube", async () => {
    const { out, status } = await call([
      ...[
        "sweep",
        "baseline",
        "--vary",
        "team.linkWorkers=4:9",
        "--vary",
        "services.capacityMultiplier=0.5:1.5",
      ],
      ...["--design", "latin-hypercube", "--points", "6", "--replications", "2", "--format", "json"],
    ]);
    expect(status).toBe(0);
    const posts = JSON.parse(out).points.map(({ values }: { values: object }) => Object.values(values)[0]);
    expect(posts.sort()).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test("says how long it will take, as measured on its first runs", async () => {
    expect((await call(grid)).err).toMatch(/^About \d+ \w+ to go, measured on the first \d+ of 36 runs\.\n$/);
  });

  test("runs on the engine, every point with the same luck", async () => {
    const args = ["--vary", "cost.recruitmentPerLeaver=0,8000", "--replications", "2", "--years", "0.2"];
    const answer = await call(
      [
        "sweep",
        "baseline",
        ...args,
        "--warm-up",
        "0.1",
        "--measures",
        "referrals,costPerYear",
        "--format",
        "json",
      ],
      async (job) => runBatch(job),
    );
    const { rows } = JSON.parse(answer.out);
    expect(rows).toHaveLength(4);
    expect(rows[0].mean).toBe(rows[2].mean);
    expect(rows[0].mean).toBeGreaterThan(0);
  });
});

describe("sweep refuses", () => {
  test("every mistake at once, a sentence each", async () => {
    const answer = await call([
      ...[
        "sweep",
        "baseline",
        "--vary",
        "team.linkWorker=4:10",
        "--vary",
        "foo",
        "--vary",
        "team.linkWorkers=0:2",
      ],
      ...["--vary", "services.capacityMultiplier=0.7:1.3", "--vary", "policy.caseloadCap=1:20000"],
      ...["--vary", "holding.policy=some", "--vary", "support.peer=on,on", "--vary", "handover.warm=0:1"],
      ...["--vary", "team.linkWorkers=8:9", "--vary", "referral.perWtePerYear=9:3:1", "--set", "gp.kB=0.2"],
      ...["--vary", "gp.kB=0.1,0.2", "--replications", "0", "--measures", "turnover,zzz", "--format", "xml"],
      ...["--design", "random", "--weekly"],
    ]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(sentences(answer)).toEqual([
      '--format is "xml"; it must be one of table, json, csv, markdown.',
      "--replications is 0; it must be a whole number from 1 to 100,000.",
      '--design is "random"; it must be one of full-factorial, latin-hypercube.',
      '--vary: "team.linkWorker" is not a parameter; did you mean "team.linkWorkers"?',
      '--vary: "foo" has no values; write it as id=low:high:step or id=a,b,c.',
      "--vary: team.linkWorkers is varied twice; vary it once.",
      "--vary: gp.kB is set by another option too; either set it or vary it.",
      "--vary: team.linkWorkers is 0 WTE posts; it must be a whole number from 1 to 10,000.",
      "--vary: services.capacityMultiplier=0.7:1.3 has no step; write it as 0.7:1.3:step.",
      "--vary: policy.caseloadCap=1:20000 has 20,000 values; at most 1,000 may be asked for.",
      expect.stringMatching(/^--vary: holding\.policy is "some"; it must be one of /),
      "--vary: support.peer=on,on lists on twice; list it once.",
      "--vary: handover.warm is no number; list its values, such as handover.warm=on,off.",
      "--vary: referral.perWtePerYear=9:3:1 is empty: it goes from 9 up to 3, which is less.",
      '--measures: "turnover" is not a measure; did you mean "turnoverRate"?',
      '--measures: "zzz" is not a measure; the command "measures" lists them.',
      "--weekly needs --out DIR, the folder for the series.",
    ]);
  });

  test("a sweep of nothing, and a step of nothing", async () => {
    expect(sentences(await call(["sweep", "baseline"]))).toEqual([
      "--vary is missing; name at least one parameter, such as team.linkWorkers=4:10:1.",
    ]);
    expect((await call(["sweep", "baseline", "--vary", "services.capacityMultiplier=1:2:0"])).err).toBe(
      "--vary: services.capacityMultiplier=1:2:0 has a step of 0; it must be above 0.\n",
    );
  });

  test("a Latin hypercube without points, or over what is no range, and points without one", async () => {
    const answer = await call([
      ...["sweep", "baseline", "--design", "latin-hypercube", "--vary", "team.linkWorkers=4:9:1"],
      ...["--vary", "policy.caseloadCap=20,30", "--vary", "services.capacityMultiplier=1:2000"],
      ...["--vary", "gp.kB=0.1:0.1"],
    ]);
    expect(sentences(answer)).toEqual([
      "--points is missing; a Latin hypercube needs a number of points.",
      "--vary: team.linkWorkers=4:9:1 must be a range, low:high, for a Latin hypercube, which chooses the values itself.",
      "--vary: policy.caseloadCap=20,30 must be a range, low:high, for a Latin hypercube, which chooses the values itself.",
      expect.stringMatching(/^--vary: services\.capacityMultiplier is 2,000 .*from 0 to 1,000\.$/),
      "--vary: gp.kB=0.1:0.1 is one value; use --set for it.",
    ]);
    expect((await call([...grid, "--points", "5"])).err).toContain(
      "--points goes with --design latin-hypercube",
    );
  });

  test("more runs than anyone can wait for", async () => {
    const { status, err } = await call([...grid, "--replications", "50000"]);
    expect(status).toBe(2);
    expect(err).toMatch(/^The sweep has 12 points of 50,000 replications, 600,000 runs;/);
  });
});
