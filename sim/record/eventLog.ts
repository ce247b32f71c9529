/** The diary of one replication: what happened, when, to whom, in columns that grow. */

export const Entry = {
  Referred: 0,
  Assigned: 1,
  ContactBegan: 2,
  ContactEnded: 3,
  JoinedQueue: 4,
  ServiceStarted: 5,
  Closed: 6,
  Orphaned: 7,
  Hired: 8,
  NoticeGiven: 9,
  Departed: 10,
  AbsenceBegan: 11,
  AbsenceEnded: 12,
  BurnoutBegan: 13,
  BurnoutEnded: 14,
  PlaceFreed: 15,
  Diverted: 16,
  LetGo: 17,
  /** What came before is the warm-up's; what comes after is recorded. */
  RecordBegan: 18,
  /** The parameters of stage `detail` of the run came into force. */
  StageBegan: 19,
  PostOpened: 20,
  PostClosed: 21,
  /** A link worker's day ended, with workload pressure `detail` and exhaustion `value`. */
  DayCounted: 22,
  /** The practice's week ended, with burden index `value`. */
  WeekEnded: 23,
  LeftPool: 24,
  JoinedWaitingList: 25,
  LeftWaitingList: 26,
} as const;
export type Entry = (typeof Entry)[keyof typeof Entry];

export interface LogRow {
  readonly time: number;
  readonly entry: Entry;
  /** Key of the patient (person × 64 + number of the referral), or −1. */
  readonly patient: number;
  /** Post, or service for ServiceStarted, JoinedQueue and PlaceFreed; −1 where neither. */
  readonly place: number;
  /** Contact type; exit; hours; distress: see where it is written. */
  readonly detail: number;
  readonly value: number;
}

/** Rows of plain objects: the diary is for reading a single replication, not for the hot path. */
export class EventLog {
  readonly rows: LogRow[] = [];

  add(time: number, entry: Entry, patient: number, place: number, detail = 0, value = 0): void {
    this.rows.push({ time, entry, patient, place, detail, value });
  }
}
