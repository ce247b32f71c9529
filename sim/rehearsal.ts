/**
 * A few simulated weeks before the first replication, thrown away. A JavaScript engine that has compiled a mechanism
 * for the objects it has seen so far throws the machine code away when an object turns out to hold more: a total that
 * is not whole, parameters that change with a stage. In the course of a replication that is nearly all of the code, two
 * or three times over. A rehearsal shows what there is before anything is compiled (docs/performance.md).
 */
import { WD_PER_WEEK, WD_PER_YEAR } from "./calendar";
import { MEASURES } from "./record/measures";
import { replicate } from "./replicate";
import { resolveStages } from "./scenario/stages";
import { WarmUps } from "./warmUps";

const YEARS = (4 * WD_PER_WEEK) / WD_PER_YEAR;
const SHORT = { "run.years": YEARS, "run.warmUpYears": YEARS };
/** Two teams, of which one has fractions where the other has whole numbers. */
const TEAMS = [SHORT, { ...SHORT, "team.linkWorkers": 9, "support.supervisionHoursPerMonth": 2.5 }];
const REPLICATIONS = 2;

/** Runs small teams for a few weeks; nothing of it is kept, and no result depends on it. */
export function rehearse(): void {
  const warmUps = new WarmUps();
  for (const changes of TEAMS) {
    const stages = resolveStages(changes, []);
    for (let r = 0; r < REPLICATIONS; r++) {
      const { recorded } = replicate(stages, "rehearsal", r, { weekly: true, warmUps });
      for (const measure of MEASURES) measure.take(recorded);
    }
  }
}
