/** The twin's people and places: one plain object for each patient, link worker, post and service. */
import type { Contact, Exit } from "../../sim/record/totals";
import type { Planned } from "./eventList";

export type Phase =
  | "awaiting the first appointment"
  | "simple"
  | "hold only"
  | "preparing"
  | "core work"
  | "waiting for a service"
  | "follow-up"
  | "closed";

/** The one routine step that is outstanding for a patient; "none" only in the middle of an event. */
export type Step =
  | { readonly kind: "none" | "on the waiting list" | "in a contact" | "in the queue" }
  | { readonly kind: "due"; readonly event: Planned }
  | { readonly kind: "pending"; readonly task: Task };

/** Work on a link worker's list. */
export interface Task {
  readonly patient: Patient;
  readonly type: Contact;
  readonly worker: LinkWorker;
  readonly since: number;
}

export interface Patient {
  /** What the draws belong to: person × 64 + number of the referral. */
  readonly key: number;
  readonly complexity: number;
  readonly service: number;
  readonly referredAt: number;
  phase: Phase;
  /** Section of the waiting list that the patient joined last: 0 comes first. */
  section: number;
  step: Step;
  /** Distress at `distressAt`, since when it has drifted if need is unmet. */
  distress: number;
  distressAt: number;
  needMet: boolean;
  ready: boolean;
  worker: LinkWorker | null;
  /** Contacts begun, by type. */
  readonly contacts: number[];
  followUpsDone: number;
  coreContacts: number;
  timesOrphaned: number;
  timesKept: number;
  disclosureMoments: number;
  lastContactAt: number;
  serviceSince: number;
  heldSince: number | null;
  patience: Planned | null;
  queuePatience: Planned | null;
  endOfHolding: Planned | null;
  nextDisclosure: Planned | null;
  /** A disclosure that waits to be heard. */
  disclosure: Task | null;
  contactsUnderWay: number;
  /** How the case closes once no contact is under way. */
  closesAs: Exit | null;
}

/** One person in a post: whoever is hired next is another object. */
export interface LinkWorker {
  readonly post: Post;
  readonly key: number;
  readonly since: number;
  readonly susceptibility: number;
  exhaustion: number;
  burntOut: boolean;
  pressure: number;
  frustration: number;
  training: number;
  /** Productivity as allocation reckons with it; see reckon in allocation.ts. */
  reckoned: number;
  recentHours: number;
  recentHoldingHours: number;
  today: { hours: number; holdingHours: number; busy: number; emotionalLoad: number };
  contact: { readonly task: Task; since: number } | null;
  readonly list: Task[];
  readonly cases: Patient[];
  absent: boolean;
  covered: boolean;
  absenceEvents: Planned[];
  onNotice: boolean;
  noticeEnds: number;
  leavesAfterContact: boolean;
}

export interface Post {
  readonly number: number;
  holder: LinkWorker | null;
  exists: boolean;
  /** Is to close when its holder has gone. */
  closes: boolean;
  /** When somebody will have been recruited. */
  hiring: Planned | null;
  holdersSoFar: number;
  successorReady: boolean;
  /** How many allocations there had been at the last one to this post. */
  lastGiven: number;
}

export interface Service {
  readonly number: number;
  taken: number;
  readonly queue: Patient[];
}

/** Takes the item out of the array, if it is there. */
export function takeOut<T>(from: T[], item: T): void {
  const place = from.indexOf(item);
  if (place >= 0) from.splice(place, 1);
}
