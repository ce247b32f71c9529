/** The texts in use of the documents that the page makes; as text.ts, but loaded with what makes them. */
import { type DocumentTexts, englishDocuments } from "./englishDocuments";

export let documents: DocumentTexts = englishDocuments;

/** From now on documents speak in `texts`. */
export function speakInDocuments(texts: DocumentTexts): void {
  documents = texts;
}
