// @vitest-environment happy-dom
/** The whole page in another language: no word is left that did not come from the texts. */
import { signal } from "@preact/signals";
import { render } from "preact";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Batch, Job } from "../../sim/batch";
import { DEFAULTS, PARAMETERS, withChanges } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { type StoryRequest, tellStory } from "../../sim/record/story";
import { type Cohort, type CohortJob, followCohort } from "../../sim/record/story/cohort";
import { WEEKLY } from "../../sim/record/weekly";
import { createDiaries } from "../../src/diaries";
import { createExperiments } from "../../src/experiments";
import { readLibrary } from "../../src/library";
import { Pace } from "../../src/pace";
import { packMaker } from "../../src/packs";
import { createSimulator } from "../../src/simulator";
import { Turns } from "../../src/turns";
import { App } from "../../ui/app";
import { documents, speakInDocuments } from "../../ui/text/documents";
import { english } from "../../ui/text/english";
import { sourceParts } from "../../ui/text/evidence";
import { speak } from "../../ui/text/text";
import { pseudo, pseudoTexts, wide } from "./pseudo";

/** However busy the machine is (ms). */
const LONG = 60_000;
vi.setConfig({ testTimeout: LONG, hookTimeout: LONG });

/** Small and short, so that the page is soon done. */
const SMALL = { "team.linkWorkers": 3, "run.years": 2, "run.warmUpYears": 1, "turnover.baseHazard": 0.8 };
const library = readLibrary().map((one) => ({ ...one, changes: { ...one.changes, ...SMALL }, reasons: {} }));

/** A number from 0 to 1 that looks random, the same for the same job, future and column. */
const scattered = (...places: number[]): number => {
  const wave =
    Math.sin(places.reduce((sum, place, i) => sum + place * (12.9898 + 65.164 * i), 1)) * 43_758.5453;
  return wave - Math.floor(wave);
};

/** Made-up numbers in the place of runs: what matters here is what is said of them. */
function madeUp({ changes, replications, firstReplication, weekly }: Job): Batch {
  const { run } = withChanges(DEFAULTS, changes);
  const weeks = Math.floor(52 * run.years);
  const policy = JSON.stringify(changes).length;
  const rows = Array.from({ length: replications }, (_, i) => firstReplication + i);
  const value = (unit: string, ...places: number[]) =>
    (unit === "share" ? 0.2 : 4) * (1 + scattered(...places) + scattered(policy));
  return {
    ...{ firstReplication, replications, weeks, events: 0 },
    measures: Float64Array.from(rows.flatMap((r) => MEASURES.map(({ unit }, i) => value(unit, r, i)))),
    weekly: weekly
      ? Float64Array.from(
          rows.flatMap((r) =>
            WEEKLY.flatMap(({ unit }, i) =>
              Array.from({ length: weeks }, (_, week) => value(unit, r, i, week)),
            ),
          ),
        )
      : null,
  };
}

const cohorts = new Map<string, Cohort>();
/** One future followed, in the place of each. */
function cohort(job: CohortJob): Cohort {
  const key = JSON.stringify(job.changes);
  const known = cohorts.get(key) ?? followCohort({ ...job, firstReplication: 0, replications: 1 });
  cohorts.set(key, known);
  return { ...known, replications: job.replications };
}

let isBroken = false;
/** What a run waits for. */
let gate: Promise<unknown> = Promise.resolve();
const pool = {
  size: 1,
  run: async (job: Job) => {
    await gate;
    if (isBroken) throw new Error("–");
    return madeUp(job);
  },
  story: async (request: StoryRequest) => tellStory(request),
  cohort: async (job: CohortJob) => cohort(job),
};
const englishDocuments = documents;

beforeAll(async () => {
  history.replaceState(null, "", "?futures=30");
  // Happy DOM, unlike browsers, tells of a new hash then, upon which the page would open an older link to itself.
  vi.spyOn(history, "replaceState").mockImplementation(() => {});
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  speak(pseudoTexts(library));
  speakInDocuments(pseudo(englishDocuments));
  document.body.innerHTML = `<div id="app"></div>`;
  render(
    <App
      simulator={createSimulator(pool)}
      library={library}
      verify={() => new Promise(() => {})}
      newer={signal(() => {})}
      packs={packMaker}
      experiments={async () =>
        createExperiments({ runJob: pool.run, width: 1, turns: new Turns(), pace: new Pace() })
      }
      diaries={createDiaries(pool)}
    />,
    document.getElementById("app") as HTMLElement,
  );
  await isFinished();
});

afterAll(() => {
  speak(english);
  speakInDocuments(englishDocuments);
});

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
};
const until = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: LONG, interval: 20 });
const isFinished = () =>
  until(() => one(".run-text").textContent.startsWith(wide(english.run.finished("").slice(0, 8))));
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

