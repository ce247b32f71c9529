/**
 * Warm-ups kept for a while: scenarios that differ from week 0 on only have the same past, so it is run once a
 * replication, and each goes on from a copy. What is kept decides how long a run takes, never what it gives.
 */
import { flatten } from "./parameters";
import type { Stage } from "./scenario";
import type { Sim } from "./sim";

const MOST_BYTES = 2 ** 24;

interface Kept {
  readonly sim: Sim;
  /** Events that the warm-up took. */
  readonly events: number;
  readonly bytes: number;
}

export class WarmUps {
  /** Oldest first. */
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  /** Takes `sim`, which has just been created, to the end of a warm-up like its own; gives the events that took, or null. */
  restore(key: string, sim: Sim): number | null {
    const found = this.kept.get(key);
    if (found === undefined) return null;
    copyState(found.sim, sim);
    return found.events;
  }

  /** Keeps a copy of `sim`, whose warm-up is over, in `empty`, a system created like it. */
  keep(key: string, sim: Sim, empty: Sim, events: number): void {
    copyState(sim, empty);
    const bytes = bytesOf(empty);
    this.kept.set(key, { sim: empty, events, bytes });
    this.bytes += bytes;
    for (const [oldest, { bytes: freed }] of this.kept) {
      if (this.bytes <= MOST_BYTES) return;
      this.kept.delete(oldest);
      this.bytes -= freed;
    }
  }
}

/**
 * Everything that a warm-up hangs on, as text: its parameters and luck, the size of the tables, when the run ends, and
 * the referral multipliers to come, by which candidates are passed over before their time.
 */
export function warmUpKey(stages: readonly Stage[], seed: string, replication: number): string {
  return JSON.stringify([replication, seed, textOf(stages)]);
}

const texts = new WeakMap<readonly Stage[], string>();

function textOf(stages: readonly Stage[]): string {
  const known = texts.get(stages);
  if (known !== undefined) return known;
  const posts = Math.max(...stages.map(({ params }) => params.team.linkWorkers));
  const multipliers = stages.map(({ fromDay, params }) => [String(fromDay), params.referral.multiplier]);
  const text = JSON.stringify([flatten(stages[0].params), posts, multipliers]);
  texts.set(stages, text);
  return text;
}

function copyState(from: Sim, into: Sim): void {
  into.now = from.now;
  copyColumns(from.state, into.state);
  copyColumns(from.queue, into.queue);
}

type Columns = Record<string, unknown>;

/** Copies numbers, columns and lists, and those of the tables within, into an object of the same make. */
function copyColumns(from: object, into: object): void {
  const target = into as Columns;
  for (const [name, value] of Object.entries(from)) {
    const own = target[name];
    if (ArrayBuffer.isView(value)) copyColumn(value as Float64Array, target, name);
    else if (Array.isArray(value)) target[name] = [...value];
    else if (typeof value === "object" && value !== null) copyColumns(value, own as object);
    else if (own !== value) target[name] = value;
  }
}

/** A column that has grown since is replaced by a longer one. */
function copyColumn(column: Float64Array, target: Columns, name: string): void {
  const own = target[name] as Float64Array;
  if (own.length === column.length) own.set(column);
  else target[name] = column.slice();
}

function bytesOf({ state, queue }: Sim): number {
  const sum = (table: object): number =>
    Object.values(table).reduce<number>((bytes, value) => {
      if (ArrayBuffer.isView(value)) return bytes + value.byteLength;
      return typeof value === "object" && value !== null ? bytes + sum(value) : bytes;
    }, 0);
  return sum(state) + sum(queue);
}
