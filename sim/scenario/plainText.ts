/**
 * Text from outside as it may stand in a sentence: without control characters and without characters that are not
 * drawn. Among these are the marks of direction, which make a reader see "2.0" where "0.2" is written.
 */

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** A tab, and the blank of braille, which no trimming takes for a space. */
const BLANKS = /[\t\u2800]/g;
const UNSEEN = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** `text` of several lines, without what cannot be seen. */
export const plainText = (text: string): string =>
  text.replace(LINE_ENDS, "\n").replace(BLANKS, " ").replace(UNSEEN, "").trim();

/** `text` as one line, without what cannot be seen; empty if nothing of it can. */
export const plainLine = (text: string): string => plainText(text).replace(/\n+/g, " ");

/** `text` with what cannot be seen written as its code, such as `\u202e`, for sentences about what is wrong. */
export const spelledOut = (text: string): string => text.replace(/\n/g, "\\n").replace(UNSEEN, codeOf);

const codeOf = (letter: string): string =>
  `\\u${(letter.codePointAt(0) as number).toString(16).padStart(4, "0")}`;
