/** The seam between the page and the diaries of its futures: types only; `src/diaries.ts` implements it. */
import type { Story, StoryRequest } from "../sim/record/story";
import type { Cohort } from "../sim/record/story/cohort";
import type { RunRequest } from "./simulator";

export interface DiaryProgress {
  /** Futures followed and asked for, over all scenarios together. */
  readonly done: number;
  readonly total: number;
}

/** Reads futures again, event by event. Aborting a signal rejects the promise with its reason. */
export interface Diaries {
  /** One future in full. */
  story(request: StoryRequest, signal: AbortSignal): Promise<Story>;
  /** What became of link workers and patients in every future of the request, in the order of its scenarios. */
  cohorts(
    request: RunRequest,
    onProgress: (progress: DiaryProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly Cohort[]>;
}
