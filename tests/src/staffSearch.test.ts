/** The search for the smallest safe team, on teams whose true shares are known. */
import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { type Verdict, verdictOf } from "../../sim/statistics/selection";
import {
  type Draw,
  fewestFutures,
  looks,
  outcomeOf,
  type SearchRule,
  search,
  searchRule,
} from "../../src/experiment/staffSearch";

/** Futures of teams with these true shares; all teams have the same luck in a future, as in the model. */
function futuresOf(shares: readonly number[], seed: string): Draw {
  const random = seedrandom.alea(seed);
  const luck: number[] = [];
  return async (teams, futures) => {
    while (luck.length < futures) luck.push(random());
    return teams.map((t) => luck.slice(0, futures).filter((u) => u < shares[t]).length);
  };
}

async function verdictsOn(shares: readonly number[], rule: SearchRule, seed: string): Promise<Verdict[]> {
  const tallies = await search(shares.length, rule, futuresOf(shares, seed));
  return tallies.map((tally) => verdictOf(tally, rule));
}

/** Whether a verdict on any team is wrong. */
const isWrong = (verdicts: readonly Verdict[], shares: readonly number[], asked: number): boolean =>
  verdicts.some((verdict, t) => verdict === (shares[t] >= asked ? "fails" : "meets"));

async function shareOf(repetitions: number, happens: (seed: string) => Promise<boolean>): Promise<number> {
  let count = 0;
  for (let i = 0; i < repetitions; i++) if (await happens(`repetition ${i}`)) count++;
  return count / repetitions;
}

const MOST = 400;
const REPETITIONS = 1000;
/** Three standard errors of a share of 5% over so many repetitions. */
const TOLERANCE = 3 * Math.sqrt((0.05 * 0.95) / REPETITIONS);

describe("looks", () => {
  test("come at numbers fixed beforehand, ever further apart, the last at the most", () => {
    expect(looks(400)).toEqual([20, 30, 50, 80, 120, 180, 270, 400]);
    expect(looks(20)).toEqual([20]);
    expect(looks(7)).toEqual([7]);
  });

  test("and teams share the error that is allowed in all", () => {
    expect(searchRule(10, 0.8, 400, 0.05).error).toBeCloseTo(0.05 / 80, 15);
  });
});

describe("over many searches", () => {
  /** The hardest case: shares at what is asked, and just below. */
  const hard = [0.6, 0.79, 0.8, 0.8, 0.95];

  test("the error is controlled where teams are at what is asked, or just below", async () => {
    const rule = searchRule(hard.length, 0.8, MOST, 0.05);
    const wrong = await shareOf(REPETITIONS, async (seed) =>
      isWrong(await verdictsOn(hard, rule, seed), hard, 0.8),
    );
    expect(wrong).toBeLessThanOrEqual(0.05 + TOLERANCE);
  });

  test("which it would not be without splitting it over looks and teams", async () => {
    const naive = { share: 0.8, most: MOST, error: 0.05 };
    const wrong = await shareOf(REPETITIONS, async (seed) =>
      isWrong(await verdictsOn(hard, naive, seed), hard, 0.8),
    );
    expect(wrong).toBeGreaterThan(0.05 + TOLERANCE);
  });

  test("the answer and the runner-up are found where shares differ clearly", async () => {
    const clear = [0.4, 0.65, 0.96, 0.98, 0.99];
    const rule = searchRule(clear.length, 0.8, MOST, 0.05);
    const right = await shareOf(REPETITIONS / 4, async (seed) => {
      const { answer, runnerUp, untold } = outcomeOf(await verdictsOn(clear, rule, seed));
      return answer === 2 && runnerUp === 3 && untold.length === 0;
    });
    expect(right).toBeGreaterThanOrEqual(0.95 - 2 * TOLERANCE);
  });
});

describe("one search", () => {
  test("does not take it for granted that more is better", async () => {
    const shares = [0.99, 0.3, 0.99, 0.2];
    const verdicts = await verdictsOn(shares, searchRule(4, 0.8, MOST, 0.05), "s");
    expect(outcomeOf(verdicts)).toEqual({ answer: 0, runnerUp: 2, untold: [] });
    expect(verdicts[1]).toBe("fails");
  });

  test("runs no futures of teams in blocks beyond the runner-up, and the most at most", async () => {
    const shares = [0.2, 0.99, 0.8, 0.99, 0.99, 0.99];
    const tallies = await search(6, searchRule(6, 0.8, MOST, 0.05), futuresOf(shares, "s"));
    expect(tallies[2].futures).toBe(MOST);
    expect(tallies.slice(4)).toEqual([
      { futures: 0, met: 0 },
      { futures: 0, met: 0 },
    ]);
  });

  test("says what cannot be told, before an answer and without one", () => {
    expect(outcomeOf(["fails", "open", "meets", "open", "meets", "open"])).toEqual({
      ...{ answer: 2, runnerUp: 4 },
      untold: [1, 3],
    });
    expect(outcomeOf(["fails", "open"])).toEqual({ answer: null, runnerUp: null, untold: [1] });
    expect(outcomeOf(["fails", "fails"])).toEqual({ answer: null, runnerUp: null, untold: [] });
  });

  test("needs as many futures as it takes for a team that always meets it to be shown to", async () => {
    const fewest = fewestFutures(5, 0.8, 0.05);
    const always = [1, 1, 1, 1, 1];
    const answer = async (most: number) =>
      outcomeOf(await verdictsOn(always, searchRule(5, 0.8, most, 0.05), "s")).answer;
    expect(await answer(fewest)).toBe(0);
    expect(await answer(fewest - 1)).toBeNull();
  });
});
