/** Everything that the twin's rules read and write, and the constants that follow from its parameters. */
import type { Params } from "../../sim/parameters";
import type { Entry, LogRow } from "../../sim/record/eventLog";
import type { Stage } from "../../sim/scenario";
import { EventList } from "./eventList";
import { Luck } from "./luck";
import type { LinkWorker, Patient, Post, Service } from "./people";

export const DAYS_PER_YEAR = 260;

export interface World {
  /** What holds in the warm-up, from week 0 on, and from each week of the timeline on. */
  readonly stages: readonly Stage[];
  stage: number;
  params: Params;
  readonly luck: Luck;
  readonly events: EventList;
  readonly diary: LogRow[];
  readonly weekZero: number;
  readonly endsAt: number;
  readonly posts: readonly Post[];
  readonly services: readonly Service[];
  /** In order of joining. */
  readonly waitingList: Patient[];
  readonly inSystem: Set<Patient>;
  inPool: number;
  allocations: number;
  /** Days on which somebody gave notice, once for each notice. */
  readonly noticeDays: number[];
  burden: number;
  demandFactor: number;
}

export function emptyWorld(stages: readonly Stage[], seed: string, replication: number): World {
  const [{ params }] = stages;
  const { services, run } = params;
  const weekZero = Math.round(run.warmUpYears * DAYS_PER_YEAR);
  const mostPosts = Math.max(...stages.map((stage) => stage.params.team.linkWorkers));
  return {
    stages,
    stage: 0,
    params,
    luck: new Luck(seed, replication),
    events: new EventList(),
    diary: [],
    weekZero,
    endsAt: weekZero + Math.round(run.years * DAYS_PER_YEAR),
    posts: Array.from({ length: mostPosts }, (_, number) => ({
      number,
      holder: null,
      exists: number < params.team.linkWorkers,
      closes: false,
      hiring: null,
      holdersSoFar: 0,
      successorReady: false,
      lastGiven: 0,
    })),
    services: services.places.map((_, number) => ({ number, taken: 0, queue: [] })),
    waitingList: [],
    inSystem: new Set(),
    inPool: 0,
    allocations: 0,
    noticeDays: [],
    burden: 1,
    demandFactor: 1,
  };
}

/** Link workers in post, in order of posts. */
export const inPost = ({ posts }: World): LinkWorker[] => posts.flatMap(({ holder }) => holder ?? []);

/** Places at a service. */
export const places = ({ params: { services } }: World, { number }: Service): number =>
  Math.round(services.places[number] * services.capacityMultiplier);

/** Whom and what an entry of the diary concerns; see sim/record/eventLog.ts. */
interface About {
  readonly patient?: Patient;
  readonly place?: number;
  readonly detail?: number;
  readonly value?: number;
}

export function note(
  world: World,
  entry: Entry,
  { patient, place = -1, detail = 0, value = 0 }: About,
): void {
  world.diary.push({ time: world.events.now, entry, patient: patient?.key ?? -1, place, detail, value });
}

/** Contact hours in a nominal day, H (docs/model.md, section 7.2). */
export function contactHoursPerDay({ params: { team, support } }: World): number {
  const paidHoursPerMonth = (team.hoursPerDay * DAYS_PER_YEAR) / 12;
  const supervision = Math.max(0, support.supervisionHoursPerMonth - support.supervisionIncludedHours);
  const peer = support.peer ? support.peerHoursPerMonth : 0;
  const training = support.training ? support.trainingDaysPerYear / DAYS_PER_YEAR : 0;
  const overhead = team.adminShare + (supervision + peer) / paidHoursPerMonth + training;
  return team.hoursPerDay * (1 - Math.min(1, overhead));
}

/** Whether holding is recognised as work (section 7.5). */
export const isRecognised = ({ params: { holding } }: World): boolean =>
  holding.policy === "recognised" || holding.policy === "time-limited";

/** Whether holding function 1 … 4 is offered. */
export function offers({ params: { holding } }: World, f: 1 | 2 | 3 | 4): boolean {
  const { function1, function2, function3, function4 } = holding;
  return holding.policy !== "none" && [function1, function2, function3, function4][f - 1];
}

/** What is left of a fading quantity after some days. */
export const fade = (days: number, timeConstant: number): number =>
  timeConstant > 0 ? Math.exp(-days / timeConstant) : 0;
