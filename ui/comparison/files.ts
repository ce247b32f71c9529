/** Scenario files, as the command line reads them: what is saved, and what is opened. Everything stays in the browser. */
import { plainLine, readScenario, type Scenario, spelledOut } from "../../sim/scenario";
import type { Choices } from "../choices";
import { scenarioInFile } from "../download";
import { MOST_SCENARIOS } from "../scenarios";
import { formatCount } from "../text/format";
import { text } from "../text/text";

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

export const fileNameOf = (scenario: Scenario): string => `${scenarioInFile(scenario)}.json`;

/** Reads the text of a file: the scenario, or every problem in it. `extends` may name one of the library. */
export function readFileText(
  content: string,
  library: readonly Scenario[],
): { readonly scenario: Scenario } | { readonly problems: readonly string[] } {
  const json = parsed(content);
  if ("problem" in json) return { problems: [json.problem] };
  const byId = new Map(library.map((scenario) => [scenario.id, fileOf(scenario)]));
  return readScenario(json.value, (id) => byId.get(id));
}

function parsed(content: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(content) };
  } catch (error) {
    const { notJson, browserSays } = text.files;
    return {
      problem: error instanceof Error ? `${notJson} ${browserSays(spelledOut(error.message))}` : notJson,
    };
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
  for (const file of files) opened.push({ file: plainLine(file.name), ...(await openFile(file, into)) });
  return opened;
}

async function openFile(file: File, { base, policies, add, selectedRead }: Into) {
  if (file.size > LARGEST_FILE) {
    const [size, most] = [file.size, LARGEST_FILE].map((bytes) => formatCount(bytes / 1000));
    return { added: "", problems: [text.files.tooLarge(size, most)] };
  }
  const content = await file.text().catch(() => null);
  if (content === null) return { added: "", problems: [text.files.unreadable] };
  const read = readFileText(content, [base, ...policies]);
  if ("problems" in read) return { added: "", problems: read.problems };
  if (!add(read.scenario))
    return { added: "", problems: [text.files.noRoom(read.scenario.name, String(MOST_SCENARIOS))] };
  return { added: selectedRead.peek()?.name ?? read.scenario.name, problems: [] };
}
