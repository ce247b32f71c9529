// @vitest-environment happy-dom
/** The figures of diaries: of small futures that are run here, so that nothing about them is made up. */
import { select } from "d3";
import { describe, expect, it } from "vitest";
import { DEFAULTS, withChanges } from "../../sim/parameters";
import { tellStory } from "../../sim/record/story";
import { followCohort } from "../../sim/record/story/cohort";
import { Exit } from "../../sim/record/totals";
import type { Svg } from "../../ui/charts/svg";
import type { Figure } from "../../ui/figures/figure";
import { careersFigure, pickLifeline, vacanciesOf } from "../../ui/figures/story/careers";
import { caseStatesFigure } from "../../ui/figures/story/caseStates";
import type { CohortSubject } from "../../ui/figures/story/cohortSubject";
import {
  differencesFigure,
  differencesOf,
  pickFuture,
  ranked,
  sayFuture,
} from "../../ui/figures/story/differences";
import { FLOW_NODES, flowFigure, flowLinks } from "../../ui/figures/story/flow";
import { patientFigure } from "../../ui/figures/story/patient";
import { ownPatients, patientsFigure, pickPatient } from "../../ui/figures/story/patients";
import { personFigure, storyOf } from "../../ui/figures/story/person";
import { nameOf, type StorySubject } from "../../ui/figures/story/storySubject";
import { survivalFigure } from "../../ui/figures/story/survival";
import { waitsFigure } from "../../ui/figures/story/waits";
import { patientsOf } from "../../ui/views/story/Careers";
import { picksOf } from "../../ui/views/story/typical";
import { results, scenario } from "./fakes";

const changes = { "team.linkWorkers": 3, "run.warmUpYears": 1, "run.years": 2, "turnover.baseHazard": 0.8 };
const scenarios = [
  scenario("baseline", { name: "Baseline", changes }),
  scenario("policy", { name: "A policy", changes: { ...changes, "support.supervisionHoursPerMonth": 6 } }),
];
const request = { scenarios, seed: "story", replications: 2 };
const cohorts = scenarios.map((one) =>
  followCohort({ changes: one.changes, timeline: [], seed: "story", firstReplication: 0, replications: 2 }),
);
const ways: CohortSubject = { request, cohorts, focus: 1, years: 2 };
const alone: CohortSubject = {
  ...ways,
  request: { ...request, scenarios: [scenarios[0]] },
  cohorts: [cohorts[0]],
  focus: 0,
};

const plain = tellStory({ changes, timeline: [], seed: "story", replication: 1, patient: null });
const person = plain.people.find(({ startedAt, closedAt }) => startedAt > 0 && closedAt > startedAt)!;
const story = tellStory({ changes, timeline: [], seed: "story", replication: 1, patient: person.key });
const told: StorySubject = {
  story,
  scenario: scenarios[0],
  seed: "story",
  params: withChanges(DEFAULTS, changes),
};

const cared = { subject: told, lifeline: 0, chosen: null };

const compared = {
  results: results([
    [scenarios[0], { measures: { leavers: (r) => 5 + (r % 3) } }],
    [scenarios[1], { measures: { leavers: (r) => 4 + (r % 2) } }],
  ]),
  focus: 1,
};

const FIGURES: readonly { readonly figure: Figure; readonly marks: string }[] = [
  { figure: differencesFigure(compared, "leavers"), marks: ".dots circle" },
  { figure: survivalFigure(ways), marks: ".survival path" },
  { figure: waitsFigure(ways), marks: ".marks path" },
  { figure: flowFigure(ways), marks: ".flow rect" },
  { figure: caseStatesFigure(ways), marks: ".areas path" },
  { figure: survivalFigure(alone), marks: ".survival path" },
  { figure: waitsFigure(alone), marks: ".marks path" },
  { figure: flowFigure(alone), marks: ".flow rect" },
  { figure: caseStatesFigure(alone), marks: ".areas path" },
  { figure: careersFigure(told, 0), marks: ".bars path" },
  { figure: personFigure(told, 0), marks: ".areas path" },
  { figure: patientsFigure(cared), marks: ".dots path" },
  { figure: patientFigure(told, person), marks: ".lines path" },
];

function fresh(): Svg {
  document.body.innerHTML = "<svg></svg>";
  return select(document.querySelector("svg") as SVGSVGElement);
}

