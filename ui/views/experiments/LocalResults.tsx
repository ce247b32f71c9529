/** What a fit to local numbers found: the figures side by side, what fits, and what cannot be told apart. */
import type { FittedParameter, LocalAnswer, LocalFit } from "../../local";
import { measureById } from "../../results";
import { formatValue, styleOf } from "../../text/format";
import { narrowedInWords, untoldInWords, valueInWords, verdictInWords } from "../../text/local";
import { parameterById } from "../../text/tables";
import { text } from "../../text/text";
import { searchedInWords } from "./localReport";

export function LocalResults({ answer }: { readonly answer: LocalAnswer }) {
  const words = text.experiments.local;
  return (
    <div class="local-results">
      <h3>{answer.accepted < 2 ? words.fitsNot : words.fits}</h3>
      <p>{verdictInWords(answer)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={words.figures}>
        <table class="stacked">
          <caption>{words.figuresCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.usual}</th>
              <th scope="col">{words.suggested}</th>
            </tr>
          </thead>
          <tbody>
            {answer.fits.map((fit) => (
              <FitRow key={fit.measure} fit={fit} />
            ))}
          </tbody>
        </table>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={words.settings}>
        <table class="stacked">
          <caption>{words.settingsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.range}</th>
              <th scope="col">{words.suggestion}</th>
              <th scope="col">{words.told}</th>
            </tr>
          </thead>
          <tbody>
            {answer.parameters.map((parameter) => (
              <ParameterRow
                key={parameter.id}
                parameter={parameter}
                at={Number(answer.suggestion[parameter.id])}
              />
            ))}
          </tbody>
        </table>
      </section>
      <ul class="local-untold">
        {untoldInWords(answer).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function FitRow({
  fit: { measure: id, local, range, atDefaults, atSuggestion },
}: {
  readonly fit: LocalFit;
}) {
  const { label, unit } = measureById(id);
  const style = styleOf(unit);
  const write = (value: number) => formatValue(value, style);
  return (
    <tr>
      <th scope="row">
        {label} ({style.words})
      </th>
      <td data-column={text.experiments.local.yours}>
        {text.experiments.local.valueInRange(write(local), write(range[0]), write(range[1]))}
      </td>
      <td data-column={text.experiments.local.usual}>{write(atDefaults)}</td>
      <td data-column={text.experiments.local.suggested}>{write(atSuggestion)}</td>
    </tr>
  );
}

const WIDTH = 160;
const HEIGHT = 24;
const MARGIN = 8;

function ParameterRow({ parameter, at }: { readonly parameter: FittedParameter; readonly at: number }) {
  const { id, searched, fits } = parameter;
  const words = text.experiments.local;
  const [low, high] = searched;
  const x = (value: number) => MARGIN + ((value - low) / (high - low)) * (WIDTH - 2 * MARGIN);
  const [from, to, said] = searchedInWords(parameter);
  return (
    <tr>
      <th scope="row">{parameterById(id).label}</th>
      <td data-column={words.range}>
        <svg
          class="local-range"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={words.searched(from, to, said)}
        >
          <line x1={x(low)} x2={x(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} class="searched" />
          {fits && <line x1={x(fits[0])} x2={x(fits[1])} y1={HEIGHT / 2} y2={HEIGHT / 2} class="fits" />}
          <circle cx={x(at)} cy={HEIGHT / 2} r={4} class="suggested" />
        </svg>
        <span class="hint">{said}</span>
      </td>
      <td data-column={words.suggestion}>{valueInWords(id, at)}</td>
      <td data-column={words.told}>{narrowedInWords(parameter)}</td>
    </tr>
  );
}
