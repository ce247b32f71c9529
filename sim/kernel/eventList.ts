/**
 * A future event list: events in order of time, then of scheduling. An event is a time and a code; what a code means
 * is the caller's business.
 */
export interface EventList {
  /** Time and code of the event that `pop` took last. */
  readonly time: number;
  readonly code: number;
  /** Events outstanding. */
  readonly length: number;
  /** Adds an event. A time that is past or not a number would corrupt the order, so it is refused (RangeError). */
  push(time: number, code: number): void;
  /** Takes the earliest event into `time` and `code`; false when there is none. */
  pop(): boolean;
  /** Calls `visit` with the time and code of every outstanding event, in no particular order. */
  forEach(visit: (time: number, code: number) => void): void;
}
