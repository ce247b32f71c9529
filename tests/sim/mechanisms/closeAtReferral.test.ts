/** Closing at referral (docs/model.md, section 7.3): link workers let go of patients who join a service's queue. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../../sim/batch";
import { Entry, EventLog, type LogRow } from "../../../sim/record/eventLog";
import { Contact, Exit } from "../../../sim/record/totals";
import { replicate } from "../../../sim/replicate";
import { type Changes, resolveStages } from "../../../sim/scenario";
import { PLAIN, referralsPerDay } from "../support/presets";

const SHORT: Changes = { "run.leversFrom": "start", "run.warmUpYears": 0, "run.years": 2 };

function run(changes: Changes) {
  const log = new EventLog();
  const { recorded } = replicate(resolveStages(changes, []), "letting go", 0, { log });
  return { ...recorded, rows: log.rows };
}
const of = (rows: readonly LogRow[], ...entries: Entry[]) =>
  rows.filter(({ entry }) => entries.includes(entry));

describe("with pathway.closeAtReferral", () => {
  const { totals, rows } = run({ ...SHORT, "pathway.closeAtReferral": true });

  test("every patient who joins a queue is let go in that moment, and has no contact after", () => {
    const joined = of(rows, Entry.JoinedQueue);
    const letGo = of(rows, Entry.LetGo);
    expect(joined.length).toBeGreaterThan(300);
    expect(letGo.map(({ patient, time }) => [patient, time])).toEqual(
      joined.map(({ patient, time }) => [patient, time]),
    );
    const since = new Map(letGo.map(({ patient, time }) => [patient, time]));
    const after = of(rows, Entry.Assigned, Entry.ContactBegan).filter(
      ({ patient, time }) => time > (since.get(patient) ?? Number.POSITIVE_INFINITY),
    );
    expect(after).toEqual([]);
    expect(totals.contacts[Contact.Holding1]).toBe(0);
  });

  test("the referral closes as connected in the moment in which the service starts", () => {
    expect(totals.exits[Exit.Connected]).toBe(totals.serviceStarts.reduce((a, b) => a + b, 0));
    const started = new Map(of(rows, Entry.ServiceStarted).map(({ patient, time }) => [patient, time]));
    const closed = of(rows, Entry.Closed).filter(({ detail }) => detail === Exit.Connected);
    expect(closed.length).toBeGreaterThan(100);
    for (const { patient, time, place } of closed) {
      expect(started.get(patient)).toBe(time);
      expect(place).toBe(-1);
    }
  });

  test("caseloads are lighter and more give up in the queue, since nobody holds them there", () => {
    const held = run(SHORT).totals;
    expect(totals.openCaseDays).toBeLessThan(0.7 * held.openCaseDays);
    expect(totals.exits[Exit.Disengaged]).toBeGreaterThan(held.exits[Exit.Disengaged]);
  });
});

test("whoever is let go comes before whoever is taken on in the room just made", () => {
  const { rows, totals } = run({
    ...PLAIN,
    ...SHORT,
    ...referralsPerDay(2),
    "pathway.closeAtReferral": true,
    "policy.caseloadCap": 1,
    "team.linkWorkers": 1,
    "contact.distribution": "exponential",
    "contact.hours.first": 0.45,
    "contact.hours.core": 0,
    "pathway.core1Delay": 0,
    "services.disengageRate": 0,
  });
  expect(totals.waited).toBeGreaterThan(0.5 * totals.seen);
  const order = (entry: Entry) => of(rows, entry).map(({ patient }) => patient);
  // One server, first come first served: nobody's first contact begins before the one before has been let go.
  const seen = of(rows, Entry.LetGo, Entry.ContactBegan).map(({ entry, patient }) => [entry, patient]);
  const needService = new Set(order(Entry.LetGo));
  const theirs = seen.filter(([, patient]) => needService.has(patient));
  theirs.forEach(([entry, patient], i) => {
    if (entry === Entry.LetGo) expect(theirs[i - 1]).toEqual([Entry.ContactBegan, patient]);
  });
  expect(order(Entry.JoinedQueue)).toEqual(order(Entry.LetGo));
});

test("is off by default, and changes no number there", () => {
  const job = { timeline: [], seed: "defaults", firstReplication: 0, replications: 1, weekly: false };
  const changes = { "run.years": 1, "run.warmUpYears": 0.5 };
  const spelledOut = runBatch({ ...job, changes: { ...changes, "pathway.closeAtReferral": false } });
  expect(spelledOut.measures).toEqual(runBatch({ ...job, changes }).measures);
});
