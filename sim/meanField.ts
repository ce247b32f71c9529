/**
 * The mean-field companion: mean exhaustion of a link worker under steady demand, without chance, queues or patients.
 *
 * It closes the feedbacks of docs/model.md, sections 7.6 to 7.8, on themselves: exhaustion slows contacts and brings
 * absence and departures, all of which raise workload, which exhausts. It shows why one demand can have two lasting
 * states, and between which two demands (the folds). An illustration beside the model, not an oracle for it.
 */
import { WD_PER_YEAR } from "./calendar";
import { supervisionBuffer } from "./derived";
import { exp } from "./kernel/math";
import type { Params } from "./parameters";

/** Rates are per working day, times in working days; symbols as in docs/model.md where it has them. */
export interface MeanField {
  /** Gain α and recovery ρ of exhaustion, and the share κ of recovery that burnout takes away. */
  readonly gain: number;
  readonly recovery: number;
  readonly slowerRecovery: number;
  /** Burnout sets in around this exhaustion, as a logistic function of this width. */
  readonly burnoutAt: number;
  readonly burnoutWidth: number;
  /** Hazard of leaving h₀ e^(kL E), and the working days of capacity T that a departure costs. */
  readonly leavingHazard: number;
  readonly kL: number;
  readonly lostPerDeparture: number;
  /** Share of days absent, a₀ e^(kA E). */
  readonly absentShare: number;
  readonly kA: number;
  /** Slowing of contacts by exhaustion, σ_E. */
  readonly slowing: number;
  /** Backlog in days' work: s·util²/(1 − util), counted against τb; pressure u is at most umax. */
  readonly variability: number;
  readonly tauBacklog: number;
  readonly umax: number;
  /** Organisational buffer b, the weights of workload and emotional load, and the pressure u₀ that is no strain. */
  readonly buffer: number;
  readonly workloadWeight: number;
  readonly emotionalWeight: number;
  readonly u0: number;
  /** Emotional load of a fully used day, as a multiple of the reference load. */
  readonly fullDayLoad: number;
  /** Exhaustion E₀ of whoever replaces a leaver. */
  readonly atHire: number;
}

/** Quantities of the closure that the model has no parameter for; they were set by comparing with it. */
const CLOSURE = { burnoutWidth: 0.03, variability: 0.09, fullDayLoad: 0.84 } as const;

/** The closure's parameters for a setting of the model, burnout and overtime rules being those of the defaults. */
export function meanFieldOf(params: Params): MeanField {
  const { exhaustion, turnover, absence, recruitment, work } = params;
  const vacant = Math.max(0, recruitment.days - turnover.noticeDays);
  const lostToInduction = (recruitment.inductionDays * (1 - recruitment.inductionStart)) / 2;
  return {
    ...CLOSURE,
    gain: exhaustion.gain,
    recovery: exhaustion.recovery,
    slowerRecovery: exhaustion.slowerRecovery,
    burnoutAt: (exhaustion.burnoutOn + exhaustion.burnoutOff) / 2,
    leavingHazard: turnover.baseHazard / WD_PER_YEAR,
    kL: turnover.kL,
    lostPerDeparture: vacant + lostToInduction,
    absentShare: absence.hazard * absence.meanDays,
    kA: absence.kA,
    slowing: exhaustion.slowing,
    tauBacklog: work.tauBacklog,
    umax: work.umax,
    buffer: supervisionBuffer(params),
    workloadWeight: exhaustion.workloadWeight,
    emotionalWeight: exhaustion.emotionalWeight,
    u0: exhaustion.u0,
    atHire: exhaustion.atHire,
  };
}

/** Hazard of leaving at exhaustion E, per working day. */
const leaving = (m: MeanField, E: number): number => m.leavingHazard * exp(m.kL * E);

/**
 * Workload pressure u at exhaustion E and demand ratio d: required contact hours over the nominal contact hours of
 * funded posts.
 */
export function meanPressure(m: MeanField, E: number, d: number): number {
  const inPost = 1 / (1 + leaving(m, E) * m.lostPerDeparture);
  const present = 1 - m.absentShare * exp(m.kA * E);
  if (present <= 0) return m.umax;
  const utilisation = (d * (1 + m.slowing * E)) / (present * inPost);
  if (utilisation >= 1) return m.umax;
  const backlog = (m.variability * utilisation * utilisation) / (1 - utilisation);
  return Math.min(m.umax, utilisation + backlog / m.tauBacklog);
}

