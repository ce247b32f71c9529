/**
 * What one replication counts while it is recorded: sums and time integrals, and nothing derived from them.
 * Every measure (measures.ts) and every weekly column (weekly.ts) is a function of these totals.
 */

/** How a patient's referral ended (docs/model.md, section 2). */
export const Exit = {
  Connected: 0,
  Simple: 1,
  HoldCompleted: 2,
  Declined: 3,
  Reneged: 4,
  Disengaged: 5,
  DroppedOut: 6,
  ReturnedToGp: 7,
  LostAtHandover: 8,
} as const;
export type Exit = (typeof Exit)[keyof typeof Exit];

/** Causes after which a person is back with the GP, need unmet. Who declined or was signposted is not. */
export const UNSUCCESSFUL_EXITS: readonly number[] = [
  Exit.Reneged,
  Exit.Disengaged,
  Exit.DroppedOut,
  Exit.ReturnedToGp,
  Exit.LostAtHandover,
];
export const EXIT_COUNT = 9;

/** Types of contact (docs/model.md, section 7.2). The four holding functions are the last four, in order. */
export const Contact = {
  First: 0,
  Core: 1,
  Simple: 2,
  Handover: 3,
  Holding1: 4,
  Holding2: 5,
  Holding3: 6,
  Holding4: 7,
} as const;
export type Contact = (typeof Contact)[keyof typeof Contact];
export const CONTACT_COUNT = 8;

export interface Totals {
  /** Working days covered so far. */
  days: number;
  referrals: number;
  /** Referrals signposted by triage, which never joined the waiting list. */
  diverted: number;
  /** Patients whose first appointment started, their waits (working days), and how many waited at all. */
  seen: number;
  waitDays: number;
  waited: number;
  exits: Float64Array;
  /** Referrals that started a community service. */
  serviceStarts: Float64Array;
  serviceWaitDays: Float64Array;
  /** Contacts begun, and link workers' hours they took, by type. */
  contacts: Float64Array;
  contactHours: Float64Array;
  /** Link-worker days at the day's end: in post; burnt out; sums of exhaustion and of workload pressure u. */
  workerDays: number;
  burntOutDays: number;
  exhaustionSum: number;
  pressureSum: number;
  burnoutEntries: number;
  notices: number;
  hires: number;
  departures: number;
  postsClosed: number;
  /** Time integrals (count × working days). */
  postDays: number;
  filledPostDays: number;
  absentDays: number;
  busyDays: number;
  waitingListDays: number;
  openCaseDays: number;
  /** Time integral of the number of patients in the system, from referral to close. */
  inSystemDays: number;
  gpIndexDays: number;
  /** Distress × working days of patients in the system whose need is unmet. */
  distressDays: number;
  /** The same of people in the GP pool, whose distress drifts on there. */
  distressDaysInPool: number;
  /** Of closed cases (patients who had a first appointment): how many, and sums over them. */
  closedCases: number;
  distressAtClose: number;
  longestGapDays: number;
  casesWithChange: number;
  /** Cost parts, £. */
  costStaff: number;
  costSupervision: number;
  costTraining: number;
  costRecruitment: number;
}

/** Totals of nothing, for `services` community services. */
export function emptyTotals(services: number): Totals {
  return {
    days: 0,
    referrals: 0,
    diverted: 0,
    seen: 0,
    waitDays: 0,
    waited: 0,
    exits: new Float64Array(EXIT_COUNT),
    serviceStarts: new Float64Array(services),
    serviceWaitDays: new Float64Array(services),
    contacts: new Float64Array(CONTACT_COUNT),
    contactHours: new Float64Array(CONTACT_COUNT),
    workerDays: 0,
    burntOutDays: 0,
    exhaustionSum: 0,
    pressureSum: 0,
    burnoutEntries: 0,
    notices: 0,
    hires: 0,
    departures: 0,
    postsClosed: 0,
    postDays: 0,
    filledPostDays: 0,
    absentDays: 0,
    busyDays: 0,
    waitingListDays: 0,
    openCaseDays: 0,
    inSystemDays: 0,
    gpIndexDays: 0,
    distressDays: 0,
    distressDaysInPool: 0,
    closedCases: 0,
    distressAtClose: 0,
    longestGapDays: 0,
    casesWithChange: 0,
    costStaff: 0,
    costSupervision: 0,
    costTraining: 0,
    costRecruitment: 0,
  };
}

/**
 * Sets `change` to what `totals` has more than `last`, then `last` to `totals`. It is done at every week's end, and
 * written field by field for that: a loop over the names took twenty times as long (docs/performance.md).
 */
