/** Parameters that are right on their own and do not fit together. */
import { WD_PER_WEEK } from "../calendar";
import { overheadShare } from "../derived";
import { type Params, parameterById } from "../parameters";
import { resolveStages } from "./stages";
import type { Scenario, Stage } from "./types";

/**
 * People have 26 bits of the key that their draws are looked up by, shared by the layers in which candidate referrals
 * come (see mechanisms/referral.ts).
 */
const MOST_REFERRALS = Math.floor(2 ** 26 / parameterById("referral.multiplier").limits[1]);

interface Check {
  /** Starts of the ids that take part: "patients.classShares" covers its elements. */
  readonly ids: readonly string[];
  /** A sentence, or null when all is well. */
  readonly problem: (params: Params) => string | null;
}

const shown = (value: number, digits = 6): string =>
  value.toLocaleString("en-GB", { maximumSignificantDigits: digits });
const unless = (right: boolean, sentence: string): string | null => (right ? null : sentence);

function sharesCheck(id: string, parts: string, shares: (params: Params) => readonly number[]): Check {
  return {
    ids: [id],
    problem: (params) => {
      const sum = shares(params).reduce((a, b) => a + b, 0);
      return unless(
        Math.abs(sum - 1) < 1e-6,
        `${id} (${parts}) sum to ${shown(sum)}; the shares must sum to 1.`,
      );
    },
  };
}

const CHECKS: readonly Check[] = [
  sharesCheck("patients.classShares", "low, moderate, high", (params) => params.patients.classShares),
  sharesCheck("services.shares", "1, 2, 3", (params) => params.services.shares),
  {
    ids: ["exhaustion.burnoutOn", "exhaustion.burnoutOff"],
    problem: ({ exhaustion: { burnoutOn, burnoutOff } }) =>
      unless(
        burnoutOff < burnoutOn,
        `exhaustion.burnoutOff is ${shown(burnoutOff)}; it must be below exhaustion.burnoutOn, ${shown(burnoutOn)}.`,
      ),
  },
  {
    ids: ["exhaustion.averageFloor", "exhaustion.averageThreshold"],
    problem: ({ exhaustion: { averageFloor, averageThreshold } }) =>
      unless(
        averageFloor < averageThreshold,
        `exhaustion.averageFloor is ${shown(averageFloor)}; it must be below exhaustion.averageThreshold, ${shown(averageThreshold)}.`,
      ),
  },
  {
    ids: ["gp.Gmin", "gp.Gmax"],
    problem: ({ gp }) =>
      unless(
        gp.Gmin <= gp.Gmax,
        `gp.Gmin is ${shown(gp.Gmin)}; it must not be above gp.Gmax, ${shown(gp.Gmax)}.`,
      ),
  },
  {
    ids: ["work.otMax", "work.kOT"],
    problem: ({ work: { otMax, kOT } }) =>
      unless(
        otMax * kOT <= 1,
        `work.otMax × work.kOT is ${shown(otMax * kOT)}; it must be at most 1, or recovery would be negative.`,
      ),
  },
  {
    ids: ["team.hoursPerDay", "team.adminShare", "support"],
    problem: (params) =>
      unless(
        overheadShare(params) < 1,
        "team.adminShare, supervision, peer support and training together take all of the paid hours " +
          `(${shown(params.team.hoursPerDay)} a day); some must be left for contacts.`,
      ),
  },
  {
    ids: ["services.capacityMultiplier", "services.places"],
    problem: ({ services: { capacityMultiplier, places } }) =>
      unless(
        capacityMultiplier > 0 || places.every(Number.isFinite),
        'services.capacityMultiplier is 0 while services.places are "none"; unlimited places cannot be scaled to 0.',
      ),
  },
  {
    ids: ["run", "referral.perWtePerYear", "team.referenceLinkWorkers", "gp.Gmax"],
    problem: ({ run, referral, team, gp }) => {
      const perYear = team.referenceLinkWorkers * referral.perWtePerYear * gp.Gmax;
      const people = perYear * (run.years + run.warmUpYears);
      return unless(
        people <= MOST_REFERRALS,
        `The run would have up to ${shown(people, 2)} referrals; at most ${shown(MOST_REFERRALS)} fit: ` +
          "lower run.years, referral.perWtePerYear or team.referenceLinkWorkers.",
      );
    },
  },
];

/**
 * Sentences on what does not fit together, at the start, in the warm-up and after every change of the timeline.
 * Checks that involve one of `wrongIds`, which has been refused already, are left out.
 */
export function inconsistencies(
  { changes, timeline }: Pick<Scenario, "changes" | "timeline">,
  wrongIds: ReadonlySet<string>,
): string[] {
  const involved = (start: string): boolean =>
    [...wrongIds].some((id) => id === start || id.startsWith(`${start}.`));
  const checks = CHECKS.filter(({ ids }) => !ids.some(involved));
  const [warmUp, ...stages] = resolveStages(changes, timeline);
  const said = new Set<string>();
  return [...stages, warmUp].flatMap((stage) =>
    checks.flatMap(({ problem }) => {
      const sentence = problem(stage.params);
      if (sentence === null || said.has(sentence)) return [];
      said.add(sentence);
      return [from(stage) + sentence];
    }),
  );
}

function from({ fromDay }: Stage): string {
  if (fromDay === 0) return "";
  return fromDay < 0 ? "During the warm-up: " : `From week ${fromDay / WD_PER_WEEK}: `;
}
