/** The evidence behind one parameter: value, range, grade, source, what it does, and how much it matters. */
import type { ParameterRow } from "../../../sim/parameters";
import type { Scenario } from "../../../sim/scenario";
import type { Ranks } from "../../evidence";
import { describeValue } from "../../levers";
import { departures, GRADE_MARKS, rangeWords, rankWords, sourceParts } from "../../text/evidence";
import { text } from "../../text/text";

interface EvidenceCardProps {
  readonly row: ParameterRow;
  readonly ranks: Ranks | null;
  /** The scenarios that are compared, for what they change. */
  readonly scenarios: readonly Scenario[];
}

export function EvidenceCard({ row, ranks, scenarios }: EvidenceCardProps) {
  const words = text.evidenceCards;
  return (
    <div class={`evidence evidence-${row.grade}`}>
      <p class="evidence-effect">{row.effect}</p>
      <dl>
        <Fact term={words.value}>{describeValue(row, row.default)}</Fact>
        {departures(row, scenarios).map(({ name, value, reason }) => (
          <Fact key={name + value} term={words.valueIn(name)}>
            {value}
            {reason !== null && <span class="evidence-reason">{words.reason(reason)}</span>}
          </Fact>
        ))}
        <Fact term={words.range}>{rangeWords(row)}</Fact>
        <Fact term={words.grade}>
          <GradeMark row={row} /> {text.grades[row.grade].meaning}
        </Fact>
        <Fact term={words.source}>
          <Source source={row.source} />
        </Fact>
        <Fact term={words.rank}>{rankWords(row.id, ranks)}</Fact>
        <Fact term={words.id}>
          <code>{row.id}</code>
        </Fact>
      </dl>
    </div>
  );
}

/** The grade as a mark and a word. */
export function GradeMark({ row: { grade } }: { readonly row: ParameterRow }) {
  return (
    <span class={`grade-mark grade-${grade}`}>
      <span aria-hidden="true">{GRADE_MARKS[grade]}</span> {text.grades[grade].name}
    </span>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: preact.ComponentChildren }) {
  return (
    <div class="evidence-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Source({ source }: { readonly source: string }) {
  return (
    <>
      {sourceParts(source).map(({ text: part, href }) =>
        href === null ? (
          part
        ) : (
          <a key={part} href={href} target="_blank" rel="noreferrer">
            {part}
          </a>
        ),
      )}
    </>
  );
}
