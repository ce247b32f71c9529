/** Headline cards: the staff's and the patients' side together, each with its difference from the baseline. */
import type { ComponentChildren } from "preact";
import type { Measure } from "../../sim/record/measures";
import { cellOf, differenceOf } from "../figures/measures";
import { measureById, type Results } from "../results";
import { formatPair, styleOf, yearsInWords } from "../text/format";
import { text } from "../text/text";

/** Ids of the measures that have a card. */
const HEADLINES = ["leavers", "burnoutPrevalence", "waitMeanDays", "connectedShare", "costPerYear"] as const;

export function Cards({ results, s }: { readonly results: Results; readonly s: number }) {
  const years = yearsInWords(results.params(0).run.years);
  return (
    <ul class="cards">
      {HEADLINES.map((id) => {
        const measure = measureById(id);
        const [base, mean] = formatPair(
          results.summary(0, id).mean,
          results.summary(s, id).mean,
          styleOf(measure.unit),
        );
        return (
          <Card key={id} id={id} years={years} value={mean} range={cellOf(results, s, measure).range}>
            {s > 0 && <Change results={results} s={s} measure={measure} base={base} />}
          </Card>
        );
      })}
    </ul>
  );
}

/** Keeps the cards' places until there are results. */
export function CardsToCome() {
  return (
    <ul class="cards" aria-hidden="true">
      {HEADLINES.map((id) => (
        <Card key={id} id={id} years={text.cards.thePeriod} value="–" range="–">
          <p class="headline-base">{text.cards.baseline("–")}</p>
          <p class="headline-change">–</p>
        </Card>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly id: (typeof HEADLINES)[number];
  readonly years: string;
  readonly value: string;
  readonly range: string;
  readonly children: ComponentChildren;
}

function Card({ id, years, value, range, children }: CardProps) {
  const { title, unit } = text.cards[id];
  return (
    <li class="headline">
      <h3>{title}</h3>
      <p class="headline-value">{value}</p>
      <p class="headline-unit">{unit(years)}</p>
      {children}
      <p class="headline-range">{text.cards.futures(range)}</p>
    </li>
  );
}

/** Numbers in words that a line's end does not part from their signs: browsers break between − and £. */
const unbroken = (numbers: string): ComponentChildren[] =>
  numbers.split(" ").flatMap((word, i) => [
    i > 0 ? " " : "",
    <span key={`${i} ${word}`} class="unbroken">
      {word}
    </span>,
  ]);

interface ChangeProps {
  readonly results: Results;
  readonly s: number;
  readonly measure: Measure;
  /** The baseline's average. */
  readonly base: string;
}

function Change({ results, s, measure, base }: ChangeProps) {
  const { mean, interval, verdict, words } = differenceOf(results, s, measure);
  return (
    <>
      <p class="headline-base">{text.cards.baseline(base)}</p>
      <p class="headline-change">
        {verdict === "same" ? null : <strong>{unbroken(mean)} </strong>}
        <span class={`verdict ${verdict}`}>{words}</span>
        {verdict === "same" ? null : (
          <span class="headline-interval">
            {text.cards.interval} <span class="headline-numbers">{unbroken(interval)}</span>
          </span>
        )}
      </p>
    </>
  );
}
