/** A part of the page that follows the results on show when its turn comes (ui/stage.ts). */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Results } from "../results";
import { useStore } from "../state";

interface StagedProps {
  readonly children: (results: Results) => ComponentChildren;
  /** Keeps the place until there are results. */
  readonly before?: ComponentChildren;
}

/** Parts so near to the edge of the window (px) count as in view. */
const MARGIN = 300;

export function Staged({ children, before = null }: StagedProps) {
  const { stage, isOutOfDate } = useStore();
  const element = useRef<HTMLDivElement>(null);
  const shows = useSignal<Results | null>(null);
  useEffect(() => {
    let isInView = true;
    const observer = new IntersectionObserver(
      ([entry]) => {
        isInView = entry.isIntersecting;
        if (isInView) stage.look();
      },
      { rootMargin: `${MARGIN}px` },
    );
    if (element.current) observer.observe(element.current);
    const leave = stage.join({ shows, isInView: () => isInView });
    return () => {
      leave();
      observer.disconnect();
    };
  }, [stage, shows]);
  const results = shows.value;
  return (
    <div ref={element} class={results && isOutOfDate(results) ? "staged stale" : "staged"}>
      {results ? children(results) : before}
    </div>
  );
}
