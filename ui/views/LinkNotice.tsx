/** What became of the link that the page was opened with: what could not be taken from it, and whether it repeats. */
import { useStore } from "../state";

export function LinkNotice() {
  const { links } = useStore();
  const { problems, again, dismiss } = links;
  if (problems.value.length === 0 && again.value === null) return null;
  return (
    <section class={`card link-notice ${again.value?.kind ?? ""}`} aria-label="About this link" role="status">
      {problems.value.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {again.value && <p>{again.value.sentence}</p>}
      <button type="button" class="link-button" onClick={dismiss}>
        Close<span class="hidden"> what is said about this link</span>
      </button>
    </section>
  );
}
