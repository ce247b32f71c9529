/** Settings that a link to the page may carry. What a link says wrongly is left out: the page opens as usual. */
import { FUTURES } from "./state";

/** The number of futures that `?futures=30` asks for, if it is one of those that can be chosen. */
export function futuresOf(search: string): number | undefined {
  const asked = Number(new URLSearchParams(search).get("futures"));
  return FUTURES.find((count) => count === asked);
}
