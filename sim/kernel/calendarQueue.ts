/**
 * The future event list as a calendar: a page for each day to come, of which only today's is in order
 * (after Brown 1988, "Calendar queues", Communications of the ACM 31: 1220–1227, and the bucket that is sorted only
 * when its turn comes: Tang, Goh and Thng 2005, "Ladder queue", ACM TOMACS 15: 175–204).
 *
 * A day is one unit of time. An event of a later day is written at the end of that day's page, unsorted. When a day
 * begins, its page is sorted into slots, parts of the day of equal length with about one event each: linked lists in
 * order of time, then of scheduling. The order of events is that of EventQueue; days and slots decide only how long a
 * push or a pop takes. That is a few steps near each other in memory, however many events are outstanding, if a day
 * holds from some ten to some hundred thousand of them (docs/performance.md). Many events at one very time are the
 * exception: each push on the day itself walks past those that came before it.
 */
import type { EventList } from "./eventList";

/** Days that have a page of their own; what is further ahead waits on one page for all, the last. */
const DAYS = 1024;
const BEYOND = DAYS;
/** Pages are written in chunks of this many events. */
const CHUNK = 8;
const FEWEST_SLOTS = 64;
/** Row 0 ends the list of every slot. Its time is NaN, which compares as false with every time. Chunk 0 is none. */
const NONE = 0;

export class CalendarQueue implements EventList {
  time = 0;
  code = 0;
  private size = 0;

  /** Today: its number, the events taken from it, its slots, and the slot that the next event is in or behind. */
  private day = 0;
  private taken = 0;
  private slot = 0;
  private slots = newSlots(FEWEST_SLOTS);
  /** Rows of today's events; `next` links those of a slot, and those that are free from `free` on. */
  private times = new Float64Array(CHUNK).fill(Number.NaN, NONE, NONE + 1);
  private codes = new Int32Array(CHUNK);
  private next = linked(new Int32Array(CHUNK), 1);
  private free = 1;

  /** Days to come: the first and the last chunk of each page, and the events on it. */
  private readonly first = new Int32Array(DAYS + 1);
  private readonly last = new Int32Array(DAYS + 1);
  private readonly count = new Int32Array(DAYS + 1);
  /** Events on the pages of single days, and the earliest day of an event beyond them. */
  private near = 0;
  private beyondFrom = Number.POSITIVE_INFINITY;
  /** Chunks of events; `nextChunk` links those of a page, and those that are free from `freeChunk` on. */
  private laterTimes = new Float64Array(2 * CHUNK);
  private laterCodes = new Int32Array(2 * CHUNK);
  private nextChunk = linked(new Int32Array(2), 1);
  private freeChunk = 1;

  get length(): number {
    return this.size;
  }

  push(time: number, code: number): void {
    if (!(time >= this.time))
      throw new RangeError(`event at ${time} scheduled when the time is ${this.time}`);
    this.size++;
    this.write(time, code);
  }

  pop(): boolean {
    if (this.size === 0) return false;
    let slot = this.nextSlot();
    while (slot === this.slots.length - 1) {
      this.beginNextDay();
      slot = this.nextSlot();
    }
    this.take(slot);
    return true;
  }

  forEach(visit: (time: number, code: number) => void): void {
    const { times, codes, next, slots } = this;
    for (let slot = 0; slot < slots.length - 1; slot++)
      for (let row = slots[slot]; row !== NONE; row = next[row]) visit(times[row], codes[row]);
    for (let page = 0; page <= BEYOND; page++) this.readPage(page, visit);
  }

  /** The first slot with an event, from the current one on; the one behind all slots where there is none. */
  private nextSlot(): number {
    const { slots } = this;
    let { slot } = this;
    while (slots[slot] === NONE) slot++;
    return slot;
  }

  /** Takes the first event of a slot into `time` and `code`. */
  private take(slot: number): void {
    const { next } = this;
    const row = this.slots[slot];
    this.slot = slot;
    this.slots[slot] = next[row];
    this.time = this.times[row];
    this.code = this.codes[row];
    next[row] = this.free;
    this.free = row;
    this.taken++;
    this.size--;
  }

  private write(time: number, code: number): void {
    const daysAhead = Math.floor(time) - this.day;
    // Not a number where the time and today are both without end.
    if (!(daysAhead >= 1)) this.writeToday(time, code);
    else if (daysAhead < DAYS) {
      this.near++;
      this.writeLater((this.day + daysAhead) & (DAYS - 1), time, code);
    } else {
      this.beyondFrom = Math.min(this.beyondFrom, Math.floor(time));
      this.writeLater(BEYOND, time, code);
    }
  }

