/**
 * The future event list as a calendar (Brown 1988, "Calendar queues", Communications of the ACM 31: 1220–1227).
 *
 * Time is cut into days of equal width, and day d is written on page d modulo the number of pages. A page is a linked
 * list in order of time, then of scheduling, so that it begins with the earliest event of its earliest day. The order
 * of events is that of EventQueue whatever the width of a day and the number of pages. These decide only how long a
 * search takes, and follow the events: about one event a day, and at least as many pages as events.
 *
 * A push or a pop takes the same few steps however many events are outstanding (docs/performance.md). Many events at
 * one very time are the exception: each push walks past those that came before it.
 */
import type { EventList } from "./eventList";

const FEWEST_PAGES = 1024;
/** Searches last this many steps a page before the width of a day is judged again. */
const STEPS_A_PAGE = 4;
/** Row 0 ends every list. Its time is NaN, which compares as false with every time, so that no search goes past it. */
const NONE = 0;

export class CalendarQueue implements EventList {
  time = 0;
  code = 0;
  private size = 0;
  /** Rows of events; `next` links those of a page, and those that are free from `free` on. */
  private times = new Float64Array(FEWEST_PAGES + 1).fill(Number.NaN, NONE, NONE + 1);
  private codes = new Int32Array(FEWEST_PAGES + 1);
  private next = linked(new Int32Array(FEWEST_PAGES + 1), 1);
  private free = 1;
  /** First row of each page; the number of pages is a power of two. */
  private pages = new Int32Array(FEWEST_PAGES);
  /** Width of a day: a power of two, so that the bounds of days are exact. */
  private width = 1;
  private daysPerUnit = 1;
  /** The page of the current day, and when that day ends. */
  private page = 0;
  private dayEnd = 1;
  /** When the width was last judged, events taken since, and steps of searching left until it is judged again. */
  private judgedAt = 0;
  private taken = 0;
  private stepsLeft = STEPS_A_PAGE * FEWEST_PAGES;

  get length(): number {
    return this.size;
  }

  push(time: number, code: number): void {
    if (!(time >= this.time))
      throw new RangeError(`event at ${time} scheduled when the time is ${this.time}`);
    if (this.free === NONE) this.grow();
    const row = this.free;
    this.free = this.next[row];
    this.times[row] = time;
    this.codes[row] = code;
    this.size++;
    this.write(row, time);
  }

  pop(): boolean {
    if (this.size === 0) return false;
    const { times, pages, width } = this;
    const pageMask = pages.length - 1;
    let { page, dayEnd } = this;
    let turned = 0;
    while (!(times[pages[page]] < dayEnd)) {
      if (turned++ === pageMask) return this.leap();
      page = (page + 1) & pageMask;
      dayEnd += width;
    }
    this.page = page;
    this.dayEnd = dayEnd;
    this.take(page, turned + 1);
    return true;
  }

  forEach(visit: (time: number, code: number) => void): void {
    const { times, codes, next, pages } = this;
    for (const first of pages)
      for (let row = first; row !== NONE; row = next[row]) visit(times[row], codes[row]);
  }

  /** Puts a row on the page of its day, behind those of the same time. */
  private write(row: number, time: number): void {
    const { times, next, pages } = this;
    const page = this.pageOf(time);
    let after = pages[page];
    let before = NONE;
    while (times[after] <= time) {
      before = after;
      after = next[after];
      this.stepsLeft--;
    }
    next[row] = after;
    if (before === NONE) pages[page] = row;
    else next[before] = row;
  }

  /** Takes the first event of a page into `time` and `code`, after a search of so many steps. */
  private take(page: number, steps: number): void {
    const { next } = this;
    const row = this.pages[page];
    this.time = this.times[row];
    this.code = this.codes[row];
    this.pages[page] = next[row];
    next[row] = this.free;
    this.free = row;
    this.size--;
    this.taken++;
    this.stepsLeft -= steps;
    if (this.stepsLeft <= 0) this.judge();
  }

  /** Takes the earliest event when no page has one for its current day: the first of some page. */
  private leap(): boolean {
    const { times, pages } = this;
    let earliest = pages.findIndex((row) => row !== NONE);
    for (let page = earliest + 1; page < pages.length; page++)
      if (times[pages[page]] < times[pages[earliest]]) earliest = page;
    this.openAt(times[pages[earliest]]);
    this.take(earliest, pages.length);
    return true;
  }

  private pageOf(time: number): number {
    return (time * this.daysPerUnit) & (this.pages.length - 1);
  }

  /** Makes the day of `time` the current one. */
  private openAt(time: number): void {
    this.page = this.pageOf(time);
    this.dayEnd = (Math.floor(time * this.daysPerUnit) + 1) * this.width;
  }

  /** Sets the width of a day anew if the events taken of late were far from one a day. */
  private judge(): void {
    const gap = (this.time - this.judgedAt) / this.taken;
    const far = this.width > 2 * gap || this.width < 0.5 * gap;
    if (far && gap > 0 && gap < Number.POSITIVE_INFINITY) this.rewrite(this.pages.length, powerOfTwo(gap));
    this.judgedAt = this.time;
    this.taken = 0;
    this.stepsLeft = STEPS_A_PAGE * this.pages.length;
  }

  /** Twice the pages, and as many rows. Events that came faster than days were judged by narrow the days. */
  private grow(): void {
    const { times, codes, next } = this;
    const pages = 2 * this.pages.length;
    this.times = new Float64Array(pages + 1);
    this.times.set(times);
    this.codes = new Int32Array(pages + 1);
    this.codes.set(codes);
    this.next = new Int32Array(pages + 1);
    this.next.set(next);
    this.free = times.length;
    linked(this.next, this.free);
    this.rewrite(pages, Math.min(this.width, powerOfTwo(this.meanGap())));
  }

  /** Mean time between the outstanding events. */
  private meanGap(): number {
    let latest = this.time;
    this.forEach((time) => {
      if (time > latest && time < Number.POSITIVE_INFINITY) latest = time;
    });
    return latest > this.time ? (latest - this.time) / this.size : Number.POSITIVE_INFINITY;
  }

  /** Writes every event into a new calendar. Those of one time share a page, along which they keep their order. */
  private rewrite(pages: number, width: number): void {
    const old = this.pages;
    this.pages = new Int32Array(pages);
    this.width = width;
    this.daysPerUnit = 1 / width;
    this.openAt(this.time);
    for (let row of old) {
      while (row !== NONE) {
        const following = this.next[row];
        this.write(row, this.times[row]);
        row = following;
      }
    }
  }
}

/** Links the rows from `first` on, each to the one behind it, the last to none. */
function linked(next: Int32Array, first: number): Int32Array {
  for (let row = first; row < next.length; row++) next[row] = row + 1 < next.length ? row + 1 : NONE;
  return next;
}

/** The power of two that is nearest in proportion. */
function powerOfTwo(x: number): number {
  return 2 ** Math.round(Math.log2(x));
}
