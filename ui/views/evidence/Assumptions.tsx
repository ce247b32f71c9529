/** What the model assumes: every number with its evidence, searchable, and what no number here can tell. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Grade, PARAMETERS, type ParameterRow } from "../../../sim/parameters";
import type { Evidence } from "../../evidence";
import { describeValue, LEVER_IDS } from "../../levers";
import { useStore } from "../../state";
import "../../styles/evidence.css";
import { cannotKnow, GRADE_MARKS, matches } from "../../text/evidence";
import { formatCount } from "../../text/format";
import { countByGrade } from "../../text/limits";
import { parameters } from "../../text/tables";
import { text } from "../../text/text";
import { LeverControl } from "../Levers";
import { EvidenceCard, GradeMark } from "./EvidenceCard";
import { ReasonBox } from "./ReasonBox";

/** So few that the cards found are shown open. */
const FEW = 2;
const GRADES: readonly Grade[] = ["assumption", "proxy", "derived", "measured", "choice"];

export function Assumptions() {
  const { evidence } = useStore();
  const section = useRef<HTMLElement>(null);
  const asked = evidence.asked.value;
  const words = text.evidenceCards;
  useEffect(() => {
    if (asked === 0) return;
    section.current?.scrollIntoView();
    section.current?.querySelector("summary")?.focus();
  }, [asked]);
  return (
    <section ref={section} class="card assumptions" id="assumptions" aria-labelledby="assumptions-title">
      <h2 id="assumptions-title">{words.title}</h2>
      <div class="cannot-know">
        <h3>{words.cannotKnow}</h3>
        <ul>
          {cannotKnow().map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <details
        open={evidence.isListOpen.value}
        onToggle={(event) => {
          evidence.isListOpen.value = event.currentTarget.open;
        }}
      >
        <summary>{words.all(formatCount(PARAMETERS.length))}</summary>
        {evidence.isListOpen.value && <List evidence={evidence} />}
      </details>
    </section>
  );
}

function List({ evidence }: { readonly evidence: Evidence }) {
  const { sought, ranks } = evidence;
  const [grade, setGrade] = useState<Grade | null>(null);
  const found = parameters().filter(
    (row) => matches(row, sought.value) && (grade === null || row.grade === grade),
  );
  const order = ranks.value?.ids ?? [];
  const place = ({ id }: ParameterRow) => (order.includes(id) ? order.indexOf(id) : order.length);
  return (
    <>
      <Search evidence={evidence} grade={grade} setGrade={setGrade} count={found.length} />
      <ul class="evidence-list">
        {found
          .toSorted((a, b) => place(a) - place(b))
          .map((row) => (
            <li key={row.id}>
              <ListedCard row={row} isOpen={found.length <= FEW} />
            </li>
          ))}
      </ul>
    </>
  );
}

interface SearchProps {
  readonly evidence: Evidence;
  readonly grade: Grade | null;
  readonly setGrade: (grade: Grade | null) => void;
  readonly count: number;
}

function Search({ evidence: { sought, ranks }, grade, setGrade, count }: SearchProps) {
  const counts = countByGrade(PARAMETERS);
  const words = text.evidenceCards;
  const all = formatCount(PARAMETERS.length);
  return (
    <div class="evidence-search">
      <div>
        <label for="parameter-search">{words.search}</label>
        <input
          id="parameter-search"
          type="text"
          autocomplete="off"
          value={sought.value}
          onInput={(event) => {
            sought.value = event.currentTarget.value;
          }}
        />
      </div>
      <div>
        <label for="parameter-grade">{words.grade}</label>
        <select
          id="parameter-grade"
          value={grade ?? "all"}
          onChange={({ currentTarget: { value } }) => setGrade(value === "all" ? null : (value as Grade))}
        >
          <option value="all">{words.allGrades}</option>
          {GRADES.map((some) => (
            <option key={some} value={some}>
              {words.gradeOf(GRADE_MARKS[some], text.grades[some].name, formatCount(counts[some]))}
            </option>
          ))}
        </select>
      </div>
      <p class="hint" role="status">
        {ranks.value === null
          ? words.shown(formatCount(count), all)
          : words.shownByRank(formatCount(count), all, ranks.value.measure)}
      </p>
    </div>
  );
}

function ListedCard({ row, isOpen: startsOpen }: { readonly row: ParameterRow; readonly isOpen: boolean }) {
  const { evidence, wanted } = useStore();
  const [isOpen, setOpen] = useState(startsOpen);
  useEffect(() => setOpen(startsOpen), [startsOpen]);
  return (
    <details
      class={`listed listed-${row.grade}`}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span class="listed-label">{row.label}</span>
        <span class="listed-value">{describeValue(row, row.default)}</span>
        <GradeMark row={row} />
      </summary>
      {isOpen && (
        <>
          <EvidenceCard row={row} ranks={evidence.ranks.value} scenarios={wanted.value?.scenarios ?? []} />
          <Change row={row} />
        </>
      )}
    </details>
  );
}

/** Changes a number in the selected scenario; the main levers are changed where they stand. */
function Change({ row }: { readonly row: ParameterRow }) {
  const { selectedRead, base } = useStore();
  if (row.group === "run" || LEVER_IDS.includes(row.id)) return null;
  const name = selectedRead.value?.name;
  return (
    <details class="listed-change">
      <summary>
        {name === undefined ? text.evidenceCards.changeInCopy(base.name) : text.evidenceCards.change(name)}
        <span class="hidden">: {row.label}</span>
      </summary>
      <LeverControl row={row} />
      <ReasonBox row={row} where="list" />
    </details>
  );
}
