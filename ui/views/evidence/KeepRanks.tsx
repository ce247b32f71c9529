/** Keeps the order of the latest sensitivity run, so that every evidence card can say a number's rank. */
import { useEffect } from "preact/hooks";
import type { Ranks } from "../../evidence";
import { useStore } from "../../state";

export function KeepRanks({ measure, about, ids, told }: Ranks) {
  const { evidence } = useStore();
  const [order, clear] = [ids, told].map((some) => some.join(" "));
  useEffect(() => {
    evidence.ranks.value = { measure, about, ids: order.split(" "), told: clear.split(" ").filter(Boolean) };
  }, [evidence, measure, about, order, clear]);
  return null;
}
