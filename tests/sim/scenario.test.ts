import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULTS, PARAMETERS, withChanges } from "../../sim/parameters";
import {
  type Changes,
  checkChanges,
  checkScenario,
  parseSetting,
  readScenario,
  resolveStages,
  type Scenario,
  scenarioSchema,
} from "../../sim/scenario";
import { editDistance, nearest } from "../../sim/scenario/nearest";
import { schemas } from "../../sim/scenario/schema";

const head = { holdfast: 1, id: "mine", name: "Mine" };
const nothing = (): undefined => undefined;

/** The problems of a file, none extended unless given. */
function problems(input: unknown, files: Record<string, unknown> = {}): string[] {
  const answer = readScenario(input, (id) => files[id]);
  return "problems" in answer ? answer.problems : [];
}

/** The scenario of a file that must be right. */
function scenario(input: unknown, files: Record<string, unknown> = {}): Scenario {
  const answer = readScenario(input, (id) => files[id]);
  if ("problems" in answer) throw new Error(answer.problems.join("\n"));
  return answer.scenario;
}

const changing = (changes: unknown): string[] => problems({ ...head, changes });

/** Right-to-left override, zero-width space, isolate, byte order mark, bell. */
const UNSEEN = "\u202e\u200b\u2067\ufeff\u0007";

describe("texts of a file", () => {
  it("are read without what cannot be seen, marks of direction among it", () => {
    const read = scenario({
      ...head,
      name: `${UNSEEN}Give or\ntake\t${UNSEEN}0.2 `,
      question: `Does it${UNSEEN} help?`,
      reasons: { "team.linkWorkers": `First line.\r\nSecond${UNSEEN} line.` },
      timeline: [{ atWeek: 1, changes: {}, label: `Grant${UNSEEN} ends` }],
    });
    expect(read).toMatchObject({
      name: "Give or take 0.2",
      question: "Does it help?",
      reasons: { "team.linkWorkers": "First line.\nSecond line." },
      timeline: [{ label: "Grant ends" }],
    });
  });
  it("keep the letters, marks and spaces of every script", () => {
    const name = "Ünïcode, العربية, עברית, हिन्दी, 日本語 – “quotes” 💙";
    expect(scenario({ ...head, name }).name).toBe(name);
  });
  it("refuse a name of which nothing can be seen, and an id with what cannot be seen; it is spelled out", () => {
    expect(problems({ ...head, name: ` ${UNSEEN}\u3164\u2800` })).toEqual([
      'name is " \\u202e\\u200b\\u2067\\ufeff\\u0007\\u3164\u2800"; it must be text of 1 to 120 characters that can be seen.',
    ]);
    expect(problems({ ...head, id: "a\u202e" })[0]).toMatch(/^id is "a\\u202e"; it must be 1 to 80 letters/);
    expect(changing({ "holding.policy": "a\u202e" })[0]).toContain('"a\\u202e"');
    expect(problems({ ...head, extends: "a\u202e" })[0]).toContain('"a\\u202e"');
  });
});

