/** What the figures of link workers' and patients' ways are about: the diaries of some futures of each scenario. */
import type { Cohort } from "../../../sim/record/story/cohort";
import type { RunRequest } from "../../simulator";
import { formatCount, inSentence } from "../../text/format";
import { placeOf } from "../../text/teams";
import { text } from "../../text/text";
import { type Cell, provenanceOf } from "../figure";

export interface CohortSubject {
  readonly request: RunRequest;
  /** In the order of the request's scenarios. */
  readonly cohorts: readonly Cohort[];
  /** Position of the scenario in focus; 0 where there is nothing to compare. */
  readonly focus: number;
  readonly years: number;
}

export const cohortPlace = ({ request, years }: CohortSubject): string => placeOf(request.scenarios, years);

export function cohortComparison({ request: { scenarios }, focus }: CohortSubject): string {
  return focus === 0
    ? scenarios[0].name
    : text.figures.against(scenarios[focus].name, inSentence(scenarios[0].name));
}

export const cohortRests = ({ cohorts }: CohortSubject): string =>
  text.cohortFigures.futures(formatCount(cohorts[0].replications));

export const cohortProvenance = ({ request, cohorts }: CohortSubject, s: number): readonly Cell[] =>
  provenanceOf(request.scenarios[s], { futures: cohorts[s].replications, seed: request.seed });

/** The baseline and the scenario in focus: what is drawn where there is room for two. */
export const shownPositions = ({ focus }: CohortSubject): number[] => [...new Set([0, focus])];
