/** Arms: names that may not stand in a path, and arms that ask for the same. */
import { expect, test } from "vitest";
import { readScenario } from "../../../sim/scenario";
import { fileId, firstAlike, scenarioFile } from "../../../src/output/arms";

const arm = (id: string, changes = {}) => ({ id, changes, timeline: [] });

test.each([
  ["team.linkWorkers=4, capacity=0.7", "team-linkWorkers-4-capacity-0-7"],
  ["../../etc/passwd", "etc-passwd"],
  ["…", "arm"],
  ["x".repeat(200), "x".repeat(80)],
  ["supervision-4h", "supervision-4h"],
])("the id %j is the file name %j", (id, name) => {
  expect(fileId(id)).toBe(name);
});

test("the file of an arm can be run, whatever its id", () => {
  const file = scenarioFile(arm('a "b", c/d', { "team.linkWorkers": 9 }));
  const answer = readScenario(file, () => undefined);
  expect(answer).toMatchObject({ scenario: { name: 'a "b", c/d', changes: { "team.linkWorkers": 9 } } });
});

test("arms that ask for the same are known", () => {
  expect(firstAlike([arm("a"), arm("b", { x: 1 }), arm("c"), arm("d", { x: 1 })])).toEqual([0, 1, 0, 1]);
});