describe.each(FIGURES.map((one) => [`${one.figure.id}: ${one.figure.title}`, one] as const))(
  "%s",
  (_, { figure, marks }) => {
    it("has a title, subtitle, alternative and note without gaps", () => {
      for (const text of [figure.title, figure.subtitle, figure.alternative, figure.note, figure.about])
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|^$/);
      if (figure.id !== "person") expect(figure.title.split(/\s+/).length).toBeLessThanOrEqual(12);
    });
    it.each([1000, 320])("draws marks at a width of %i, the same drawn twice as once", (width) => {
      const svg = fresh();
      figure.draw(svg, { width, marked: 1, future: 1 });
      const once = svg.node()?.outerHTML;
      figure.draw(svg, { width, marked: 1, future: 1 });
      expect(svg.node()?.outerHTML).toBe(once);
      expect(once).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.selectAll(marks).size()).toBeGreaterThan(0);
      expect(svg.attr("aria-label")).toBe(figure.alternative);
    });
    it("has a table and a file whose rows are as long as their heads", () => {
      const { columns, rows } = figure.table();
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(([head]) => head)).size).toBe(rows.length);
      expect(new Set(columns).size).toBe(columns.length);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      const data = figure.data();
      for (const row of data.rows) expect(row).toHaveLength(data.columns.length);
    });
    it("says every point that can be read", () => {
      const { reading } = figure;
      if (reading === null) return;
      for (const point of [0, reading.points - 1]) {
        expect(reading.say(point)).toMatch(/\d/);
        expect(reading.say(point)).not.toMatch(/NaN|undefined/);
        expect(reading.pointOf(reading.weekOf(point))).toBe(point);
        expect(reading.pointAt(300, 600, 100)).toBeLessThan(reading.points);
      }
    });
  },
);

describe("differences by matched futures", () => {
  it("are ranked, found under the pointer, and said", () => {
    const differences = differencesOf(compared, "leavers");
    expect(differences[3]).toBe(4 + 1 - (5 + 0));
    const order = ranked(differences);
    expect(differences[order[0]]).toBe(Math.min(...differences));
    const picked = pickFuture(compared, "leavers", { px: 0, py: 150, width: 600 })!;
    expect(differences[picked]).toBe(Math.min(...differences));
    expect(sayFuture(compared, "leavers", 3)).toMatch(
      /^Future 4: leavers 5 with “A policy”, 5 with baseline: a difference of 0/,
    );
  });
  it("have a dot for each future and none over another", () => {
    const svg = fresh();
    differencesFigure(compared, "leavers").draw(svg, { width: 600, marked: null });
    const dots = svg.selectAll<SVGCircleElement, { x: number; up: number }>(".dots circle").data();
    expect(dots).toHaveLength(40);
    for (const [i, a] of dots.entries())
      for (const b of dots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.up - b.up)).toBeGreaterThan(2);
  });
});

describe("the flow of patients", () => {
  it("has everybody referred at an end, and nobody twice", () => {
    for (const cohort of cohorts) {
      const links = flowLinks(cohort);
      const ends: string[] = FLOW_NODES.filter(({ column }) => column === 3).map(({ id }) => id);
      const arrived = links.reduce((sum, { to, value }) => sum + (ends.includes(to) ? value : 0), 0);
      expect(arrived).toBeCloseTo(1, 12);
      for (const id of ["seen", "queued"]) {
        const into = links.reduce((sum, { to, value }) => sum + (to === id ? value : 0), 0);
        const out = links.reduce((sum, { from, value }) => sum + (from === id ? value : 0), 0);
        expect(into).toBeCloseTo(out, 12);
      }
    }
  });
});

