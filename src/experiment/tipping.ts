/** Where the team tips, that it is a tipping point, and how long recovery takes: all from runs made here. */

import type { Means } from "./runScenarios";
import { allArms } from "./tippingArms";
import { type Phenomenon, phenomenaOf } from "./tippingPhenomena";
import { runArms, type TippingPlan } from "./tippingRuns";
import { type Tables, tablesOf } from "./tippingTables";

export interface Tipping extends Tables {
  readonly plan: TippingPlan;
  readonly arms: number;
  readonly phenomena: readonly Phenomenon[];
}

/** Runs every arm and takes the tables from them. The same plan gives the same result, on any number of workers. */
export async function tipping(
  plan: TippingPlan,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void = () => {},
): Promise<Tipping> {
  const arms = allArms();
  const tables = tablesOf(await runArms(arms, plan, means, signal, onProgress));
  return { plan, arms: arms.length, ...tables, phenomena: phenomenaOf(tables) };
}
