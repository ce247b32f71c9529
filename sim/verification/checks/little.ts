/** Little's law in every queue, on the caseload and in the system, with every feedback on (docs/model.md, end). */
import { Entry } from "../../record/eventLog";
import type { Check, Finding } from "../check";
import { exactFinding } from "../finding";
import { EVERYTHING } from "../reductions";
import { Reader, TimeAverages, Together } from "../watch";

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

export const littleChecks: readonly Check[] = [littleCheck];
