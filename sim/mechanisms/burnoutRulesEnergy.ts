/**
 * Another burnout rule, "energy": the stock of energy of Homer (1985), as far as its shape could be found
 * (docs/model.md, section 7.6, says what was found and what is ours). Exhaustion is 1 − energy. Long hours drain
 * energy and keep it from coming back; accomplishing less than is expected drains it more; there is no hysteresis.
 *
 * reads      params.exhaustion (the rows that begin with energy)
 */
import type { Params } from "../parameters";

/** A link worker's day as it tells on energy. */
export interface EnergyDay {
  /** Hours worked relative to a full week: workload pressure u; 0 while absent. */
  readonly hours: number;
  /** Perceived adequacy, 0–1: what is accomplished as a share of what is expected. */
  readonly adequacy: number;
  /** Energy at the day's beginning, 0–1. */
  readonly energy: number;
  /** Shares of the drain that support takes away: of all of it, and of what inadequacy adds. */
  readonly orgBuffer: number;
  readonly trainingBuffer: number;
}

/** Perceived adequacy: effectiveness of contacts times the share of the work that fits into the day; expected is 1. */
export function perceivedAdequacy(effectiveness: number, u: number): number {
  return effectiveness / Math.max(1, u);
}

/**
 * Drain per working day as a share of the energy left, so that the flow is this times the energy. `speed` is the
 * link worker's own drain in a full week in which all is accomplished. Below energyLow the flow falls to 0 with the
 * energy.
 */
export function energyDrainRate(speed: number, day: EnergyDay, params: Params["exhaustion"]): number {
  const { energyIdleDrain, energyInadequacy, energyLow } = params;
  const hours = energyIdleDrain + (1 - energyIdleDrain) * day.hours;
  const inadequacy = 1 + (energyInadequacy - 1) * (1 - day.adequacy) * (1 - day.trainingBuffer);
  return (speed * hours * inadequacy * (1 - day.orgBuffer)) / Math.max(energyLow, day.energy);
}

/**
 * Recovery per working day as a share of the energy missing, so that the flow is this times what is missing. Above
 * energyHigh the flow falls to 0 with what is missing.
 */
export function energyRecoveryRate({ hours, energy }: EnergyDay, params: Params["exhaustion"]): number {
  const { energyRecovery, energyIdleRecovery, energyHigh } = params;
  const relaxation = Math.max(0, energyIdleRecovery - (energyIdleRecovery - 1) * hours);
  return (energyRecovery * relaxation) / Math.max(1 - energyHigh, 1 - energy);
}