it("a link worker's week is said with every name as it is written", () => {
  const said = personFigure(told, 0).reading!.say(0);
  expect(said).toMatch(/^Week \d+: exhaustion .*, others' exhaustion .*, relieving GPs .*, other contacts /);
});

describe("careers", () => {
  it("leave the same time vacant as the story does", () => {
    const gaps = vacanciesOf(story).reduce((sum, { from, to }) => sum + to - from, 0);
    const open = story.posts.reduce((sum, { from, to }) => sum + to - from, 0);
    const filled = story.lifelines.reduce(
      (sum, { hiredAt, departedAt }) => sum + (departedAt ?? story.days) - Math.max(0, hiredAt ?? 0),
      0,
    );
    expect(gaps).toBeCloseTo(open - filled, 6);
  });
  it("are found under the pointer, and named apart", () => {
    const at = (px: number, py: number) => pickLifeline(told, { px, py, width: 1000 });
    expect(at(5000, 100)).toBeNull();
    const found = at(70, 75);
    expect(found === null || story.lifelines[found].post === 0).toBe(true);
    expect(new Set(story.lifelines.map((one) => nameOf(one, story))).size).toBe(story.lifelines.length);
  });
  it("count as sickness what is drawn: nothing that was over before the record", () => {
    const absences = story.lifelines.flatMap((one) => one.absences);
    expect(absences.length).toBeGreaterThan(0);
    expect(absences.filter(({ to }) => to <= 0)).toEqual([]);
    const svg = fresh();
    const figure = careersFigure(told, null);
    figure.draw(svg, { width: 1000, marked: null });
    expect(svg.selectAll(".sickness rect").size()).toBe(absences.length);
    expect(figure.note).toContain(`${absences.length} spells of sickness`);
    expect(figure.table().rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(absences.length);
  });
  it("are listed by post, and in each in the order of holders", () => {
    const order = story.lifelines.map(({ post, hiredAt }) => [post, hiredAt ?? Number.NEGATIVE_INFINITY]);
    expect(order).toEqual([...order].sort(([a, from], [b, since]) => a - b || from - since));
    expect(story.lifelines.length).toBeGreaterThan(3);
    const told = story.people.find(({ lifeline, startedAt }) => lifeline >= 0 && startedAt > 0)!;
    expect(story.lifelines[told.lifeline].departedAt ?? story.days).toBeGreaterThan(0);
  });
  it("are read at the week under the pointer", () => {
    const { reading } = careersFigure(told, null);
    expect([0, 62, 525, 988, 2000].map((px) => reading?.pointAt(px, 1000, 100))).toEqual([
      0, 0, 52, 103, 103,
    ]);
  });
  it("say when notice was given and what pushed exhaustion before", () => {
    const leaver = story.lifelines.find(({ noticeAt }) => noticeAt !== null && noticeAt > 65)!;
    expect(storyOf(told, leaver).join(" ")).toMatch(
      /Gave notice in year \d\.\d\. .* What pushed exhaustion most: /,
    );
  });
});

describe("patients of a link worker on offer", () => {
  const person = { key: 0, complexity: 0, referredAt: 0, seenAt: 0, queuedAt: 0, startedAt: 0, closedAt: 9 };
  const people = Array.from({ length: 400 }, (_, key) => ({
    ...{ ...person, key, lifeline: key % 2, linkWorkers: 1 },
    exit: key % 80 === 0 ? Exit.DroppedOut : Exit.Connected,
  }));
  it("are at most forty, in order, and those whose need was left unmet all among them", () => {
    const offered = patientsOf({ ...story, people }, 0);
    expect(offered).toHaveLength(40);
    const keys = offered.map(({ key }) => key);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(keys.filter((key) => key % 80 === 0)).toEqual([0, 80, 160, 240, 320]);
  });
  it("are not only those, and all where they are few", () => {
    const lost = people.map((one) => ({ ...one, exit: one.key < 20 ? Exit.Connected : Exit.Reneged }));
    const exits = patientsOf({ ...story, people: lost }, 0).map(({ exit }) => exit);
    expect(exits.filter((exit) => exit === Exit.Connected)).toHaveLength(10);
    expect(exits).toHaveLength(40);
    expect(patientsOf({ ...story, people: people.slice(0, 30) }, 1)).toHaveLength(15);
  });
});

it("picks futures with few, middling and many leavers", () => {
  expect(picksOf([5, 1, 9, 5, 3]).map(({ future }) => future)).toEqual([1, 0, 2]);
  expect(picksOf([])).toEqual([]);
});

describe("the patients of one link worker", () => {
  it("are a mark each, and the one that is pressed is picked", () => {
    const own = ownPatients(told.story, cared.lifeline);
    expect(own.length).toBeGreaterThan(20);
    expect(own.every(({ lifeline }) => lifeline === 0)).toBe(true);
    const svg = fresh();
    patientsFigure(cared).draw(svg, { width: 800, marked: null });
    const marks = svg.selectAll<SVGPathElement, unknown>(".dots path").nodes();
    expect(marks).toHaveLength(own.length);
    for (const i of [0, own.length - 1]) {
      const [, px, py] = /translate\(([\d.]+),([\d.]+)\)/.exec(marks[i].getAttribute("transform")!)!;
      expect(pickPatient(cared, { px: Number(px), py: Number(py), width: 800 })).toBe(own[i].key);
    }
    patientsFigure({ ...cared, chosen: own[3].key }).draw(svg, { width: 800, marked: null });
    expect(svg.select(".chosen path").attr("transform")).toContain("translate(");
  });

  it("who left with their need unmet are counted in the title", () => {
    const lost = [Exit.Reneged, Exit.Disengaged, Exit.DroppedOut, Exit.ReturnedToGp, Exit.LostAtHandover];
    const count = ownPatients(told.story, cared.lifeline).filter(({ exit }) =>
      (lost as number[]).includes(exit),
    ).length;
    expect(patientsFigure(cared).title).toBe(
      `${count} of ${ownPatients(told.story, cared.lifeline).length} patients left with their need unmet`,
    );
  });
});
