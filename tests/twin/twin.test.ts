/**
 * Proves that the fast engine and the slow twin, which was written apart from it, tell the same story on the same
 * seeds: every entry of the diary in the same order, about the same people, at the same times, and every link
 * worker's exhaustion, pressure, frustration, training and open cases at every day's end,
 * the notices that weigh on leaving and the practice's burden among them.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { Entry } from "../../sim/record/eventLog";
import { Contact, Exit } from "../../sim/record/totals";
import type { Changes } from "../../sim/scenario";
import { COMPARED, type Course, engineCourse, firstParting, twinCourse } from "./compare";
import { randomSteadyTeam, SETTINGS } from "./settings";

const RANDOM_SETTINGS = 80;

/** Everything that has happened in any of the runs, so that no rule goes untried. */
const happened = { entries: new Set<number>(), contacts: new Set<number>(), exits: new Set<number>() };

function takeIn({ diary }: Course): void {
  for (const { entry, detail } of diary) {
    happened.entries.add(entry);
    if (entry === Entry.ContactBegan) happened.contacts.add(detail);
    if (entry === Entry.Closed) happened.exits.add(detail);
  }
}

describe("the engine and its twin agree, event by event", () => {
  it.each(Object.entries(SETTINGS))("%s", (_, setting) => {
    const engine = engineCourse(setting, 0);
    takeIn(engine);
    expect(engine.diary.length).toBeGreaterThan(5000);
    expect(firstParting(engine, twinCourse(setting, 0))).toBeNull();
  });

  it(`in ${RANDOM_SETTINGS} random settings, rare and impossible ones among them`, () => {
    for (let i = 0; i < RANDOM_SETTINGS; i++) {
      const setting = randomSteadyTeam(i);
      const engine = engineCourse(setting, i);
      takeIn(engine);
      expect(firstParting(engine, twinCourse(setting, i)), `random setting ${i}`).toBeNull();
    }
  });

  it("in which everything has happened that can", () => {
    expect([...happened.entries].sort((a, b) => a - b)).toEqual(COMPARED.map((name) => Entry[name]));
    expect(happened.contacts.size).toBe(Object.keys(Contact).length);
    expect(happened.exits.size).toBe(Object.keys(Exit).length);
  });
});

/** Rules that act seldom or little, and by how little each is changed. */
const SLIGHT: Readonly<Record<string, number>> = {
  "patients.distressDrift": 0.00201,
  "contact.relief.h4": 0.1501,
  "services.dropOutReady": 0.14,
  "work.kOT": 0.51,
  "exhaustion.recovery": 0.0167,
  "exhaustion.slowerRecovery": 0.751,
  "exhaustion.burnoutOff": 0.55,
  "absence.kA": 2.2,
  "absence.coverAfterDays": 5.5,
  "turnover.contagion": 1,
  "turnover.window": 64,
  "recruitment.inductionDays": 86,
  "handover.lostCold": 0.16,
  "gp.tauB": 61,
};

describe("the comparison fails where one rule differs slightly:", () => {
  const { changes: restless } = SETTINGS["people come and go"];
  const changes: Changes = { ...restless, "exhaustion.atStart": 0.62, "absence.meanDays": 10 };
  let engine: Course;
  beforeAll(() => {
    engine = engineCourse({ changes, timeline: [] }, 0);
  });
  it.each(Object.entries(SLIGHT))("%s of %d in the twin alone", (id, value) => {
    const slightlyDifferent = twinCourse({ changes: { ...changes, [id]: value }, timeline: [] }, 0);
    expect(firstParting(engine, slightlyDifferent)).not.toBeNull();
  });
});
