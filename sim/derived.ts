/** Quantities that follow from the parameters alone, computed once a stage of the run (docs/model.md, sections 2, 7.2 and 7.6). */
import { MONTHS_PER_YEAR, WD_PER_WEEK, WD_PER_YEAR } from "./calendar";
import { logSdOfCv } from "./kernel/distributions";
import { exp } from "./kernel/math";
import type { Params } from "./parameters";

export interface Derived {
  /** Contact hours in a link worker's nominal day, H. */
  readonly contactHoursPerDay: number;
  /** Organisational buffer b_org and the training buffer at full training. */
  readonly orgBuffer: number;
  readonly trainingBuffer: number;
  /** Contact time that full exhaustion adds, and effectiveness that it takes away, as shares: 0 without feedback. */
  readonly slowing: number;
  readonly lessEffective: number;
  /** Speed at which a link worker of mean susceptibility tires, per working day. */
  readonly tiring: number;
  /** Whether hidden holding is recognised as work, and whether it is limited. */
  readonly recognised: boolean;
  readonly timeLimited: boolean;
  /** Whether holding function 1 … 4 is offered. */
  readonly holding: readonly [boolean, boolean, boolean, boolean];
  /** Mean hours of a contact, by type. */
  readonly meanHours: Float64Array;
  readonly relief: Float64Array;
  readonly emotionalWeight: Float64Array;
  readonly contactLogSd: number;
  readonly stayLogSd: number;
  /** Places at each service. */
  readonly places: Float64Array;
  /** What is kept over one working day of: workload pressure, recent hours, frustration, training. */
  readonly keepPressure: number;
  readonly keepRecent: number;
  readonly keepFrustration: number;
  readonly keepTraining: number;
  /** What a moving average of workload keeps over one working day. */
  readonly keepAverage: number;
  /** What the GP index keeps over one week. */
  readonly keepBurden: number;
}

const derived = new WeakMap<Params, Derived>();

/** What follows from `params`, worked out once for as many replications as use them. */
export function derive(params: Params): Derived {
  const known = derived.get(params) ?? deriveAnew(params);
  derived.set(params, known);
  return known;
}

function deriveAnew(params: Params): Derived {
  const { team, support, holding, contact, handover, services, work, exhaustion, turnover, gp } = params;
  const actsOnWork = exhaustion.rule !== "no-feedback";
  const recognised = holding.policy === "recognised" || holding.policy === "time-limited";
  const offered = holding.policy !== "none";
  const { hours, holdingHours, relief, emotionalWeight } = contact;
  const handoverHours = handover.warm ? handover.hoursWarm : handover.hoursCold;
  return {
    contactHoursPerDay: team.hoursPerDay * (1 - overheadShare(params)),
    orgBuffer:
      1 -
      (1 - supervisionBuffer(params)) *
        (1 - (support.peer ? support.bPeer : 0)) *
        (1 - (recognised ? support.bRecognition : 0)),
    trainingBuffer: support.bTrain,
    slowing: actsOnWork ? exhaustion.slowing : 0,
    lessEffective: actsOnWork ? exhaustion.lessEffective : 0,
    tiring: exhaustion.rule === "energy" ? exhaustion.energyDrain : exhaustion.gain,
    recognised,
    timeLimited: holding.policy === "time-limited",
    holding: [
      offered && holding.function1,
      offered && holding.function2,
      offered && holding.function3,
      offered && holding.function4,
    ],
    meanHours: Float64Array.from([hours[0], hours[1], hours[2], handoverHours, ...holdingHours]),
    relief: Float64Array.from([relief[0], relief[1], 0, 0, ...relief.slice(2)]),
    emotionalWeight: Float64Array.from([
      emotionalWeight[0],
      emotionalWeight[1],
      0,
      0,
      ...emotionalWeight.slice(2),
    ]),
    contactLogSd: logSdOfCv(contact.cv),
    stayLogSd: logSdOfCv(services.stayCv),
    places: Float64Array.from(services.places, (places) => Math.round(places * services.capacityMultiplier)),
    keepPressure: keptOver(1, work.tauPressure),
    keepRecent: keptOver(1, holding.shareMemoryDays),
    keepFrustration: keptOver(1, turnover.frustrationDays),
    keepTraining: keptOver(1, support.tauTrain),
    keepAverage: keptOver(1, exhaustion.averageDays),
    keepBurden: keptOver(WD_PER_WEEK, gp.tauB),
  };
}

/** Share of paid time that is not for contacts: administration, and support beyond what administration includes. */
export function overheadShare({ team, support }: Params): number {
  const supervision = Math.max(0, support.supervisionHoursPerMonth - support.supervisionIncludedHours);
  const peer = support.peer ? support.peerHoursPerMonth : 0;
  const supportHours = ((supervision + peer) * MONTHS_PER_YEAR) / (team.hoursPerDay * WD_PER_YEAR);
  const trainingDays = support.training ? support.trainingDaysPerYear / WD_PER_YEAR : 0;
  return Math.min(1, team.adminShare + supportHours + trainingDays);
}

/** Share of demand that supervision takes away: saturating in the hours, bSup at the reference hours (section 7.6). */
export function supervisionBuffer({ support }: Params): number {
  const { supervisionHoursPerMonth: hours, supervisionReferenceHours: reference, halfHours, bSup } = support;
  return (bSup * (1 - exp(-hours / halfHours))) / (1 - exp(-reference / halfHours));
}

/** Share of a fading quantity left after `days`, for a time constant in working days; a constant of 0 keeps nothing. */
export function keptOver(days: number, timeConstantDays: number): number {
  return timeConstantDays > 0 ? exp(-days / timeConstantDays) : 0;
}