  /** Writes an event into its slot of today, behind those of the same time. */
  private writeToday(time: number, code: number): void {
    if (this.free === NONE) this.addRows();
    const { times, next, slots } = this;
    const row = this.free;
    this.free = next[row];
    times[row] = time;
    this.codes[row] = code;
    const slot = ((time - this.day) * (slots.length - 1)) | 0;
    let after = slots[slot];
    let before = NONE;
    while (times[after] <= time) {
      before = after;
      after = next[after];
    }
    next[row] = after;
    if (before === NONE) slots[slot] = row;
    else next[before] = row;
  }

  /** Writes an event at the end of a page. */
  private writeLater(page: number, time: number, code: number): void {
    const place = this.count[page]++ % CHUNK;
    if (place === 0) this.addChunk(page);
    const at = this.last[page] * CHUNK + place;
    this.laterTimes[at] = time;
    this.laterCodes[at] = code;
  }

  /** Gives a page whose last chunk is full, or which has none, one more. */
  private addChunk(page: number): void {
    if (this.freeChunk === NONE) this.addChunks();
    const { nextChunk, first, last } = this;
    const chunk = this.freeChunk;
    this.freeChunk = nextChunk[chunk];
    nextChunk[chunk] = NONE;
    if (first[page] === NONE) first[page] = chunk;
    else nextChunk[last[page]] = chunk;
    last[page] = chunk;
  }

  /** Today is over. The next day begins, or the first that has an event where all are far ahead. */
  private beginNextDay(): void {
    this.day = this.near > 0 ? this.day + 1 : this.beyondFrom;
    const page = this.day & (DAYS - 1);
    this.fitSlots(Math.max(this.taken, this.count[page]));
    this.taken = 0;
    this.slot = 0;
    if (this.near === 0 || this.beyondFrom < this.day + DAYS) this.bringNear();
    this.openPage(page);
  }

  /** Sorts the events of today's page into slots, in the order in which they were written. */
  private openPage(page: number): void {
    const { laterTimes, laterCodes, nextChunk } = this;
    const count = this.count[page];
    let chunk = this.first[page];
    for (let i = 0; i < count; i++) {
      const place = i % CHUNK;
      this.writeToday(laterTimes[chunk * CHUNK + place], laterCodes[chunk * CHUNK + place]);
      if (place === CHUNK - 1) chunk = nextChunk[chunk];
    }
    this.near -= count;
    this.clearPage(page);
  }

  /** Writes the events beyond anew, now that one of them has a day with a page of its own. */
  private bringNear(): void {
    const events: [number, number][] = [];
    this.readPage(BEYOND, (time, code) => events.push([time, code]));
    this.clearPage(BEYOND);
    this.beyondFrom = Number.POSITIVE_INFINITY;
    for (const [time, code] of events) this.write(time, code);
  }

  /** As many slots as events are expected today, all empty; those of yesterday if they are about as many. */
  private fitSlots(events: number): void {
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, events)));
    const slots = this.slots.length - 1;
    if (wanted > slots || 2 * wanted < slots) this.slots = newSlots(wanted);
  }

  /** Frees the chunks of a page. */
  private clearPage(page: number): void {
    if (this.count[page] === 0) return;
    this.nextChunk[this.last[page]] = this.freeChunk;
    this.freeChunk = this.first[page];
    this.first[page] = NONE;
    this.count[page] = 0;
  }

  private readPage(page: number, visit: (time: number, code: number) => void): void {
    let chunk = this.first[page];
    for (let i = 0; i < this.count[page]; i++) {
      const place = i % CHUNK;
      visit(this.laterTimes[chunk * CHUNK + place], this.laterCodes[chunk * CHUNK + place]);
      if (place === CHUNK - 1) chunk = this.nextChunk[chunk];
    }
  }

  /** Twice the rows for today's events. */
  private addRows(): void {
    const rows = this.times.length;
    this.times = copied(new Float64Array(2 * rows), this.times);
    this.codes = copied(new Int32Array(2 * rows), this.codes);
    this.next = linked(copied(new Int32Array(2 * rows), this.next), rows);
    this.free = rows;
  }

  /** Twice the chunks for days to come. */
  private addChunks(): void {
    const chunks = this.nextChunk.length;
    this.laterTimes = copied(new Float64Array(2 * chunks * CHUNK), this.laterTimes);
    this.laterCodes = copied(new Int32Array(2 * chunks * CHUNK), this.laterCodes);
    this.nextChunk = linked(copied(new Int32Array(2 * chunks), this.nextChunk), chunks);
    this.freeChunk = chunks;
  }
}

/** So many empty slots, and one behind them at which every search for an event ends. */
function newSlots(slots: number): Int32Array {
  return new Int32Array(slots + 1).fill(-1, slots);
}

/** Links the rows from `first` on, each to the one behind it, the last to none. */
function linked(next: Int32Array, first: number): Int32Array {
  for (let row = first; row < next.length; row++) next[row] = row + 1 < next.length ? row + 1 : NONE;
  return next;
}

function copied<T extends Float64Array | Int32Array>(into: T, from: T): T {
  into.set(from as never);
  return into;
}
