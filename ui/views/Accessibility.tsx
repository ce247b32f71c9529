/** The accessibility statement, from the document itself, so that page and document cannot differ. */
import statement from "../../docs/accessibility.md?raw";
import { type Block, blocksOf } from "../text/plainMarkdown";
import { text } from "../text/text";

export function Accessibility() {
  return (
    <details class="statement" id="accessibility">
      <summary>{text.frame.accessibility}</summary>
      {blocksOf(statement).map((block) => (
        <Shown key={JSON.stringify(block)} block={block} />
      ))}
    </details>
  );
}

function Shown({ block }: { readonly block: Block }) {
  if (block.kind === "heading") return <h2>{block.text}</h2>;
  if (block.kind === "paragraph") return <p>{block.text}</p>;
  return (
    <ul>
      {block.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
