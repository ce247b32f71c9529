/** What the figures of one future are about, and how its link workers are named. */
import { WD_PER_YEAR } from "../../../sim/calendar";
import type { Params } from "../../../sim/parameters";
import type { Lifeline, Story } from "../../../sim/record/story";
import type { Scenario } from "../../../sim/scenario";
import { formatCount, yearsInWords } from "../../text/format";
import { fixed } from "../../text/plainNumber";
import { teamSizes } from "../../text/teams";
import { text } from "../../text/text";
import { type Cell, provenanceOf } from "../figure";

export interface StorySubject {
  readonly story: Story;
  readonly scenario: Scenario;
  readonly seed: string;
  /** Parameters of the scenario once its levers are on. */
  readonly params: Params;
}

export const storyPlace = ({ scenario, params, story }: StorySubject): string =>
  text.storyFigures.place(
    formatCount(story.replication + 1),
    text.figures.teams(teamSizes([scenario])),
    yearsInWords(params.run.years),
  );

export const storyAbout = ({ scenario, story }: StorySubject): string =>
  text.storyFigures.about(scenario.name, formatCount(story.replication + 1));

export const storyProvenance = ({ scenario, seed }: StorySubject): readonly Cell[] =>
  provenanceOf(scenario, { futures: 1, seed });

/** A time since the policy started: `year 2.3`. */
export const yearOf = (day: number): string => text.storyFigures.year(fixed(day / WD_PER_YEAR, 1));

/** When a link worker is first and last on record, in working days from week 0. */
export function spanOf({ hiredAt, departedAt }: Lifeline, { days }: Story): readonly [number, number] {
  return [Math.max(0, hiredAt ?? 0), departedAt ?? days];
}

/** A link worker in a few words: post, which holder of it, and when. */
export function nameOf(lifeline: Lifeline, story: Story): string {
  const number = story.lifelines.filter(({ post }) => post === lifeline.post).indexOf(lifeline);
  const [from, to] = spanOf(lifeline, story);
  const words = text.storyFigures;
  const begins = from === 0 ? words.fromBefore : words.from(yearOf(from));
  const ends = lifeline.departedAt === null ? words.stillThere : words.left(yearOf(to));
  const post = String(lifeline.post + 1);
  const times = words.times(begins, ends);
  return number > 0 ? words.successor(post, String(number), times) : words.linkWorker(post, times);
}

/** Mean of a weekly sum over the days that it was taken from; NaN in a week without any. */
export const perDay = (sums: Float64Array, { weeks }: Lifeline): Float64Array =>
  sums.map((sum, i) => (weeks.days[i] > 0 ? sum / weeks.days[i] : Number.NaN));
