/** What the results on show belong to: what each scenario changes, and what is needed to repeat them. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { Results } from "../results";
import { changesInWords } from "../scenarios";
import { formatCount, yearsInWords } from "../text/format";

export function Compared({ results }: { readonly results: Results }) {
  const { scenarios, request, futures } = results;
  return (
    <section class="card compared" aria-labelledby="compared-title">
      <h2 id="compared-title">What these results belong to</h2>
      <ul>
        {scenarios.map((scenario, s) => (
          <li key={scenario.id}>
            <strong>{scenario.name}:</strong>{" "}
            {changesInWords(scenario).join("; ") || (s === 0 ? "nothing is changed" : "as the baseline")}.
          </li>
        ))}
      </ul>
      <p class="note">
        {formatCount(futures)} simulated futures of each, {yearsInWords(results.params(0).run.years)}.
        Repeatable result code “{request.seed}”, Holdfast {HOLDFAST_VERSION}, model {MODEL_VERSION}.
      </p>
    </section>
  );
}
