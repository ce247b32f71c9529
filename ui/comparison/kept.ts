/** The reader's own scenarios, kept in this browser's storage. Damage is tolerated, and what is not understood stays. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { readScenario, type Scenario } from "../../sim/scenario";
import { text } from "../text/text";
import { fileOf } from "./files";
import { uniqueId, uniqueName } from "./item";

const KEY = "holdfast.scenarios";
/** Version of what is stored: `{ version: 1, scenarios: [scenario files] }`. */
const VERSION = 1;

export interface Kept {
  readonly scenarios: ReadonlySignal<readonly Scenario[]>;
  /** Sentences about what could not be read or kept. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Whether this browser lets the page keep anything. */
  readonly isPossible: boolean;
  /** Keeps a scenario; one of the same name and id is replaced. */
  readonly keep: (scenario: Scenario) => void;
  readonly forget: (id: string) => void;
}

type Store = Pick<Storage, "getItem" | "setItem">;

/** The scenarios kept in `storage`; null where the browser has none. */
export function createKept(storage: Store | null): Kept {
  const scenarios = signal<readonly Scenario[]>([]);
  const problems = signal<readonly string[]>([]);
  const show = (): unknown[] => {
    const { sources, read, said } = load(storage);
    scenarios.value = read;
    problems.value = said;
    return sources;
  };
  /** Reads anew before it writes, since another tab may have kept something meanwhile. */
  function change(next: (sources: unknown[]) => unknown[]): void {
    try {
      setDamagedAside(storage);
      storage?.setItem(KEY, JSON.stringify({ version: VERSION, scenarios: next(show()) }));
      show();
    } catch {
      problems.value = [text.kept.noStorage];
    }
  }
  show();
  return {
    scenarios,
    problems,
    isPossible: storage !== null,
    keep: (scenario) =>
      change((sources) => {
        const others = sources.filter((source) => !isSameFile(source, scenario));
        const read = others.map(readStored).filter((one) => one !== null);
        const id = uniqueId(
          scenario.id,
          read.map((one) => one.id),
        );
        const name = uniqueName(
          scenario.name,
          read.map((one) => one.name),
        );
        return [...others, fileOf({ ...scenario, id, name })];
      }),
    forget: (id) => change((sources) => sources.filter((source) => readStored(source)?.id !== id)),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isSameFile = (source: unknown, { id, name }: Scenario): boolean =>
  isObject(source) && source.id === id && source.name === name;

function readStored(source: unknown): Scenario | null {
  const answer = readScenario(source, () => undefined);
  return "scenario" in answer ? answer.scenario : null;
}

interface Loaded {
  /** As stored, whether it can be read or not. */
  readonly sources: unknown[];
  readonly read: Scenario[];
  readonly said: string[];
}

function load(storage: Store | null): Loaded {
  const sources = stored(storage);
  if (sources === null) return { sources: [], read: [], said: [text.kept.damaged] };
  const read = sources.map(readStored).filter((scenario) => scenario !== null);
  const lost = sources.length - read.length;
  return { sources, read, said: lost > 0 ? [text.kept.unreadable(lost)] : [] };
}

/** Before what cannot be read is written over, it is put where someone could still find it. */
function setDamagedAside(storage: Store | null): void {
  const found = storage?.getItem(KEY) ?? null;
  if (found !== null && stored(storage) === null) storage?.setItem(`${KEY}.damaged`, found);
}

/** The list of files in the storage; empty when nothing was kept yet, null when it is not in our version's form. */
function stored(storage: Store | null): unknown[] | null {
  try {
    const found = storage?.getItem(KEY) ?? null;
    if (found === null) return [];
    const value: unknown = JSON.parse(found);
    const isOurs = isObject(value) && value.version === VERSION && Array.isArray(value.scenarios);
    return isOurs ? (value.scenarios as unknown[]) : null;
  } catch {
    return null;
  }
}

/** This browser's storage, or null where it is forbidden. */
export function browserStorage(): Store | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
