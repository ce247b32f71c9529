/** The random numbers themselves (docs/model.md, section 4). */
import { DRAW_NAMES, Draw } from "../../draws";
import { Streams } from "../../kernel/streams";
import type { Check, Finding } from "../check";
import { countsFinding, normalFinding } from "../finding";

const KEYS = 300_000;
/** Persons' numbers are this far apart, so that a person can be referred again under a key of its own. */
const REFERRALS_PER_PERSON = 64;
const BINS = 1000;
const SIDE = 50;

/** Chi-square of 300,000 numbers in 1,000 equal bins. */
function evenness(name: string, numbers: Float64Array): Finding {
  const counts = new Float64Array(BINS);
  for (const u of numbers) counts[Math.floor(u * BINS)]++;
  return countsFinding(`${name}: evenly spread`, counts, () => KEYS / BINS);
}

/** Chi-square of pairs on a grid, and their correlation. */
function independence(name: string, a: Float64Array, b: Float64Array): Finding[] {
  const counts = new Float64Array(SIDE * SIDE);
  let product = 0;
  a.forEach((u, i) => {
    counts[Math.floor(u * SIDE) * SIDE + Math.floor(b[i] * SIDE)]++;
    product += (u - 0.5) * (b[i] - 0.5);
  });
  return [
    countsFinding(`${name}: pairs evenly spread`, counts, () => KEYS / (SIDE * SIDE)),
    normalFinding(`${name}: correlation`, "", 0, (12 * product) / KEYS, 1 / Math.sqrt(KEYS)),
  ];
}

const keysCheck: Check = {
  id: "KEYS",
  family: "Random numbers",
  title: "Random numbers of 300,000 keys: evenly spread, and unrelated to their neighbours",
  reduction: "No run of the model: the numbers that every draw is made of.",
  source: "Pearson (1900), chi-square; L'Ecuyer and Simard (2007)",
  settings: {},
  observe({ seed }) {
    const streams = (of: string, replication: number): Streams => new Streams(of, replication, DRAW_NAMES);
    const own = streams(seed, 0);
    const next = streams(seed, 1);
    const other = streams(`${seed} `, 0);
    const take = (number: (i: number) => number): Float64Array =>
      Float64Array.from({ length: KEYS }, (_, i) => number(i));
    const patients = take((i) => own.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 0));
    const draws = take((i) => own.uniform(Draw.Class, 1, i));
    const neighbours: Record<string, Float64Array> = {
      "next patient": take((i) => own.uniform(Draw.Class, (i + 1) * REFERRALS_PER_PERSON, 0)),
      "same patient referred again": take((i) => own.uniform(Draw.Class, i * REFERRALS_PER_PERSON + 1, 0)),
      "next draw": take((i) => own.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 1)),
      "next decision": take((i) => own.uniform(Draw.Distress, i * REFERRALS_PER_PERSON, 0)),
      "next replication": take((i) => next.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 0)),
      "another seed": take((i) => other.uniform(Draw.Class, i * REFERRALS_PER_PERSON, 0)),
    };
    return [
      evenness("patients", patients),
      evenness("draws of one patient", draws),
      ...Object.entries(neighbours).flatMap(([name, numbers]) => independence(name, patients, numbers)),
    ];
  },
};

export const keyChecks: readonly Check[] = [keysCheck];
