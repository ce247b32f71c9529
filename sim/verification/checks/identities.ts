/** Laws that hold in every run, at the default parameters: Little's law in every queue, and conservation (docs/model.md, end). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import type { Changes } from "../../scenario";
import type { Sim } from "../../sim";
import { Phase, Step } from "../../state";
import type { Check, Finding } from "../check";
import { exactFinding } from "../finding";
import { DayWatch, Reader, TimeAverages, Together } from "../watch";

/** Levers from the first day, so that nothing changes in the instant when recording begins. */
const EVERYTHING: Changes = { "run.leversFrom": "start" };
const SERVICES = [0, 1, 2];
/** A sum of some 100,000 times, taken in two orders. */
const ROUNDING = 1e-9;

/** Where a patient waits or stays: patient-days in each place, from the diary alone. */
class Stays extends Reader {
  readonly days = new Map<string, number>();
  private readonly since = new Map<string, Map<number, number>>();
  private readonly starts = new Map<number, number[]>();
  private from = 0;

  constructor(private readonly until: number) {
    super((sim, row) => {
      this.from = sim.recordsFrom;
      this.read(row.entry, row.patient, row.time, row.place);
    }, true);
  }

  private read(entry: Entry, patient: number, time: number, place: number): void {
    switch (entry) {
      case Entry.Referred:
        this.enter("system", patient, time);
        return this.enter("list", patient, time);
      case Entry.Assigned:
        this.leave("list", patient, time);
        return this.enter("caseload", patient, time);
      case Entry.Orphaned:
        this.leave("caseload", patient, time);
        return this.enter("list", patient, time);
      case Entry.JoinedQueue:
        return this.enter(`queue${place}`, patient, time);
      case Entry.ServiceStarted:
        this.start(place, time);
        return this.leave(`queue${place}`, patient, time);
      case Entry.PlaceFreed:
        return this.free(place, time);
      case Entry.Closed:
        for (const name of this.since.keys()) this.leave(name, patient, time);
    }
  }

  private start(place: number, time: number): void {
    const started = this.starts.get(place) ?? [];
    started.push(time);
    this.starts.set(place, started);
  }

  /** Which of those who stay leaves does not matter to the sum. */
  private free(place: number, time: number): void {
    const started = this.starts.get(place)?.pop();
    if (started !== undefined) this.count(`places${place}`, started, time);
  }

  private enter(name: string, patient: number, time: number): void {
    const inside = this.since.get(name) ?? new Map<number, number>();
    this.since.set(name, inside.set(patient, time));
  }

  private leave(name: string, patient: number, time: number): void {
    const since = this.since.get(name)?.get(patient);
    if (since === undefined) return;
    this.since.get(name)?.delete(patient);
    this.count(name, since, time);
  }

  private count(name: string, since: number, time: number): void {
    const days = Math.max(0, time - Math.max(since, this.from));
    this.days.set(name, (this.days.get(name) ?? 0) + days);
  }

  /** Patient-days of a place; whoever is still there counts up to the end. */
  total(name: string): number {
    for (const patient of [...(this.since.get(name)?.keys() ?? [])]) this.leave(name, patient, this.until);
    const place = Number(name.slice(-1));
    if (name.startsWith("places"))
      for (const start of this.starts.get(place) ?? []) this.count(name, start, this.until);
    return this.days.get(name) ?? 0;
  }
}

const littleCheck: Check = {
  id: "LITTLE",
  family: "Little's law",
  title: "Number present = rate of arrivals × mean stay: in every queue, on the caseload, in the system",
  reduction: `Not reduced: every feedback on, at the defaults but for a caseload cap of 40, so that there is a waiting list, and contacts without time for those in a service's queue, so that nobody leaves it in the middle of one. Numbers are averaged over time as they change; stays are added up from the diary, those cut off by the record's ends counted up to there, so that both sides are equal but for rounding.`,
  source: "Little (1961); exact over any period: Stidham (1974)",
  settings: {
    ...EVERYTHING,
    "policy.caseloadCap": 40,
    "contact.holdingHours.1": 0,
    "contact.holdingHours.4": 0,
    "handover.hoursCold": 0,
  },
  observe(lab) {
    const [settling, days] = [520, 1300];
    const places = SERVICES.flatMap((s) => [`queue${s}`, `places${s}`]);
    const averages = (): TimeAverages =>
      new TimeAverages(places.length, ({ state: { serviceQueues, occupied } }, values) =>
        values.set(SERVICES.flatMap((s) => [serviceQueues.length[s], occupied[s]])),
      );
    const model = lab.sample(
      { replications: 1, days, settling, watch: () => new Together(new Stays(days + settling), averages()) },
      ({ totals: t }, { first: stays, second }) => {
        const counted: Record<string, number> = {
          system: t.inSystemDays / t.days,
          list: t.waitingListDays / t.days,
          caseload: t.openCaseDays / t.days,
          ...Object.fromEntries(places.map((name, i) => [name, second.mean(i)])),
        };
        const entries = Object.entries(counted).flatMap(([name, number]) => [
          [`counted ${name}`, number],
          [`stayed ${name}`, stays.total(name) / t.days],
        ]);
        return Object.fromEntries(entries) as Record<string, number>;
      },
    );
    const words: Record<string, string> = {
      system: "everybody in the system",
      list: "waiting list",
      caseload: "open cases",
      ...Object.fromEntries(SERVICES.map((s) => [`queue${s}`, `queue of community service ${s + 1}`])),
      ...Object.fromEntries(SERVICES.map((s) => [`places${s}`, `in community service ${s + 1}`])),
    };
    return Object.entries(words).map(([name, quantity]): Finding => {
      const expected = model[`stayed ${name}`][0];
      return exactFinding(quantity, "patients", expected, model[`counted ${name}`][0], ROUNDING * expected);
    });
  },
};

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

export const identityChecks: readonly Check[] = [littleCheck, patientsCheck, staffCheck];
