/** Data as the text of a link, compressed, and back again. What a link holds is not trusted: sizes are limited. */
import { deflateSync, inflateSync } from "fflate";
import { formatCount } from "../text/format";
import { text } from "../text/text";

/** Longest text in a link (characters), and largest data in it (bytes): far more than the page ever writes. */
const LONGEST_TEXT = 32_000;
const LARGEST_DATA = 200_000;

/** `data` as JSON, compressed (RFC 1951) and written in base64url (RFC 4648, section 5, without padding). */
export function textOfData(data: unknown): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(data)), { level: 9 });
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What mail programs put behind a link, such as a full stop, a bracket, or one of them as its code (`%3D`). */
const AROUND = /^([\w-]*)(?:%[\da-f]{2}|[^\w-])*$/i;
const withoutEnd = (packed: string): string => AROUND.exec(packed)?.[1] ?? packed;

/** The data of such a text, or a sentence that says why there is none. */
export function dataOfText(packed: string): { readonly data: unknown } | { readonly problem: string } {
  if (packed.length > LONGEST_TEXT)
    return { problem: text.links.tooLong(formatCount(packed.length), formatCount(LONGEST_TEXT)) };
  try {
    const binary = atob(withoutEnd(packed).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    // A fixed buffer: a small text can otherwise be made to fill the memory.
    const inflated = inflateSync(bytes, { out: new Uint8Array(LARGEST_DATA) });
    return { data: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(inflated)) };
  } catch {
    return { problem: text.links.damaged };
  }
}
