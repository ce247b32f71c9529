/**
 * The streams of random numbers: one for every decision of the model (docs/model.md, section 4).
 * Patients draw under their person and referral, link workers under their post and spell, daily lotteries under the day.
 */
export const Draw = {
  Arrival: 0,
  Thinning: 1,
  Class: 2,
  Distress: 3,
  Divert: 4,
  Patience: 5,
  Decline: 6,
  SimpleRoute: 7,
  HoldOnlyRoute: 8,
  Service: 9,
  Preparation: 10,
  ContactHours: 11,
  Interval: 12,
  Rework: 13,
  Ready: 14,
  HoldTime: 15,
  Disclosure: 16,
  DisclosureThinning: 17,
  QueuePatience: 18,
  Kept: 19,
  DropOut: 20,
  Stay: 21,
  PoolTime: 22,
  Return: 23,
  LostAtHandover: 24,
  Absence: 25,
  AbsenceLength: 26,
  Leaving: 27,
  Recruitment: 28,
  Susceptibility: 29,
  ShockResignation: 30,
  ShockSickness: 31,
} as const;
export type Draw = (typeof Draw)[keyof typeof Draw];

export const DRAW_NAMES: readonly string[] = Object.keys(Draw);
