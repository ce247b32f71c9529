/** The diary of a replication: every event as a row, in words. */
import { WD_PER_YEAR } from "../../sim/calendar";
import { REFERRALS_PER_PERSON } from "../../sim/mechanisms/referral";
import { EventLog, type LogRow } from "../../sim/record/eventLog";
import { replicate } from "../../sim/replicate";
import { resolveStages } from "../../sim/scenario";
import type { Arm } from "./arms";
import { ENTRIES } from "./eventWords";
import type { Cell, Table } from "./tableParts";

export const EVENTS: Table = {
  name: "events",
  columns: [
    { name: "scenario", type: "text", unit: "", meaning: "Id of the scenario." },
    { name: "replication", type: "whole number", unit: "", meaning: "Number of the replication, from 0." },
    {
      name: "day",
      type: "number",
      unit: "working days",
      meaning: "Time since week 0, the end of the warm-up; negative before.",
    },
    { name: "event", type: "text", unit: "", meaning: "What happened; see codebook.csv." },
    {
      name: "patient",
      type: "whole number",
      unit: "",
      meaning: "The person; empty where nobody is concerned.",
    },
    {
      name: "referral",
      type: "whole number",
      unit: "",
      meaning: "Which referral of that person it is, from 0.",
    },
    {
      name: "post",
      type: "whole number",
      unit: "",
      meaning: "The link worker's post, from 0; empty where none is concerned.",
    },
    {
      name: "service",
      type: "whole number",
      unit: "",
      meaning: "The community service, from 1; empty where none is concerned.",
    },
    { name: "kind", type: "text", unit: "", meaning: "Kind of contact, or how the referral ended." },
    {
      name: "detail",
      type: "number",
      unit: "as in codebook.csv",
      meaning: "A number that belongs to the event; see codebook.csv.",
    },
    {
      name: "value",
      type: "number",
      unit: "as in codebook.csv",
      meaning: "A number that belongs to the event; see codebook.csv.",
    },
  ],
};

/** The events of one replication of each arm, in order of time, warm-up included. Runs these replications. */
export function* eventRows(arms: readonly Arm[], seed: string, replication: number): Generator<Cell[]> {
  for (const arm of arms) {
    const stages = resolveStages(arm.changes, arm.timeline);
    const weekZero = Math.round(stages[0].params.run.warmUpYears * WD_PER_YEAR);
    const log = new EventLog();
    replicate(stages, seed, replication, { log });
    for (const row of log.rows) yield [arm.id, replication, row.time - weekZero, ...cellsOf(row)];
  }
}

function cellsOf({ entry, patient, place, detail, value }: LogRow): Cell[] {
  const words = ENTRIES.get(entry)!;
  const person =
    patient < 0 ? [null, null] : [Math.floor(patient / REFERRALS_PER_PERSON), patient % REFERRALS_PER_PERSON];
  return [
    words.name,
    ...person,
    words.place === "post" && place >= 0 ? place : null,
    words.place === "service" && place >= 0 ? place + 1 : null,
    words.kinds?.[detail] ?? null,
    words.detail === undefined ? null : detail,
    words.value === undefined ? null : value,
  ];
}
