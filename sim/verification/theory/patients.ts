/** What happens to one patient, with known answers. Rates are per working day, times in working days. */
import { exp } from "../../kernel/math";

/** Contacts until one succeeds, each with probability p: mean, variance, and mean time at one every `tau` days. */
export const contactsUntilReady = (p: number, tau: number) => ({
  mean: 1 / p,
  variance: (1 - p) / (p * p),
  meanDays: tau / p,
});

/** Contacts every `tau` days during an exponential time with this mean: how many, and the share with none. */
export function contactsWhileHeld(meanDays: number, tau: number) {
  const another = exp(-tau / meanDays);
  return { mean: another / (1 - another), pNone: 1 - another };
}

/** Mean (and variance: it is a Poisson number) of disclosures of N patients at rate `nu`, thinned by distress, in T days. */
export const disclosures = (N: number, nu: number, distress: number, T: number): number =>
  N * nu * distress * T;

/** Contacts of which each must be repeated with probability q. */
export const withRepeats = (q: number): number => 1 / (1 - q);

/** Referrals a day, returns included, when a share fails and a share of those comes back. */
export const withReturns = (lam: number, pFail: number, pReturn: number): number =>
  lam / (1 - pFail * pReturn);

/** Distress after `interval` days of growth at rate g. */
export const grown = (d: number, g: number, interval: number): number => 1 - (1 - d) * exp(-g * interval);

/** Distress after contacts every `interval` days, each of which takes the share `relief` away, and `interval` more days. */
export function distressAfter(
  d0: number,
  g: number,
  interval: number,
  relief: number,
  contacts: number,
): number {
  let d = d0;
  for (let k = 0; k < contacts; k++) d = grown(d, g, interval) * (1 - relief);
  return grown(d, g, interval);
}

/** One step of a patient's way. */
export interface Step {
  /** Days from the end of the step before until the contact begins, and contact hours. */
  readonly after: number;
  readonly hours: number;
  readonly relief: number;
  readonly weight: number;
  /** Whether need is met from the end of this contact on, so that distress no longer grows. */
  readonly needMet: boolean;
}

/** The way of one patient whom nobody else delays: end and distress of every contact, emotional load and hours in all. */
export function goldenPath(d0: number, g: number, hoursPerDay: number, steps: readonly Step[]) {
  let time = 0;
  let d = d0;
  let needMet = false;
  let load = 0;
  const contacts = steps.map((step) => {
    const days = step.after + step.hours / hoursPerDay;
    time += days;
    if (!needMet) d = grown(d, g, days);
    load += step.weight * d;
    d *= 1 - step.relief;
    needMet ||= step.needMet;
    return { end: time, distress: d };
  });
  return { contacts, load, hours: steps.reduce((total, { hours }) => total + hours, 0) };
}
