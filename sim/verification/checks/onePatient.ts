/** One patient's way and distress, followed step by step (docs/model.md, sections 7.1 to 7.3). */
import { Entry } from "../../record/eventLog";
import { Contact } from "../../record/totals";
import type { Sim } from "../../sim";
import type { Check } from "../check";
import { exactFinding } from "../finding";
import { QUIET_WORDS, referrals, SERVICE_LINE, SERVICE_LINE_WORDS, UNLIMITED } from "../reductions";
import { goldenPath, grown, type Step } from "../theory/patients";
import { Reader } from "../watch";

const Q1 = { d0: 0.5, g: 0.002, interval: 60, relief: 0.1 };
/** The largest difference of distress from its closed form, over every holding contact, and how many there were. */
class DistressCheck extends Reader {
  contacts = 0;
  error = 0;
  private readonly known = new Map<number, { d: number; at: number }>();

  constructor() {
    super((_, { time, entry, patient, detail, value }) => {
      if (entry === Entry.Referred) this.known.set(patient, { d: Q1.d0, at: time });
      const before = this.known.get(patient);
      if (entry !== Entry.ContactEnded || before === undefined) return;
      const relief = detail === Contact.Holding3 ? Q1.relief : 0;
      before.d = grown(before.d, Q1.g, time - before.at) * (1 - relief);
      before.at = time;
      this.contacts++;
      this.error = Math.max(this.error, Math.abs(value - before.d));
    }, true);
  }
}

const distressCheck: Check = {
  id: "Q1",
  family: "Distress, closed form",
  title: "Distress grows while need is unmet, and every contact relieves it by its share",
  reduction: `${SERVICE_LINE_WORDS} No service fits anybody; contacts every 60 working days.`,
  source: "Exact solution of dd/dt = g (1 − d)",
  settings: {
    ...SERVICE_LINE,
    ...referrals(0.2),
    "pathway.holdOnly.low": 1,
    "pathway.holdOnly.moderate": 1,
    "pathway.holdOnly.high": 1,
    "holding.holdOnlyDays": 1e6,
    "holding.intervalDays.3": Q1.interval,
    "patients.initialDistress.low": Q1.d0,
    "patients.initialDistress.moderate": Q1.d0,
    "patients.initialDistress.high": Q1.d0,
    "patients.d0Spread": 0,
    "patients.distressDrift": Q1.g,
    "contact.relief.first": 0,
    "contact.relief.h3": Q1.relief,
  },
  observe(lab) {
    const { error, contacts, atSixty } = lab.sample(
      { replications: 1, days: 2600, watch: () => new FirstContacts() },
      (_, watcher) => ({ error: watcher.error, contacts: watcher.contacts, atSixty: watcher.atSixty }),
    );
    const expected = grown(Q1.d0, Q1.g, Q1.interval);
    return [
      exactFinding("distress after 60 days without a contact", "0–1", expected, atSixty[0], 1e-12),
      exactFinding(`largest error over ${contacts[0]} contacts`, "0–1", 0, error[0], 1e-12),
    ];
  },
};

/** Also takes down what distress was just before the first holding contact. */
class FirstContacts extends DistressCheck {
  atSixty = Number.NaN;

  override add(time: number, entry: Entry, patient: number, place: number, detail = 0, value = 0): void {
    super.add(time, entry, patient, place, detail, value);
    const isFirst = Number.isNaN(this.atSixty) && entry === Entry.ContactEnded && detail === Contact.Holding3;
    if (isFirst) this.atSixty = value / (1 - Q1.relief);
  }
}

const Z1 = { hoursPerDay: 5, g: 0.002, d0: 0.5, lead: 10, delay: 10, gap: 25, hours: [1.5, 0.75] };
const PATH: readonly Step[] = [
  { after: Z1.lead, hours: Z1.hours[0], relief: 0.1, weight: 1, needMet: false },
  { after: Z1.delay, hours: Z1.hours[1], relief: 0.05, weight: 0.5, needMet: true },
  { after: Z1.delay, hours: Z1.hours[1], relief: 0.05, weight: 0.5, needMet: true },
  { after: Z1.gap, hours: Z1.hours[1], relief: 0.05, weight: 0.5, needMet: true },
];

