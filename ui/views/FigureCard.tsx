/** One figure: finding, measure, chart, reading by week, table twin and download. */
import { useState } from "preact/hooks";
import { download, fileNameOf } from "../download";
import type { Figure, Reading } from "../figures/figure";
import type { Results } from "../results";
import { useStore } from "../state";
import { Chart } from "./Chart";
import { StaleTag } from "./StaleTag";

interface FigureCardProps {
  readonly figure: Figure;
  readonly results: Results;
}

export function FigureCard({ figure, results }: FigureCardProps) {
  const { reading } = useStore();
  const { reading: readable } = figure;
  const point = readable && reading.value ? readable.pointOf(reading.value.week) : null;
  const read = (at: number) => {
    if (readable) reading.value = { week: readable.weekOf(at), figure: figure.id };
  };
  return (
    <article class="card figure" id={`figure-${figure.id}`} aria-labelledby={`title-${figure.id}`}>
      <StaleTag />
      <p class="hint about">{figure.about}</p>
      <h3 id={`title-${figure.id}`}>{figure.title}</h3>
      <p class="subtitle">{figure.subtitle}.</p>
      <Chart
        draw={(svg, width) => figure.draw(svg, { width, marked: point })}
        onPoint={readable ? (px, width) => read(readable.pointAt(px, width)) : undefined}
      />
      <p class="note">{figure.note}</p>
      {readable && <ReadPoint figure={figure} readable={readable} point={point} onRead={read} />}
      <div class="figure-data">
        <DataDetails figure={figure} />
        <button
          type="button"
          class="link-button"
          onClick={() => download(fileNameOf(figure.id, results), figure.data())}
        >
          Download the data (CSV)<span class="hidden">: {figure.title}</span>
        </button>
      </div>
    </article>
  );
}

interface ReadPointProps {
  readonly figure: Figure;
  readonly readable: Reading;
  readonly point: number | null;
  readonly onRead: (point: number) => void;
}

/** A slider that moves a line along the weeks and says the values there: by pointer, touch or arrow keys. */
function ReadPoint({ figure, readable, point, onRead }: ReadPointProps) {
  const { reading } = useStore();
  const said = point === null ? "" : readable.say(Math.min(point, readable.points - 1));
  const isHere = reading.value?.figure === figure.id;
  return (
    <div class="reading">
      <label for={`read-${figure.id}`}>
        Read the chart at a week<span class="hidden">: {figure.title}</span>
      </label>
      <input
        id={`read-${figure.id}`}
        type="range"
        min={1}
        max={readable.points}
        step={1}
        value={(point ?? 0) + 1}
        aria-valuetext={point === null ? "no week chosen" : `week ${readable.weekOf(point)}`}
        onInput={(event) => onRead(Number(event.currentTarget.value) - 1)}
      />
      <p class="reading-text" aria-live={isHere ? "polite" : "off"}>
        {said || "Move the slider, or point at the chart."}
      </p>
    </div>
  );
}

function DataDetails({ figure }: { readonly figure: Figure }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Show as a table<span class="hidden">: {figure.title}</span>
      </summary>
      {isOpen && <DataTable figure={figure} />}
    </details>
  );
}

function DataTable({ figure }: { readonly figure: Figure }) {
  const { columns, rows } = figure.table();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={`Table: ${figure.title}`}>
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
              {cells.map((text, i) => (
                <td key={columns[i + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
