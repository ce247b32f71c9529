/** How the model works in a few sentences. */
import { text } from "../text/text";

export function Sources() {
  const { title, model, futures } = text.howItWorks;
  return (
    <section class="card sources" aria-label={title}>
      <details>
        <summary>{title}</summary>
        <p>{model}</p>
        <p>{futures}</p>
      </details>
    </section>
  );
}
