/** Files of packs: what the page makes is what the command line writes, and each can be opened. */
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { runBatch } from "../../../sim/batch";
import { MEASURES } from "../../../sim/record/measures";
import type { Scenario } from "../../../sim/scenario";
import { fingerprint } from "../../../src/experiment/fingerprint";
import { runScenarios } from "../../../src/experiment/runScenarios";
import { manifestSchema } from "../../../src/output/manifest";
import type { FinishedRun, PackDocument } from "../../../src/packs";
import { rawResults } from "../../../src/packs/rawResults";
import { wordFile } from "../../../src/packs/word";
import { zipFile } from "../../../src/packs/zip";

const scenario = (id: string, changes: Scenario["changes"]): Scenario => ({
  id,
  name: `Name of ${id}`,
  question: "",
  changes,
  reasons: {},
  timeline: [],
});

async function smallRun(): Promise<FinishedRun> {
  const short = { "run.years": 1, "run.warmUpYears": 0 };
  const scenarios = [scenario("baseline", short), scenario("more", { ...short, "team.linkWorkers": 8 })];
  const request = { scenarios, seed: "packs", replications: 3 };
  const means = { runJob: async (job: Parameters<typeof runBatch>[0]) => runBatch(job), width: 1 };
  const tables = await runScenarios({ ...request, weekly: true }, means, new AbortController().signal);
  const fingerprints = tables.map(({ measures }, s) =>
    fingerprint({ scenario: scenarios[s], seed: "packs", replications: 3, measures }),
  );
  return { request, tables, fingerprints, date: "2026-11-22T21:05:00.000Z" };
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

test("raw results: tidy tables, twice the same, and a manifest that the command line reads", async () => {
  const run = await smallRun();
  const files = new Map(rawResults(run, { page: "test" }).map(({ name, content }) => [name, content]));
  const lines = String(files.get("replications.csv")).trim().split("\n");
  expect(lines).toHaveLength(1 + 2 * 3 * MEASURES.length);
  const parquet = files.get("replications.parquet") as Uint8Array<ArrayBuffer>;
  const rows = await parquetReadObjects({ file: parquet.slice().buffer });
  expect(rows).toHaveLength(lines.length - 1);
  const manifest = manifestSchema.parse(JSON.parse(String(files.get("manifest.json"))));
  expect(manifest.words).toEqual([
    ...["compare", "baseline", "more", "--replications", "3"],
    ...["--seed", "packs", "--out", "results"],
  ]);
  expect(manifest.arms.map((arm) => arm.fingerprint)).toEqual(run.fingerprints);
  expect(manifest.files.map(({ name }) => name)).toEqual([...files.keys()].slice(0, -1));
  expect(rawResults(run, { page: "test" })).toEqual(rawResults(run, { page: "test" }));
});

test("a ZIP gives back what went in", async () => {
  const bytes = await bytesOf(
    await zipFile([
      { name: "a/b.txt", content: "£ é" },
      { name: "c", content: new Uint8Array([0, 255]) },
    ]),
  );
  const back = unzipSync(bytes);
  expect(strFromU8(back["a/b.txt"])).toBe("£ é");
  expect([...back.c]).toEqual([0, 255]);
});

const PNG = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);

test("a Word file holds headings, tables and texts as texts", async () => {
  const pack: PackDocument = {
    locale: "cy",
    pageOf: ["Tudalen ", " o ", ""],
    title: "T & <b>",
    stamp: "Stamp",
    blocks: [
      { kind: "heading", text: "Head" },
      { kind: "paragraph", text: "<script>alert(1)</script>", tone: "warning" },
      { kind: "list", items: ["one", "two"] },
      { kind: "table", caption: "C", columns: ["A", "B"], rows: [["1", "2\n3"]] },
      { kind: "heading", text: "Annex", isAnnex: true },
      { kind: "figure", alternative: "A <line>", picture: { svg: "", png: PNG, width: 1200, height: 600 } },
    ],
  };
  const parts = unzipSync(await bytesOf(await wordFile(pack)));
  const xml = strFromU8(parts["word/document.xml"]);
  expect(xml).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(xml).toContain("T &amp; &lt;b&gt;");
  expect(strFromU8(parts["word/styles.xml"])).toContain('w:lang w:val="cy"');
  expect(strFromU8(parts["word/footer1.xml"])).toMatch(/Tudalen .*PAGE.* o .*NUMPAGES/s);
  expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
  expect(xml.match(/<w:tc>/g)).toHaveLength(4);
  expect(xml).toContain('w:val="Heading1"');
  expect(Object.keys(parts)).toContain("[Content_Types].xml");
  expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  expect(xml).toContain('descr="A &lt;line&gt;"');
  expect(xml).toContain('cx="5715000" cy="2857500"'); // 600 by 300 px, at 9,525 EMU each
  const image = Object.keys(parts).find((name) => /^word\/media\/.*\.png$/.test(name)) ?? "";
  expect(parts[image]).toEqual(PNG);
});
