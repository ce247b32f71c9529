/** Headline cards: the staff's and the patients' side together, each with its difference from the baseline. */
import type { ComponentChildren } from "preact";
import { cellOf, differenceOf } from "../figures/measures";
import { measureById, type Results } from "../results";
import { yearsInWords } from "../text/format";

interface Headline {
  readonly id: string;
  readonly title: string;
  readonly unit: (years: string) => string;
}

const HEADLINES: readonly Headline[] = [
  { id: "leavers", title: "Leavers", unit: (years) => `people in ${years}` },
  { id: "burnoutPrevalence", title: "Burnt out", unit: () => "of link workers' time in post" },
  { id: "waitMeanDays", title: "Wait", unit: () => "working days to a first appointment" },
  { id: "connectedShare", title: "Connected", unit: () => "of referrals start a community service" },
  { id: "costPerYear", title: "Cost", unit: () => "a year" },
];

export function Cards({ results, s }: { readonly results: Results; readonly s: number }) {
  const years = yearsInWords(results.params(0).run.years);
  return (
    <ul class="cards">
      {HEADLINES.map((headline) => {
        const { mean, range } = cellOf(results, s, measureById(headline.id));
        return (
          <Card key={headline.id} headline={headline} years={years} value={mean} range={range}>
            {s > 0 && <Change results={results} s={s} id={headline.id} />}
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
      {HEADLINES.map((headline) => (
        <Card key={headline.id} headline={headline} years="the period" value="–" range="–">
          <p class="headline-base">baseline –</p>
          <p class="headline-change">–</p>
        </Card>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly headline: Headline;
  readonly years: string;
  readonly value: string;
  readonly range: string;
  readonly children: ComponentChildren;
}

function Card({ headline: { title, unit }, years, value, range, children }: CardProps) {
  return (
    <li class="headline">
      <h3>{title}</h3>
      <p class="headline-value">{value}</p>
      <p class="headline-unit">{unit(years)}</p>
      {children}
      <p class="headline-range">8 in 10 futures: {range}</p>
    </li>
  );
}

function Change({ results, s, id }: { readonly results: Results; readonly s: number; readonly id: string }) {
  const measure = measureById(id);
  const { mean, interval, verdict, words } = differenceOf(results, s, measure);
  return (
    <>
      <p class="headline-base">baseline {cellOf(results, 0, measure).mean}</p>
      <p class="headline-change">
        {verdict === "same" ? null : <strong>{mean} </strong>}
        <span class={`verdict ${verdict}`}>{words}</span>
        {verdict === "same" ? null : (
          <span class="headline-interval">
            95% interval: <span class="headline-numbers">{interval}</span>
          </span>
        )}
      </p>
    </>
  );
}
