/** One future of one scenario: careers, one link worker's story, and one patient's. */
import { useState } from "preact/hooks";
import type { Person, Story, StoryRequest } from "../../../sim/record/story";
import { UNSUCCESSFUL_EXITS } from "../../../sim/record/totals";
import { fileNameOf } from "../../download";
import { careersFigure, pickLifeline } from "../../figures/story/careers";
import { patientFigure } from "../../figures/story/patient";
import { ownPatients, patientInWords, patientsFigure, pickPatient } from "../../figures/story/patients";
import { personFigure } from "../../figures/story/person";
import { nameOf, type StorySubject } from "../../figures/story/storySubject";
import type { Mark } from "../../mark";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { useStoryMark } from "../StaleTag";
import { Asking } from "./Asking";
import { useDiaries } from "./context";
import type { PartProps } from "./MoreCharts";
import { picksOf } from "./typical";
import { useDiary } from "./useDiary";

export function Careers({ results, focus }: PartProps) {
  const { future } = useStore();
  const diaries = useDiaries();
  const mark = useStoryMark(results);
  const [position, setPosition] = useState(focus);
  const s = position < results.scenarios.length ? position : focus;
  const scenario = results.scenarios[s];
  const middling = picksOf(results.column(s, "leavers"))[1]?.future ?? 0;
  const replication = future.value !== null && future.value < results.futures ? future.value : middling;
  const { changes, timeline } = scenario;
  const request = { changes, timeline, seed: results.request.seed, replication, patient: null };
  const asked = useDiary(JSON.stringify(request), (_, signal) => diaries.story(request, signal));
  return (
    <>
      <fieldset class="focus-choice">
        <legend>{text.stories.whose(String(replication + 1))}</legend>
        {results.scenarios.map(({ id, name }, i) => (
          <label key={id} class="choice">
            <input type="radio" name="story-scenario" checked={i === s} onChange={() => setPosition(i)} />
            <span>
              <bdi>{name}</bdi>
            </span>
          </label>
        ))}
      </fieldset>
      {asked.kind === "done" ? (
        <Told
          key={`${scenario.id} ${replication}`}
          subject={{ story: asked.answer, scenario, seed: results.request.seed, params: results.params(s) }}
          request={request}
          fileOf={(what) => fileNameOf(what, results)}
          mark={mark}
        />
      ) : (
        <Asking asked={asked} what={text.stories.future(String(replication + 1))} />
      )}
    </>
  );
}

interface ToldProps {
  readonly subject: StorySubject;
  readonly request: StoryRequest;
  readonly fileOf: (what: string) => string;
  readonly mark: Mark | null;
}

function Told({ subject, request, fileOf, mark }: ToldProps) {
  const { story } = subject;
  const words = text.stories;
  const [chosen, setChosen] = useState(() => mostTelling(story));
  const [patient, setPatient] = useState<number | null>(null);
  const position = Math.min(chosen, story.lifelines.length - 1);
  const person = story.people.find(({ key }) => key === patient);
  const patients = { subject, lifeline: position, chosen: patient };
  if (story.lifelines.length === 0) return <p class="notice">{words.nobody}</p>;
  const tellOf = (next: number) => {
    setChosen(next);
    setPatient(null);
  };
  const choose = (next: number) => tellOf((next + story.lifelines.length) % story.lifelines.length);
  return (
    <div class="figures one-column">
      <FigureArticle
        figure={careersFigure(subject, position)}
        fileName={fileOf("careers")}
        mark={mark}
        onPick={(px, py, width) => {
          const picked = pickLifeline(subject, { px, py, width });
          if (picked !== null) tellOf(picked);
        }}
      >
        <div class="chooser">
          <label for="story-person">{words.linkWorker}</label>
          <select
            id="story-person"
            value={position}
            onChange={(event) => tellOf(Number(event.currentTarget.value))}
          >
            {story.lifelines.map((lifeline, i) => (
              <option key={nameOf(lifeline, story)} value={i}>
                {nameOf(lifeline, story)}
              </option>
            ))}
          </select>
          <button type="button" class="button secondary" onClick={() => choose(position - 1)}>
            {words.previous}
            <span class="hidden">{words.ofLinkWorkers}</span>
          </button>
          <button type="button" class="button secondary" onClick={() => choose(position + 1)}>
            {words.next}
            <span class="hidden">{words.ofLinkWorkers}</span>
          </button>
        </div>
      </FigureArticle>
      <FigureArticle figure={personFigure(subject, position)} fileName={fileOf("link-worker")} mark={mark} />
      <FigureArticle
        figure={patientsFigure(patients)}
        fileName={fileOf("patients")}
        mark={mark}
        onPick={(px, py, width) => setPatient(pickPatient(patients, { px, py, width }))}
      >
        <PatientChoice people={patientsOf(story, position)} chosen={person} onPatient={setPatient} />
      </FigureArticle>
      {person && <OnePatient {...{ subject, request, person, mark }} fileName={fileOf("patient")} />}
    </div>
  );
}

