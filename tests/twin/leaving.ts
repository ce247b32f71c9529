/** Leaving, departure, handover and recruitment, as docs/model.md, sections 7.7 and 7.8, have them. */
import { Draw } from "../../sim/draws";
import { Entry } from "../../sim/record/eventLog";
import { Exit } from "../../sim/record/totals";
import { endAbsence } from "./absence";
import { allocate, assign, nextLinkWorker, reckon } from "./allocation";
import { close, leaveCaseload } from "./closing";
import { callOffStep } from "./contacts";
import type { LinkWorker, Patient, Post } from "./people";
import { changeDistress, joinWaitingList } from "./referral";
import { callOffDisclosure, returnDisclosures } from "./witness";
import { DAYS_PER_YEAR, note, type World } from "./world";

const SPELLS_PER_POST = 65536;

/** Notices in the last `turnover.window` working days. */
export const recentNotices = ({ noticeDays, params, events }: World): number =>
  noticeDays.filter((day) => events.now - day < params.turnover.window).length;

/** The same for each post. */
export const recentLeavers = (world: World): number =>
  recentNotices(world) / world.posts.filter(({ exists }) => exists).length;

/** The day's lottery of leaving. */
export function mayGiveNotice(world: World, worker: LinkWorker, recent: number): void {
  const { baseHazard, kL, kB, kJ, contagion } = world.params.turnover;
  const { now } = world.events;
  if (worker.onNotice || worker.post.closes) return;
  const firstYear = now - worker.since < DAYS_PER_YEAR;
  const own =
    kL * worker.exhaustion + kB * Number(worker.burntOut) + kJ * Number(firstYear) * worker.frustration;
  const hazard = (baseHazard / DAYS_PER_YEAR) * Math.exp(own) * (1 + contagion * recent);
  if (world.luck.uniform(Draw.Leaving, worker.key, now) < 1 - Math.exp(-hazard)) giveNotice(world, worker);
}

/** Works on without new cases, while somebody else is looked for. */
function giveNotice(world: World, worker: LinkWorker): void {
  const { events, params, noticeDays } = world;
  worker.onNotice = true;
  worker.noticeEnds = events.now + params.turnover.noticeDays;
  noticeDays.push(events.now);
  note(world, Entry.NoticeGiven, { place: worker.post.number, value: worker.exhaustion });
  recruit(world, worker.post, worker.key);
  if (params.turnover.noticeDays === 0) departWhenFree(world, worker);
  else
    events.plan(events.now + params.turnover.noticeDays, () => {
      if (worker.post.holder === worker) departWhenFree(world, worker);
    });
}

/** Erlang, or the mean; draws belong to whoever held the post last. */
function recruit(world: World, post: Post, key: number): void {
  const { events, luck, params } = world;
  const { days, shape, distribution } = params.recruitment;
  const stages = Array.from({ length: shape }, (_, k) =>
    luck.exponential(days / shape, Draw.Recruitment, key, k),
  );
  const duration = distribution === "erlang" ? stages.reduce((a, b) => a + b, 0) : days;
  post.successorReady = false;
  post.hiring = events.plan(events.now + duration, () => {
    if (post.holder === null) hire(world, post);
    else post.successorReady = true;
  });
}

/** The post exists from now on, vacant. */
export function openPost(world: World, post: Post): void {
  post.exists = true;
  recruit(world, post, post.number * SPELLS_PER_POST + post.holdersSoFar);
}

/** The vacant post exists no longer. */
export function closePost(world: World, post: Post): void {
  world.events.cancel(post.hiring);
  Object.assign(post, { exists: false, closes: false, successorReady: false });
}

export function departWhenFree(world: World, worker: LinkWorker): void {
  if (worker.contact !== null) worker.leavesAfterContact = true;
  else depart(world, worker);
}

/** Every open case is orphaned; whoever was recruited starts. */
export function depart(world: World, worker: LinkWorker): void {
  const { post } = worker;
  endAbsence(world, worker);
  post.holder = null;
  note(world, Entry.Departed, { place: post.number, value: worker.exhaustion });
  while (worker.cases.length > 0) orphan(world, worker.cases[0]);
  returnDisclosures(world, worker);
  if (post.closes) closePost(world, post);
  else if (post.successorReady) hire(world, post);
  allocate(world);
}

/** Distress jumps, and the patient is lost, gets a colleague, or waits for one before others. */
function orphan(world: World, patient: Patient): void {
  const { warm, distressWarm, distressCold, lostWarm, lostCold } = world.params.handover;
  if (patient.closesAs !== null) return leaveCaseload(world, patient);
  changeDistress(world, patient, (d) => d + (1 - d) * (warm ? distressWarm : distressCold));
  note(world, Entry.Orphaned, { patient, place: patient.worker!.post.number, value: patient.distress });
  callOffStep(world, patient);
  callOffDisclosure(world, patient);
  const u = world.luck.uniform(Draw.LostAtHandover, patient.key, patient.timesOrphaned++);
  const lost = u < (warm ? lostWarm : lostCold);
  if (lost) close(world, patient, Exit.LostAtHandover);
  leaveCaseload(world, patient);
  if (lost) return;
  const inQueue = world.services[patient.service].queue.includes(patient);
  const colleague = inQueue ? nextLinkWorker(world) : null;
  if (colleague !== null) assign(world, patient, colleague);
  else joinWaitingList(world, patient);
}

function hire(world: World, post: Post): void {
  takeUpPost(world, post, world.events.now, world.params.exhaustion.atHire);
  note(world, Entry.Hired, { place: post.number });
  allocate(world);
}

/** Somebody new, with a susceptibility of their own, in post since `since`. */
export function takeUpPost(world: World, post: Post, since: number, exhaustion: number): void {
  const rule = world.params.exhaustion;
  const key = post.number * SPELLS_PER_POST + ++post.holdersSoFar;
  const mean = rule.rule === "energy" ? rule.energyDrain : rule.gain;
  post.successorReady = false;
  post.holder = {
    post,
    key,
    since,
    susceptibility: world.luck.lognormal(mean, rule.heterogeneity, Draw.Susceptibility, key),
    exhaustion,
    burntOut: exhaustion >= rule.burnoutOn,
    pressure: 0,
    frustration: 0,
    training: world.params.support.training ? 1 : 0,
    reckoned: 0,
    recentHours: 0,
    recentHoldingHours: 0,
    today: { hours: 0, holdingHours: 0, busy: 0, emotionalLoad: 0 },
    contact: null,
    list: [],
    cases: [],
    absent: false,
    covered: false,
    absenceEvents: [],
    onNotice: false,
    noticeEnds: Number.POSITIVE_INFINITY,
    leavesAfterContact: false,
  };
  reckon(world, post.holder);
}
