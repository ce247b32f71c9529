/**
 * Counts the whole state of a replication from scratch, and says in sentences where the books disagree.
 * Nothing here is taken from the engine but the names of its columns: what a column should hold is worked out from
 * the other columns, from the outstanding events and from the diary.
 */
import { EventKind, eventKind, eventSubject } from "../../sim/events";
import { Entry, type LogRow } from "../../sim/record/eventLog";
import { CONTACT_COUNT, Contact } from "../../sim/record/totals";
import type { Sim } from "../../sim/sim";
import { LANE_COUNT, Lane, Level, Phase, SECTION_COUNT, Step } from "../../sim/state";

const NEVER = Number.POSITIVE_INFINITY;
const LANE_OF_TYPE = new Map<number, number>([
  [Contact.First, Lane.CoreWork],
  [Contact.Core, Lane.CoreWork],
  [Contact.Simple, Lane.CoreWork],
  [Contact.Handover, Lane.Handover],
  [Contact.Holding1, Lane.Holding],
  [Contact.Holding2, Lane.Holding],
  [Contact.Holding3, Lane.Holding],
]);

/** What the diary says, kept up to date as it grows. */
export class Ledger {
  inSystem = 0;
  filled = 0;
  absent = 0;
  assigned = 0;
  readonly occupied: number[];
  /** Days on which notice was given. */
  readonly notices: number[] = [];
  /** At most so many places may be taken: the places offered, or as many as were taken when places fell. */
  readonly atMost: number[];
  stage = 0;
  private read = 0;

  constructor(services: number, inPostAtStart: number) {
    this.occupied = new Array<number>(services).fill(0);
    this.atMost = new Array<number>(services).fill(NEVER);
    this.filled = inPostAtStart;
  }

  follow(rows: readonly LogRow[]): void {
    for (; this.read < rows.length; this.read++) this.enter(rows[this.read]);
  }

  private enter({ time, entry, place }: LogRow): void {
    if (entry === Entry.Referred) this.inSystem++;
    else if (entry === Entry.Closed) this.inSystem--;
    else if (entry === Entry.Hired) this.filled++;
    else if (entry === Entry.Departed) this.filled--;
    else if (entry === Entry.AbsenceBegan) this.absent++;
    else if (entry === Entry.AbsenceEnded) this.absent--;
    else if (entry === Entry.ServiceStarted) this.occupied[place]++;
    else if (entry === Entry.PlaceFreed) this.occupied[place]--;
    else if (entry === Entry.NoticeGiven) this.notices.push(time);
  }
}

/** Outstanding events by kind and subject, with the times at which they come. */
class Outstanding {
  private readonly times = new Map<number, number[]>();

  constructor(private readonly sim: Sim) {
    sim.queue.forEach((time, code) => {
      const times = this.times.get(code);
      if (times) times.push(time);
      else this.times.set(code, [time]);
      if (time < sim.now || time > sim.endsAt) throw new Error(`event of kind ${eventKind(code)} at ${time}`);
      if (eventSubject(code) < 0) throw new Error(`event of kind ${eventKind(code)} about nobody`);
    });
  }

  /** Whether the event comes at that time, or would if the run did not end before. */
  has(kind: EventKind, subject: number, time: number): boolean {
    if (time > this.sim.endsAt) return time < NEVER;
    return this.times.get((subject << 4) | kind)?.includes(time) ?? false;
  }

  count(kind: EventKind, subject: number): number {
    return this.times.get((subject << 4) | kind)?.length ?? 0;
  }
}

/** Every disagreement found; empty when the books are right. */
export function recount(sim: Sim, ledger: Ledger): string[] {
  const problems: string[] = [];
  const check: Check = (holds, what, got, expected) => {
    if (!holds)
      problems.push(`at ${sim.now}: ${what}${got === undefined ? "" : `: ${got}, not ${expected}`}`);
  };
  const events = new Outstanding(sim);
  ledger.follow(sim.log!.rows);
  recountLevels(sim, ledger, check);
  recountRows(sim, check);
  recountLists(sim, check);
  for (let p = 0; p < sim.state.patients.used; p++) recountPatient(sim, p, events, check);
  for (let w = 0; w < sim.state.workers.count; w++) recountWorker(sim, w, events, check);
  recountServices(sim, ledger, events, check);
  recountWaitingList(sim, check);
  recountTeam(sim, ledger, check);
  return problems;
}

