/** Packs: what they say is the run's, every number stands beside its range, and texts of readers stay texts. */
import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import { expect, test } from "vitest";
import { PARAMETERS } from "../../sim/parameters";
import { csvOf } from "../../ui/download";
import type { Figure } from "../../ui/figures/figure";
import { businessCase, optionNames } from "../../ui/packs/businessCase";
import { experimentData } from "../../ui/packs/experimentFiles";
import type { PackExperiments } from "../../ui/packs/experiments";
import { methodsFiles } from "../../ui/packs/methods";
import { parameterData } from "../../ui/packs/parameterData";
import { ruleChecks, structureDoubt } from "../../ui/packs/structureDoubt";
import {
  commandOf,
  experimentStampOf,
  finishedRun,
  type PackSubject,
  packName,
  stampOf,
} from "../../ui/packs/subject";
import { Results } from "../../ui/results";
import { results, scenario } from "./fakes";

const NONE: PackExperiments = { included: [], leftOut: [] };
const MADE = new Date("2026-11-22T21:05:00Z");
const hostile = scenario("option-b", {
  name: "<img src=x onerror=alert(1)>",
  changes: { "support.training": true },
  reasons: { "support.training": "Agreed on 3 May" },
});

function subject(part: Partial<PackSubject> = {}): PackSubject {
  const some = results([
    [scenario("baseline", { name: "Baseline" }), { measures: { leavers: (r) => 8 + (r % 3) } }],
    [
      scenario("more", { name: "One more", changes: { "team.linkWorkers": 8 } }),
      { measures: { leavers: (r) => 7 + (r % 3) } },
    ],
    [hostile, { measures: { leavers: (r) => 8 + ((r + 1) % 3) } }],
  ]);
  const { request, tables } = some;
  const prints = ["sha256:a", "sha256:b", "sha256:c"];
  const whole = new Results({ ...request, replications: 40, seed: "it's here" }, tables, prints);
  return {
    results: whole,
    focus: 1,
    doMinimum: null,
    ranks: null,
    experiments: NONE,
    validation: "",
    made: MADE,
    ...part,
  };
}

const textOf = (pack: ReturnType<typeof businessCase>): string => JSON.stringify(pack.blocks);

test("packs say of a change that comes after the end that it changes nothing", () => {
  const timeline = [{ atWeek: 300, changes: { "team.linkWorkers": 6 } }];
  const late = results([
    [scenario("baseline", { name: "Baseline" }), {}],
    [scenario("late", { name: "Too late", timeline }), {}],
  ]);
  const whole = new Results({ ...late.request, replications: 40 }, late.tables, ["sha256:a", "sha256:b"]);
  const about = subject({ results: whole });
  const said = "falls after the end of the run (week 260): it changes nothing";
  expect(textOf(businessCase(about))).toContain(said);
  const files = methodsFiles(about, { model: "M", stress: "S", validation: "V" }, []).filter(({ content }) =>
    String(content).includes(said),
  );
  expect(files.length).toBeGreaterThan(0);
});

test("a business case has every part, and the stamp", () => {
  const pack = businessCase(subject());
  const headings = pack.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  expect(headings).toEqual([
    "Question and finding",
    "Options",
    "Costs",
    "Benefits",
    "Sensitivity",
    "Assumptions and reasons",
    "Risks",
    "How to repeat this",
  ]);
  expect(pack.stamp).toMatch(
    /^Holdfast [\d.]+, model [\d.]+; 40 simulated futures.*“it's here”; made 22 November 2026, 21:05 UTC\.$/,
  );
  expect(textOf(pack)).toContain("Agreed on 3 May");
  expect(textOf(pack)).toContain("no reason given");
  expect(textOf(pack)).toContain("sha256:c");
  expect(textOf(pack)).toContain("fewer leavers than doing nothing in 40 of 40 matched futures");
  expect(textOf(pack)).toContain("not yet run");
});

test("every table has as many cells in each row as columns", () => {
  for (const doMinimum of [null, 1, 2]) {
    for (const block of businessCase(subject({ doMinimum })).blocks)
      if (block.kind === "table")
        for (const row of block.rows) expect(row.length, block.caption).toBe(block.columns.length);
  }
});

