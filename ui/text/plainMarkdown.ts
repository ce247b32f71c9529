/** The few forms of Markdown in which the page's own documents are written, as data that a view turns into elements. */

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

/**
 * The blocks of a document, in order: `## ` headings, paragraphs, and lists of `- ` items, which may go on in indented
 * lines. The title (`# `) is left out, for the page has its own. Nothing in it becomes HTML; other forms stay as typed.
 */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("# "))
    .map(blockOf);
}

function blockOf(part: string): Block {
  if (part.startsWith("## ")) return { kind: "heading", text: part.slice(3) };
  if (!part.startsWith("- ")) return { kind: "paragraph", text: oneLine(part) };
  return { kind: "list", items: part.slice(2).split(/\n- /).map(oneLine) };
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");