type Check = (holds: boolean, what: string, got?: unknown, expected?: unknown) => void;

const isIn = (phase: number): boolean => phase !== Phase.None && phase !== Phase.GpPool;

function countRows(sim: Sim, holds: (p: number) => boolean): number {
  let count = 0;
  for (let p = 0; p < sim.state.patients.used; p++) if (holds(p)) count++;
  return count;
}

function recountLevels(sim: Sim, ledger: Ledger, check: Check): void {
  const { patients, workers, levels } = sim.state;
  const inSystem = (p: number) => isIn(patients.phase[p]);
  const has = (column: Uint8Array) => column.reduce((a, b) => a + b, 0);
  const expected: [string, number, number][] = [
    ["posts", Level.Posts, has(workers.open)],
    ["link workers in post", Level.Filled, has(workers.inPost)],
    ["absent", Level.Absent, has(workers.absent)],
    [
      "on the waiting list",
      Level.OnWaitingList,
      countRows(sim, (p) => patients.step[p] === Step.OnWaitingList),
    ],
    ["open cases", Level.OpenCases, countRows(sim, (p) => inSystem(p) && patients.worker[p] >= 0)],
    ["in the system", Level.InSystem, countRows(sim, inSystem)],
    ["need unmet", Level.Unmet, countRows(sim, (p) => inSystem(p) && !patients.needMet[p])],
    [
      "held",
      Level.Held,
      countRows(
        sim,
        (p) =>
          inSystem(p) &&
          patients.worker[p] >= 0 &&
          !patients.needMet[p] &&
          patients.phase[p] !== Phase.AwaitingFirst,
      ),
    ],
    ["in the GP pool", Level.InPool, countRows(sim, (p) => patients.phase[p] === Phase.GpPool)],
  ];
  for (const [what, level, count] of expected)
    check(levels.value[level] === count, what, levels.value[level], count);
  check(levels.value[Level.InSystem] === ledger.inSystem, "referred less closed", ledger.inSystem);
  check(levels.value[Level.Filled] === ledger.filled, "at the start, hired less departed", ledger.filled);
  check(levels.value[Level.Absent] === ledger.absent, "absences begun less ended", ledger.absent);
}

/** Every row is in use or in the list of free rows, once. */
function recountRows({ state: { patients } }: Sim, check: Check): void {
  const free = new Set(patients.free);
  check(free.size === patients.free.length, "free rows listed twice");
  for (let p = 0; p < patients.used; p++) {
    const unused = patients.phase[p] === Phase.None;
    check(free.has(p) === unused, `row ${p} of phase ${patients.phase[p]} listed as free: ${free.has(p)}`);
  }
  check(patients.used <= patients.capacity, "more rows used than there are");
}

/** The links of every list lead through as many items as it counts, each of which says that it stands there. */
function recountLists(sim: Sim, check: Check): void {
  const { waitingList, caseloads, tasks, disclosed, serviceQueues, workers, occupied, patients } = sim.state;
  const sets = [
    { name: "waiting list", set: waitingList, lists: SECTION_COUNT },
    { name: "caseload", set: caseloads, lists: workers.count },
    { name: "tasks", set: tasks, lists: workers.count * LANE_COUNT },
    { name: "disclosures", set: disclosed, lists: workers.count },
    { name: "service queue", set: serviceQueues, lists: occupied.length },
  ];
  for (const { name, set, lists } of sets) {
    let standing = 0;
    for (let l = 0; l < lists; l++) {
      let length = 0;
      for (let p = set.first(l); p >= 0; p = set.next(p)) {
        check(set.list[p] === l, `${name} ${l} holds patient ${p}, who says`, set.list[p], l);
        length++;
      }
      check(set.length[l] === length, `length of ${name} ${l}`, set.length[l], length);
      standing += length;
    }
    let say = 0;
    for (let p = 0; p < patients.capacity; p++) if (set.list[p] >= 0) say++;
    check(say === standing, `patients who say they stand in a ${name}`, say, standing);
  }
}

