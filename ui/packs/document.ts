/** A document before it is a page, a Word file or text: titles, paragraphs, lists and tables, all of them plain text. */
import type { Picture } from "../pictures";

export type Block =
  /** `isAnnex`: on a new sheet. */
  | { readonly kind: "heading"; readonly text: string; readonly isAnnex?: boolean }
  | { readonly kind: "paragraph"; readonly text: string; readonly tone?: "lead" | "warning" | "small" }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "figure"; readonly picture: Picture; readonly alternative: string };

export interface PackDocument {
  /** The language tag of its texts. */
  readonly locale: string;
  readonly title: string;
  /** Under the title: what made it, and when. */
  readonly stamp: string;
  /** On every sheet: what stands before the page's number, between it and the number of pages, and after that. */
  readonly pageOf: readonly string[];
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ kind: "heading", text });
export const annexHeading = (text: string): Block => ({ kind: "heading", text, isAnnex: true });
export const paragraph = (text: string, tone?: "lead" | "warning" | "small"): Block =>
  tone === undefined ? { kind: "paragraph", text } : { kind: "paragraph", text, tone };
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
