/** Nobody is lost or counted twice, with every feedback on (docs/model.md, end). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Sim } from "../../sim";
import { Phase, Step } from "../../state";
import type { Check, Finding } from "../check";
import { exactFinding } from "../finding";
import { EVERYTHING } from "../reductions";
import { DayWatch, Reader, TimeAverages, Together } from "../watch";

/** A sum of some 100,000 times, taken in two orders. */
const ROUNDING = 1e-9;

/** Many come and go, so that a patient forgotten somewhere would show. */
const RESTLESS: Changes = { ...EVERYTHING, "turnover.baseHazard": 1, "absence.hazard": 0.02 };
const RESTLESS_WORDS =
  "Not reduced: every feedback on, at the defaults but for leaving at a base rate of 1 a year and five times as much absence.";

/** Recounts the tables from scratch at every day's end: how much does not add up. */
class Recount extends DayWatch {
  wrongCaseloads = 0;
  wrongSteps = 0;
  overfull = 0;
  outside = 0;
  recounts = 0;

  constructor() {
    super((sim) => {
      this.recounts++;
      this.recountPatients(sim);
      const { workers, occupied } = sim.state;
      occupied.forEach((taken, s) => {
        if (taken > sim.derived.places[s]) this.overfull++;
      });
      for (let w = 0; w < workers.count; w++)
        if (!(workers.exhaustion[w] >= 0 && workers.exhaustion[w] <= 1)) this.outside++;
    });
  }

  private recountPatients(sim: Sim): void {
    const { patients, workers } = sim.state;
    const cases = new Array<number>(workers.count).fill(0);
    const inRoutineContact = new Set<number>();
    for (let w = 0; w < workers.count; w++) {
      if (workers.busy[w] && workers.contactType[w] !== Contact.Holding4)
        inRoutineContact.add(workers.contactPatient[w]);
    }
    for (let p = 0; p < patients.used; p++) {
      if (patients.phase[p] === Phase.None || patients.phase[p] === Phase.GpPool) continue;
      if (patients.worker[p] >= 0) cases[patients.worker[p]]++;
      if (!patients.closing[p] && tokens(sim, p, inRoutineContact.has(p)) !== 1) this.wrongSteps++;
    }
    cases.forEach((count, w) => {
      if (count !== workers.openCases[w]) this.wrongCaseloads++;
    });
  }
}

/** How many routine steps patient p has: exactly one, if all is well. */
function tokens(
  { state: { patients, waitingList, tasks, serviceQueues }, now }: Sim,
  p: number,
  inContact: boolean,
) {
  const has = [
    waitingList.list[p] >= 0,
    tasks.list[p] >= 0,
    patients.step[p] === Step.Due && patients.dueAt[p] >= now,
    inContact,
    patients.step[p] === Step.InQueue && serviceQueues.list[p] >= 0,
  ];
  return has.filter(Boolean).length;
}

/** The largest amount by which a count is off, in any replication; it must not be off at all. */
const none = (quantity: string, unit: string, values: readonly number[]): Finding =>
  exactFinding(quantity, unit, 0, Math.max(...values.map(Math.abs)), 0);

const patientsCheck: Check = {
  id: "PATIENTS",
  family: "Conservation",
  title: "No patient is lost or counted twice",
  reduction: RESTLESS_WORDS,
  source: "Bookkeeping: every table recounted from scratch at the end of every day",
  settings: RESTLESS,
  observe(lab) {
    const model = lab.sample(
      { replications: 2, days: 780, settling: 260, watch: () => new Recount() },
      ({ totals, inSystemStart, inSystemEnd }, watcher) => ({
        balance: inSystemStart + totals.referrals - totals.exits.reduce((a, b) => a + b, 0) - inSystemEnd,
        caseloads: watcher.wrongCaseloads,
        steps: watcher.wrongSteps,
        overfull: watcher.overfull,
      }),
    );
    return [
      none("present at first + referred − closed − present at last", "patients", model.balance),
      none("caseloads that are not the number of the link worker's patients", "caseloads", model.caseloads),
      none("patients without exactly one routine step", "patients", model.steps),
      none("services with more patients than places", "services", model.overfull),
    ];
  },
};

/** Whether beginnings and ends of burnout alternate for each link worker. */
class Alternation extends Reader {
  outOfTurn = 0;
  begun = 0;
  private readonly burntOut = new Set<number>();

  constructor() {
    super((_, { entry, place }) => {
      if (entry === Entry.BurnoutBegan) {
        this.begun++;
        if (this.burntOut.has(place)) this.outOfTurn++;
        this.burntOut.add(place);
      } else if (entry === Entry.BurnoutEnded && !this.burntOut.delete(place)) this.outOfTurn++;
      else if (entry === Entry.Departed) this.burntOut.delete(place);
    }, true);
  }
}

const staffCheck: Check = {
  id: "STAFF",
  family: "Conservation",
  title: "No link worker is lost or counted twice",
  reduction: RESTLESS_WORDS,
  source: "Bookkeeping",
  settings: RESTLESS,
  observe(lab) {
    const vacant = (): TimeAverages =>
      new TimeAverages(1, ({ state: { workers } }, values) => {
        values[0] = workers.open.reduce((count, open, w) => count + (open && !workers.inPost[w] ? 1 : 0), 0);
      });
    const design = { replications: 2, days: 780, settling: 260 };
    const model = lab.sample(
      { ...design, watch: () => new Together(new Alternation(), vacant()) },
      (r, watcher) => ({
        balance: r.inPostStart + r.totals.hires - r.totals.departures - r.inPostEnd,
        posts: r.totals.postDays,
        filledAndVacant: r.totals.filledPostDays + watcher.second.mean(0) * r.totals.days,
        outOfTurn: watcher.first.outOfTurn,
      }),
    );
    const recounted = lab.sample({ ...design, watch: () => new Recount() }, (_, { outside }) => ({
      outside,
    }));
    const posts = model.posts[0];
    return [
      none("in post at first + hired − departed − in post at last", "people", model.balance),
      exactFinding("post days = filled + vacant", "days", posts, model.filledAndVacant[0], ROUNDING * posts),
      none("beginnings and ends of burnout out of turn", "times", model.outOfTurn),
      none("exhaustion below 0 or above 1 at a day's end", "times", recounted.outside),
    ];
  },
};

export const conservationChecks: readonly Check[] = [patientsCheck, staffCheck];
