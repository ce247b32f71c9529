/** Wrong input: every problem on standard error, a sentence each, nothing on standard output, status 2. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { call, sentences } from "./call";

const folder = mkdtempSync(join(tmpdir(), "holdfast-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, contents: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof contents === "string" ? contents : JSON.stringify(contents));
  return path;
};
const scenario = (id: string, more: object = {}) => ({
  holdfast: 1,
  id,
  name: id,
  question: "What if?",
  ...more,
});

test("all problems are told at once", async () => {
  const wrong = file(
    "wrong.json",
    scenario("wrong", { changes: { "team.linkWorkers": 0, "no.such": 1 }, extra: 1 }),
  );
  const answer = await call([
    ...["run", "nowhere", wrong, "--replications", "0", "--workers", "many", "--years", "-1", "--seed", ""],
    ...["--format", "xml", "--set", "team.linkWorkers=seven", "--set", "nonsense"],
  ]);
  expect(answer.status).toBe(2);
  expect(answer.out).toBe("");
  for (const part of [
    "--replications is 0; it must be a whole number from 1 to 100,000.",
    "--workers is many; it must be a whole number from 1 to 256.",
    "--seed is empty",
    '--format is "xml"; it must be one of table, json, csv.',
    "--years: run.years is -1",
    "--set: team.linkWorkers is ",
    '--set: "nonsense" is not a setting',
    "nowhere is neither a file nor the id of a scenario of ours",
    `${wrong}: team.linkWorkers is 0`,
    `${wrong}: "no.such"`,
    `${wrong}: "extra"`,
  ]) {
    expect(sentences(answer).filter((sentence) => sentence.includes(part))).toHaveLength(1);
  }
  for (const sentence of sentences(answer)) expect(sentence).toMatch(/^\S.*\.$/);
  expect(sentences(answer)).toHaveLength(11);
});

describe("settings", () => {
  test("that fit a scenario alone but not together are refused", async () => {
    const answer = await call(["run", "baseline", "--set", "patients.classShares.low=0.9"]);
    expect(answer.status).toBe(2);
    expect(answer.err).toMatch(/^baseline with these settings: patients\.classShares/);
  });

  test("may name a parameter once only", async () => {
    const answer = await call(["run", "baseline", "--years", "1", "--set", "run.years=2"]);
    expect(answer).toMatchObject({ status: 2, err: "--set: run.years is set twice; set it once.\n" });
  });

  test("are laid over every scenario", async () => {
    const args = ["--set", "team.linkWorkers=9", "--set", "policy.caseloadCap=none", "--format", "json"];
    const { out } = await call(["run", "baseline", "training", ...args]);
    const { runs } = JSON.parse(out);
    expect(runs.map((r: { scenario: { changes: object } }) => r.scenario.changes)).toMatchObject([
      { "team.linkWorkers": 9, "policy.caseloadCap": "none" },
      { "team.linkWorkers": 9, "policy.caseloadCap": "none" },
    ]);
  });
});

describe("scenario files", () => {
  test.each([
    ['{"a": 1,\n "b": 2,\n}', "at line 3, column 1, expected double-quoted property name"],
    ['{"a": 1\n  "b": 2}', "at line 2, column 3, expected ',' or '}' after property value"],
    ['{"a": hello}', "at line 1, column 7, unexpected token 'h'"],
    ['{"a": [1, 2', "at line 1, column 12, "],
    ["hello", "at line 1, column 1, unexpected token 'h'"],
    ['{"a": "x\ny"}', "at line 1, column 9, bad control character in string literal"],
  ])("that are not JSON are told where: %j", async (text, expected) => {
    const path = file("broken.json", text);
    const answer = await call(["validate", path]);
    expect(answer.status).toBe(2);
    expect(answer.err).toContain(`${path} is not JSON: ${expected}`);
    expect(sentences(answer)).toHaveLength(1);
  });

  test("that are empty, a folder or not there are refused", async () => {
    const empty = file("empty.json", " \n");
    const inside = join(folder, "inside");
    mkdirSync(inside);
    const answer = await call(["validate", empty, inside, join(folder, "none.json")]);
    expect(sentences(answer)).toEqual([
      `${empty} is empty; it must hold a scenario as JSON.`,
      `${inside} is a folder; give a scenario file.`,
      expect.stringContaining("none.json is neither a file nor the id of a scenario of ours"),
    ]);
  });

  test("may begin with a byte order mark, and extend ours or a file beside them", async () => {
    file("parent.json", scenario("parent", { changes: { "team.linkWorkers": 9 } }));
    const child = file("child.json", `\uFEFF${JSON.stringify(scenario("child", { extends: "parent" }))}`);
    const grandchild = file("grandchild.json", scenario("grandchild", { extends: "training" }));
    const { out, status } = await call(["run", child, grandchild, "--format", "json"]);
    expect(status).toBe(0);
    const changes = JSON.parse(out).runs.map((r: { scenario: { changes: object } }) => r.scenario.changes);
    expect(changes).toMatchObject([{ "team.linkWorkers": 9 }, { "support.training": true }]);
  });

  test("with the same id cannot be run together", async () => {
    const twin = file("twin.json", scenario("baseline"));
    const answer = await call(["compare", "baseline", twin]);
    expect(answer.status).toBe(2);
    expect(answer.err).toContain("The id baseline appears twice");
  });

  test("validate says of each whether it can be run", async () => {
    const wrong = file("wrong2.json", scenario("wrong", { changes: { "team.linkWorkers": 0 } }));
    const answer = await call(["validate", "baseline", wrong]);
    expect(answer.out).toBe("baseline can be run: Baseline (baseline).\n");
    expect(answer.err).toContain(`${wrong}: team.linkWorkers is 0`);
    expect(answer.status).toBe(2);
    expect((await call(["validate", "baseline"])).status).toBe(0);
  });
});

describe("what does not go together", () => {
  test("a comparison of different horizons", async () => {
    const answer = await call(["compare", "baseline", "study-setting"]);
    expect(answer.status).toBe(2);
    expect(answer.err).toBe(
      "study-setting cannot be compared with baseline, which was run under other conditions: " +
        "run.years is 1 instead of 5 years. " +
        "Give both the same: --years, --warm-up and --set hold for every scenario.\n",
    );
    const same = await call(["compare", "baseline", "study-setting", "--years", "1", "--replications", "3"]);
    expect(same.status).toBe(0);
  });

  test("two tables in one CSV", async () => {
    const answer = await call(["run", "baseline", "--format", "csv", "--weekly", "--per-replication"]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err).toContain("--format csv prints one table");
  });

  test("an output folder that is not empty, or is a file", async () => {
    const inUse = mkdtempSync(join(folder, "used-"));
    writeFileSync(join(inUse, "precious.txt"), "mine");
    const answer = await call(["run", "baseline", "--out", inUse]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err).toContain("is not empty; choose a new folder");
    const onFile = await call(["run", "baseline", "--out", join(inUse, "precious.txt")]);
    expect(onFile.err).toContain("is not a folder");
    const below = await call(["run", "baseline", "--out", join(inUse, "precious.txt", "x")]);
    expect(below).toMatchObject({ status: 2, out: "" });
  });
});

describe("words that are no command or option", () => {
  test.each([
    [["run"], "Missing required argument 'SCENARIO'."],
    [["compare", "baseline"], "Missing required argument 'OTHER'."],
    [
      ["run", "baseline", "--replication", "5"],
      "Unknown option '--replication' (Did you mean --replications?)",
    ],
    [["rum", "baseline"], "Unknown command 'rum' (Did you mean run?)"],
    [["parameters", "--format", "xml"], '--format is "xml"; it must be one of table, json, markdown.'],
  ])("%j", async (args, expected) => {
    expect(await call(args)).toEqual({ status: 2, out: "", err: `${expected}\n` });
  });

  test("no command at all shows the help on standard error", async () => {
    const answer = await call([]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err).toContain("Usage: holdfast");
    const help = await call(["--help"]);
    expect(help).toMatchObject({ status: 0, err: "" });
    expect(help.out).toContain("Usage: holdfast");
  });
});
