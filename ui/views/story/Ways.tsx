/** What became of link workers and patients, from the diaries of some futures: stays, waits, states, flow. */
import { fileNameOf } from "../../download";
import { caseStatesFigure } from "../../figures/story/caseStates";
import type { CohortSubject } from "../../figures/story/cohortSubject";
import { flowFigure } from "../../figures/story/flow";
import { survivalFigure } from "../../figures/story/survival";
import { waitsFigure } from "../../figures/story/waits";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { useStoryMark } from "../StaleTag";
import { Asking } from "./Asking";
import { useDiaries } from "./context";
import type { PartProps } from "./MoreCharts";
import { useDiary } from "./useDiary";

/** Enough for these pictures, and read within seconds. */
const MOST_FUTURES = 30;
/** Two beside each other where there is room, and those that need the whole width. */
const FIGURES = [
  { layout: "figures", makers: [survivalFigure, waitsFigure] },
  { layout: "figures one-column", makers: [flowFigure, caseStatesFigure] },
];

export function Ways({ results, focus }: PartProps) {
  const diaries = useDiaries();
  const mark = useStoryMark(results);
  const { scenarios, seed } = results.request;
  // While a run refines, the diaries are those of the futures that it asks for: they need not begin anew at each picture.
  const futures = results.complete ? results.futures : results.request.replications;
  const request = { scenarios, seed, replications: Math.min(MOST_FUTURES, futures) };
  const key = JSON.stringify([
    request.replications,
    seed,
    scenarios.map(({ changes, timeline }) => [changes, timeline]),
  ]);
  const asked = useDiary(key, (onProgress, signal) =>
    diaries.cohorts(request, ({ done, total }) => onProgress(done, total), signal),
  );
  if (asked.kind !== "done")
    return <Asking asked={asked} what={text.stories.diaries(String(request.replications))} />;
  const { years } = results.params(0).run;
  const subject: CohortSubject = { request, focus, cohorts: asked.answer, years };
  return (
    <>
      {FIGURES.map(({ layout, makers }) => (
        <div key={layout} class={layout}>
          {makers.map((make) => {
            const figure = make(subject);
            const fileName = fileNameOf(figure.id, results);
            return <FigureArticle key={figure.id} figure={figure} fileName={fileName} mark={mark} />;
          })}
        </div>
      ))}
    </>
  );
}
