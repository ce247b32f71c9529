/** Which experiments are set up on the page, how, and what those that have been run have found. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ExperimentReport } from "./packs/report";

export const EXPERIMENTS = ["sweep", "staff", "why", "sensitivity", "findOut", "drill", "local"] as const;
export type ExperimentId = (typeof EXPERIMENTS)[number];

/** What a form says where it differs from how it opens, by field: plain data, as a link has it. */
export type Said = Readonly<Record<string, unknown>>;
export type Setups = Readonly<Partial<Record<ExperimentId, Said>>>;

/** An experiment that has been run, and what it found. */
export interface Ran {
  /** Whether its form, or what is compared above, asks for something else now. */
  readonly isOutOfDate: boolean;
  readonly report: () => ExperimentReport;
}

export interface ExperimentState {
  /** What every form says, whether it can be seen or not. Its fields read it (views/experiments/form.ts). */
  readonly said: Signal<Setups>;
  /** Those whose forms can be seen. */
  readonly opened: Signal<readonly ExperimentId[]>;
  /** Those that can be seen, with what their forms say: what a link carries. */
  readonly setUp: ReadonlySignal<Setups>;
  /** Those that have been run since the page was opened. */
  readonly ran: Signal<Readonly<Partial<Record<ExperimentId, Ran>>>>;
}

/** Experiments as a link, or nothing, has set them up. */
export function createExperimentState(setups: Setups): ExperimentState {
  const said = signal(setups);
  const opened = signal(idsOf(setups));
  const setUp = computed<Setups>(() =>
    Object.fromEntries(
      EXPERIMENTS.filter((id) => opened.value.includes(id)).map((id) => [id, said.value[id] ?? {}]),
    ),
  );
  return { said, opened, setUp, ran: signal({}) };
}

/** The experiments of some set-ups, in the order of the page. */
export const idsOf = (setups: Setups): ExperimentId[] => EXPERIMENTS.filter((id) => setups[id] !== undefined);
