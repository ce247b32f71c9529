/** The twin's list of events to come: a plain array, kept in order. What an event does is a function. */

export interface Planned {
  readonly time: number;
  readonly happen: () => void;
}

export class EventList {
  now = 0;
  private readonly planned: Planned[] = [];

  /** Plans an event; among equal times, what was planned first happens first. */
  plan(time: number, happen: () => void): Planned {
    const event = { time, happen };
    this.planned.splice(this.placeFor(time), 0, event);
    return event;
  }

  /** Takes out an event that is not to happen; nothing where it has happened already, or never was. */
  cancel(event: Planned | null): void {
    const place = event === null ? -1 : this.planned.indexOf(event);
    if (place >= 0) this.planned.splice(place, 1);
  }

  /** Lets the next event happen. */
  step(): void {
    const event = this.planned.shift();
    if (event === undefined) throw new Error("there is no event to come");
    this.now = event.time;
    event.happen();
  }

  /** Position behind everything planned for `time` or before, by halving. */
  private placeFor(time: number): number {
    let low = 0;
    let high = this.planned.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.planned[middle].time <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
