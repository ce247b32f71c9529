/** Asks for something from the diaries, and keeps only the answer to the latest question. */
import { useEffect, useState } from "preact/hooks";
import { useStore } from "../../state";

export type Asked<Answer> =
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly key: string; readonly answer: Answer }
  | { readonly kind: "failed"; readonly message: string };

type Ask<Answer> = (
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Answer>;

/**
 * The answer to the question named `key`. Waits while the page's own run is under way, which goes first, and is asked
 * anew afterwards; an answer to an older question is never given.
 */
export function useDiary<Answer>(key: string, ask: Ask<Answer>): Asked<Answer> {
  const { status } = useStore();
  const isBusy = status.value.kind === "running" || status.value.kind === "waiting";
  const [state, setState] = useState<Asked<Answer>>({ kind: "waiting" });
  const isKnown = state.kind === "done" && state.key === key;
  useEffect(() => {
    if (isKnown || isBusy) return;
    const mine = new AbortController();
    const say = (news: Asked<Answer>) => {
      if (!mine.signal.aborted) setState(news);
    };
    say({ kind: "running", done: 0, total: 1 });
    ask((done, total) => say({ kind: "running", done, total }), mine.signal).then(
      (answer) => say({ kind: "done", key, answer }),
      (error: unknown) =>
        say({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => mine.abort();
    // The key says everything that the question depends on
  }, [key, isBusy, isKnown]);
  return state.kind === "done" && !isKnown ? { kind: "waiting" } : state;
}
