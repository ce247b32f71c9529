/** What each entry of a diary says, and what its two numbers are. */
import { Entry } from "../../sim/record/eventLog";
import { Contact, Exit } from "../../sim/record/totals";

export interface EntryWords {
  readonly meaning: string;
  /** Whether `place` is a link worker's post or a community service; neither where left out. */
  readonly place?: "post" | "service";
  /** Names of the kinds that the detail tells apart, in the order of their numbers. */
  readonly kinds?: readonly string[];
  /** What the detail is where it is a number and no kind. */
  readonly detail?: string;
  /** What the value is, with its unit. */
  readonly value?: string;
}

const CONTACTS = Object.keys(Contact);
const DISTRESS = "the patient's distress (0–1)";
const EXHAUSTION = "the link worker's exhaustion (0–1)";

export const ENTRY_WORDS: Readonly<Record<keyof typeof Entry, EntryWords>> = {
  Referred: { meaning: "A patient is referred.", kinds: ["low", "moderate", "high"], value: DISTRESS },
  Assigned: { meaning: "A patient is assigned to a link worker.", place: "post", value: DISTRESS },
  ContactBegan: {
    meaning: "A contact begins.",
    place: "post",
    kinds: CONTACTS,
    value: "hours that it takes (0: not yet known)",
  },
  ContactEnded: { meaning: "A contact ends.", place: "post", kinds: CONTACTS, value: DISTRESS },
  JoinedQueue: { meaning: "A patient joins the queue of a community service.", place: "service" },
  ServiceStarted: { meaning: "A patient starts a community service.", place: "service", value: DISTRESS },
  Closed: { meaning: "A referral ends.", place: "post", kinds: Object.keys(Exit), value: DISTRESS },
  Orphaned: { meaning: "A patient loses the link worker, who leaves.", place: "post", value: DISTRESS },
  Hired: { meaning: "Somebody takes up a post.", place: "post" },
  NoticeGiven: { meaning: "A link worker gives notice.", place: "post", value: EXHAUSTION },
  Departed: { meaning: "A link worker leaves.", place: "post", value: EXHAUSTION },
  AbsenceBegan: {
    meaning: "A link worker falls ill.",
    place: "post",
    value: "length of the absence (working days)",
  },
  AbsenceEnded: { meaning: "A link worker is back from sickness.", place: "post" },
  BurnoutBegan: { meaning: "A link worker enters the burnt-out state.", place: "post", value: EXHAUSTION },
  BurnoutEnded: { meaning: "A link worker leaves the burnt-out state.", place: "post", value: EXHAUSTION },
  PlaceFreed: { meaning: "A place at a community service comes free.", place: "service" },
  Diverted: { meaning: "Triage signposts a referral elsewhere; it never joins the waiting list." },
  LetGo: {
    meaning: "A patient is no longer held and waits for the service alone.",
    place: "post",
    value: DISTRESS,
  },
  RecordBegan: { meaning: "The warm-up ends; what comes after is recorded." },
  StageBegan: {
    meaning: "Other parameters come into force.",
    detail: "number of the stage of the run (0 is the warm-up)",
  },
  PostOpened: { meaning: "A post is opened.", place: "post" },
  PostClosed: { meaning: "A post is closed.", place: "post" },
  DayCounted: {
    meaning: "A link worker's working day ends.",
    place: "post",
    detail: "workload pressure (ratio)",
    value: EXHAUSTION,
  },
  WeekEnded: { meaning: "The GP practice's week ends.", value: "GP burden (index, 1 = reference)" },
  LeftPool: {
    meaning: "A person's time in the GP pool ends, with a new referral or without one.",
    value: DISTRESS,
  },
  JoinedWaitingList: { meaning: "A patient joins the waiting list." },
  LeftWaitingList: { meaning: "A patient leaves the waiting list." },
};

/** The name and the words of an entry by its number. */
export const ENTRIES: ReadonlyMap<number, EntryWords & { readonly name: string }> = new Map(
  Object.entries(Entry).map(([name, entry]) => [entry, { name, ...ENTRY_WORDS[name as keyof typeof Entry] }]),
);
