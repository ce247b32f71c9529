/** Changes that several tests share. */
import type { Changes } from "../../../sim/scenario";

/** No link worker is ever exhausted, absent or leaves, and the practice does not react. */
export const CALM: Changes = {
  "run.leversFrom": "start",
  "exhaustion.gain": 0,
  "exhaustion.atStart": 0,
  "exhaustion.atHire": 0,
  "absence.hazard": 0,
  "turnover.baseHazard": 0,
  "gp.kB": 0,
  "gp.pReturn": 0,
};

/**
 * The model as a plain queue: calm, one contact hour is one working day, nobody declines or gives up, the first
 * appointment may be at once, and how long a contact takes depends on nothing but its draw.
 */
export const PLAIN: Changes = {
  ...CALM,
  "team.hoursPerDay": 1,
  "team.adminShare": 0,
  "referral.renegeRate": 0,
  "referral.bookingLeadDays": 0,
  "pathway.decline": 0,
  "exhaustion.slowing": 0,
  "exhaustion.hurry": 0,
  "exhaustion.lessEffective": 0,
  "exhaustion.hurriedEffect": 0,
  "work.otMax": 0,
  "gp.Gmin": 1,
  "gp.Gmax": 1,
};

/** Referrals at `perDay` a working day, for a reference team of one. */
export const referralsPerDay = (perDay: number): Changes => ({
  "team.referenceLinkWorkers": 1,
  "referral.perWtePerYear": 260 * perDay,
});
