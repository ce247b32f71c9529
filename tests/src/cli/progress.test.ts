/** Progress is for people at a terminal, and leaves nothing behind. */
import { expect, test, vi } from "vitest";
import { progressLine } from "../../../src/cli/progress";

test("on a terminal one line is written over, at most ten times a second, and cleared", () => {
  const now = vi.spyOn(performance, "now");
  const written: string[] = [];
  const line = progressLine((text) => written.push(text), true);
  for (const [time, done] of [
    [1000, 10],
    [1050, 20],
    [1150, 30],
  ]) {
    now.mockReturnValue(time);
    line.show({ done, total: 40 });
  }
  line.clear();
  line.clear();
  expect(written).toEqual([
    "\r10 of 40 replications (25%)\x1b[K",
    "\r30 of 40 replications (75%)\x1b[K",
    "\r\x1b[K",
  ]);
  now.mockRestore();
});

test("elsewhere there is none", () => {
  const written: string[] = [];
  const line = progressLine((text) => written.push(text), false);
  line.show({ done: 10, total: 40 });
  line.clear();
  expect(written).toEqual([]);
});
