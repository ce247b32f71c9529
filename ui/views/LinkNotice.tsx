/** What became of the link that the page was opened with: what it could not say, what it set up, whether it repeats. */
import { useStore } from "../state";
import { text } from "../text/text";

export function LinkNotice() {
  const { links } = useStore();
  const { problems, again, setUp, dismiss } = links;
  if (problems.value.length === 0 && again.value === null && setUp.value.length === 0) return null;
  return (
    <section
      class={`card link-notice ${again.value?.kind ?? ""}`}
      aria-label={text.links.about}
      role="status"
    >
      {problems.value.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {again.value && <p>{again.value.sentence}</p>}
      {setUp.value.length > 0 && (
        <p>
          {text.links.setUp}
          {setUp.value.map((id) => (
            <span key={id}>
              {" "}
              <a href={`#experiment-${id}`}>{text.findOutMore[id].question}</a>
            </span>
          ))}
        </p>
      )}
      <button type="button" class="link-button" onClick={dismiss}>
        {text.links.close}
        <span class="hidden"> {text.links.closeWhat}</span>
      </button>
    </section>
  );
}
