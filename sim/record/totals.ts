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
