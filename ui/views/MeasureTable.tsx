/** Every measure of every scenario beside the baseline's, patients directly below staff. */
import type { Measure } from "../../sim/record/measures";
import { download, fileNameOf } from "../download";
import { cellOf, differenceOf, MEASURE_GROUPS, measuresData, measuresOf } from "../figures/measures";
import { markedName } from "../mark";
import type { Results } from "../results";
import { formatCount, styleOf } from "../text/format";
import { text } from "../text/text";
import { Tag, useMark } from "./StaleTag";

export function MeasureTable({ results }: { readonly results: Results }) {
  const others = results.scenarios.slice(1);
  const mark = useMark(results);
  return (
    <section class="card measures" aria-labelledby="measures-title">
      <Tag mark={mark} />
      <h2 id="measures-title">{text.measures.title}</h2>
      <p class="note">{text.measures.note(formatCount(results.futures))}</p>
      <details class="all-measures">
        <summary>{text.measures.show}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
        <section class="scroll" tabIndex={0} aria-label={text.measures.table}>
          <table>
            <caption class="hidden">{text.measures.caption}</caption>
            <Head results={results} />
            {MEASURE_GROUPS.map(({ group, name }) => (
              <tbody key={group}>
                <tr class="group">
                  <th scope="rowgroup" colSpan={2 + 2 * others.length}>
                    {name}
                  </th>
                </tr>
                {measuresOf(group).map((measure) => (
                  <Row key={measure.id} results={results} measure={measure} />
                ))}
              </tbody>
            ))}
          </table>
        </section>
      </details>
      <button
        type="button"
        class="link-button"
        onClick={() => download(markedName(fileNameOf("measures", results), mark), measuresData(results))}
      >
        {text.measures.download}
      </button>
    </section>
  );
}

function Head({ results: { scenarios } }: { readonly results: Results }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {text.measures.measure}
        </th>
        {scenarios.map(({ id, name }, s) => (
          <th key={id} scope="colgroup" colSpan={s === 0 ? 1 : 2}>
            {name}
          </th>
        ))}
      </tr>
      <tr>
        {scenarios.flatMap(({ id }, s) => [
          <th key={`${id} mean`} scope="col">
            {text.measures.average} <span class="interval">{text.measures.averageHint}</span>
          </th>,
          s > 0 && (
            <th key={`${id} difference`} scope="col">
              {text.measures.difference} <span class="interval">{text.measures.differenceHint}</span>
            </th>
          ),
        ])}
      </tr>
    </thead>
  );
}

function Row({ results, measure }: { readonly results: Results; readonly measure: Measure }) {
  return (
    <tr>
      <th scope="row" title={measure.definition}>
        {measure.label} <span class="unit">({styleOf(measure.unit).words})</span>
      </th>
      {results.scenarios.flatMap(({ id }, s) => [
        <AverageTd key={`${id} mean`} results={results} s={s} measure={measure} />,
        s > 0 && <DifferenceTd key={`${id} difference`} results={results} s={s} measure={measure} />,
      ])}
    </tr>
  );
}

interface CellProps {
  readonly results: Results;
  readonly s: number;
  readonly measure: Measure;
}

function AverageTd({ results, s, measure }: CellProps) {
  const { mean, range } = cellOf(results, s, measure);
  return (
    <td class="number">
      {mean} <span class="interval">{range}</span>
    </td>
  );
}

function DifferenceTd({ results, s, measure }: CellProps) {
  const { mean, interval, verdict, words } = differenceOf(results, s, measure);
  return (
    <td class="number">
      {verdict !== "same" && `${mean} `}
      <span class={`verdict ${verdict}`}>{words}</span>
      {verdict !== "same" && <span class="interval">{interval}</span>}
    </td>
  );
}
