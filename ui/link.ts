/** Links to the page: the whole comparison after the `#`, versioned; what a link says wrongly is said in sentences. */
import type { Scenario } from "../sim/scenario";
import { firstComparison } from "./choices";
import type { ReadItem } from "./comparison/item";
import { type Library, type LinkContent, write1 } from "./links/format1";
import { read1 } from "./links/read1";
import { dataOfText, textOfData } from "./links/text";
import { baseOf } from "./scenarios";
import { FIRST_SETTINGS, FUTURES, UNTIL_PRECISE } from "./settings";
import { text } from "./text/text";

/** How a page begins: what its address asks for, and sentences about what could not be taken from it. */
export interface Start extends LinkContent {
  readonly problems: readonly string[];
  /** Whether there was a link, and something in it could be used. */
  readonly isRead: boolean;
  /** What the page without a link opens with. */
  readonly usual: LinkContent;
}

const libraryOf = (library: readonly Scenario[]): Library => {
  const base = baseOf(library);
  return { base, policies: library.filter((scenario) => scenario !== base) };
};

/** The number of futures that `?futures=30` asks for, if it is one of those that can be chosen. */
export function futuresOf(search: string): number | undefined {
  const asked = new URLSearchParams(search).get("futures");
  return FUTURES.find((count) => count !== UNTIL_PRECISE && String(count) === asked);
}

/** The page without a link. */
export function usualStart(search: string, library: readonly Scenario[]): Start {
  const futures = futuresOf(search) ?? FIRST_SETTINGS.futures;
  const usual = {
    ...FIRST_SETTINGS,
    futures,
    comparison: firstComparison(library),
    result: null,
    experiments: {},
  };
  return { ...usual, problems: [], isRead: false, usual };
}

/** Whether a fragment is a link of ours, of whatever version; others, such as `#main`, lead to a place on the page. */
export const isLink = (hash: string): boolean => /^#v\d+=/.test(hash);

/** What an address asks for. A fragment says everything; without one, `?futures=` may say how many. */
export function startOf(search: string, hash: string, library: readonly Scenario[]): Start {
  const usual = usualStart(search, library);
  const match = /^#v(\d+)=(.*)$/s.exec(hash);
  if (match === null) return usual;
  const [, version, packed] = match;
  if (version !== "1") {
    return unread(usual, text.links.otherFormat(version.slice(0, 6)));
  }
  const read = dataOfText(packed);
  if ("problem" in read) return unread(usual, read.problem);
  const answer = read1(read.data, libraryOf(library));
  if (answer === null) return unread(usual, text.links.noComparison);
  if (answer.isLost) return { ...usual, problems: answer.problems };
  return { ...answer.content, problems: answer.problems, isRead: true, usual };
}

const unread = (usual: Start, problem: string): Start => ({ ...usual, problems: [problem] });

/** The fragment that `startOf` reads. `read` is the comparison's items, read; null while one of them cannot be. */
export function fragmentOf(
  content: LinkContent,
  read: readonly ReadItem[],
  library: readonly Scenario[],
): string | null {
  if (read.some(({ scenario }) => scenario === null)) return null;
  return `#v1=${textOfData(write1(content, read, libraryOf(library)))}`;
}