function type(box: Element, value: string): void {
  (box as HTMLInputElement).value = value;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
function open(details: Element): void {
  (details as HTMLDetailsElement).open = true;
  details.dispatchEvent(new Event("toggle"));
}
function choose(selector: string, option: number): void {
  const select = one(selector) as HTMLSelectElement;
  select.value = select.options[option].value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}
/** Presses the button that says `words` in English. */
function press(words: string, within = "body"): void {
  const button = all(`${within} button`).find(({ textContent }) => textContent.startsWith(wide(words)));
  if (button === undefined) throw new Error(`There is no button “${words}”.`);
  button.click();
}

/** What the project's tables have in English for good: where numbers come from. */
const TABLES = new Set<string | null>(
  PARAMETERS.flatMap(({ source }) => sourceParts(source).map(({ text }) => text)),
);
const SAID = ["alt", "aria-label", "aria-valuetext", "placeholder", "title"];
const FINGERPRINT = /sha256:[0-9a-f]+/g;

/**
 * What comes from elsewhere: ids and codes; the accessibility statement; and levers that differ, which the answer to
 * "why" names as the command line does.
 */
const isElsewhere = (element: Element): boolean =>
  element.tagName === "CODE" || element.classList.contains("statement") || element.id === "figure-why";

/** Every text on the page, and whatever is read out, that has letters which are not of the other language. */
function leftInEnglish(): string[] {
  const found = new Set<string>();
  const look = (text: string | null): void => {
    if (text && /[a-z]/i.test(text.replaceAll(FINGERPRINT, "")) && !TABLES.has(text)) found.add(text);
  };
  const visit = (element: Element): void => {
    if (isElsewhere(element)) return;
    for (const name of SAID) look(element.getAttribute(name));
    for (const node of element.childNodes) node instanceof Element ? visit(node) : look(node.textContent);
  };
  visit(document.body);
  return [...found];
}

afterEach(() => expect(leftInEnglish()).toEqual([]));

test("the answer, its charts and its tables", () => {
  expect(all(".figure").length).toBeGreaterThan(5);
  expect(one(".finding").textContent).toContain(wide("link workers leave"));
});

test("values that cannot be used, changes during the run, copies, and one's own scenarios", async () => {
  const box = one(".levers .number-box");
  for (const typed of ["", "?", "0", "4"]) {
    type(box, typed);
    await soon();
    expect(leftInEnglish()).toEqual([]);
  }
  press(english.timeline.add);
  await soon();
  for (const typed of ["", "?", "60"]) {
    type(one("#when-0"), typed);
    await soon();
    expect(leftInEnglish()).toEqual([]);
  }
  press(english.scenarios.addBlank);
  press(english.kept.keep);
  press(english.links.copy);
  await soon();
  expect(leftInEnglish()).toEqual([]);
  press(english.history.undo);
  await soon();
  press(english.levers.reset);
  type(one("#seed"), "");
  await soon();
});

test("runs that are cancelled or fail", async () => {
  gate = new Promise(() => {});
  type(one("#seed"), "1");
  await until(() => one(".run-text").textContent.startsWith(wide("Running")));
  expect(leftInEnglish()).toEqual([]);
  press(english.run.cancel);
  await until(() => one(".run-bar").textContent.includes(wide(english.run.cancelled)));
  expect(leftInEnglish()).toEqual([]);
  gate = Promise.resolve();
  isBroken = true;
  press(english.run.run);
  await until(() => all(".error-box").length > 0);
  expect(one(".error-box").textContent).toContain(wide(english.run.failed));
  expect(leftInEnglish()).toEqual([]);
  isBroken = false;
  press(english.run.run);
  await isFinished();
});

test("a business case to read", async () => {
  press(english.packs.choices.openBusiness);
  await until(() => all(".pack").length > 0);
  expect(leftInEnglish()).toEqual([]);
  press(english.packs.window.back);
});

test("parts that are closed at first", async () => {
  for (const details of all("details:not(.experiment, .closer)")) open(details);
  await soon();
  expect(all(".figure table").length).toBeGreaterThan(5);
});

test("careers, cases and the diary of one patient", async () => {
  for (const details of all(".closer")) open(details);
  await until(() => all(".asking").length === 0 && all("#story-patient option").length > 1);
  expect(leftInEnglish()).toEqual([]);
  choose("#story-patient", all("#story-patient option").length - 1);
  await until(() => all("#figure-patient").length > 0);
  type(one("#figure-patient input[type=range]"), "30");
  await soon();
  expect(all(".more-charts .figure").length).toBeGreaterThan(6);
});

/** Few runs, so that an experiment is soon done: by the beginning of a field's label, in English. */
const FEW: readonly (readonly [string, string])[] = [
  ["Simulated futures", "2"],
  ["Trajectories", "2"],
  ["Draws", "30"],
  ["Most posts", "4"],
];

/** Types into the fields that are named in FEW, one after the other as a reader does. */
async function askForFew(panel: string): Promise<void> {
  for (const [words, few] of FEW) {
    const label = all(`${panel} form label`).find(({ textContent }) => textContent.startsWith(wide(words)));
    if (label === undefined) continue;
    type(one(`[id="${label.getAttribute("for")}"]`), few);
    await soon();
  }
}

/** Has only two parameters moved, where an experiment moves some. */
async function moveFew(panel: string): Promise<void> {
  const words = wide(english.experiments.parameters.own);
  const own = all(`${panel} form label`).find(({ textContent }) => textContent === words);
  if (own === undefined) return;
  own.querySelector("input")?.click();
  await until(() => all(`${panel} .parameter-list input`).length > 2);
  for (const i of [0, 1]) {
    all(`${panel} .parameter-list input`)[i].click();
    await soon();
  }
}

test.each(["sweep", "staff", "why", "sensitivity", "findOut", "drill", "local"])(
  "the experiment %s",
  async (id) => {
    const panel = `#experiment-${id}`;
    open(one(panel));
    await until(() => all(`${panel} form`).length > 0);
    if (id === "local") press(english.experiments.local.sample, panel);
    await askForFew(panel);
    await moveFew(panel);
    await until(() => !(one(`${panel} button[type=submit]`) as HTMLButtonElement).disabled);
    one(`${panel} form`).dispatchEvent(new Event("submit", { cancelable: true }));
    await until(() => all(`${panel} .experiment-results > *`).length > 0);
    expect(one(`${panel} form`).textContent).toContain(wide("Finished in"));
  },
);

test("the evidence of every number", async () => {
  for (const details of all(".listed")) open(details);
  await soon();
  expect(all(".listed .evidence").length).toBe(PARAMETERS.length);
});
