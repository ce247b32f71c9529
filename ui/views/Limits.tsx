/** The standing note on what the figures rest on. */
import { limitSentences } from "../text/limits";
import { text } from "../text/text";

export function Limits() {
  return (
    <section class="card limits" aria-labelledby="limits-title">
      <h2 id="limits-title">{text.limits.title}</h2>
      <ul>
        {limitSentences().map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
