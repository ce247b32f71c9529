/** The figures of the results on show. */
import { FIGURES } from "../figures";
import type { Figure } from "../figures/figure";
import type { Results } from "../results";
import { useStore } from "../state";
import "../styles/story.css";
import { text } from "../text/text";
import { FigureCard } from "./FigureCard";
import { Staged } from "./Staged";
import { FutureChoice } from "./story/FutureChoice";
import { MoreCharts } from "./story/MoreCharts";

export function Charts() {
  const { focus } = useStore();
  const current = focus.value ?? "";
  return (
    <section aria-labelledby="charts-title">
      <h2 id="charts-title" class="hidden">
        {text.frame.charts}
      </h2>
      <Staged>{(results) => <FutureChoice results={results} focus={results.positionOf(current)} />}</Staged>
      <div class="figures">
        {FIGURES.map((_, i) => (
          <Staged key={i} before={<div class="card figure figure-to-come" />}>
            {(results) => <FigureCard figure={figureOf(results, i, current)} results={results} />}
          </Staged>
        ))}
      </div>
      <Staged>{(results) => <MoreCharts results={results} focus={results.positionOf(current)} />}</Staged>
    </section>
  );
}

/** Figure `i` about the scenario in focus, made once for each. */
function figureOf(results: Results, i: number, focus: string): Figure {
  const s = results.positionOf(focus);
  return results.once(`figure ${i} about ${s}`, () => FIGURES[i]({ results, focus: s }));
}