interface OnePatientProps extends Pick<ToldProps, "subject" | "request" | "mark"> {
  readonly person: Person;
  readonly fileName: string;
}

/** One patient's story, for which the future is run once more. */
function OnePatient({ subject, request, person, mark, fileName }: OnePatientProps) {
  const diaries = useDiaries();
  const asking = { ...request, patient: person.key };
  const asked = useDiary(JSON.stringify(asking), (_, signal) => diaries.story(asking, signal));
  if (asked.kind !== "done") return <Asking asked={asked} what={text.stories.patientsStory} />;
  const told = { ...subject, story: asked.answer };
  return <FigureArticle figure={patientFigure(told, person)} fileName={fileName} mark={mark} />;
}

/** Whom to show first: somebody who gave notice during the record, if anybody did. */
function mostTelling({ lifelines }: Story): number {
  const leaver = lifelines.findIndex(
    ({ noticeAt, weeks }) => (noticeAt ?? -1) >= 0 && weeks.days.length > 26,
  );
  return Math.max(0, leaver);
}

/** Patients on offer: few enough to choose from. */
const MOST_PATIENTS = 40;
/** Those whose need is left unmet are on offer as far as they are no more than this, beside a choice of the others. */
const MOST_UNMET = 30;

/** Patients of one link worker on offer, in the order of referral; of those whose need is left unmet, as many as there is room for. */
export function patientsOf(story: Story, lifeline: number): Person[] {
  const own = ownPatients(story, lifeline);
  if (own.length <= MOST_PATIENTS) return own;
  const unmet = spread(
    own.filter(({ exit }) => UNSUCCESSFUL_EXITS.includes(exit)),
    MOST_UNMET,
  );
  const others = spread(
    own.filter(({ exit }) => !UNSUCCESSFUL_EXITS.includes(exit)),
    MOST_PATIENTS - unmet.length,
  );
  const offered = new Set([...unmet, ...others]);
  return own.filter((person) => offered.has(person));
}

/** At most `count` of them, evenly spread over their order. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(all.length, count) }, (_, i) => all[Math.floor(i * step)]);
}

interface PatientChoiceProps {
  readonly people: readonly Person[];
  /** Who is told of; on offer too, whoever it is. */
  readonly chosen: Person | undefined;
  readonly onPatient: (key: number | null) => void;
}

function PatientChoice({ people, chosen, onPatient }: PatientChoiceProps) {
  const words = text.stories;
  const offered = chosen === undefined || people.includes(chosen) ? people : [chosen, ...people];
  return (
    <div class="chooser">
      <label for="story-patient">{words.patientOf}</label>
      <select
        id="story-patient"
        value={chosen?.key ?? ""}
        onChange={({ currentTarget: { value } }) => onPatient(value === "" ? null : Number(value))}
      >
        <option value="">{words.noPatient}</option>
        {offered.map((person) => (
          <option key={person.key} value={person.key}>
            {patientInWords(person)}
          </option>
        ))}
      </select>
    </div>
  );
}
