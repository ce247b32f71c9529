/** What `staff` may choose among, in words: `--posts`, `--also` and `--service-cost`. */
import { parameterById } from "../../sim/parameters";
import { CHOICES, type Choice, type Levels } from "../experiment/staffTeams";
import { readLevels } from "./sweepLevels";

export interface LevelOptions {
  readonly posts: string;
  readonly also: readonly string[];
  readonly serviceCost?: string;
}

/** Values that `--also` tries unless it names its own. */
export const USUAL_LEVELS = { supervision: "0,1,2,4,8", services: "0.8:1.2:0.1" } as const;
/** The most teams that may be asked for. */
const MOST_TEAMS = 1000;
const MOST_PRICE = 1e6;
const english = new Intl.NumberFormat("en-GB");

/** `--posts` and `--also`, by the grammar of `sweep --vary`. */
export function readTeamLevels({ posts, also }: LevelOptions, problems: string[]): Levels {
  const texts = readAlso(also, problems);
  const read = (option: string, choice: Choice, text: string | undefined): number[] | null =>
    text === undefined
      ? null
      : (readLevels(option, parameterById(CHOICES[choice]), text, problems) as number[]);
  const levels = {
    posts: read("--posts", "posts", posts) ?? [],
    supervision: read("--also", "supervision", texts.supervision),
    services: read("--also", "services", texts.services),
  };
  const teams = levels.posts.length * (levels.supervision?.length ?? 1) * (levels.services?.length ?? 1);
  if (teams > MOST_TEAMS) {
    const most = english.format(MOST_TEAMS);
    problems.push(
      `There are ${english.format(teams)} teams to choose among; at most ${most} may be asked for.`,
    );
  }
  return levels;
}

/** What else may be chosen, and the text of its values: "supervision,services" or "supervision=1,2,4". */
function readAlso(also: readonly string[], problems: string[]): Partial<Record<Choice, string>> {
  const texts: Partial<Record<Choice, string>> = {};
  for (const word of also.flatMap((text) => (text.includes("=") ? [text] : text.split(",")))) {
    const [name, own] = word.split("=").map((part) => part.trim());
    if (name !== "supervision" && name !== "services") {
      problems.push(`--also: ${JSON.stringify(name)} cannot be chosen; it must be supervision or services.`);
    } else if (texts[name] !== undefined) problems.push(`--also: ${name} is there twice; name it once.`);
    else texts[name] = own ?? USUAL_LEVELS[name];
  }
  return texts;
}

/** `--service-cost` in £ per place and year, or null where it is not given. */
export function readPlacePrice(
  text: string | undefined,
  { services }: Levels,
  problems: string[],
): number | null {
  if (text === undefined) return null;
  const price = text.trim() === "" ? Number.NaN : Number(text);
  if (!(price >= 0 && price <= MOST_PRICE)) {
    const must = `it must be a number from 0 to ${english.format(MOST_PRICE)}, in £ per place and year`;
    problems.push(`--service-cost is ${text || "empty"}; ${must}.`);
  } else if (services === null) {
    problems.push("--service-cost goes with --also services; otherwise every team has the same places.");
  }
  return price;
}
