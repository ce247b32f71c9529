/** The structure of a scenario file, once for validation and for the JSON Schema that editors use. */
// The small form of zod: its methods would all be part of the page's first load.
import * as z from "zod/mini";
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

function valueSchema(row: ParameterRow): z.ZodMiniType {
  if (row.kind === "switch") return z.boolean();
  if (row.kind === "choice") return z.enum(row.choices ?? []);
  const [low, high] = row.limits;
  const within = (row.kind === "integer" ? z.int() : z.number()).check(z.minimum(low), z.maximum(high));
  return row.orNone ? z.union([within, z.literal("none"), z.null()]) : within;
}

/** Each parameter's value, made once for both kinds of changes: making schemas is what reading the first scenario takes. */
function valueSchemas(): ReadonlyMap<ParameterRow, z.ZodMiniType> {
  return new Map(
    PARAMETERS.map((row) => {
      const value = z.optional(valueSchema(row));
      const description = `${row.effect} Unit: ${row.unit}. Default: ${row.default}.`;
      z.globalRegistry.add(value, { title: row.label, description });
      return [row, value];
    }),
  );
}

function changesSchema(values: ReadonlyMap<ParameterRow, z.ZodMiniType>, id: string): z.ZodMiniType {
  const shape = Object.fromEntries([...values].map(([row, value]) => [row.id, value]));
  return z.strictObject(shape).check(z.meta({ id }));
}

const described = (description: string) => z.meta({ description });

function build() {
  // Without this zod compiles its checks with `new Function`, which a page's content security policy may forbid.
  z.config({ jitless: true });
  const values = valueSchemas();
  const changes = changesSchema(values, "changes");
  const later = changesSchema(new Map([...values].filter(([row]) => row.timeline)), "changesDuringTheRun");
  const reason = z.optional(z.string().check(z.maxLength(2000)));
  const reasons = z.strictObject(Object.fromEntries(PARAMETERS.map(({ id }) => [id, reason])));
  const entry = z.strictObject({
    atWeek: z
      .int()
      .check(z.minimum(0), z.maximum(LAST_WEEK), described("Weeks from the end of the warm-up.")),
    changes: later,
    label: z.optional(z.string().check(z.maxLength(120))).check(described("What happens, in a few words.")),
  });
  const scenario = z.strictObject({
    $schema: z.optional(z.string()),
    holdfast: z.literal(FORMAT).check(described("Version of the scenario format.")),
    id: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/)),
    name: z.string().check(
      z.regex(/\S/),
      z.maxLength(120),
      z.refine((name) => plainLine(name) !== ""),
      described("Short and neutral."),
    ),
    question: z
      .optional(z.string().check(z.maxLength(500)))
      .check(described("What is asked, in plain words.")),
    extends: z
      .optional(z.string().check(z.minLength(1)))
      .check(described("Id of the scenario that this one changes.")),
    changes: z.optional(changes),
    reasons: z.optional(reasons).check(described("Why each parameter is changed.")),
    timeline: z.optional(z.array(entry).check(z.maxLength(MOST_ENTRIES))),
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
