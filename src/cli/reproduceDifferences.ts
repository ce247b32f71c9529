/** In which ways a study that was run again differs from what its folder holds, a sentence each. */
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { csvParseRows } from "d3";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { Arm } from "../output/arms";
import { sizeAndHash } from "../output/fileHash";
import { same, stagesOf } from "../output/inputs";
import type { Manifest } from "../output/manifest";
import { REPLICATIONS } from "../output/tables";

/** A folder of results and its manifest. */
interface Held {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Sentences beyond this number say only how many more there are. */
const MOST = 10;

export function otherVersions({ holdfast, model }: Manifest): string[] {
  const versions = [
    ["Holdfast", holdfast, HOLDFAST_VERSION],
    ["The model", model, MODEL_VERSION],
  ];
  return versions
    .filter(([, before, now]) => before !== now)
    .map(([what, before, now]) => `${what} was version ${before} and is version ${now}.`);
}

/** Files that are not as they were written. */
export function changedFiles(folder: string, { files }: Manifest): string[] {
  return files.flatMap(({ name, sha256 }) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [`${name} is no longer in the folder.`];
    return sizeAndHash(path).sha256 === sha256 ? [] : [`${name} has been changed since it was written.`];
  });
}

/** Arms and parameters that are others now. */
export function otherInputs({ arms, parameters }: Manifest, now: readonly Arm[]): string[] {
  const before = arms.map(({ id }) => id);
  const ids = now.map(({ id }) => id);
  if (!same(before, ids)) return [`The scenarios were ${before.join(", ")} and are ${ids.join(", ")}.`];
  const found = now.flatMap((arm, a) => {
    const stages = arms[a].stages.map(({ fromDay, parameters: own }) => ({
      fromDay,
      parameters: { ...parameters, ...own },
    }));
    return otherParameters(arm.id, stages, stagesOf(arm));
  });
  return found.length <= MOST
    ? found
    : [...found.slice(0, MOST), `${found.length - MOST} more parameters differ.`];
}

type Stages = Manifest["arms"][number]["stages"];

function otherParameters(id: string, before: Stages, now: Stages): string[] {
  if (!same(days(before), days(now))) return [`${id} changes its parameters on other days.`];
  return now.flatMap(({ fromDay, parameters }, s) => {
    const old = before[s].parameters;
    const when = fromDay === null ? "in the warm-up" : `from day ${fromDay}`;
    return [...new Set([...Object.keys(old), ...Object.keys(parameters)])]
      .filter((key) => !same(old[key], parameters[key]))
      .map((key) => `${id}, ${when}: ${key} was ${shown(old[key])} and is ${shown(parameters[key])}.`);
  });
}

const days = (stages: Stages): (number | null)[] => stages.map(({ fromDay }) => fromDay);
const shown = (value: unknown): string => (value === undefined ? "not there" : JSON.stringify(value));

/** The first number that differs; and the arms whose results differ. */
export async function otherResults(before: Held, now: Held): Promise<string[]> {
  const pairs = before.manifest.arms.map(({ id, fingerprint }, a) => ({
    id,
    same: fingerprint === now.manifest.arms[a]?.fingerprint,
  }));
  const others = pairs.filter((pair) => !pair.same).map(({ id }) => id);
  if (others.length === 0) return [];
  const shownIds = others.slice(0, MOST).join(", ");
  const more = others.length > MOST ? ` and ${others.length - MOST} more` : "";
  const first = await firstDifference(before.folder, now.folder);
  return [`The fingerprint differs for ${shownIds}${more}.`, first];
}

async function firstDifference(before: string, now: string): Promise<string> {
  const [old, renewed] = [before, now].map((folder) => linesOf(join(folder, `${REPLICATIONS.name}.csv`)));
  for (;;) {
    const [a, b] = [await old.next(), await renewed.next()];
    if (a.done && b.done) return "Every measure of every replication is the same.";
    if (a.done || b.done) return "There are fewer replications in one than in the other.";
    if (a.value !== b.value) return inWords(a.value, b.value);
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return;
  yield* createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

function inWords(before: string, now: string): string {
  const [[scenario, replication, measure, unit, value]] = csvParseRows(before);
  const [renewed] = csvParseRows(now);
  if (!same([scenario, replication, measure], renewed.slice(0, 3))) {
    return `The first difference: a row was "${before}" and is "${now}".`;
  }
  const number = (text: string) => (text === "" ? "without a value" : text);
  return (
    `The first difference: ${measure} (${unit}) in replication ${replication} of ${scenario} ` +
    `was ${number(value)} and is ${number(renewed[4])}.`
  );
}

/** Files whose contents differ from those that were first written. */
export function otherFiles({ files }: Manifest, renewed: Manifest): string[] {
  const now = new Map(renewed.files.map(({ name, sha256 }) => [name, sha256]));
  const names = files.filter(({ name, sha256 }) => now.get(name) !== sha256).map(({ name }) => name);
  const added = [...now.keys()].filter((name) => !files.some((file) => file.name === name));
  return [
    ...(names.length > 0 ? [`Written again, these files differ: ${names.join(", ")}.`] : []),
    ...(added.length > 0 ? [`Written again, these files are new: ${added.join(", ")}.`] : []),
  ];
}
