/** What the results on show belong to: what each scenario changes, and what is needed to repeat them. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { Results } from "../results";
import { changesInWords } from "../scenarios";
import { formatCount, yearsInWords } from "../text/format";
import { text } from "../text/text";

export function Compared({ results }: { readonly results: Results }) {
  const { scenarios, request, futures } = results;
  const { belongTo, belongs, nothingChanged, asBaseline, rest } = text.scenarios;
  return (
    <section class="card compared" aria-labelledby="compared-title">
      <h2 id="compared-title">{belongTo}</h2>
      <ul>
        {scenarios.map((scenario, s) => (
          <li key={scenario.id}>
            <strong>{belongs(scenario.name)}</strong>{" "}
            {changesInWords(scenario).join("; ") || (s === 0 ? nothingChanged : asBaseline)}.
          </li>
        ))}
      </ul>
      <p class="note">
        {rest({
          futures: formatCount(futures),
          years: yearsInWords(results.params(0).run.years),
          code: request.seed,
          holdfast: HOLDFAST_VERSION,
          model: MODEL_VERSION,
        })}
      </p>
    </section>
  );
}
