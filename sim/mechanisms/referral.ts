/**
 * Referral: patients arrive, return, and give up waiting for their first appointment (docs/model.md, section 7.1).
 *
 * reads      params.referral, params.team, params.patients, params.triage, practice.demandFactor
 * writes     patients (a new row), practice.candidate, waiting list
 * schedules  Referral, PatienceEnds
 */

import { WD_PER_YEAR } from "../calendar";
import { Draw } from "../draws";
import { EventKind } from "../events";
import { category } from "../kernel/distributions";
import { parameterById } from "../parameters";
import { Entry } from "../record/eventLog";
import { Exit } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { Level, Phase, Section, Step } from "../state";
import { allocate } from "./allocation";
import { closeCase } from "./closing";

/** Referrals one person can have in a run: the number of the referral is part of the key. */
export const REFERRALS_PER_PERSON = 64;
/**
 * Candidates come in layers: a multiplier of 1.2 takes all of the first and a fifth of the second, so that a scenario
 * that changes the multiplier sees the same candidates, and one that does not is spared those beyond.
 */
export const LAYERS = Math.ceil(parameterById("referral.multiplier").limits[1]);
const HIGH = 2;
const LOW = 0;

/** Referrals per working day before the practice's feedback and the multiplier (section 7.1). */
export function referenceRate({ team, referral }: Sim["params"]): number {
  return (team.referenceLinkWorkers * referral.perWtePerYear) / WD_PER_YEAR;
}

/**
 * Schedules the next candidate of a layer that could be a referral whatever the practice's feedback will be by then;
 * candidates that the multiplier of their day rules out are passed over here, without an event.
 */
export function scheduleReferral(sim: Sim, layer: number): void {
  const { practice } = sim.state;
  const rate = referenceRate(sim.params) * sim.params.gp.Gmax;
  if (rate <= 0 || !sim.stages.some(({ params }) => params.referral.multiplier > layer)) return;
  let time = sim.now;
  do {
    const candidate = LAYERS * practice.candidates[layer]++ + layer;
    time += sim.streams.exponential(Draw.Arrival, candidate, 0) / rate;
    if (time > sim.endsAt) return;
    practice.acceptance[layer] = sim.streams.uniform(Draw.Thinning, candidate, 0);
  } while (practice.acceptance[layer] >= shareOfLayer(sim, layer, time));
  schedule(sim, time, EventKind.Referral, layer);
}

/** A candidate of a layer arrives: thinned by the practice's feedback, it is a referral or nobody. */
export function refer(sim: Sim, layer: number): void {
  const { candidates, acceptance, demandFactor } = sim.state.practice;
  const candidate = LAYERS * (candidates[layer] - 1) + layer;
  const chance = (demandFactor / sim.params.gp.Gmax) * shareOfLayer(sim, layer, sim.now);
  if (acceptance[layer] < chance) admit(sim, candidate * REFERRALS_PER_PERSON);
  scheduleReferral(sim, layer);
}

/** A person who was in the GP pool is referred again: the same person, with a new referral's draws. */
export function referAgain(sim: Sim, key: number): void {
  admit(sim, key % REFERRALS_PER_PERSON < REFERRALS_PER_PERSON - 1 ? key + 1 : key);
}

/** Everything about the person is drawn; a diverted one is signposted at once, any other joins the waiting list. */
function admit(sim: Sim, key: number): void {
  const { params, streams, state, now } = sim;
  const complexity = category(streams.uniform(Draw.Class, key, 0), params.patients.classShares);
  if (complexity === LOW && streams.uniform(Draw.Divert, key, 0) < params.triage.divertSimple) {
    sim.totals.diverted++;
    sim.log?.add(now, Entry.Diverted, key, -1);
    return;
  }
  const p = state.newRow();
  const { patients } = state;
  patients.reset(p, key, now);
  patients.complexity[p] = complexity;
  const spread = (2 * streams.uniform(Draw.Distress, key, 0) - 1) * params.patients.d0Spread;
  patients.distress[p] = Math.min(1, Math.max(0, params.patients.initialDistress[complexity] + spread));
  patients.service[p] = category(streams.uniform(Draw.Service, key, 0), params.services.shares);
  patients.patienceEndsAt[p] = now + streams.exponential(Draw.Patience, key, 0) / params.referral.renegeRate;
  sim.totals.referrals++;
  state.levels.change(Level.InSystem, 1, now);
  state.levels.change(Level.Unmet, 1, now);
  sim.log?.add(now, Entry.Referred, key, -1, complexity, patients.distress[p]);
  joinWaitingList(
    sim,
    p,
    params.triage.highComplexityFirst && complexity === HIGH ? Section.HighComplexity : Section.Others,
  );
  allocate(sim);
  if (patients.step[p] === Step.OnWaitingList && patients.key[p] === key) watchPatience(sim, p);
}

export function joinWaitingList(sim: Sim, p: number, section: number): void {
  const { state } = sim;
  state.waitingList.push(section, p);
  state.patients.step[p] = Step.OnWaitingList;
  state.levels.change(Level.OnWaitingList, 1, sim.now);
  sim.log?.add(sim.now, Entry.JoinedWaitingList, state.patients.key[p], -1);
}

/** Schedules the end of patience, once a referral and only where it could come before the first appointment. */
export function watchPatience(sim: Sim, p: number): void {
  const { patients } = sim.state;
  if (patients.patienceScheduled[p] || patients.patienceEndsAt[p] > sim.endsAt) return;
  patients.patienceScheduled[p] = 1;
  schedule(sim, patients.patienceEndsAt[p], EventKind.PatienceEnds, p);
}

/** Patience ends: whoever has not been seen by now gives up. */
export function endPatience(sim: Sim, p: number): void {
  const { patients } = sim.state;
  if (patients.patienceEndsAt[p] !== sim.now || patients.phase[p] !== Phase.AwaitingFirst) return;
  if (patients.step[p] === Step.InContact) return;
  closeCase(sim, p, Exit.Reneged);
}

/** Share of a layer's candidates that the referral multiplier lets through on a day to come. */
function shareOfLayer(sim: Sim, layer: number, time: number): number {
  return Math.min(1, Math.max(0, multiplierAt(sim, time) - layer));
}

/** The referral multiplier on a day to come: stages of the run are known beforehand. */
function multiplierAt(sim: Sim, time: number): number {
  const { stages, recordsFrom } = sim;
  let multiplier = sim.params.referral.multiplier;
  for (let i = sim.stage + 1; i < stages.length && stages[i].fromDay + recordsFrom <= time; i++)
    multiplier = stages[i].params.referral.multiplier;
  return multiplier;
}
