/** Every kind of event, and how one is packed: the kind in the low bits, the subject (p, w, s or none) above. */
export const EventKind = {
  /** A candidate referral arrives; thinning decides whether it is one. */
  Referral: 0,
  /** Patience p has for the first appointment ends. */
  PatienceEnds: 1,
  /** The next routine step of p falls due. */
  StepDue: 2,
  /** The contact that link worker w is in ends. */
  ContactEnds: 3,
  /** Patient p may disclose distress. */
  Disclosure: 4,
  /** The time for which p is held without a service ends. */
  HoldEnds: 5,
  /** Patience p has for the service's queue ends. */
  QueuePatienceEnds: 6,
  /** A place at service s comes free. */
  PlaceFreed: 7,
  /** A person p in the GP pool leaves it: back as a new referral, or not. */
  PoolLeft: 8,
  AbsenceEnds: 9,
  /** Link worker w has been absent so long that colleagues take over disclosures. */
  CoverStarts: 10,
  /** Link worker w's notice is up. */
  Departure: 11,
  /** Somebody has been recruited to post w. */
  Hired: 12,
  /** A working day ends. */
  DayEnds: 13,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;

export const eventCode = (kind: EventKind, subject: number): number => (subject << KIND_BITS) | kind;
export const eventKind = (code: number): EventKind => (code & KIND_MASK) as EventKind;
export const eventSubject = (code: number): number => code >> KIND_BITS;
