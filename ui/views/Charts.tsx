/** The six figures of the results on show. */
import { FIGURES } from "../figures";
import type { Results } from "../results";
import { useStore } from "../state";
import { FigureCard } from "./FigureCard";

export function Charts({ results }: { readonly results: Results }) {
  const { focus } = useStore();
  const subject = { results, focus: results.positionOf(focus.value ?? "") };
  const key = `figures ${subject.focus}`;
  const figures = results.once(key, () => FIGURES.map((figure) => figure(subject)));
  return (
    <section aria-labelledby="charts-title">
      <h2 id="charts-title" class="hidden">
        Charts
      </h2>
      <div class="figures">
        {figures.map((figure) => (
          <FigureCard key={figure.id} figure={figure} results={results} />
        ))}
      </div>
    </section>
  );
}