describe("readScenario", () => {
  it("reads a file in full", () => {
    const file = {
      $schema: "./scenario.schema.json",
      ...head,
      question: "Does it help?",
      changes: { "policy.caseloadCap": null, "services.places.1": 45, "holding.function2": false },
      reasons: { "services.places.1": "Counted." },
      timeline: [
        { atWeek: 52, changes: { "services.capacityMultiplier": 0.8 }, label: "Grant ends" },
        { atWeek: 10, changes: { "referral.multiplier": 2, "services.places.1": "none" } },
      ],
    };
    expect(scenario(file)).toEqual({
      id: "mine",
      name: "Mine",
      question: "Does it help?",
      changes: { "holding.function2": false, "services.places.1": 45, "policy.caseloadCap": "none" },
      reasons: { "services.places.1": "Counted." },
      timeline: [
        { atWeek: 10, changes: { "referral.multiplier": 2, "services.places.1": "none" } },
        { atWeek: 52, changes: { "services.capacityMultiplier": 0.8 }, label: "Grant ends" },
      ],
    });
  });

  it("takes a value that is undefined as not given", () => {
    expect(scenario({ ...head, changes: { "team.linkWorkers": undefined } }).changes).toEqual({});
  });

  it("needs no more than format, id and name", () => {
    expect(scenario(head)).toEqual({
      id: "mine",
      name: "Mine",
      question: "",
      changes: {},
      reasons: {},
      timeline: [],
    });
  });

  it("names value, unit and limit of what is out of range", () => {
    expect(changing({ "team.linkWorkers": 0 })).toEqual([
      "team.linkWorkers is 0 WTE posts; it must be a whole number from 1 to 10,000.",
    ]);
    expect(changing({ "team.linkWorkers": 7.5 })[0]).toMatch("is 7.5 WTE posts; it must be a whole number");
    expect(changing({ "team.adminShare": 1.5 })).toEqual([
      "team.adminShare is 1.5 (share of paid time); it must be a number from 0 to 0.99.",
    ]);
    expect(changing({ "policy.caseloadCap": -3 })).toEqual([
      'policy.caseloadCap is -3 cases per WTE; it must be a whole number from 1 to 1,000,000, or "none".',
    ]);
  });

  it.each([
    [
      { "team.linkWorkers": "7" },
      'team.linkWorkers is "7"; it must be a whole number from 1 to 10,000, without quotation',
    ],
    [{ "team.linkWorkers": Number.NaN }, "team.linkWorkers is NaN WTE posts; it must be"],
    [
      { "team.hoursPerDay": Number.POSITIVE_INFINITY },
      "team.hoursPerDay is Infinity hours; it must be a number",
    ],
    [{ "policy.caseloadCap": Number.NaN }, "policy.caseloadCap is NaN cases per WTE"],
    [{ "team.linkWorkers": null }, "team.linkWorkers is null; it must be"],
    [{ "team.linkWorkers": "none" }, 'team.linkWorkers is "none"; it must be'],
    [{ "team.linkWorkers": [7] }, "team.linkWorkers is a list; it must be"],
    [{ "team.linkWorkers": { value: 7 } }, "team.linkWorkers is an object; it must be"],
    [{ "team.linkWorkers": true }, "team.linkWorkers is true; it must be"],
    [
      { "holding.function1": "true" },
      'holding.function1 is "true"; it must be true or false, without quotation marks.',
    ],
    [{ "holding.function1": 1 }, "holding.function1 is 1 (on or off); it must be true or false."],
    [
      { "holding.policy": "recognized" },
      'it must be one of "unrecognised", "recognised", "time-limited" or "none"; did you mean "recognised"?',
    ],
  ])("refuses %j", (changes, sentence) => {
    const found = changing(changes);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(sentence);
  });

  it("suggests the parameter that was meant", () => {
    expect(changing({ "team.linkWorker": 7 })).toEqual([
      '"team.linkWorker" is not a parameter; did you mean "team.linkWorkers"?',
    ]);
    expect(changing({ caseloadCap: 40 })[0]).toContain('did you mean "policy.caseloadCap"?');
    expect(changing({ "team.hours": 40 })[0]).toContain('did you mean "team.hoursPerDay"?');
    expect(changing({ "quite.something.else": 1 })[0]).toContain('the command "parameters" lists them');
    expect(changing({ "services.places": 40 })).toEqual([
      '"services.places" is a list; set its parts: services.places.1, services.places.2, services.places.3.',
    ]);
  });

  it("suggests the key that was meant", () => {
    expect(problems({ ...head, extend: "baseline" })).toEqual([
      '"extend" is not a key of a scenario file; did you mean "extends"?',
    ]);
    expect(problems({ ...head, comment: "x" })[0]).toContain("the keys are holdfast, id, name");
    expect(problems({ ...head, timeline: [{ week: 2, atWeek: 2, changes: {} }] })[0]).toContain(
      'timeline entry 1 (week 2): "week" is not a key of a scenario file; did you mean "atWeek"?',
    );
  });

  it.each(["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"])(
    "refuses %s everywhere",
    (key) => {
      const at = (json: string): unknown => JSON.parse(json.replace("KEY", key));
      const files = [
        '{"holdfast":1,"id":"a","name":"A","KEY":{"polluted":1}}',
        '{"holdfast":1,"id":"a","name":"A","changes":{"KEY":1}}',
        '{"holdfast":1,"id":"a","name":"A","reasons":{"KEY":"x"}}',
        '{"holdfast":1,"id":"a","name":"A","timeline":[{"atWeek":1,"changes":{"KEY":1}}]}',
        '{"holdfast":1,"id":"a","name":"A","timeline":[{"atWeek":1,"changes":{},"KEY":1}]}',
      ];
      for (const file of files) {
        const found = problems(at(file));
        expect(found.length, file).toBe(1);
        expect(found[0]).toContain(JSON.stringify(key));
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it.each([
    [null, "A scenario must be an object in curly brackets; this is null."],
    [[], "this is a list."],
    ["baseline", 'this is "baseline".'],
    [undefined, "this is undefined."],
    [{ id: "a", name: "A" }, "holdfast is missing; it must be 1, the version"],
    [{ ...head, holdfast: 2 }, "holdfast is 2; it must be 1, the version"],
    [{ ...head, holdfast: "1" }, 'holdfast is "1"; it must be 1'],
    [{ ...head, id: "../secret" }, 'id is "../secret"; it must be 1 to 80 letters'],
    [{ ...head, id: "" }, 'id is ""; it must be'],
    [{ ...head, name: " " }, 'name is " "; it must be text'],
    [{ ...head, name: 5 }, "name is 5; it must be text"],
    [{ ...head, question: ["x"] }, "question is a list; it must be text"],
    [{ ...head, extends: 3 }, "extends is 3; it must be the id of a scenario"],
    [{ ...head, changes: [] }, "changes is a list; it must be an object of parameter ids"],
    [{ ...head, reasons: "because" }, 'reasons is "because"; it must be an object'],
    [{ ...head, reasons: { "team.linkWorkers": 4 } }, "reasons.team.linkWorkers is 4; it must be text"],
    [
      { ...head, reasons: { "team.linkworkers": "x" } },
      'reasons: "team.linkworkers" is not a parameter; did you mean',
    ],
    [{ ...head, timeline: {} }, "timeline is an object; it must be a list"],
    [
      { ...head, timeline: [5] },
      "timeline entry 1: this is 5; it must be an object with atWeek, changes, label.",
    ],
    [
      { ...head, timeline: [{ changes: {} }] },
      "timeline entry 1: atWeek is missing; it must be a whole number of weeks",
    ],
    [
      { ...head, timeline: [{ atWeek: -1, changes: {} }] },
      "(week -1): atWeek is -1; it must be a whole number of weeks",
    ],
    [{ ...head, timeline: [{ atWeek: 1.5, changes: {} }] }, "timeline entry 1: atWeek is 1.5; it must be"],
    [{ ...head, timeline: [{ atWeek: "4", changes: {} }] }, 'timeline entry 1: atWeek is "4"; it must be'],
    [
      { ...head, timeline: [{ atWeek: 4 }] },
      "timeline entry 1 (week 4): changes is missing; it must be an object",
    ],
    [{ ...head, timeline: [{ atWeek: 4, changes: {}, label: 1 }] }, "(week 4): label is 1; it must be text"],
  ])("refuses %j", (file, sentence) => {
    const found = problems(file);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(sentence);
  });

  it("refuses to change context during the run, and says which parameters may", () => {
    const found = problems({
      ...head,
      timeline: [{ atWeek: 4, changes: { "gp.kB": 0, "team.linkWorkers": 0 } }],
    });
    expect(found).toEqual([
      "timeline entry 1 (week 4): team.linkWorkers is 0 WTE posts; it must be a whole number from 1 to 10,000.",
      "timeline entry 1 (week 4): gp.kB holds for the whole run; a timeline may change levers, " +
        "referral.multiplier and services.places only.",
    ]);
  });

  it("gives all problems at once", () => {
    const found = problems(
      {
        holdfast: 1,
        id: "mine",
        nam: "Mine",
        extends: "nowhere",
        changes: { "team.linkWorkers": 0, "team.nonsense": 1, "gp.Gmin": 2, "patients.classShares.low": 0.5 },
        timeline: [{ atWeek: "x", changes: { "support.bPeer": -1 } }],
      },
      {},
    );
    const expected = [
      "name is missing",
      '"nam"',
      '"nowhere"',
      "linkWorkers",
      "nonsense",
      "Gmin",
      "classShares",
      "atWeek",
      "bPeer",
    ];
    for (const word of expected) expect(found.join("\n")).toContain(word);
    expect(found.length).toBe(expected.length);
    expect(found.every((sentence) => /[.?]$/.test(sentence))).toBe(true);
  });
});

describe("extends", () => {
  const files = {
    base: {
      ...head,
      id: "base",
      changes: { "team.linkWorkers": 8, "support.peer": true },
      reasons: { "support.peer": "x" },
    },
    middle: {
      ...head,
      id: "middle",
      extends: "base",
      changes: { "team.linkWorkers": 9 },
      timeline: [{ atWeek: 9, changes: {} }],
    },
  };

  it("lays a file over what it extends", () => {
    const file = {
      ...head,
      extends: "middle",
      changes: { "handover.warm": true },
      timeline: [{ atWeek: 4, changes: {} }],
    };
    const read = scenario(file, files);
    expect(read.changes).toEqual({ "team.linkWorkers": 9, "support.peer": true, "handover.warm": true });
    expect(read.reasons).toEqual({ "support.peer": "x" });
    expect(read.timeline.map(({ atWeek }) => atWeek)).toEqual([4, 9]);
    expect(read.id).toBe("mine");
  });

  it("refuses what is unknown, circular or wrong itself", () => {
    expect(problems({ ...head, extends: "nowhere" })).toEqual([
      'extends is "nowhere"; there is no scenario of that id.',
    ]);
    expect(problems({ ...head, extends: "mine" })).toEqual(["extends goes in a circle: mine → mine."]);
    const circle = { a: { ...head, id: "a", extends: "b" }, b: { ...head, id: "b", extends: "a" } };
    expect(problems({ ...head, extends: "a" }, circle)).toEqual([
      "extends goes in a circle: mine → a → b → a.",
    ]);
    const wrong = { a: { ...head, id: "a", changes: { "team.linkWorkers": 0 } } };
    expect(problems({ ...head, extends: "a" }, wrong)).toEqual([
      "In a, which is extended: team.linkWorkers is 0 WTE posts; it must be a whole number from 1 to 10,000.",
    ]);
  });

  it("checks how a file and what it extends fit together", () => {
    const burnout = { base: { ...head, id: "base", changes: { "exhaustion.burnoutOn": 0.5 } } };
    const file = { ...head, extends: "base", changes: { "exhaustion.burnoutOff": 0.55 } };
    expect(problems(file)).toHaveLength(1);
    expect(problems(file, burnout)).toEqual([
      "exhaustion.burnoutOff is 0.55; it must be below exhaustion.burnoutOn, 0.5.",
    ]);
  });
});

describe("parameters that do not fit together", () => {
  it.each([
    [
      { "patients.classShares.low": 0.4 },
      "patients.classShares (low, moderate, high) sum to 1.1; the shares must sum to 1.",
    ],
    [{ "services.shares.3": 0 }, "services.shares (1, 2, 3) sum to 0.65; the shares must sum to 1."],
    [
      { "exhaustion.burnoutOff": 0.6 },
      "exhaustion.burnoutOff is 0.6; it must be below exhaustion.burnoutOn, 0.6.",
    ],
    [{ "gp.Gmin": 2 }, "gp.Gmin is 2; it must not be above gp.Gmax, 1.25."],
    [
      { "work.otMax": 3 },
      "work.otMax × work.kOT is 1.5; it must be at most 1, or recovery would be negative.",
    ],
    [
      { "team.adminShare": 0.95, "support.supervisionHoursPerMonth": 50 },
      "take all of the paid hours (7.5 a day)",
    ],
    [
      { "services.places.1": "none", "services.capacityMultiplier": 0 },
      "unlimited places cannot be scaled to 0",
    ],
    [
      { "referral.perWtePerYear": 1e6, "run.years": 100 },
      "would have up to 890,000,000 referrals; at most 22,369,600 fit",
    ],
  ])("refuses %j", (changes, sentence) => {
    const found = changing(changes);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(sentence);
  });

  it("are found after each change of the timeline and in the warm-up, once each", () => {
    const changes = { "work.kOT": 4 };
    const timeline = [2, 1].map((atWeek) => ({ atWeek, changes: { "work.otMax": 0.2 + atWeek / 10 } }));
    expect(problems({ ...head, changes, timeline })).toEqual([
      "From week 1: work.otMax × work.kOT is 1.2; it must be at most 1, or recovery would be negative.",
      "From week 2: work.otMax × work.kOT is 1.6; it must be at most 1, or recovery would be negative.",
    ]);
    expect(changing({ "work.kOT": 6, "work.otMax": 0.1 })).toEqual([
      "During the warm-up: work.otMax × work.kOT is 1.2; it must be at most 1, or recovery would be negative.",
    ]);
  });

  it("are not reported on top of a value that is wrong itself", () => {
    expect(changing({ "exhaustion.burnoutOff": 0.7, "exhaustion.burnoutOn": -1 })).toEqual([
      "exhaustion.burnoutOn is -1 (0–1); it must be a number from 0 to 2.",
    ]);
    expect(changing({ "services.shares.1": 7, "services.shares.2": 0.9 })).toHaveLength(1);
  });

  it("leaves parts of years and wide but possible settings alone", () => {
    expect(changing({ "run.years": 0.1, "run.warmUpYears": 0 })).toEqual([]);
    expect(changing({ "run.years": 10_000, "referral.perWtePerYear": 0 })).toEqual([]);
    expect(changing({ "team.hoursPerDay": 1, "team.adminShare": 0, "policy.caseloadCap": 1 })).toEqual([]);
    expect(
      changing({ "pathway.firstAppointmentOnly": true, "recruitment.days": 0, "exhaustion.gain": 0 }),
    ).toEqual([]);
  });
});

describe("checkChanges and checkScenario", () => {
  it("checks values alone, or the whole", () => {
    expect(checkChanges({ "gp.Gmin": 2 })).toEqual([]);
    expect(checkScenario({ "gp.Gmin": 2 })).toHaveLength(1);
    expect(checkChanges({ "gp.Gmin": -2, "gp.gmax": 1 })).toHaveLength(2);
    expect(checkChanges(null)).toEqual([
      "changes is null; it must be an object of parameter ids and values.",
    ]);
    expect(checkScenario({}, [{ atWeek: 0, changes: { "team.linkWorkers": 0 } }])).toHaveLength(1);
    expect(checkScenario({ "team.linkWorkers": 9 })).toEqual([]);
  });
});

describe("parseSetting", () => {
  it.each([
    ["team.linkWorkers=8", { id: "team.linkWorkers", value: 8 }],
    [" gp.kB = 1e-3 ", { id: "gp.kB", value: 0.001 }],
    ["team.linkWorkers=-8", { id: "team.linkWorkers", value: -8 }],
    ["policy.caseloadCap=none", { id: "policy.caseloadCap", value: "none" }],
    ["holding.policy=none", { id: "holding.policy", value: "none" }],
    ["holding.function1=off", { id: "holding.function1", value: false }],
    ["handover.warm=true", { id: "handover.warm", value: true }],
  ])("reads %s", (text, setting) => expect(parseSetting(text)).toEqual(setting));

  it.each([
    ["team.linkWorkers", "write it as id=value"],
    ["team.linkWorkers=", 'team.linkWorkers is ""; it must be a whole number'],
    ["team.linkWorkers=many", 'team.linkWorkers is "many"; it must be'],
    ["team.linkWorkers=none", "it must be"],
    ["team.linkWorkers=0x10", "it must be"],
    ["team.linkWorkers=Infinity", "it must be"],
    ["holding.function1=2", "it must be true or false"],
    ["holding.policy=secret", "it must be one of"],
    ["team.linkWorker=8", 'did you mean "team.linkWorkers"?'],
    ["__proto__=8", "is not a parameter"],
  ])("refuses %s", (text, sentence) => {
    expect((parseSetting(text) as { problem: string }).problem).toContain(sentence);
  });
});

describe("resolveStages", () => {
  const changes = { "team.linkWorkers": 9, "referral.perWtePerYear": 250, "run.years": 3 };

  it("keeps levers for week 0, and gives context to the warm-up", () => {
    const [warmUp, start, ...rest] = resolveStages(changes, []);
    expect(rest).toEqual([]);
    expect(warmUp.fromDay).toBe(Number.NEGATIVE_INFINITY);
    expect(warmUp.params).toEqual(withChanges(DEFAULTS, { "referral.perWtePerYear": 250, "run.years": 3 }));
    expect(start).toEqual({ fromDay: 0, params: withChanges(DEFAULTS, changes) });
  });

  it.each<Changes>([{ "run.leversFrom": "start" }, { "run.warmUpYears": 0 }])(
    "has levers from the first day with %j",
    (run) => {
      const [first, second] = resolveStages({ ...changes, ...run }, []);
      expect(first.params.team.linkWorkers).toBe(9);
      expect(second.params).toEqual(first.params);
    },
  );

  it("adds a stage for each week of the timeline, merged in order", () => {
    const stages = resolveStages(changes, [
      { atWeek: 52, changes: { "team.linkWorkers": 7 } },
      { atWeek: 10, changes: { "referral.multiplier": 2, "team.linkWorkers": 8 } },
      { atWeek: 52, changes: { "team.linkWorkers": 6 } },
      { atWeek: 0, changes: { "handover.warm": true } },
    ]);
    const told = stages.map(({ fromDay, params }) => [
      fromDay,
      params.team.linkWorkers,
      params.referral.multiplier,
      params.handover.warm,
    ]);
    expect(told).toEqual([
      [Number.NEGATIVE_INFINITY, 7, 1, false],
      [0, 9, 1, true],
      [50, 8, 2, true],
      [260, 6, 2, true],
    ]);
  });
});

describe("nearest", () => {
  it("counts insertions, deletions and replacements", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("same", "same")).toBe(0);
  });
  it("suggests nothing that is far off", () => {
    expect(nearest("extend", ["id", "extends"])).toBe("extends");
    expect(nearest("comment", ["id", "extends"])).toBeUndefined();
    expect(nearest("x".repeat(5000), ["id"])).toBeUndefined();
  });
});

const folder = new URL("../../scenarios/", import.meta.url);
const json = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.includes(".schema."));

