/** The evidence behind one parameter: value, range, grade, source, what it does, and how much it matters. */
import type { ParameterRow } from "../../../sim/parameters";
import type { Scenario } from "../../../sim/scenario";
import type { Ranks } from "../../evidence";
import { describeValue } from "../../levers";
import {
  departures,
  GRADE_MARKS,
  GRADE_MEANINGS,
  rangeWords,
  rankWords,
  sourceParts,
} from "../../text/evidence";
import { GRADE_WORDS } from "../../text/limits";

interface EvidenceCardProps {
  readonly row: ParameterRow;
  readonly ranks: Ranks | null;
  /** The scenarios that are compared, for what they change. */
  readonly scenarios: readonly Scenario[];
}

export function EvidenceCard({ row, ranks, scenarios }: EvidenceCardProps) {
  return (
    <div class={`evidence evidence-${row.grade}`}>
      <p class="evidence-effect">{row.effect}</p>
      <dl>
        <Fact term="Value">{describeValue(row, row.default)}</Fact>
        {departures(row, scenarios).map(({ name, value, reason }) => (
          <Fact key={name + value} term={`In “${name}”`}>
            {value}
            {reason !== null && <span class="evidence-reason">Reason: {reason}</span>}
          </Fact>
        ))}
        <Fact term="Plausible range">{rangeWords(row)}</Fact>
        <Fact term="Grade">
          <GradeMark row={row} /> {GRADE_MEANINGS[row.grade]}
        </Fact>
        <Fact term="Source">
          <Source text={row.source} />
        </Fact>
        <Fact term="Rank in the tornado">{rankWords(row.id, ranks)}</Fact>
        <Fact term="Id">
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
      <span aria-hidden="true">{GRADE_MARKS[grade]}</span> {GRADE_WORDS[grade]}
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

function Source({ text }: { readonly text: string }) {
  return (
    <>
      {sourceParts(text).map(({ text: part, href }) =>
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
