/** Headline cards: the staff's and the patients' side together, each with its difference from the baseline. */
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
      {HEADLINES.map(({ id, title, unit }) => {
        const measure = measureById(id);
        const { mean, range } = cellOf(results, s, measure);
        return (
          <li key={id} class="headline">
            <h3>{title}</h3>
            <p class="headline-value">{mean}</p>
            <p class="headline-unit">{unit(years)}</p>
            {s > 0 && <Change results={results} s={s} id={id} />}
            <p class="headline-range">8 in 10 futures: {range}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Change({ results, s, id }: { readonly results: Results; readonly s: number; readonly id: string }) {
  const measure = measureById(id);
  const { mean, margin, verdict, words } = differenceOf(results, s, measure);
  return (
    <>
      <p class="headline-base">baseline {cellOf(results, 0, measure).mean}</p>
      <p class="headline-change">
        {verdict === "same" ? null : (
          <>
            <strong>{mean}</strong>, give or take {margin}{" "}
          </>
        )}
        <span class={`verdict ${verdict}`}>{words}</span>
      </p>
    </>
  );
}