function recountPatient(sim: Sim, p: number, events: Outstanding, check: Check): void {
  const { patients } = sim.state;
  const phase = patients.phase[p];
  if (!isIn(phase)) return recountOutside(sim, p, events, check);
  const who = `patient in row ${p} (phase ${phase}, step ${patients.step[p]})`;
  recountToken(sim, p, events, check, who);
  recountPlaces(sim, p, events, check, who);
  check(
    patients.distress[p] >= 0 && patients.distress[p] <= 1,
    `distress of ${who}`,
    patients.distress[p],
    "0–1",
  );
  check(patients.distressAt[p] <= sim.now, `distress of ${who} known from the future`);
  check(patients.referredAt[p] <= sim.now, `${who} referred in the future`);
}

function recountOutside(sim: Sim, p: number, events: Outstanding, check: Check): void {
  const { patients, waitingList, caseloads, tasks, disclosed, serviceQueues } = sim.state;
  const stands = [waitingList, caseloads, tasks, disclosed, serviceQueues].some((set) => set.list[p] >= 0);
  check(!stands, `row ${p} is nobody in the system but stands in a list`);
  if (patients.phase[p] !== Phase.GpPool) return;
  check(patients.worker[p] < 0, `row ${p} is in the GP pool with link worker ${patients.worker[p]}`);
  // A person whose time in the pool outlasts the run has no event; nobody has two.
  check(events.count(EventKind.PoolLeft, p) <= 1, `row ${p} leaves the GP pool twice`);
}

/** Exactly one of: place on the list, task, due step that is really to come, contact, place in the queue alone. */
function recountToken(sim: Sim, p: number, events: Outstanding, check: Check, who: string): void {
  const { patients, workers, waitingList, tasks, serviceQueues } = sim.state;
  const step = patients.step[p];
  let routine = 0;
  let witness = 0;
  for (let w = 0; w < workers.count; w++) {
    if (workers.contactPatient[w] !== p || !workers.busy[w]) continue;
    if (workers.contactType[w] === Contact.Holding4) witness++;
    else {
      routine++;
      check(
        patients.worker[p] === w || patients.closing[p] > 0,
        `${who} in routine contact with link worker ${w}`,
      );
    }
  }
  check(patients.contactsUnderWay[p] === routine + witness, `contacts under way of ${who}`);
  const due = step === Step.Due && dueComes(sim, p, events);
  const queueAlone = step === Step.InQueue && serviceQueues.list[p] >= 0 && !heldInQueue(sim, p);
  const tokens = [waitingList.list[p] >= 0, tasks.list[p] >= 0, due, routine > 0, queueAlone];
  const count = tokens.filter(Boolean).length;
  if (patients.closing[p]) {
    check(routine + witness > 0, `${who} is closing, but no contact is under way`);
    check(count === routine, `${who} is closing, with tokens ${tokens}`);
    return;
  }
  check(count === 1, `${who} has the tokens ${tokens}`);
  const steps = [Step.OnWaitingList, Step.Pending, Step.Due, Step.InContact, Step.InQueue];
  check(tokens[steps.indexOf(step as (typeof steps)[number])] === true, `${who} has the tokens ${tokens}`);
}

/** Whether the due step of patient p is to come: its own event, or patience that ends before it. */
function dueComes(sim: Sim, p: number, events: Outstanding): boolean {
  const { patients } = sim.state;
  if (events.has(EventKind.StepDue, p, patients.dueAt[p])) return true;
  const patience = patients.patienceEndsAt[p];
  return (
    patients.phase[p] === Phase.AwaitingFirst &&
    patience <= patients.dueAt[p] &&
    events.has(EventKind.PatienceEnds, p, patience)
  );
}

