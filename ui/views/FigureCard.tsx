/** One figure: finding, measure, chart, reading by week, table twin and download. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { download, fileNameOf } from "../download";
import type { Figure, Reading } from "../figures/figure";
import { type Mark, markedName } from "../mark";
import { PICTURES } from "../pictures";
import type { Results } from "../results";
import { useStore } from "../state";
import { text } from "../text/text";
import { Chart, type OnPlace } from "./Chart";
import { Tag, useMark } from "./StaleTag";

interface FigureCardProps {
  readonly figure: Figure;
  readonly results: Results;
}

export function FigureCard({ figure, results }: FigureCardProps) {
  return <FigureArticle figure={figure} fileName={fileNameOf(figure.id, results)} mark={useMark(results)} />;
}

interface FigureArticleProps {
  readonly figure: Figure;
  /** Of its data, ending in `.csv`; pictures are named like it. */
  readonly fileName: string;
  /** Says what the figure must not be taken for, such as "Out of date"; its files say so too. */
  readonly mark: Mark | null;
  /** Where a click on the picture chooses something. */
  readonly onPick?: OnPlace;
  /** Controls that belong to the figure, below its note. */
  readonly children?: ComponentChildren;
}

/** A figure of anything: of the page's own results, or of an experiment's. */
export function FigureArticle({ figure, fileName, mark, onPick, children }: FigureArticleProps) {
  const { reading, future } = useStore();
  const { reading: readable } = figure;
  const single = future.value;
  const note = (single === null ? undefined : figure.noteWith?.(single)) ?? figure.note;
  const isByWeek = !readable?.own || readable.own.areWeeks === true;
  const at = reading.value;
  const isRead = at !== null && (at.figure === figure.id || (isByWeek && at.isByWeek));
  const point = readable && isRead ? readable.pointOf(at.week) : null;
  const read = (to: number) => {
    if (readable) reading.value = { week: readable.weekOf(to), isByWeek, figure: figure.id };
  };
  return (
    <article class="card figure" id={`figure-${figure.id}`} aria-labelledby={`title-${figure.id}`}>
      <Tag mark={mark} />
      <p class="hint about">{figure.about}</p>
      <h3 id={`title-${figure.id}`}>{figure.title}</h3>
      <p class="subtitle">{figure.subtitle}.</p>
      <Chart
        draw={(svg, width) => figure.draw(svg, { width, marked: point, future: single })}
        onPick={onPick}
        onPoint={readable ? (px, py, width) => read(readable.pointAt(px, width, py)) : undefined}
      />
      <p class="note">{note}</p>
      {children}
      {readable && <ReadPoint figure={figure} readable={readable} point={point} onRead={read} />}
      <div class="figure-data">
        <DataDetails figure={figure} />
        <Downloads figure={{ ...figure, note }} fileName={markedName(fileName, mark)} mark={mark} />
      </div>
    </article>
  );
}

/** The figure as files: its data, and the picture as it is drawn now, with all the words that stand around it. */
function Downloads({ figure, fileName, mark }: Pick<FigureArticleProps, "figure" | "fileName" | "mark">) {
  const picture = (button: Element) =>
    button.closest("article")?.querySelector<SVGSVGElement>("svg.chart-picture");
  const of = <span class="hidden">: {figure.title}</span>;
  return (
    <>
      <button type="button" class="link-button" onClick={() => download(fileName, figure.data())}>
        {text.figureCard.download}
        {of}
      </button>
      {PICTURES.map(({ ending, save }) => (
        <button
          key={ending}
          type="button"
          class="link-button"
          onClick={({ currentTarget }) => {
            const svg = picture(currentTarget);
            if (svg) save(fileName.replace(/\.csv$/, `.${ending}`), svg, { ...figure, mark });
          }}
        >
          {text.figureCard.picture(ending.toUpperCase())}
          {of}
        </button>
      ))}
    </>
  );
}

interface ReadPointProps {
  readonly figure: Figure;
  readonly readable: Reading;
  readonly point: number | null;
  readonly onRead: (point: number) => void;
}

/**
 * A slider that moves a mark along the points and says the values there: by pointer, touch or arrow keys. Before the
 * first point stands "nothing chosen", so that the first key reads the first point.
 */
function ReadPoint({ figure, readable, point, onRead }: ReadPointProps) {
  const { reading } = useStore();
  const said = point === null ? "" : readable.say(Math.min(point, readable.points - 1));
  const isHere = reading.value?.figure === figure.id;
  return (
    <div class="reading">
      <label for={`read-${figure.id}`}>
        {readable.own?.label ?? text.figureCard.read}
        <span class="hidden">: {figure.title}</span>
      </label>
      <input
        id={`read-${figure.id}`}
        type="range"
        min={point === null ? 0 : 1}
        max={readable.points}
        step={1}
        value={point === null ? 0 : point + 1}
        aria-valuetext={point === null ? text.figureCard.nothingRead : where(readable, point)}
        onInput={(event) => onRead(Number(event.currentTarget.value) - 1)}
      />
      <p class="reading-text" aria-live={isHere ? "polite" : "off"}>
        {said || text.figureCard.howToRead}
      </p>
    </div>
  );
}

const where = ({ own, weekOf }: Reading, point: number): string =>
  own ? own.where(point) : text.figureCard.week(String(weekOf(point)));

function DataDetails({ figure }: { readonly figure: Figure }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text.figureCard.asTable}
        <span class="hidden">: {figure.title}</span>
      </summary>
      {isOpen && <DataTable figure={figure} />}
    </details>
  );
}

function DataTable({ figure }: { readonly figure: Figure }) {
  const { columns, rows } = figure.table();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={text.figureCard.table(figure.title)}>
      <table>
        <caption>
          {figure.subtitle}. {figure.tableNote}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={columns[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
