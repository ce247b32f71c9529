/** `staff` on the command line: the answer in its three formats, and what it refuses. */
import { describe, expect, test } from "vitest";
import { MEASURE_INDEX, MEASURES } from "../../../sim/record/measures";
import type { RunJob } from "../../../src/pool/runner";
import { call, sentences } from "./call";

/** The target holds in so many of ten futures in a row, by posts and services together; cost is what posts cost. */
const standIn =
  (ofTen: (posts: number, services: number) => number): RunJob =>
  async ({ changes, firstReplication, replications }) => {
    const posts = Number(changes["team.linkWorkers"] ?? 7);
    const holds = ofTen(posts, Number(changes["services.capacityMultiplier"] ?? 1));
    const measures = new Float64Array(replications * MEASURES.length);
    for (let r = 0; r < replications; r++) {
      const put = (id: string, value: number) => {
        measures[r * MEASURES.length + MEASURE_INDEX.get(id)!] = value;
      };
      put("turnoverRate", (firstReplication + r) % 10 < holds ? 0.1 : 0.4);
      put("costPerYear", 50_000 * posts + ((firstReplication + r) % 2));
    }
    return { firstReplication, replications, measures, weekly: null, weeks: 0, events: 0 };
  };
const rising = standIn((posts) => (posts < 6 ? 4 : 10));
const asked = ["staff", "baseline", "--target", "turnoverRate<=0.2", "--in", "8of10"];
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

