/** Community services, the caseload cap and triage: docs/model.md, sections 7.1 and 7.4. */
import { choice, integer, number, toggle, vector } from "./define";
import { ASSUMED, assumption, decision, VCSE } from "./sources";

const service = (s: number, of: string): string => `Community service ${s}: ${of}`;

export const services = {
  shares: vector(
    {
      unit: "share of patients who need a service",
      limits: [0, 1],
      ...assumption,
      evidence: "E4",
      effect: "The three shares sum to 1; they decide which queue patients join.",
    },
    {
      "1": { label: service(1, "share of need"), default: 0.4, range: [0.25, 0.55] },
      "2": { label: service(2, "share of need"), default: 0.25, range: [0.1, 0.4] },
      "3": { label: service(3, "share of need"), default: 0.35, range: [0.2, 0.5] },
    },
  ),
  stayDays: vector(
    {
      unit: "working days",
      limits: [0, 1e6],
      ...assumption,
      evidence: "E4",
      effect: "Mean stay; longer stays free places more slowly and lengthen the queue.",
    },
    {
      "1": { label: service(1, "stay"), default: 40, range: [20, 80] },
      "2": { label: service(2, "stay"), default: 80, range: [40, 160] },
      "3": { label: service(3, "stay"), default: 60, range: [30, 120] },
    },
  ),
  stayDistribution: choice({
    label: "Distribution of stays",
    default: "exponential",
    choices: ["exponential", "deterministic", "lognormal"],
    ...decision,
    effect: "More regular stays make queues shorter and steadier.",
  }),
  stayCv: number({
    label: "Variation of stays, if lognormal",
    unit: "coefficient of variation",
    default: 1,
    limits: [0, 100],
    range: null,
    ...assumption,
    effect: "More variable stays make queues longer; used by the lognormal distribution only.",
  }),
  places: vector(
    {
      kind: "integer",
      unit: "places",
      limits: [0, 1e6],
      orNone: true,
      timeline: true,
      ...assumption,
      evidence: "E4",
      effect:
        "Fewer places lengthen the queue and the time patients are held; none: everyone starts at once.",
    },
    {
      "1": { label: service(1, "places"), default: 39, range: [30, 50] },
      "2": { label: service(2, "places"), default: 48, range: [36, 62] },
      "3": { label: service(3, "places"), default: 51, range: [38, 66] },
    },
  ),
  capacityMultiplier: number({
    label: "Community service capacity",
    unit: "times the usual places",
    default: 1,
    limits: [0, 1000],
    range: [0.5, 1.5],
    distribution: "none",
    role: "lever",
    grade: "choice",
    evidence: "E4.14",
    source: `Design choice; 1 in 5 charities cut services in a year: ${VCSE}`,
    effect: "Less capacity lengthens the queues for services, and with them holding.",
  }),
  disengageRate: number({
    label: "Rate of giving up in a service's queue",
    unit: "per working day",
    default: 1 / 120,
    limits: [0, 1000],
    range: [1 / 260, 1 / 40],
    ...assumption,
    effect: "The higher the rate, the more patients leave the queue before a place comes free.",
  }),
  dropOutReady: number({
    label: "Ready patients who do not take up their place",
    unit: "probability",
    default: 0.1,
    limits: [0, 1],
    range: [0.03, 0.25],
    ...assumption,
    effect: "The higher it is, the fewer ready patients start the service.",
  }),
  dropOutUnready: number({
    label: "Unready patients who do not take up their place",
    unit: "probability",
    default: 0.45,
    limits: [0, 1],
    range: [0.25, 0.7],
    ...assumption,
    effect: "The higher it is, the more is lost when patients are not prepared for change.",
  }),
};

export const policy = {
  caseloadCap: integer({
    label: "Caseload cap",
    unit: "cases per WTE",
    default: Number.POSITIVE_INFINITY,
    limits: [1, 1e6],
    range: [20, 80],
    distribution: "none",
    orNone: true,
    role: "lever",
    grade: "choice",
    evidence: "E1.13",
    source: "Design choice; no trial of caps was found",
    effect: "A lower cap protects link workers and makes new patients wait longer; none: no cap.",
  }),
};

export const triage = {
  divertSimple: number({
    label: "Low-complexity referrals signposted at once",
    unit: "probability",
    default: 0,
    limits: [0, 1],
    range: [0, 1],
    distribution: "none",
    role: "lever",
    grade: "choice",
    evidence: "–",
    source: `Design choice; ${ASSUMED}`,
    effect: "The more are signposted at once, the fewer join the waiting list.",
  }),
  highComplexityFirst: toggle({
    label: "Patients of high complexity first",
    default: false,
    role: "lever",
    ...decision,
    effect: "On: patients of high complexity go ahead on the waiting list, and others wait longer.",
  }),
};