test("options are do nothing, do minimum if one is named, and letters", () => {
  expect(optionNames(subject())).toEqual([
    "Do nothing: Baseline",
    "Option A: One more",
    `Option B: ${hostile.name}`,
  ]);
  expect(optionNames(subject({ doMinimum: 1 })).slice(1)).toEqual([
    "Do minimum: One more",
    `Option A: ${hostile.name}`,
  ]);
  expect(textOf(businessCase(subject()))).toContain("none was named");
  expect(textOf(businessCase(subject({ doMinimum: 2 })))).not.toContain("none was named");
});

test("a sensitivity run is named with its order", () => {
  const ranks = {
    measure: "Turnover",
    about: "Baseline",
    ids: ["turnover.kL", "turnover.baseHazard", "exhaustion.gain"],
  };
  expect(
    textOf(businessCase(subject({ ranks: { ...ranks, told: ["turnover.kL", "turnover.baseHazard"] } }))),
  ).toContain("effect of exhaustion on leaving and leaving rate without exhaustion, in this order, of 3");
  expect(textOf(businessCase(subject({ ranks: { ...ranks, told: [] } })))).toContain(
    "Which numbers matter most for turnover (around Baseline): of 3 that were varied, none was told apart from chance.",
  );
});

test("one scenario alone makes a business case of doing nothing", () => {
  const { request, tables } = results([[scenario("baseline"), {}]]);
  const alone = new Results({ ...request, replications: 40 }, tables, ["sha256:a"]);
  const pack = businessCase(subject({ results: alone, focus: 0 }));
  expect(textOf(pack)).toContain("There is no option beside doing nothing");
});

test("doubt in the structure is read from the published validation, where its table stands", () => {
  const validation = readFileSync(new URL("../../docs/validation.md", import.meta.url), "utf8");
  const checks = ruleChecks(validation);
  expect(checks.length).toBeGreaterThan(2);
  for (const { clear, kept, swapped } of checks) expect(kept + swapped).toBeLessThanOrEqual(clear);
  expect(structureDoubt(validation, 225)[0]).toMatch(/at 225 referrals per WTE/);
  expect(structureDoubt("# Nothing here", 225)).toHaveLength(1);
});

test("a run that has not finished makes no pack", () => {
  const { results: whole } = subject();
  const coarse = new Results({ ...whole.request, replications: 100 }, whole.tables);
  expect(() => finishedRun({ results: coarse, made: MADE })).toThrow(/not finished/);
});

test("a run until averages were precise is packed with the futures that there are, not with the most allowed", () => {
  const { results: whole } = subject();
  const stopped = { reason: "precise", replications: 40, widths: [] } as const;
  const request = { ...whole.request, replications: 1000, precision: 0.1 };
  const precise = new Results(request, whole.tables, whole.fingerprints, stopped);
  expect(finishedRun({ results: precise, made: MADE }).request).toEqual({
    scenarios: request.scenarios,
    seed: request.seed,
    replications: 40,
  });
  expect(commandOf(precise)).toContain("--replications 40 ");
});

test("names of files hold date, kind and scenario; the command quotes the result code", () => {
  expect(packName("methods", "zip", subject({ focus: 2 }))).toBe("holdfast-2026-11-22-methods-option-b.zip");
  expect(commandOf(subject().results)).toBe(
    "npm run -s holdfast -- compare scenarios/baseline.json scenarios/more.json scenarios/option-b.json --replications 40 --seed 'it'\\''s here'",
  );
});

test("a methods pack holds ODD, STRESS, scenarios, results as CSV and citation, each with the stamp", () => {
  const raw = [
    { name: "measures.csv", content: "a" },
    { name: "weekly.parquet", content: new Uint8Array(3) },
    { name: "scenarios/more.json", content: "{}" },
    { name: "manifest.json", content: "{}" },
  ];
  const files = methodsFiles(subject(), { model: "M", stress: "S", validation: "V" }, raw);
  const names = files.map(({ name }) => name);
  expect(names).toContain("results/measures.csv");
  expect(names).toContain("scenarios/more.json");
  expect(names.some((name) => name.endsWith(".parquet"))).toBe(false);
  const text = (name: string) => String(files.find((file) => file.name === name)?.content);
  for (const name of ["README.md", "odd-summary.md", "stress-as-run.md", "citation.txt"])
    expect(text(name), name).toContain(stampOf(subject()));
  for (const item of ["1.1 ", "2.5 ", "3.4 ", "4.3 ", "5.4 ", "6.1 "])
    expect(text("stress-as-run.md")).toContain(`### ${item}`);
  for (let element = 1; element <= 7; element++)
    expect(text("odd-summary.md")).toMatch(new RegExp(`^## ${element}\\. `, "m"));
});