describe("staff", () => {
  test("names the fewest posts, their cost, the next cheaper and the runner-up", async () => {
    const { status, out } = await call([...asked, "--posts", "4:9"], rising);
    expect(status).toBe(0);
    const text = flat(out);
    expect(text).toMatch(/^THE SMALLEST SAFE TEAM: BASELINE Asked: the fewest posts \(WTE\), of 6 teams,/);
    expect(text).toMatch(
      /The answer is 6 posts: all targets are met in (\d+) of \1 futures \(100%; surely 8\d\.\d%/,
    );
    expect(text).toMatch(
      /It costs £300,\d{3} a year on average \(95% interval £300,\d{3} to £300,\d{3}\), and £\d/,
    );
    expect(text).toMatch(
      /Every cheaper team fails; the next cheaper, 5 posts, meets them in \d+ of \d+ futures \(40%/,
    );
    expect(text).toMatch(/The runner-up, 7 posts, meets them .* and costs £50,000 a year more on average/);
    expect(out).toMatch(/^4 +\d+ +\d+% +[\d.]+% to [\d.]+% +fails /m);
    expect(out).toMatch(/^7 .* meets /m);
    expect(out).not.toMatch(/undefined|NaN/);
  });

  test("says plainly that no team does, and that it cannot be told", async () => {
    const none = await call([...asked, "--posts", "4,5"], rising);
    expect(flat(none.out)).toContain(
      "No team in the range meets the targets in 8 of 10 futures: all 2 fail. The nearest is 4 posts:",
    );
    const close = standIn((posts) => (posts < 6 ? 8 : 10));
    const untold = flat((await call([...asked, "--posts", "5"], close)).out);
    expect(untold).toContain("It cannot be told whether any team meets the targets in 8 of 10 futures. Open");
    const before = flat((await call([...asked, "--posts", "5:8"], close)).out);
    expect(before).toContain("The first that surely will do is 6 posts:");
    expect(before).toMatch(
      /Of cheaper teams it cannot be told, within the futures allowed: 5 posts \(met in 320 of 400/,
    );
  });

  test("answers for each capacity of services, or for all of them where a place has a price", async () => {
    const either = standIn((posts, services) => (posts >= 7 || (posts >= 6 && services > 1) ? 10 : 3));
    const also = [...asked, "--posts", "5:8", "--also", "services=1,1.2"];
    const apart = await call([...also, "--format", "markdown"], either);
    expect(apart.out).toMatch(/^### Community services at 1 times the usual places$/m);
    expect(apart.out).toMatch(
      /### Community services at 1\.2 times the usual places\n\nThe answer is 6 posts, services × 1\.2:/,
    );
    expect(apart.out).toContain("What community services cost is left out.");
    const answerAt = async (price: string) =>
      JSON.parse((await call([...also, "--service-cost", price, "--format", "json"], either)).out).searches[0]
        .answer.changes;
    expect(await answerAt("1")).toEqual({ "team.linkWorkers": 6, "services.capacityMultiplier": 1.2 });
    expect(await answerAt("100000")).toEqual({ "team.linkWorkers": 7, "services.capacityMultiplier": 1 });
  });

  test("as JSON has every team, with any number of workers", async () => {
    const args = [...asked, "--posts", "4:9", "--also", "supervision=1,2", "--format", "json"];
    const { out } = await call([...args, "--workers", "1"], rising);
    expect((await call([...args, "--workers", "4"], rising)).out).toBe(out);
    const { searches, share, error } = JSON.parse(out);
    expect(share).toBe(0.8);
    expect(error).toMatchObject({ together: 0.05, teams: 12 });
    expect(searches[0].teams).toHaveLength(12);
    expect(searches[0].answer).toMatchObject({
      changes: { "team.linkWorkers": 6, "support.supervisionHoursPerMonth": 1 },
      verdict: "meets",
    });
    expect(searches[0].teams.at(-1).verdict).toBe("not needed");
  });
});

describe("staff refuses", () => {
  test("every mistake at once, a sentence each", async () => {
    const answer = await call([
      ...[
        "staff",
        "baseline",
        "--target",
        "turnoverRate<=-1",
        "--target",
        "vacancyRate<=20",
        "--target",
        "zzz<=1",
      ],
      ...["--target", "waitP90Days<=30", "--target", "waitP90Days>40", "--in", "10of10", "--posts", "9:4"],
      ...[
        "--also",
        "holding,supervision=200",
        "--service-cost",
        "-5",
        "--replications",
        "z",
        "--format",
        "csv",
      ],
      ...["--set", "team.linkWorkers=4"],
    ]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(sentences(answer)).toEqual([
      "--replications is z; it must be a whole number from 1 to 100,000.",
      '--format is "csv"; it must be one of table, json, markdown.',
      "--target: turnoverRate<=-1: Turnover (leavers per filled WTE-year) is 0 or more, so it cannot be -1.",
      "--target: vacancyRate<=20: Vacancy (share) is from 0 to 1 (20% is 0.2), so it cannot be 20.",
      '--target: "zzz" is not a measure; the command "measures" lists them.',
      "The targets waitP90Days <= 30 (working days) and waitP90Days > 40 (working days) can never be met together.",
      expect.stringMatching(/^--in is "10of10"; .* ask for 99of100, say\.$/),
      '--also: "holding,supervision" cannot be chosen; it must be supervision or services.',
      "--posts: team.linkWorkers=9:4 is empty: it goes from 9 up to 4, which is less.",
      "--service-cost is -5; it must be a number from 0 to 1,000,000, in £ per place and year.",
      "team.linkWorkers is set by another option too; either set it or have it chosen.",
    ]);
  });

  test("a search without a target, or with more teams or fewer futures than there can be", async () => {
    expect((await call(["staff", "baseline"])).err).toBe(
      '--target is missing; give at least one, such as --target "turnoverRate<=0.2".\n',
    );
    expect((await call([...asked, "--posts", "1:500", "--also", "supervision"])).err).toBe(
      "There are 2,500 teams to choose among; at most 1,000 may be asked for.\n",
    );
    expect((await call([...asked, "--posts", "4:9", "--replications", "20"])).err).toMatch(
      /^--replications is 20; among 6 teams, at least \d+ are needed before any can be shown to meet the targets\.\n$/,
    );
  });

  test("what the scenario takes back, and places without a limit", async () => {
    const grant = await call(["staff", "grant-ends-after-one-year", "--target", "waitP90Days<=30"]);
    expect(grant.err).toMatch(
      /^team\.linkWorkers cannot be varied: the timeline of grant-ends-after-one-year changes it/,
    );
    const unlimited = ["1", "2", "3"].flatMap((s) => ["--set", `services.places.${s}=none`]);
    expect((await call([...asked, ...unlimited, "--also", "services"])).err).toMatch(
      /^--also services has nothing to vary/,
    );
    expect((await call([...asked, "--service-cost", "10"])).err).toMatch(
      /^--service-cost goes with --also services/,
    );
  });
});
