/** Scenario files, as the command line reads them: what is saved, and what is opened. Everything stays in the browser. */
import { readScenario, type Scenario } from "../../sim/scenario";
import type { Choices } from "../choices";
import { MOST_SCENARIOS } from "../scenarios";

/** Larger files are no scenarios. */
const LARGEST_FILE = 1_000_000;

/** A scenario as a file holds it. What it extended has been laid under it, so that it stands alone. */
export function fileOf({
  id,
  name,
  question,
  changes,
  reasons,
  timeline,
}: Scenario): Record<string, unknown> {
  const some = <T extends object>(key: string, part: T) =>
    Object.keys(part).length > 0 ? { [key]: part } : {};
  return {
    holdfast: 1,
    id,
    name,
    question,
    changes,
    ...some("reasons", reasons),
    ...some("timeline", timeline),
  };
}

/** The text of a scenario file. */
export const fileTextOf = (scenario: Scenario): string => `${JSON.stringify(fileOf(scenario), null, 2)}\n`;

export const fileNameOf = ({ id }: Scenario): string => `${id}.json`;

/** Reads the text of a file: the scenario, or every problem in it. `extends` may name one of the library. */
export function readFileText(
  text: string,
  library: readonly Scenario[],
): { readonly scenario: Scenario } | { readonly problems: readonly string[] } {
  const json = parsed(text);
  if ("problem" in json) return { problems: [json.problem] };
  const byId = new Map(library.map((scenario) => [scenario.id, fileOf(scenario)]));
  return readScenario(json.value, (id) => byId.get(id));
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? ` The browser says: ${error.message}.` : "";
    return { problem: `This is not JSON, the format of scenario files.${why}` };
  }
}

/** What became of one file. */
export interface Opened {
  readonly file: string;
  /** The name under which it is in the comparison now; empty when it is not. */
  readonly added: string;
  readonly problems: readonly string[];
}

type Into = Pick<Choices, "base" | "policies" | "add" | "selectedRead">;

/** Opens files one after another, and adds each that is a scenario to the comparison. */
export async function openFiles(files: readonly File[], into: Into): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const file of files) opened.push({ file: file.name, ...(await openFile(file, into)) });
  return opened;
}

async function openFile(file: File, { base, policies, add, selectedRead }: Into) {
  if (file.size > LARGEST_FILE) {
    const size = `${Math.round(file.size / 1000).toLocaleString("en-GB")} kB`;
    return { added: "", problems: [`It is ${size} large; a scenario file has at most 1,000 kB.`] };
  }
  const read = readFileText(await file.text(), [base, ...policies]);
  if ("problems" in read) return { added: "", problems: read.problems };
  if (!add(read.scenario)) return { added: "", problems: [noRoom(read.scenario.name)] };
  return { added: selectedRead.peek()?.name ?? read.scenario.name, problems: [] };
}

const noRoom = (name: string): string =>
  `There is no room for “${name}”: there are ${MOST_SCENARIOS} scenarios beside the baseline. Remove one and open the file again.`;
