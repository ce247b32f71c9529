/** Referral, waiting and distress, as docs/model.md, section 7.1, has them. */
import { Draw } from "../../sim/draws";
import { parameterById } from "../../sim/parameters";
import { Entry } from "../../sim/record/eventLog";
import { CONTACT_COUNT, Exit } from "../../sim/record/totals";
import { allocate } from "./allocation";
import { close } from "./closing";
import type { Patient } from "./people";
import { DAYS_PER_YEAR, note, type World } from "./world";

const REFERRALS_PER_PERSON = 64;
/** Candidates come in layers, one for each whole number up to the highest multiplier. */
const LAYERS = Math.ceil(parameterById("referral.multiplier").limits[1]);

/** The first candidate of every layer is awaited. */
export function awaitCandidates(world: World): void {
  for (let layer = 0; layer < LAYERS; layer++) awaitCandidate(world, layer, 0);
}

/** Every candidate is an event, and is thinned when it comes; `n` is its number in the layer. */
function awaitCandidate(world: World, layer: number, n: number): void {
  const { team, referral, gp } = world.params;
  const perDay = ((team.referenceLinkWorkers * referral.perWtePerYear) / DAYS_PER_YEAR) * gp.Gmax;
  if (perDay === 0) return;
  const candidate = LAYERS * n + layer;
  const gap = world.luck.exponential(1 / perDay, Draw.Arrival, candidate);
  world.events.plan(world.events.now + gap, () => {
    const share = Math.min(1, Math.max(0, world.params.referral.multiplier - layer));
    const chance = (share * world.demandFactor) / gp.Gmax;
    if (world.luck.uniform(Draw.Thinning, candidate) < chance) refer(world, candidate * REFERRALS_PER_PERSON);
    awaitCandidate(world, layer, n + 1);
  });
}

/** The same person is referred once more. */
export function referAgain(world: World, { key }: Patient): void {
  const last = key % REFERRALS_PER_PERSON === REFERRALS_PER_PERSON - 1;
  refer(world, last ? key : key + 1);
}

function refer(world: World, key: number): void {
  const { params, luck, events } = world;
  const patient = newPatient(world, key);
  if (patient.complexity === 0 && luck.uniform(Draw.Divert, key) < params.triage.divertSimple)
    return note(world, Entry.Diverted, { patient });
  const { complexity: detail, distress: value } = patient;
  note(world, Entry.Referred, { patient, detail, value });
  world.inSystem.add(patient);
  const patience = luck.exponential(1 / params.referral.renegeRate, Draw.Patience, key);
  patient.patience = events.plan(events.now + patience, () => close(world, patient, Exit.Reneged));
  joinWaitingList(world, patient);
  allocate(world);
}

function newPatient({ params, luck, events: { now } }: World, key: number): Patient {
  const complexity = luck.among(params.patients.classShares, Draw.Class, key);
  const { initialDistress, d0Spread } = params.patients;
  const distress = initialDistress[complexity] + d0Spread * (2 * luck.uniform(Draw.Distress, key) - 1);
  return {
    key,
    complexity,
    service: luck.among(params.services.shares, Draw.Service, key),
    referredAt: now,
    phase: "awaiting the first appointment",
    section: 0,
    step: { kind: "none" },
    distress: Math.min(1, Math.max(0, distress)),
    distressAt: now,
    needMet: false,
    ready: false,
    worker: null,
    contacts: new Array<number>(CONTACT_COUNT).fill(0),
    followUpsDone: 0,
    coreContacts: 0,
    timesOrphaned: 0,
    timesKept: 0,
    disclosureMoments: 0,
    lastContactAt: now,
    serviceSince: Number.NaN,
    heldSince: null,
    patience: null,
    queuePatience: null,
    endOfHolding: null,
    nextDisclosure: null,
    disclosure: null,
    contactsUnderWay: 0,
    closesAs: null,
  };
}

/** First the orphaned, then high complexity where that comes first, then others. */
export function joinWaitingList({ waitingList, params }: World, patient: Patient): void {
  const highFirst = params.triage.highComplexityFirst && patient.complexity === 2;
  patient.section = patient.timesOrphaned > 0 ? 0 : highFirst ? 1 : 2;
  waitingList.push(patient);
  patient.step = { kind: "on the waiting list" };
}

/** Distress at some time from now on, were there no contact before. */
export function distressAt({ params }: World, patient: Patient, time: number): number {
  if (patient.needMet) return patient.distress;
  const days = time - patient.distressAt;
  return 1 - (1 - patient.distress) * Math.exp(-params.patients.distressDrift * days);
}

/** Brings distress up to now and changes it. */
export function changeDistress(world: World, patient: Patient, change: (d: number) => number): void {
  const { now } = world.events;
  patient.distress = change(distressAt(world, patient, now));
  patient.distressAt = now;
}
