/** Futures worth a look: by how many leave in them, few, the middle, many. */
import { text } from "../../text/text";

export interface FuturePick {
  readonly name: string;
  /** Number of the future, from 0. */
  readonly future: number;
}

/** Futures at a tenth, the middle and nine tenths of the leavers, the lowest number where several have as many. */
export function picksOf(leavers: ArrayLike<number>): FuturePick[] {
  const order = Array.from(leavers, (value, future) => ({ value, future }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value || a.future - b.future);
  const at = (share: number) => {
    const { value } = order[Math.round(share * (order.length - 1))];
    return order.find((one) => one.value === value)!.future;
  };
  if (order.length === 0) return [];
  const { few, middling, many } = text.stories;
  return [
    { name: few, future: at(0.1) },
    { name: middling, future: at(0.5) },
    { name: many, future: at(0.9) },
  ];
}
