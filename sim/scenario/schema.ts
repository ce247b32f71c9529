/** The structure of a scenario file, once for validation and for the JSON Schema that editors use. */
import { z } from "zod";
import { PARAMETERS, type ParameterRow } from "../parameters";
import { plainLine } from "./plainText";

/** Version of the format of scenario files. */
export const FORMAT = 1;
/** Weeks of the longest run that can be asked for. */
const LAST_WEEK = 520_000;
const MOST_ENTRIES = 1000;

/** What each key of a file must be, in words; for the keys of a timeline entry too. */
export const MUST: Readonly<Record<string, string>> = {
  $schema: "must be text: the address of the schema",
  holdfast: `must be ${FORMAT}, the version of the scenario format that this version of Holdfast reads`,
  id: 'must be 1 to 80 letters, digits, hyphens and underscores, such as "supervision-4h"',
  name: "must be text of 1 to 120 characters that can be seen",
  question: "must be text of at most 500 characters",
  extends: "must be the id of a scenario, as text",
  changes: "must be an object of parameter ids and values",
  reasons: "must be an object of parameter ids and texts",
  timeline: `must be a list of at most ${MOST_ENTRIES} entries`,
  atWeek: `must be a whole number of weeks from week 0, from 0 to ${LAST_WEEK.toLocaleString("en-GB")}`,
  label: "must be text of at most 120 characters",
};

function valueSchema(row: ParameterRow): z.ZodType {
  if (row.kind === "switch") return z.boolean();
  if (row.kind === "choice") return z.enum(row.choices ?? []);
  const [low, high] = row.limits;
  const within = (row.kind === "integer" ? z.int() : z.number()).min(low).max(high);
  return row.orNone ? z.union([within, z.literal("none"), z.null()]) : within;
}

function changesSchema(rows: readonly ParameterRow[], id: string): z.ZodType {
  const shape = rows.map((row): [string, z.ZodType] => {
    const description = `${row.effect} Unit: ${row.unit}. Default: ${row.default}.`;
    return [row.id, valueSchema(row).optional().meta({ title: row.label, description })];
  });
  return z.strictObject(Object.fromEntries(shape)).meta({ id });
}

function build() {
  // Without this zod compiles its checks with `new Function`, which a page's content security policy may forbid.
  z.config({ jitless: true });
  const changes = changesSchema(PARAMETERS, "changes");
  const later = changesSchema(
    PARAMETERS.filter((row) => row.timeline),
    "changesDuringTheRun",
  );
  const reasons = z.strictObject(
    Object.fromEntries(PARAMETERS.map((row) => [row.id, z.string().max(2000).optional()])),
  );
  const entry = z.strictObject({
    atWeek: z.int().min(0).max(LAST_WEEK).meta({ description: "Weeks from the end of the warm-up." }),
    changes: later,
    label: z.string().max(120).optional().meta({ description: "What happens, in a few words." }),
  });
  const scenario = z.strictObject({
    $schema: z.string().optional(),
    holdfast: z.literal(FORMAT).meta({ description: "Version of the scenario format." }),
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/),
    name: z
      .string()
      .regex(/\S/)
      .max(120)
      .refine((name) => plainLine(name) !== "")
      .meta({ description: "Short and neutral." }),
    question: z.string().max(500).optional().meta({ description: "What is asked, in plain words." }),
    extends: z.string().min(1).optional().meta({ description: "Id of the scenario that this one changes." }),
    changes: changes.optional(),
    reasons: reasons.optional().meta({ description: "Why each parameter is changed." }),
    timeline: z.array(entry).max(MOST_ENTRIES).optional(),
  });
  return { changes, scenario };
}

let built: ReturnType<typeof build> | undefined;
/** The schemas, made when they are first needed: whoever only runs a scenario need not pay for them. */
export function schemas(): ReturnType<typeof build> {
  built ??= build();
  return built;
}

/** JSON Schema (draft 2020-12) of a scenario file: scenarios/scenario.schema.json. */
export function scenarioSchema(): Record<string, unknown> {
  return {
    title: "Holdfast scenario",
    ...z.toJSONSchema(schemas().scenario, { io: "input" }),
  };
}
