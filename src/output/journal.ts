/**
 * The journal of a study: every batch is written to its end as soon as it is done, so that a run that was killed goes
 * on from there. First a line of JSON that says which experiment it is of, then records: a head of HEAD bytes, the
 * measures and the weekly columns as 64-bit floats, low byte first.
 */
import { closeSync, ftruncateSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Batch } from "../../sim/batch";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Cells } from "./cells";
import { writeAll } from "./writeAll";

const HEAD = 32;
/** "HFB1" as a number: what every record begins with. */
const MAGIC = 0x31424648;
const LONGEST_LINE = 1 << 20;

/** What is in a record, and where it ends. */
interface Entry {
  readonly arm: number;
  readonly batch: Omit<Batch, "weekly">;
  readonly weeklyAt: number | null;
  readonly end: number;
}

export class Journal {
  private constructor(
    private readonly file: number,
    private end: number,
    private readonly cells: Cells,
  ) {}

  /** Begins a journal at `path`, where there must be none. */
  static begin(path: string, head: object, cells: Cells): Journal {
    const file = openSync(path, "wx+");
    const line = Buffer.from(`${JSON.stringify(head)}\n`);
    writeAll(file, line, 0);
    return new Journal(file, line.length, cells);
  }

  /**
   * Opens the journal at `path` and puts what it holds into `cells`. A record that was cut off is left out, and so is
   * what comes after it; with `repair` it is cut away, so that the journal can be written on.
   */
  static open(path: string, cells: Cells, repair: boolean): Journal {
    const file = openSync(path, repair ? "r+" : "r");
    let end = Buffer.byteLength(firstLine(file)) + 1;
    for (let entry = readEntry(file, end); entry !== null; entry = readEntry(file, end)) {
      const { arm, batch, weeklyAt } = entry;
      cells.add(arm, batch, weeklyAt === null ? null : { file, offset: weeklyAt });
      end = entry.end;
    }
    if (repair) ftruncateSync(file, end);
    return new Journal(file, end, cells);
  }

  /** What the journal at `path` says of its experiment; null where that is not to be read. */
  static headOf(path: string): unknown {
    const file = openSync(path, "r");
    try {
      return JSON.parse(firstLine(file)) as unknown;
    } catch {
      return null;
    } finally {
      closeSync(file);
    }
  }

  /** Writes a batch of an arm to the end and puts it into the cells. Throws when the disk is full. */
  append(arm: number, batch: Batch): void {
    const { measures, weekly, firstReplication, replications, weeks } = batch;
    const parts = [measures, ...(weekly ? [weekly] : [])].map(bytesOf);
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(HEAD);
    const numbers = [
      MAGIC,
      arm,
      firstReplication,
      replications,
      weeks,
      weekly ? 1 : 0,
      body.length,
      crc32(body),
    ];
    for (const [i, number] of numbers.entries()) head.writeUInt32LE(number, 4 * i);
    const weeklyAt = this.end + HEAD + measures.byteLength;
    writeAll(this.file, Buffer.concat([head, body]), this.end);
    this.end += HEAD + body.length;
    this.cells.add(arm, batch, weekly ? { file: this.file, offset: weeklyAt } : null);
  }

  close(): void {
    closeSync(this.file);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** The record at `at`; null at the end, and where a record is cut off or damaged. */
function readEntry(file: number, at: number): Entry | null {
  const head = read(file, at, HEAD);
  if (head === null) return null;
  const [magic, arm, firstReplication, replications, weeks, hasWeekly, length, sum] = Array.from(
    { length: HEAD / 4 },
    (_, i) => head.readUInt32LE(4 * i),
  );
  const columns = MEASURES.length + (hasWeekly ? WEEKLY.length * weeks : 0);
  if (magic !== MAGIC || length !== replications * columns * 8) return null;
  const body = read(file, at + HEAD, length);
  if (body === null || crc32(body) !== sum) return null;
  const measures = new Float64Array(replications * MEASURES.length);
  bytesOf(measures).set(body.subarray(0, measures.byteLength));
  const batch = { firstReplication, replications, measures, weeks, events: 0 };
  const weeklyAt = hasWeekly ? at + HEAD + measures.byteLength : null;
  return { arm, batch, weeklyAt, end: at + HEAD + length };
}

/** `length` bytes at `at`, or null where there are fewer. */
function read(file: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  return readSync(file, bytes, 0, length, at) === length ? bytes : null;
}

/** The file's first line without its end; throws where there is none. */
function firstLine(file: number): string {
  const bytes = Buffer.alloc(LONGEST_LINE);
  const length = readSync(file, bytes, 0, LONGEST_LINE, 0);
  const end = bytes.subarray(0, length).indexOf("\n");
  if (end < 0) throw new Error("A journal without its first line.");
  return bytes.toString("utf8", 0, end);
}