test("the table of parameters has every number, and each scenario's value and reason", () => {
  const rows = csvParse(csvOf(parameterData(subject().results)));
  expect(rows).toHaveLength(PARAMETERS.length);
  const row = rows.find(({ parameter }) => parameter === "support.training");
  expect([row?.value_baseline, row?.["value_option-b"], row?.["reason_option-b"]]).toEqual([
    "false",
    "true",
    "Agreed on 3 May",
  ]);
});

/** A drill that was run, and a sweep that is out of date. */
const RAN: PackExperiments = {
  leftOut: ["What happens over a range?"],
  included: [
    {
      ...{
        id: "drill",
        question: "What if something goes wrong?",
        ask: { seed: "it's here", shock: { size: 2 } },
      },
      settings: [["Scenario", "A | B"]],
      finding: ["Recovers after 9 weeks.", "Never in 1%."],
      parts: [
        {
          ...{
            id: "drill",
            about: "Baseline",
            title: "Recovers",
            subtitle: "Wait, five years",
            note: "Line: average.",
          },
          ...{ tableNote: "By week.", table: { columns: ["Week", "Wait"], rows: [["1", "<b>2</b>"]] } },
          data: { columns: ["week", "wait"], rows: [[1, 2]] },
          figure: { alternative: "A line that falls." } as Figure,
          picture: { svg: "<svg/>", png: new Uint8Array(1), width: 640, height: 300 },
        },
      ],
    },
  ],
};

test("experiments that were run are an annex of the business case; what is out of date is named and left out", () => {
  expect(businessCase(subject()).blocks.some((block) => block.kind === "heading" && block.isAnnex)).toBe(
    false,
  );
  const { blocks } = businessCase(subject({ experiments: RAN }));
  const annex = blocks.slice(blocks.findIndex((block) => block.kind === "heading" && block.isAnnex));
  expect(annex.map(({ kind }) => kind)).toEqual([
    ...["heading", "heading", "paragraph", "list", "paragraph"],
    ...["paragraph", "figure", "paragraph", "table", "paragraph"],
  ]);
  const said = JSON.stringify(annex);
  expect(said).toContain("Settings: Scenario: A | B.");
  expect(said).toContain("A line that falls.");
  expect(annex.at(-1)).toMatchObject({
    tone: "warning",
    text: expect.stringMatching(/^“What happens over a range\?” is left out: it was run for other inputs/),
  });
  const onlyOld = businessCase(subject({ experiments: { ...RAN, included: [] } }));
  expect(onlyOld.blocks.some(({ kind }) => kind === "figure")).toBe(false);
  expect(textOf(onlyOld)).toContain("is left out");
});

test("experiments that were run are files of the methods pack and of the raw results", () => {
  const ran = subject({ experiments: RAN });
  const files = methodsFiles(ran, { model: "M", stress: "S", validation: "V" }, []);
  const content = (name: string) => String(files.find((file) => file.name === name)?.content);
  expect(content("experiments/drill.md")).toContain("| Scenario | A \\| B |");
  expect(content("experiments/drill.md")).toContain(experimentStampOf(ran));
  expect(content("experiments/drill.md")).toContain("![Recovers](drill.svg)");
  expect(content("experiments/drill.csv")).toBe("week,wait\r\n1,2\r\n");
  expect(JSON.parse(content("experiments/drill-settings.json"))).toMatchObject({
    experiment: "drill",
    ask: { shock: { size: 2 } },
  });
  expect(content("README.md")).toMatch(/\| experiments\/ \|.*\n\| citation/);
  expect(content("README.md")).toContain("“What happens over a range?” is left out");
  const data = experimentData(ran);
  expect(data.map(({ name }) => name)).toEqual([
    "experiments/drill.csv",
    "experiments/drill-settings.json",
    "experiments/left-out.txt",
  ]);
  expect(data[2].content).toMatch(/^“What happens over a range\?” is left out: .*\n$/);
  expect(experimentData(subject({ experiments: { ...RAN, leftOut: [] } }))).toHaveLength(2);
  const without = methodsFiles(subject(), { model: "M", stress: "S", validation: "V" }, []);
  expect(without.some(({ name }) => name.startsWith("experiments/"))).toBe(false);
  expect(String(without[0].content)).not.toContain("experiments/");
});