/** Demand x on a link worker under workload pressure u. */
function meanDemand(m: MeanField, u: number): number {
  const strain = Math.max(0, u - m.u0) / (1 - m.u0);
  return (1 - m.buffer) * (m.workloadWeight * strain + m.emotionalWeight * m.fullDayLoad * Math.min(1, u));
}

/** dE/dt per working day: αx(1 − E) − ρ(1 − κS)E − h(E)(E − E₀), S the logistic share of the burnt-out. */
export function meanFieldDrift(m: MeanField, E: number, d: number): number {
  const gained = m.gain * meanDemand(m, meanPressure(m, E, d)) * (1 - E);
  const burntOut = 1 / (1 + exp((m.burnoutAt - E) / m.burnoutWidth));
  const recovered = m.recovery * (1 - m.slowerRecovery * burntOut) * E;
  return gained - recovered - leaving(m, E) * (E - m.atHire);
}

/** A level of exhaustion that lasts (stable), or that divides those that do (not stable). */
export interface FixedPoint {
  readonly E: number;
  readonly stable: boolean;
}

const STEPS = 4000;
const TOLERANCE = 1e-12;

/** Every fixed point at demand ratio d, in order of exhaustion. */
export function fixedPoints(m: MeanField, d: number): FixedPoint[] {
  const drift = (E: number): number => meanFieldDrift(m, E, d);
  const found: FixedPoint[] = [];
  let before = drift(0);
  for (let i = 1; i <= STEPS; i++) {
    const after = drift(i / STEPS);
    if (before > 0 !== after > 0) {
      found.push({ E: crossing(drift, (i - 1) / STEPS, i / STEPS), stable: before > 0 });
    }
    before = after;
  }
  return found;
}

/** Between the two folds, a demand ratio has more than one lasting state; at either, one of them ends. */
export interface Folds {
  /** Below this there is no burnt-out state. */
  readonly low: number;
  /** Above this there is no healthy state: the tipping point of a team that was well. */
  readonly high: number;
}

/** The two folds, or null where every demand has one state. */
export function folds(m: MeanField): Folds | null {
  const turns = turningDemands(m);
  return turns.length < 2 ? null : { low: Math.min(...turns), high: Math.max(...turns) };
}

/**
 * Every demand ratio at which two fixed points meet: the turning points, over exhaustion, of the demand that holds
 * exhaustion where it is. The outermost are the folds; a lesser pair can lie within the burnt-out states, where
 * workload pressure reaches its highest value.
 */
export function turningDemands(m: MeanField): number[] {
  const demand = (E: number): number => balancingDemand(m, E);
  const curve = Array.from({ length: STEPS }, (_, i) => demand(i / STEPS));
  const saturated = curve.indexOf(Number.POSITIVE_INFINITY);
  const last = saturated < 0 ? STEPS - 1 : saturated - 1;
  // Below the state without any demand nothing holds exhaustion up: there the curve lies at 0 and is no turning point.
  const first = curve.findIndex((d) => d > 0);
  const found: number[] = [];
  for (let i = first + 1; i < last; i++) {
    const rises = curve[i] > curve[i - 1];
    if (rises === curve[i + 1] > curve[i]) continue;
    found.push(turningPoint(demand, (i - 1) / STEPS, (i + 1) / STEPS, rises ? 1 : -1));
  }
  // A curve that falls until pressure is at its highest turns there: the state beyond exists at every higher demand.
  if (last > 0 && curve[last] < curve[last - 1]) found.push(curve[last]);
  return found.sort((a, b) => a - b);
}

/** The lowest demand ratio at which exhaustion E does not fall; Infinity where it falls whatever the demand. */
function balancingDemand(m: MeanField, E: number): number {
  const drift = (d: number): number => meanFieldDrift(m, E, d);
  if (drift(0) >= 0) return 0;
  const enough = 1 / (1 + m.slowing * E);
  if (drift(enough) < 0) return Number.POSITIVE_INFINITY;
  return crossing(drift, 0, enough);
}

/** Where `f` changes sign between `low` and `high`, by halving. */
function crossing(f: (x: number) => number, low: number, high: number): number {
  const rises = f(low) <= 0;
  let [a, b] = [low, high];
  while (b - a > TOLERANCE) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rises) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** The highest (sign 1) or lowest (sign −1) value of `f` between `low` and `high`, by thirds. */
function turningPoint(f: (x: number) => number, low: number, high: number, sign: 1 | -1): number {
  let [a, b] = [low, high];
  while (b - a > 1e-9) {
    const [left, right] = [a + (b - a) / 3, b - (b - a) / 3];
    if (sign * f(left) < sign * f(right)) a = left;
    else b = right;
  }
  return f((a + b) / 2);
}
