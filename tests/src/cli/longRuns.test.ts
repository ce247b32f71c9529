/** `calibrate` and `tipping` on the command line: what they print, and what they refuse. */
import { describe, expect, test } from "vitest";
import { folds, meanFieldOf } from "../../../sim/meanField";
import { DEFAULTS } from "../../../sim/parameters";
import { MEASURE_INDEX, MEASURES } from "../../../sim/record/measures";
import { asMarkdown, asText, part, section, table, text } from "../../../src/cli/document";
import type { RunJob } from "../../../src/pool/runner";
import { call, sentences } from "./call";

/** Everything as the targets would have it, but for some noise, so that all is accepted. */
const onTarget: RunJob = async ({ firstReplication, replications, seed }) => {
  const measures = new Float64Array(replications * MEASURES.length);
  for (let r = 0; r < replications; r++) {
    const wobble =
      1 + 0.02 * Math.sin(firstReplication + r + seed.length * 7 + seed.charCodeAt(seed.length - 1));
    const put = (id: string, value: number) => {
      measures[r * MEASURES.length + MEASURE_INDEX.get(id)!] = value * wobble;
    };
    put("absenceRate", 0.05);
    put("turnoverRate", 0.22);
    put("burnoutPrevalence", 0.37);
  }
  return { firstReplication, replications, measures, weekly: null, weeks: 0, events: 0 };
};
const quick = ["calibrate", "--draws", "16", "--replications", "2"];

describe("calibrate", () => {
  test("as Markdown is a section that names its command, sizes, seed and targets", async () => {
    const answer = await call([...quick, "--format", "markdown"], onTarget);
    expect(answer).toMatchObject({ status: 0, err: "" });
    expect(answer.out).toMatch(
      /^## Calibration\n\n`npm run holdfast -- calibrate --draws 16 --replications 2 --seed holdfast`/,
    );
    for (const id of ["V4", "V8", "V9", "V16"]) expect(answer.out).toContain(`| ${id} |`);
    for (const heading of ["Method", "The accepted region", "The defaults", "What V16 rests on"])
      expect(answer.out).toContain(`\n### ${heading}\n`);
    expect(answer.out).toContain("The defaults lie in the accepted region.");
    expect(answer.out).not.toMatch(/undefined|NaN|\b20[0-9]{2}-[0-9]{2}/);
  });

  test("as JSON has every accepted setting, with any number of workers", async () => {
    const { out } = await call([...quick, "--format", "json", "--workers", "1"], onTarget);
    expect((await call([...quick, "--format", "json", "--workers", "5"], onTarget)).out).toBe(out);
    const result = JSON.parse(out);
    expect(result.accepted.settings).toHaveLength(result.accepted.accepted);
    expect(Object.keys(result.accepted.ranges)).toEqual(Object.keys(result.searched));
    expect(result.defaults.accepted).toBe(true);
    expect(result.waves).toHaveLength(3);
  });

  test("refuses what cannot be, all at once", async () => {
    const answer = await call([
      ...["calibrate", "--draws", "many", "--replications", "0"],
      ...["--seed", "", "--workers", "-1", "--format", "csv"],
    ]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(sentences(answer)).toEqual([
      "--replications is 0; it must be a whole number from 1 to 100,000.",
      "--workers is -1; it must be a whole number from 1 to 256.",
      '--format is "csv"; it must be one of table, json, markdown.',
      '--seed is empty; give any text, such as "holdfast".',
      "--draws is many; it must be a whole number from 1 to 2,000.",
    ]);
  });

  test("refuses too few draws for a surface, and a draw without a chance error", async () => {
    const answer = await call(["calibrate", "--draws", "15", "--replications", "1"]);
    expect(answer.status).toBe(2);
    expect(sentences(answer)).toEqual([
      "--draws is 15; each of the 3 waves needs at least 16 draws to fit a surface to.",
      "--replications is 1; a draw needs at least 2 to say how large its chance error is.",
    ]);
  });

  test("fails in a sentence where no setting meets the targets", async () => {
    const answer = await call(quick);
    expect(answer).toMatchObject({ status: 1, out: "" });
    expect(answer.err).toMatch(/^The run failed: .*(settings are left|No setting meets).*\n$/);
  });
});

describe("tipping", () => {
  test("as Markdown is a section that names its command, and judges every phenomenon", async () => {
    const answer = await call(["tipping", "--replications", "8", "--seed", "x", "--format", "markdown"]);
    expect(answer).toMatchObject({ status: 0, err: "" });
    expect(answer.out).toMatch(/^## Tipping\n\n`npm run holdfast -- tipping --replications 8 --seed x`\n/);
    const judged = answer.out.split("### Phenomena")[1].match(/\| (seen|not seen|not measured) \|/g);
    expect(judged).toHaveLength(16);
    expect(answer.out).not.toMatch(/undefined|NaN/);
  });

  test("as JSON has the sweeps, the folds and the phenomena", async () => {
    const result = JSON.parse((await call(["tipping", "--replications", "4", "--format", "json"])).out);
    expect(result.sweeps.map(({ id }: { id: string }) => id)).toEqual(["referrals", "posts", "capacity"]);
    expect(result.meanField.folds).toEqual(folds(meanFieldOf(DEFAULTS)));
    expect(result.phenomena.length).toBe(16);
  });

  test("refuses what cannot be", async () => {
    expect(await call(["tipping", "--replications", "3"])).toMatchObject({
      status: 2,
      out: "",
      err: "--replications is 3; distributions need at least 4 replications.\n",
    });
    const many = await call(["tipping", "--replications", "5000"]);
    expect(many).toMatchObject({
      status: 2,
      err: "--replications is 5000; it must be a whole number from 1 to 2,000.\n",
    });
    expect((await call(["tipping", "baseline"])).status).toBe(2);
  });
});

describe("a report", () => {
  const blocks = [
    section("A heading"),
    part("A part"),
    text("`code` and", "more."),
    table(
      ["Name", "Figure"],
      [
        ["`a`", "1.5"],
        ["b", "−10 to 2"],
      ],
    ),
  ];

  test("as Markdown", () => {
    expect(asMarkdown(blocks)).toBe(
      "## A heading\n\n### A part\n\n`code` and more.\n\n| Name | Figure |\n| --- | --- |\n| `a` | 1.5 |\n| b | −10 to 2 |\n",
    );
  });

  test("as text, wrapped, figures to the right", () => {
    expect(asText(blocks)).toBe(
      "A HEADING\n\nA part\n\ncode and more.\n\nName    Figure\na          1.5\nb     −10 to 2\n",
    );
    const lines = asText([text("word ".repeat(100).trim())]).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  });
});
