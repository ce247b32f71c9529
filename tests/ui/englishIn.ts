/** Finds English in the source of the page: what a reader would see, and a translator could not reach. */
import { parseSync } from "vite";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Attributes that a reader sees or hears; those of other names hold ids, classes and shapes. */
const SAID = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-valuetext",
  "label",
  "placeholder",
  "title",
]);
/** Attributes of elements that are never text. Those of components may be. */
const UNSAID = new Set([
  "class",
  "d",
  "for",
  "id",
  "style",
  "aria-describedby",
  "aria-labelledby",
  "aria-keyshortcuts",
]);
/** Calls whose texts are keys or selectors. */
const KEYS = new Set(
  "once inSteps querySelector querySelectorAll closest matches select selectAll".split(" "),
);
/** Errors that only a developer sees. */
const ERRORS = new Set(["Error", "DOMException"]);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Two words or more, apart; gaps of templates are not words. */
const isSentence = (text: string): boolean =>
  text.split(/\s+/).filter((part) => /^[“"'‘(]?\p{L}[\p{L}’']+[.,;:!?)”’"']*$/u.test(part)).length > 1;
const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text);

/** The English in one file: each text with its line. */
export function englishIn(path: string, code: string): string[] {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed.`);
  const found: string[] = [];
  const note = (node: Node, text: string, isWrong: (text: string) => boolean): void => {
    if (isWrong(text)) found.push(`${path}:${code.slice(0, node.start).split("\n").length} ${text.trim()}`);
  };
  visit(program as unknown as Node, isSentence, note);
  return found;
}

type Note = (node: Node, text: string, isWrong: (text: string) => boolean) => void;

/** Goes through a tree; `isWrong` says which texts are, where they stand. */
function visit(node: Node, isWrong: (text: string) => boolean, note: Note): void {
  if (node.type === "Literal" && typeof node.value === "string") note(node, node.value, isWrong);
  if (node.type === "JSXText") note(node, String(node.value), hasLetters);
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
    note(node, quasis.map(({ value }) => value.cooked).join("…"), isWrong);
  }
  for (const child of partsOf(node)) visit(child, ruleFor(node, isWrong), note);
}

/** What of a node can hold a text: neither types and imports nor keys, comparisons and shapes. */
function partsOf(node: Node): Node[] {
  const { type } = node;
  if (type.startsWith("Import") && type !== "ImportExpression") return [];
  if (type.startsWith("TS")) return isNode(node.expression) ? [node.expression] : [];
  if (type === "BinaryExpression" && ["===", "!=="].includes(String(node.operator))) return [];
  if (type === "NewExpression" && ERRORS.has(nameOf(node.callee))) return [];
  if (type === "CallExpression" && isKeyed(node)) return isNode(node.callee) ? [node.callee] : [];
  if (type === "JSXAttribute" && UNSAID.has(nameOf(node.name))) return [];
  if (type === "Property")
    return [node.key as Node, node.value as Node].filter((_, i) => i > 0 || node.computed);
  return childrenOf(node);
}

/** Inside an element, and in an attribute that is read out, a single word is a text too. */
function ruleFor({ type, name }: Node, isWrong: (text: string) => boolean): (text: string) => boolean {
  if (type === "JSXElement" || type === "JSXFragment") return hasLetters;
  if (type === "JSXAttribute") return SAID.has(nameOf(name)) ? hasLetters : isSentence;
  return ["JSXExpressionContainer", "ConditionalExpression", "LogicalExpression"].includes(type)
    ? isWrong
    : isSentence;
}

function isKeyed(call: Node): boolean {
  const name = nameOf(call.callee);
  const [first] = call.arguments as readonly Node[];
  return name === "attr" || name === "style" ? !SAID.has(String(first?.value)) : KEYS.has(name);
}

/** The last name of an identifier or of a way to a member. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  return isNode(node.property) ? nameOf(node.property) : String(node.name ?? "");
}