/** Whether function 1 is offered to patient p and not used up: then the queue alone is no token. */
function heldInQueue({ params, derived, state, now }: Sim, p: number): boolean {
  // Whoever is nobody's case in the queue is held by nobody.
  if (!params.holding.function1 || params.holding.policy === "none" || state.patients.worker[p] < 0)
    return false;
  if (!derived.timeLimited) return true;
  const { contacts, holdingSince } = state.patients;
  const row = p * CONTACT_COUNT;
  const used =
    contacts[row + Contact.Holding1] + contacts[row + Contact.Holding2] + contacts[row + Contact.Holding3];
  return used < params.holding.limitContacts && now - holdingSince[p] < params.holding.limitDays;
}

/** Where patient p stands, and what else must be to come. */
function recountPlaces(sim: Sim, p: number, events: Outstanding, check: Check, who: string): void {
  const { patients, caseloads, tasks, disclosed, serviceQueues, workers } = sim.state;
  const w = patients.worker[p];
  const phase = patients.phase[p];
  check(caseloads.list[p] === w, `${who} has a link worker and stands in a caseload`, caseloads.list[p], w);
  if (w >= 0) check(workers.inPost[w] === 1, `${who} is the case of link worker ${w}, who is not in post`);
  if (patients.step[p] === Step.OnWaitingList) check(w < 0, `${who} waits for a link worker but has ${w}`);
  if (tasks.list[p] >= 0) {
    const lane = w * LANE_COUNT + (LANE_OF_TYPE.get(patients.task[p]) ?? Number.NaN);
    check(tasks.list[p] === lane, `${who} stands in the list of tasks`, tasks.list[p], lane);
    check(patients.dueAt[p] <= sim.now, `the task of ${who} is not due before`, patients.dueAt[p], sim.now);
  }
  const queueing = phase === Phase.WaitingForService && patients.closing[p] === 0;
  check(serviceQueues.list[p] >= 0 === queueing, `${who} stands in a service's queue: ${!queueing}`);
  if (queueing) {
    check(serviceQueues.list[p] === patients.service[p], `${who} stands in the wrong queue`);
    const leaves = patients.queuePatienceEndsAt[p];
    const comes = leaves === NEVER || events.has(EventKind.QueuePatienceEnds, p, leaves);
    check(comes, `nothing will end the patience of ${who} in the queue`);
  }
  if (phase === Phase.HoldOnly && !patients.closing[p])
    check(
      events.has(EventKind.HoldEnds, p, patients.holdEndsAt[p]),
      `nothing will end the holding of ${who}`,
    );
  if (phase === Phase.AwaitingFirst && !patients.closing[p]) recountPatience(sim, p, events, check, who);
  if (patients.disclosureAt[p] < NEVER && patients.disclosureAt[p] > sim.now)
    check(
      events.has(EventKind.Disclosure, p, patients.disclosureAt[p]),
      `the disclosure of ${who} never comes`,
    );
  if (disclosed.list[p] >= 0) {
    check(w >= 0 && !patients.closing[p], `a disclosure waits of ${who}, who is nobody's case`);
    check(phase !== Phase.AwaitingFirst, `${who} discloses before the first appointment`);
    check(sim.params.holding.function4, `${who} discloses though function 4 is not offered`);
  }
  check(patients.needMet[p] === (phase === Phase.FollowUp ? 1 : 0), `need of ${who}`, patients.needMet[p]);
}

/** Whoever waits for a first appointment gives up when patience ends, unless the contact has begun. */
function recountPatience(sim: Sim, p: number, events: Outstanding, check: Check, who: string): void {
  const { patients } = sim.state;
  const ends = patients.patienceEndsAt[p];
  if (patients.step[p] === Step.InContact || ends === NEVER) return;
  check(ends >= sim.now, `${who} should have given up at ${ends}`);
  const later = patients.step[p] === Step.Due && patients.dueAt[p] < ends;
  check(later || events.has(EventKind.PatienceEnds, p, ends), `nothing will end the patience of ${who}`);
}