describe("our own scenarios", () => {
  const library = new Map(names.map((name) => [name.replace(".json", ""), json(name)]));

  it.each(names)("%s can be run, asks a question and gives a reason for each change", (name) => {
    const file = json(name);
    const read = scenario(file, Object.fromEntries(library));
    expect(`${read.id}.json`).toBe(name);
    expect(file.$schema).toBe("./scenario.schema.json");
    expect(read.question).toMatch(/\?$/);
    expect(read.name.length).toBeLessThan(70);
    expect(Object.keys(read.reasons).sort()).toEqual(Object.keys(read.changes).sort());
    if (name !== "baseline.json") expect(file.extends).toBe("baseline");
  });

  it("change nothing in the baseline, and something in every other", () => {
    const labels = names.map((name) => scenario(json(name), Object.fromEntries(library)));
    expect(labels.find(({ id }) => id === "baseline")?.changes).toEqual({});
    expect(labels.filter(({ changes }) => Object.keys(changes).length === 0)).toHaveLength(1);
    expect(new Set(labels.map(({ name }) => name)).size).toBe(names.length);
  });

  it("cover what was asked for", () => {
    const asked = [
      "baseline",
      "holding-unrecognised",
      "holding-recognised",
      "holding-time-limited",
      "no-holding",
      "training",
      "supervision-4h",
      "supported-and-recognised",
      "one-more-link-worker",
      "one-fewer-link-worker",
      "caseload-cap-40",
      "services-plus-20",
      "services-minus-20",
      "grant-ends-after-one-year",
      "recruitment-faster",
      "recruitment-slower",
      "warm-handover",
      "triage-simple-half",
      "peer-support",
      "holding-function-1-off",
      "holding-function-2-off",
      "holding-function-3-off",
      "holding-function-4-off",
      "study-setting",
    ];
    expect(names.map((name) => name.replace(".json", "")).sort()).toEqual([...asked].sort());
  });
});

describe("scenarioSchema", () => {
  it("is what scenarios/scenario.schema.json holds (to renew it: npm run -s holdfast -- schema)", () => {
    expect(json("scenario.schema.json")).toEqual(scenarioSchema());
  });

  it("knows every parameter, and only those that may change in the timeline there", () => {
    const { $defs } = scenarioSchema() as { $defs: Record<string, { properties: object }> };
    expect(Object.keys($defs.changes.properties)).toEqual(PARAMETERS.map(({ id }) => id));
    const later = PARAMETERS.filter(({ timeline }) => timeline).map(({ id }) => id);
    expect(Object.keys($defs.changesDuringTheRun.properties)).toEqual(later);
  });

  it("accepts every parameter at its default and at both limits", () => {
    for (const { id, default: value, limits, kind } of PARAMETERS) {
      const values = kind === "number" || kind === "integer" ? [value, ...limits] : [value];
      for (const each of values) {
        expect(schemas().changes.safeParse({ [id]: each }).success, `${id} = ${each}`).toBe(true);
      }
    }
  });
});

it("reads nothing from the library unless asked", () => {
  expect(readScenario(head, nothing)).toHaveProperty("scenario");
});
