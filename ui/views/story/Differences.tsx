/** How the matched futures differ in one measure: dots and the chance of at most each difference. */
import { useState } from "preact/hooks";
import { fileNameOf } from "../../download";
import {
  DIFFERENCE_MEASURES,
  differencesFigure,
  differencesOf,
  pickFuture,
  ranked,
  sayFuture,
} from "../../figures/story/differences";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { useMark } from "../StaleTag";
import type { PartProps } from "./MoreCharts";

export function Differences({ results, focus }: PartProps) {
  const [id, setId] = useState(DIFFERENCE_MEASURES[0]);
  const { future } = useStore();
  const mark = useMark(results);
  if (focus === 0) return <p class="notice">{text.stories.noDifferences}</p>;
  const subject = { results, focus };
  const figure = results.once(`differences ${focus} ${id}`, () => differencesFigure(subject, id));
  return (
    <>
      <label class="chooser">
        <span>{text.stories.differencesOf}</span>
        <select
          value={id}
          onChange={(event) => setId(DIFFERENCE_MEASURES[event.currentTarget.selectedIndex])}
        >
          {DIFFERENCE_MEASURES.map((one) => (
            <option key={one} value={one}>
              {measureById(one).label}
            </option>
          ))}
        </select>
      </label>
      <FigureArticle
        figure={figure}
        fileName={fileNameOf(`differences-${id}`, results)}
        mark={mark}
        onPick={(px, py, width) => {
          future.value = pickFuture(subject, id, { px, py, width });
        }}
      >
        <ReadDots {...subject} id={id} />
      </FigureArticle>
    </>
  );
}

/** A slider over the futures, from the smallest difference to the largest: for those who do not point. */
function ReadDots({ id, ...subject }: PartProps & { readonly id: string }) {
  const { future } = useStore();
  const order = ranked(differencesOf(subject, id));
  const place = future.value === null ? -1 : order.indexOf(future.value);
  const words = text.stories;
  const said = place < 0 ? "" : sayFuture(subject, id, order[place]);
  return (
    <div class="reading">
      <label for="read-differences">{words.readDots}</label>
      <input
        id="read-differences"
        type="range"
        min={1}
        max={order.length}
        step={1}
        value={place < 0 ? Math.ceil(order.length / 2) : place + 1}
        aria-valuetext={place < 0 ? words.noFuture : words.future(String(order[place] + 1))}
        onInput={(event) => {
          future.value = order[Number(event.currentTarget.value) - 1] ?? null;
        }}
      />
      <p class="reading-text" aria-live="polite">
        {said || words.dotsHint}
      </p>
    </div>
  );
}
