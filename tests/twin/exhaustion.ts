/** Workload, exhaustion and burnout over one working day, as docs/model.md, section 7.6, has them. */
import { Entry } from "../../sim/record/eventLog";
import { effectiveness, meanHours, over } from "./contacts";
import type { LinkWorker } from "./people";
import { contactHoursPerDay, fade, isRecognised, note, type World } from "./world";

/** Pressure, recent hours and frustration; frozen while absent. */
export function endWork(world: World, worker: LinkWorker): void {
  const { work, holding, turnover } = world.params;
  const { today, contact } = worker;
  if (contact !== null) {
    today.busy += world.events.now - contact.since;
    contact.since = world.events.now;
  }
  if (!worker.absent) {
    const target = Math.min(work.umax, today.busy + backlogDays(world, worker) / work.tauBacklog);
    worker.pressure = target + fade(1, work.tauPressure) * (worker.pressure - target);
    worker.recentHours = fade(1, holding.shareMemoryDays) * (worker.recentHours + today.hours);
    worker.recentHoldingHours =
      fade(1, holding.shareMemoryDays) * (worker.recentHoldingHours + today.holdingHours);
    if (isRecognised(world)) worker.frustration = 0;
    else if (today.hours > 0) {
      const share = today.holdingHours / today.hours;
      worker.frustration = share + fade(1, turnover.frustrationDays) * (worker.frustration - share);
    }
  }
  Object.assign(today, { hours: 0, holdingHours: 0, busy: 0 });
}

/** The list, each task at its type's mean, in nominal days. */
function backlogDays(world: World, { list }: LinkWorker): number {
  return list.reduce((hours, { type }) => hours + meanHours(world, type), 0) / contactHoursPerDay(world);
}

/** Training, exhaustion and the burnt-out state. */
export function tire(world: World, worker: LinkWorker, teamMean: number): void {
  const { support, exhaustion } = world.params;
  worker.training = support.training ? 1 : fade(1, support.tauTrain) * worker.training;
  worker.exhaustion = RULES[exhaustion.rule](world, worker, teamMean);
  worker.today.emotionalLoad = 0;
  const hasHysteresis = exhaustion.rule === "stock" || exhaustion.rule === "no-feedback";
  const E = worker.exhaustion;
  const burntOut = hasHysteresis && worker.burntOut ? E > exhaustion.burnoutOff : E >= exhaustion.burnoutOn;
  if (burntOut === worker.burntOut) return;
  worker.burntOut = burntOut;
  const entry = burntOut ? Entry.BurnoutBegan : Entry.BurnoutEnded;
  note(world, entry, { place: worker.post.number, value: E });
}

type Rule = (world: World, worker: LinkWorker, teamMean: number) => number;
const RULES = {
  stock,
  "no-feedback": stock,
  "moving-average": movingAverage,
  energy,
} as const satisfies Record<string, Rule>;

/** dE/dt = αx(1 − E) − ρE, solved over the day. */
function stock(world: World, worker: LinkWorker, teamMean: number): number {
  const { exhaustion, work } = world.params;
  const slower = worker.burntOut ? 1 - exhaustion.slowerRecovery : 1;
  const rho = exhaustion.recovery * slower * (1 - work.kOT * work.otMax * over(worker));
  const gain = worker.susceptibility * (worker.absent ? 0 : demand(world, worker, teamMean));
  return approach(worker.exhaustion, gain, rho);
}

/** Solution after one day of dE/dt = gain (1 − E) − loss E. */
function approach(E: number, gain: number, loss: number): number {
  if (gain + loss === 0) return E;
  const end = gain / (gain + loss);
  return end + (E - end) * Math.exp(-(gain + loss));
}

/** Demand x of the day. */
function demand(world: World, worker: LinkWorker, teamMean: number): number {
  const { workloadWeight, u0, emotionalWeight, referenceLoad, contagion } = world.params.exhaustion;
  const { bTrain } = world.params.support;
  const unbuffered = 1 - orgBuffer(world);
  const workload = Math.max(0, worker.pressure - u0) / (1 - u0);
  const load = worker.today.emotionalLoad / referenceLoad;
  return (
    workloadWeight * workload * unbuffered +
    emotionalWeight * load * unbuffered * (1 - bTrain * worker.training) +
    contagion * Math.max(0, teamMean - worker.exhaustion)
  );
}

/** Organisational buffer b_org. */
function orgBuffer(world: World): number {
  const { support } = world.params;
  const reach = (hours: number) => 1 - Math.exp(-hours / support.halfHours);
  const supervision =
    (support.bSup * reach(support.supervisionHoursPerMonth)) / reach(support.supervisionReferenceHours);
  const peer = support.peer ? support.bPeer : 0;
  const recognition = isRecognised(world) ? support.bRecognition : 0;
  return 1 - (1 - supervision) * (1 - peer) * (1 - recognition);
}

function movingAverage({ params: { exhaustion } }: World, worker: LinkWorker): number {
  const { averageFloor, averageThreshold, averageDays, burnoutOn } = exhaustion;
  const slope = burnoutOn / (averageThreshold - averageFloor);
  const line = worker.absent ? 0 : slope * (worker.pressure - averageFloor);
  const target = Math.min(1, Math.max(0, line));
  return target + fade(1, averageDays) * (worker.exhaustion - target);
}

/** Homer's energy n = 1 − E, with the two fractions of the day's beginning. */
function energy(world: World, worker: LinkWorker): number {
  const rule = world.params.exhaustion;
  const n = 1 - worker.exhaustion;
  const u = worker.absent ? 0 : worker.pressure;
  const adequacy = worker.absent ? 1 : effectiveness(world, worker) / Math.max(1, u);
  const f = Math.max(0, rule.energyIdleRecovery - (rule.energyIdleRecovery - 1) * u);
  const g = rule.energyIdleDrain + (1 - rule.energyIdleDrain) * u;
  const missed = (1 - adequacy) * (1 - world.params.support.bTrain * worker.training);
  const q = 1 + (rule.energyInadequacy - 1) * missed;
  const recovery = (rule.energyRecovery * f) / Math.max(1 - rule.energyHigh, 1 - n);
  const drain = (worker.susceptibility * g * q * (1 - orgBuffer(world))) / Math.max(rule.energyLow, n);
  return approach(worker.exhaustion, drain, recovery);
}