function recountWorker(sim: Sim, w: number, events: Outstanding, check: Check): void {
  const { workers, patients, caseloads, tasks, disclosed } = sim.state;
  const who = `link worker ${w}`;
  check(workers.openCases[w] === caseloads.length[w], `open cases of ${who}`);
  const pending = new Array<number>(CONTACT_COUNT).fill(0);
  pending[Contact.Holding4] = disclosed.length[w];
  for (let lane = 0; lane < LANE_COUNT; lane++) {
    for (let p = tasks.first(w * LANE_COUNT + lane); p >= 0; p = tasks.next(p)) pending[patients.task[p]]++;
  }
  pending.forEach((count, type) => {
    const counted = workers.pending[w * CONTACT_COUNT + type];
    check(counted === count, `tasks of type ${type} of ${who}`, counted, count);
  });
  for (let lane = 0; lane < LANE_COUNT; lane++) {
    const list = w * LANE_COUNT + lane;
    for (let p = tasks.first(list); p >= 0 && tasks.next(p) >= 0; p = tasks.next(p))
      check(patients.dueAt[p] <= patients.dueAt[tasks.next(p)], `lane ${lane} of ${who} is out of order`);
  }
  recountPost(sim, w, events, check);
  const free = workers.inPost[w] && !workers.absent[w] && !workers.busy[w];
  let waiting = disclosed.length[w];
  for (let lane = 0; lane < LANE_COUNT; lane++) waiting += tasks.length[w * LANE_COUNT + lane];
  check(!free || waiting === 0, `${who} is free while ${waiting} tasks wait`);
  for (const [name, column, most] of [
    ["exhaustion", workers.exhaustion, 1],
    ["training", workers.training, 1],
    ["frustration", workers.frustration, 1 + 1e-12],
    ["pressure", workers.pressure, Math.max(sim.params.work.umax, 0) + 1e-12],
  ] as const)
    check(column[w] >= 0 && column[w] <= most, `${name} of ${who}`, column[w], `0–${most}`);
}

/** A post is filled or vacant; what ends that state is to come. */
function recountPost({ state, now }: Sim, w: number, events: Outstanding, check: Check): void {
  const { workers } = state;
  const who = `link worker ${w}`;
  check(workers.busy[w] === (workers.contactPatient[w] >= 0 ? 1 : 0), `${who} is busy with nobody`);
  const ends = events.count(EventKind.ContactEnds, w);
  check(workers.busy[w] ? ends <= 1 : ends === 0, `contacts of ${who} to end`, ends, workers.busy[w]);
  if (!workers.inPost[w]) {
    const traces =
      workers.busy[w] + workers.absent[w] + workers.onNotice[w] + workers.departing[w] + workers.openCases[w];
    check(traces === 0, `nobody is in post ${w}, but somebody is busy, absent, leaving or has cases`);
    check(workers.closing[w] === 0, `post ${w} is vacant and does not close`);
    if (workers.open[w])
      check(events.has(EventKind.Hired, w, workers.hireAt[w]), `post ${w} is vacant and nobody is recruited`);
    return;
  }
  check(workers.open[w] === 1, `${who} holds a post that does not exist`);
  check(!workers.closing[w] || workers.departing[w] === 1, `the post of ${who} closes, but nobody departs`);
  if (workers.departing[w]) check(workers.busy[w] === 1, `${who} is to depart and is not in a contact`);
  if (workers.onNotice[w]) {
    const leaves = events.has(EventKind.Departure, w, workers.departsAt[w]) || workers.departing[w] === 1;
    check(leaves, `${who} is on notice and never departs`);
    const succession = workers.successorReady[w] === 1 || events.has(EventKind.Hired, w, workers.hireAt[w]);
    check(succession, `${who} is on notice and nobody is recruited`);
  } else check(workers.successorReady[w] === 0, `a successor waits for ${who}, who stays`);
  if (workers.absent[w])
    check(events.has(EventKind.AbsenceEnds, w, workers.absenceEndsAt[w]), `the absence of ${who} never ends`);
  check(workers.inPostSince[w] <= now, `${who} starts in the future`);
}

