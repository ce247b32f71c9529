/** All tables of `tipping`. */

import { SWEEPS } from "./tippingArms";
import {
  type DepartureRow,
  departureTable,
  type LeavingRow,
  type LoopRow,
  leavingTable,
  loopTable,
  type SlowingRow,
  slowingTable,
} from "./tippingCauses";
import { type PolicyRow, policyTable } from "./tippingPolicies";
import {
  type PulseRow,
  pulseTable,
  type RampRow,
  type RecoveryRow,
  rampTable,
  recoveryTable,
} from "./tippingRecovery";
import type { Outcomes } from "./tippingRuns";
import {
  type DistributionRow,
  distributionTable,
  type MeanFieldTable,
  meanFieldTable,
  type SweepTable,
  sweepTable,
} from "./tippingSweep";

export interface Tables {
  readonly sweeps: readonly SweepTable[];
  readonly meanField: MeanFieldTable;
  readonly distribution: readonly DistributionRow[];
  readonly pulses: readonly PulseRow[];
  readonly recovery: readonly RecoveryRow[];
  readonly loops: readonly LoopRow[];
  readonly leaving: readonly LeavingRow[];
  readonly policies: readonly PolicyRow[];
  readonly departures: readonly DepartureRow[];
  readonly slowing: readonly SlowingRow[];
  readonly ramp: readonly RampRow[];
}

/** Every table, from the outcomes of every arm. */
export function tablesOf(outcomes: Outcomes): Tables {
  const sweeps = SWEEPS.map((sweep) => sweepTable(sweep, outcomes));
  return {
    sweeps,
    meanField: meanFieldTable(sweeps[0]),
    distribution: distributionTable(outcomes),
    pulses: pulseTable(outcomes),
    recovery: recoveryTable(outcomes),
    loops: loopTable(outcomes),
    leaving: leavingTable(outcomes),
    policies: policyTable(outcomes),
    departures: departureTable(outcomes),
    slowing: slowingTable(outcomes),
    ramp: rampTable(outcomes),
  };
}