export function takeChange(change: Totals, last: Totals, totals: Totals): void {
  change.days = totals.days - last.days;
  last.days = totals.days;
  change.referrals = totals.referrals - last.referrals;
  last.referrals = totals.referrals;
  change.diverted = totals.diverted - last.diverted;
  last.diverted = totals.diverted;
  change.seen = totals.seen - last.seen;
  last.seen = totals.seen;
  change.waitDays = totals.waitDays - last.waitDays;
  last.waitDays = totals.waitDays;
  change.waited = totals.waited - last.waited;
  last.waited = totals.waited;
  change.workerDays = totals.workerDays - last.workerDays;
  last.workerDays = totals.workerDays;
  change.burntOutDays = totals.burntOutDays - last.burntOutDays;
  last.burntOutDays = totals.burntOutDays;
  change.exhaustionSum = totals.exhaustionSum - last.exhaustionSum;
  last.exhaustionSum = totals.exhaustionSum;
  change.pressureSum = totals.pressureSum - last.pressureSum;
  last.pressureSum = totals.pressureSum;
  change.burnoutEntries = totals.burnoutEntries - last.burnoutEntries;
  last.burnoutEntries = totals.burnoutEntries;
  change.notices = totals.notices - last.notices;
  last.notices = totals.notices;
  change.hires = totals.hires - last.hires;
  last.hires = totals.hires;
  change.departures = totals.departures - last.departures;
  last.departures = totals.departures;
  change.postsClosed = totals.postsClosed - last.postsClosed;
  last.postsClosed = totals.postsClosed;
  change.postDays = totals.postDays - last.postDays;
  last.postDays = totals.postDays;
  change.filledPostDays = totals.filledPostDays - last.filledPostDays;
  last.filledPostDays = totals.filledPostDays;
  change.absentDays = totals.absentDays - last.absentDays;
  last.absentDays = totals.absentDays;
  change.busyDays = totals.busyDays - last.busyDays;
  last.busyDays = totals.busyDays;
  change.waitingListDays = totals.waitingListDays - last.waitingListDays;
  last.waitingListDays = totals.waitingListDays;
  change.openCaseDays = totals.openCaseDays - last.openCaseDays;
  last.openCaseDays = totals.openCaseDays;
  change.inSystemDays = totals.inSystemDays - last.inSystemDays;
  last.inSystemDays = totals.inSystemDays;
  change.gpIndexDays = totals.gpIndexDays - last.gpIndexDays;
  last.gpIndexDays = totals.gpIndexDays;
  change.distressDays = totals.distressDays - last.distressDays;
  last.distressDays = totals.distressDays;
  change.distressDaysInPool = totals.distressDaysInPool - last.distressDaysInPool;
  last.distressDaysInPool = totals.distressDaysInPool;
  change.closedCases = totals.closedCases - last.closedCases;
  last.closedCases = totals.closedCases;
  change.distressAtClose = totals.distressAtClose - last.distressAtClose;
  last.distressAtClose = totals.distressAtClose;
  change.longestGapDays = totals.longestGapDays - last.longestGapDays;
  last.longestGapDays = totals.longestGapDays;
  change.casesWithChange = totals.casesWithChange - last.casesWithChange;
  last.casesWithChange = totals.casesWithChange;
  change.costStaff = totals.costStaff - last.costStaff;
  last.costStaff = totals.costStaff;
  change.costSupervision = totals.costSupervision - last.costSupervision;
  last.costSupervision = totals.costSupervision;
  change.costTraining = totals.costTraining - last.costTraining;
  last.costTraining = totals.costTraining;
  change.costRecruitment = totals.costRecruitment - last.costRecruitment;
  last.costRecruitment = totals.costRecruitment;
  takeColumn(change.exits, last.exits, totals.exits);
  takeColumn(change.serviceStarts, last.serviceStarts, totals.serviceStarts);
  takeColumn(change.serviceWaitDays, last.serviceWaitDays, totals.serviceWaitDays);
  takeColumn(change.contacts, last.contacts, totals.contacts);
  takeColumn(change.contactHours, last.contactHours, totals.contactHours);
}

function takeColumn(change: Float64Array, last: Float64Array, totals: Float64Array): void {
  for (let i = 0; i < totals.length; i++) {
    change[i] = totals[i] - last[i];
    last[i] = totals[i];
  }
}

/** Sets every total to zero. */
export function clear(totals: Totals): void {
  for (const [name, value] of Object.entries(totals)) {
    if (typeof value === "number") totals[name as keyof Totals] = 0 as never;
    else value.fill(0);
  }
}
