/** The journal of a run: what is written is there after any end, and nothing that is damaged is taken for good. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Job } from "../../../sim/batch";
import { WEEKLY } from "../../../sim/record/weekly";
import { assemble, bands } from "../../../sim/statistics";
import { Cells } from "../../../src/output/cells";
import { Journal } from "../../../src/output/journal";
import { journalled } from "../../../src/output/journalled";
import { fakeBatch } from "../fakeBatch";

const folder = mkdtempSync(join(tmpdir(), "holdfast-journal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const arms = [8, 9].map((posts, a) => ({
  id: `arm ${a}`,
  changes: { "team.linkWorkers": posts },
  timeline: [],
}));
const job = (arm: number, firstReplication: number, replications: number): Job => ({
  ...arms[arm],
  ...{ seed: "s", firstReplication, replications, weekly: true },
});
const newCells = () => new Cells([0, 1], 10, true);

/** A journal of two batches of 4 replications for each arm; gives its path. */
function written(name: string): string {
  const path = join(folder, name);
  const journal = Journal.begin(path, { of: "this" }, newCells());
  for (const first of [4, 0]) for (const arm of [0, 1]) journal.append(arm, fakeBatch(job(arm, first, 4)));
  journal.close();
  return path;
}

describe("a journal", () => {
  test("gives back measures and weekly columns, whatever the order of the batches", () => {
    const path = written("whole");
    expect(Journal.headOf(path)).toEqual({ of: "this" });
    const cells = newCells();
    const journal = Journal.open(path, cells, false);
    const whole = assemble([fakeBatch(job(1, 0, 8))]);
    expect(cells.table(1, 8).measures).toEqual(whole.measures);
    for (let s = 0; s < WEEKLY.length; s++) expect(cells.bands(1, s, 8)).toEqual(bands(whole, s));
    expect([cells.count, cells.has(0, 7), cells.has(0, 8)]).toEqual([16, true, false]);
    journal.close();
  });

  test.each([
    ["in the middle of a record", -100],
    [
      "in the head of a record",
      -(fakeBatch(job(0, 0, 4)).measures.byteLength + 4 * WEEKLY.length * 3 * 8) - 9,
    ],
  ])("that was cut off %s loses that record and is written on", (_, by) => {
    const path = written(`cut ${by}`);
    truncateSync(path, readFileSync(path).length + by);
    const cells = newCells();
    const journal = Journal.open(path, cells, true);
    expect([cells.count, cells.has(1, 0)]).toEqual([12, false]);
    journal.append(1, fakeBatch(job(1, 0, 4)));
    journal.close();
    expect(readFileSync(path).equals(readFileSync(written(`uncut ${by}`)))).toBe(true);
  });

  test("takes nothing from a record that has been changed", () => {
    const path = written("changed");
    const bytes = readFileSync(path);
    bytes[bytes.length - 3] ^= 1;
    writeFileSync(path, bytes);
    const cells = newCells();
    Journal.open(path, cells, false).close();
    expect(cells.count).toBe(12);
  });
});

test("jobs run only what is missing, and come back without weekly columns", async () => {
  const cells = newCells();
  const journal = Journal.begin(join(folder, "jobs"), {}, cells);
  const ran: [number, number][] = [];
  const runJob = journalled(
    async (asked) => {
      ran.push([asked.firstReplication, asked.replications]);
      return fakeBatch(asked);
    },
    arms,
    cells,
    journal,
  );
  const { signal } = new AbortController();
  await runJob(job(0, 3, 2), signal);
  const batch = await runJob({ ...job(0, 1, 6), weekly: false }, signal);
  expect(ran).toEqual([
    [3, 2],
    [1, 2],
    [5, 2],
  ]);
  expect(batch).toMatchObject({ firstReplication: 1, replications: 6, weekly: null });
  expect(batch.measures).toEqual(fakeBatch(job(0, 1, 6)).measures);
  journal.close();
});
