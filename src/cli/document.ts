/** A report as a list of blocks, so that a terminal and docs/validation.md are told the same. */
import { alignedTable, markdownTable } from "./text";

export type Block =
  | { readonly heading: string; readonly level: 2 | 3 }
  | { readonly text: string }
  | { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

export const section = (heading: string): Block => ({ heading, level: 2 });
export const part = (heading: string): Block => ({ heading, level: 3 });
export const text = (...sentences: readonly string[]): Block => ({ text: sentences.join(" ") });
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  header,
  rows,
});

/** As Markdown, headings from level 2 on. */
export function asMarkdown(blocks: readonly Block[]): string {
  const written = blocks.map((block) => {
    if ("heading" in block) return `${"#".repeat(block.level)} ${block.heading}`;
    return "text" in block ? block.text : markdownTable(block.header, block.rows);
  });
  return `${written.join("\n\n")}\n`;
}

const WIDTH = 110;

/** As plain text, for a terminal of 110 columns. */
export function asText(blocks: readonly Block[]): string {
  const written = blocks.map((block) => {
    if ("heading" in block) return block.level === 2 ? block.heading.toUpperCase() : block.heading;
    if ("text" in block) return wrapped(plain(block.text));
    const [header, ...rows] = [block.header, ...block.rows].map((row) => row.map(plain));
    const numbers = header.slice(1).filter((_, c) => rows.every((row) => isShort(row[c + 1])));
    return alignedTable(header, rows, new Set(numbers));
  });
  return `${written.join("\n\n")}\n`;
}

/** Without the marks of code. */
const plain = (marked: string): string => marked.replaceAll("`", "");

/** Figures are aligned to the right, words to the left. */
const isShort = (cell: string): boolean => /^[-−–\d][\d\s.,%–−to()×±]*$/.test(cell);

function wrapped(paragraph: string): string {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