/** Contacts of the first patient who has the link worker to themselves from referral to close. */
class GoldenPath extends Reader {
  ends: number[] = [];
  distress: number[] = [];
  hours = 0;
  load = 0;
  length = Number.NaN;
  private since = 0;
  private open = 0;
  private alone = false;

  constructor() {
    super((sim, row) => {
      if (Number.isNaN(this.length)) this.follow(sim, row.entry, row.time, row.value, row.detail);
    }, true);
  }

  private follow(
    { state: { workers } }: Sim,
    entry: Entry,
    time: number,
    value: number,
    detail: number,
  ): void {
    if (entry === Entry.Referred) {
      this.alone = this.open++ === 0;
      Object.assign(this, { ends: [], distress: [], hours: 0, load: 0, since: time });
    } else if (entry === Entry.ContactBegan) this.hours += value;
    else if (entry === Entry.ContactEnded) {
      this.ends.push(time - this.since);
      this.distress.push(value);
      // The load of the day has just grown by this contact's, and no two contacts fall on one day.
      this.load += workers.dayEmotionalLoad[0];
    } else if (entry === Entry.Closed) {
      this.open--;
      if (this.alone && detail >= 0) this.length = time - this.since;
    }
  }
}

const goldenCheck: Check = {
  id: "Z1",
  family: "One patient's way, by hand",
  title: "One patient and one link worker: every time and every distress on the way",
  reduction: `${QUIET_WORDS} Contacts have fixed lengths in days of five contact hours; everybody is ready, needs a service and finds a place.`,
  source: "Worked out by hand",
  settings: {
    ...SERVICE_LINE,
    ...UNLIMITED,
    ...referrals(0.1 / 260),
    "team.hoursPerDay": 7.5,
    "team.adminShare": 1 / 3,
    "team.linkWorkers": 1,
    "contact.distribution": "deterministic",
    "contact.hours.first": Z1.hours[0],
    "contact.hours.core": Z1.hours[1],
    "referral.bookingLeadDays": Z1.lead,
    "pathway.core1Delay": Z1.delay,
    "pathway.core2Delay": Z1.delay,
    "pathway.followUpGapDays": Z1.gap,
    "pathway.followUps": 2,
    "patients.initialDistress.low": Z1.d0,
    "patients.initialDistress.moderate": Z1.d0,
    "patients.initialDistress.high": Z1.d0,
    "patients.d0Spread": 0,
    "patients.distressDrift": Z1.g,
  },
  observe(lab) {
    const theory = goldenPath(Z1.d0, Z1.g, Z1.hoursPerDay, PATH);
    const model = lab.sample(
      { replications: 1, days: 260 * 300, watch: () => new GoldenPath() },
      (_, { ends, distress, hours, load, length }) => ({
        hours,
        load,
        length,
        ...Object.fromEntries(PATH.map((_, i) => [`end${i}`, ends[i]])),
        ...Object.fromEntries(PATH.map((_, i) => [`distress${i}`, distress[i]])),
      }),
    ) as Readonly<Record<string, readonly number[]>>;
    const exact = (quantity: string, unit: string, expected: number, name: string) =>
      exactFinding(quantity, unit, expected, model[name][0], 1e-9);
    const last = theory.contacts[theory.contacts.length - 1];
    return [
      ...theory.contacts.flatMap(({ end, distress }, i) => [
        exact(`contact ${i + 1} ends`, "working days from referral", end, `end${i}`),
        exact(`distress after contact ${i + 1}`, "0–1", distress, `distress${i}`),
      ]),
      exact("length of the case", "working days", last.end, "length"),
      exact("emotional load in all", "weighted contacts", theory.load, "load"),
      exact("contact hours in all", "hours", theory.hours, "hours"),
    ];
  },
};

export const onePatientChecks: readonly Check[] = [distressCheck, goldenCheck];