function recountServices(sim: Sim, ledger: Ledger, events: Outstanding, check: Check): void {
  const { occupied, serviceQueues, patients } = sim.state;
  const stageBefore = ledger.stage;
  ledger.stage = sim.stage;
  for (let s = 0; s < occupied.length; s++) {
    const { places, capacityMultiplier } = sim.params.services;
    const offered = Math.round(places[s] * capacityMultiplier);
    check(
      occupied[s] === ledger.occupied[s],
      `places taken at service ${s}`,
      occupied[s],
      ledger.occupied[s],
    );
    check(
      events.count(EventKind.PlaceFreed, s) <= occupied[s],
      `more stays end at service ${s} than there are`,
    );
    const most = stageBefore === sim.stage ? Math.max(offered, ledger.atMost[s]) : NEVER;
    check(occupied[s] <= Math.max(most, offered), `places taken at service ${s}`, occupied[s], most);
    ledger.atMost[s] = Math.max(offered, occupied[s]);
    const idle = occupied[s] < offered && serviceQueues.length[s] > 0;
    check(!idle, `service ${s} has a free place and ${serviceQueues.length[s]} patients wait`);
    for (let p = serviceQueues.first(s); p >= 0 && serviceQueues.next(p) >= 0; p = serviceQueues.next(p))
      check(patients.queuedAt[p] <= patients.queuedAt[serviceQueues.next(p)], `queue ${s} is out of order`);
  }
}

/** Nobody waits for a link worker while somebody may take a case; within a section the order is that of arrival. */
function recountWaitingList(sim: Sim, check: Check): void {
  const { workers, levels, patients, waitingList } = sim.state;
  const { caseloadCap } = sim.params.policy;
  for (let section = 1; section < SECTION_COUNT; section++) {
    for (let p = waitingList.first(section); p >= 0 && waitingList.next(p) >= 0; p = waitingList.next(p))
      check(patients.referredAt[p] <= patients.referredAt[waitingList.next(p)], "waiting list out of order");
  }
  if (levels.value[Level.OnWaitingList] === 0) return;
  for (let w = 0; w < workers.count; w++) {
    if (!workers.inPost[w] || workers.onNotice[w] || workers.closing[w]) continue;
    if (workers.absent[w] && caseloadCap !== NEVER) continue;
    const room = caseloadCap * productivityThisMorning(sim, w) - workers.openCases[w];
    check(!(room > 1e-9), `link worker ${w} has room for ${room} cases while people wait`);
  }
}

/** Productivity as it was at the latest when the last full day ended, or when the link worker started after that. */
function productivityThisMorning({ params, state, now }: Sim, w: number): number {
  const { inductionDays, inductionStart } = params.recruitment;
  const days = Math.max(0, Math.ceil(now) - 1 - state.workers.inPostSince[w]);
  return days >= inductionDays ? 1 : inductionStart + ((1 - inductionStart) * days) / inductionDays;
}

function recountTeam(sim: Sim, ledger: Ledger, check: Check): void {
  const { state, params, now } = sim;
  const window = Math.max(1, Math.ceil(sim.stages[0].params.turnover.window));
  // What happens at the very end of a day may come before or after the oldest day's notices are forgotten.
  const recent = (today: number) => ledger.notices.filter((day) => day > today - window).length;
  const possible = [recent(Math.floor(now)), recent(Math.ceil(now) - 1)];
  check(possible.includes(state.noticesInWindow), "notices in the window", state.noticesInWindow, possible);
  const { Gmin, Gmax } = params.gp;
  const { burden, demandFactor } = state.practice;
  check(burden >= 0, "burden index", burden, "0 or more");
  const within = demandFactor === 1 || (demandFactor >= Gmin && demandFactor <= Gmax);
  check(within, "factor of demand", demandFactor, `${Gmin}–${Gmax}`);
}
