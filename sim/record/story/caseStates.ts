/** Where patients in the system stand: the phases of the pathway, with and without a link worker. */
import type { Sim } from "../../sim";
import { Phase } from "../../state";

/** In the order of the pathway; what is held stands together. */
export const CaseState = {
  AwaitingFirst: 0,
  WorkingTowards: 1,
  Preparing: 2,
  WaitingForService: 3,
  HeldOnly: 4,
  FollowUp: 5,
  NoLinkWorker: 6,
} as const;
export type CaseState = (typeof CaseState)[keyof typeof CaseState];
export const CASE_STATE_COUNT = 7;

const BY_PHASE: Readonly<Record<number, CaseState>> = {
  [Phase.Simple]: CaseState.WorkingTowards,
  [Phase.CoreWork]: CaseState.WorkingTowards,
  [Phase.Preparing]: CaseState.Preparing,
  [Phase.WaitingForService]: CaseState.WaitingForService,
  [Phase.HoldOnly]: CaseState.HeldOnly,
  [Phase.FollowUp]: CaseState.FollowUp,
};

/** The state of patient p, or −1 of one who is not in the system. */
export function caseState({ state: { patients } }: Sim, p: number): CaseState | -1 {
  const phase = patients.phase[p];
  if (phase === Phase.AwaitingFirst) return CaseState.AwaitingFirst;
  const state = BY_PHASE[phase];
  if (state === undefined) return -1;
  return patients.worker[p] < 0 ? CaseState.NoLinkWorker : state;
}
