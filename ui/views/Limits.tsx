/** The standing note on what the figures rest on. */
import { DEFAULTS, withChanges } from "../../sim/parameters";
import { useStore } from "../state";
import { limitSentences } from "../text/limits";
import { text } from "../text/text";

export function Limits() {
  const { wanted } = useStore();
  const { run } = withChanges(DEFAULTS, wanted.value?.scenarios[0].changes ?? {});
  return (
    <section class="card limits" aria-labelledby="limits-title">
      <h2 id="limits-title">{text.limits.title}</h2>
      <ul>
        {limitSentences(run).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
