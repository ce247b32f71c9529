/** Parameter changes that several checks share, and what they mean in words. All are ordinary parameters. */
import { WD_PER_YEAR } from "../calendar";
import type { Changes, Value } from "../scenario";

const classes = ["low", "moderate", "high"];
const elements = (id: string, names: readonly string[], value: Value): Changes =>
  Object.fromEntries(names.map((name) => [`${id}.${name}`, value]));

/** Nobody is ever exhausted, absent or leaves; the practice does not react; contact hours are working days. */
export const QUIET: Changes = {
  "run.leversFrom": "start",
  "team.hoursPerDay": 1,
  "team.adminShare": 0,
  "support.supervisionHoursPerMonth": 0,
  "referral.renegeRate": 0,
  "referral.bookingLeadDays": 0,
  "pathway.decline": 0,
  "contact.distribution": "exponential",
  "work.otMax": 0,
  "exhaustion.hurry": 0,
  "exhaustion.hurriedEffect": 0,
  "exhaustion.gain": 0,
  "exhaustion.recovery": 0,
  "exhaustion.heterogeneity": 0,
  "exhaustion.atStart": 0,
  "exhaustion.atHire": 0,
  "absence.hazard": 0,
  "turnover.baseHazard": 0,
  "gp.kB": 0,
  "gp.Gmin": 1,
  "gp.Gmax": 1,
  "gp.pReturn": 0,
};

/** What is off, but for what a check turns on. */
export function quietBut(...on: readonly ("exhaustion" | "absence" | "leaving")[]): string {
  const off = (["exhaustion", "absence", "leaving"] as const).filter((name) => !on.includes(name));
  const words = [...off, "overtime"].join(", ");
  return `Off (rates and weights 0): ${words} and the practice's feedback. An hour is a working day.`;
}
export const QUIET_WORDS = quietBut();

/** `lam` referrals a working day. */
export const referrals = (lam: number): Changes => ({
  "team.referenceLinkWorkers": 1,
  "referral.perWtePerYear": WD_PER_YEAR * lam,
});

/** The waiting list as a queue and each link worker as a server: one first appointment, one case at a time. */
export const WAITING_LINE: Changes = {
  ...QUIET,
  "holding.function4": false,
  "pathway.firstAppointmentOnly": true,
  "policy.caseloadCap": 1,
};
const LINE_WORDS =
  "Cases close after the first appointment and the caseload cap is 1, so that the waiting list is the queue and each link worker a server.";
export const WAITING_LINE_WORDS = `${QUIET_WORDS} ${LINE_WORDS}`;
export const WAITING_LINE_WITH_ABSENCE_WORDS = `${quietBut("absence")} ${LINE_WORDS}`;

/** Contacts take no working time, so that nobody waits for a link worker. */
const INSTANT: Changes = {
  ...elements("contact.hours", ["first", "core", "simple"], 0),
  ...elements("contact.holdingHours", ["1", "2", "3", "4"], 0),
};

/** Everybody is ready and needs service 1, which they are referred to at once; the case closes when it starts. */
const ONE_SERVICE: Changes = {
  ...elements("pathway.simple", classes, 0),
  ...elements("pathway.holdOnly", classes, 0),
  ...elements("pathway.needsPreparation", classes, 0),
  "pathway.core1Delay": 0,
  "pathway.rework": 0,
  "pathway.followUps": 0,
  "holding.function1": false,
  "holding.function4": false,
  "services.shares.1": 1,
  "services.shares.2": 0,
  "services.shares.3": 0,
  "services.disengageRate": 0,
  "services.dropOutReady": 0,
  "services.dropOutUnready": 0,
};

/** Community service 1 as a queue and its places as servers. */
export const SERVICE_LINE: Changes = { ...QUIET, ...INSTANT, ...ONE_SERVICE };
export const SERVICE_LINE_WORDS = `${QUIET_WORDS} Contacts take no working time and everybody needs community service 1, so that its places are the servers.`;

/** Service 1 takes everybody at once, and nobody stays. */
export const UNLIMITED: Changes = { "services.places.1": "none", "services.stayDays.1": 0 };

/** Cases that need contact after contact: each makes ready, and so closes the case, with probability p. */
export const returning = (p: number, mu: number, nu: number): Changes => ({
  ...SERVICE_LINE,
  ...elements("pathway.needsPreparation", classes, 1 - p),
  "contact.hours.first": 1 / mu,
  "contact.holdingHours.2": 1 / mu,
  "contact.intervalDistribution": "exponential",
  "holding.intervalDays.2": 1 / nu,
  "holding.pReady": p,
  ...elements("services.places", ["1", "2", "3"], "none"),
  ...elements("services.stayDays", ["1", "2", "3"], 0),
});
export const RETURNING_WORDS = `${QUIET_WORDS} A patient is ready after the first appointment with probability p, and after each preparing contact (function 2) likewise; ready patients start a service at once (unlimited places) and close. Intervals are exponential.`;

/** Nobody can be referred on: everybody is held, as good as for ever, by as many cases as the cap allows. */
export const heldForEver = (cases: number): Changes => ({
  ...QUIET,
  ...INSTANT,
  ...elements("pathway.simple", classes, 0),
  ...elements("pathway.holdOnly", classes, 1),
  ...elements("patients.initialDistress", classes, 1),
  "patients.d0Spread": 0,
  "patients.distressDrift": 0,
  ...elements("contact.relief", ["first", "core", "h1", "h2", "h3", "h4"], 0),
  "holding.function4": false,
  "holding.holdOnlyDays": 1e6,
  "policy.caseloadCap": cases,
  ...referrals(1),
  "referral.renegeRate": 0.05,
});
export const HELD_WORDS = `${QUIET_WORDS} No service fits anybody, patients are held for 1,000,000 working days on average (function 3), and the caseload cap keeps their number constant; whoever finds no room gives up.`;

/** No patients at all. */
export const NOBODY: Changes = { ...QUIET, "referral.perWtePerYear": 0 };

/** Link workers who leave at a constant hazard, for reasons of their own alone. */
export const LEAVING: Changes = {
  "turnover.kL": 0,
  "turnover.kB": 0,
  "turnover.kJ": 0,
  "turnover.contagion": 0,
  "turnover.noticeDays": 0,
  "recruitment.shape": 1,
};

/** n posts and no patients; a year's hazard of leaving, and days to recruit. */
export const leaving = (n: number, hazardPerYear: number, daysToHire: number): Changes => ({
  ...NOBODY,
  ...LEAVING,
  "team.linkWorkers": n,
  "turnover.baseHazard": hazardPerYear,
  "recruitment.days": daysToHire,
});
export const NO_PATIENTS_WORDS = `${quietBut("leaving")} There are no patients, and link workers leave at a constant hazard.`;

/** Nothing is reduced. Levers from the first day, so that nothing changes in the instant when recording begins. */
export const EVERYTHING: Changes = { "run.leversFrom": "start" };
