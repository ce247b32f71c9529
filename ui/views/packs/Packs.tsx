/** Three packs from the run on show: a business case, a methods pack and the raw results. */
import { useState } from "preact/hooks";
import { save } from "../../download";
import { EXPERIMENTS } from "../../experimentState";
import type { FinishedRun, PackFile, PackMaker } from "../../packs";
import type { PackSubject } from "../../packs/subject";
import type { Results } from "../../results";
import { useStore } from "../../state";
import "../../styles/packs.css";
import { text } from "../../text/text";

type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "making"; readonly what: string }
  | { readonly kind: "made"; readonly what: string }
  | { readonly kind: "failed"; readonly message: string };

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export function Packs({ results, packs }: { readonly results: Results; readonly packs: PackMaker }) {
  const { focus, isStale, evidence, experiments } = useStore();
  const [minimum, setMinimum] = useState<string | null>(null);
  const [work, setWork] = useState<Work>({ kind: "idle" });
  const { choices, ...words } = text.packs;
  const isReady = results.complete && results.fingerprints.length > 0 && !isStale.value;

  /** Makes a pack, one at a time, from the results on show when the button was pressed. */
  async function make(what: string, maker: (subject: PackSubject) => Promise<void>): Promise<void> {
    if (work.kind === "making") return;
    setWork({ kind: "making", what });
    try {
      const { packExperiments } = await import("../../packs/experiments");
      await maker({
        results,
        focus: results.scenarios.length > 1 ? results.positionOf(focus.value ?? "") : 0,
        doMinimum: minimumOf(results, minimum),
        ranks: evidence.ranks.value,
        experiments: await packExperiments(experiments.ran.value),
        validation: (await packs.modelTexts()).validation,
        made: new Date(),
      });
      setWork({ kind: "made", what });
    } catch (error) {
      setWork({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }
  const button = (label: string, maker: (subject: PackSubject) => Promise<void>) => (
    <button type="button" class="button secondary" disabled={!isReady} onClick={() => make(label, maker)}>
      {label}
    </button>
  );
  return (
    <section class="card packs" aria-labelledby="packs-title">
      <h2 id="packs-title">{words.title}</h2>
      <p class="note">{words.note}</p>
      <div class="pack-choices">
        <div class="pack-choice">
          <h3>{choices.business}</h3>
          <p>{choices.businessWhat}</p>
          <MinimumChoice results={results} minimum={minimum} onChange={setMinimum} />
          {button(choices.openBusiness, openBusinessCase)}
          {button(choices.saveWord, (subject) => saveWord(packs, subject))}
        </div>
        <div class="pack-choice">
          <h3>{choices.methods}</h3>
          <p>{choices.methodsWhat}</p>
          {button(choices.saveMethods, (subject) => saveMethods(packs, subject))}
        </div>
        <div class="pack-choice">
          <h3>{choices.raw}</h3>
          <p>
            {choices.rawWhat[0]}
            <code>{choices.rawCommand}</code>
            {choices.rawWhat[1]}
          </p>
          {button(choices.saveRaw, (subject) => saveRaw(packs, subject))}
        </div>
      </div>
      <Ran />
      <p class="pack-state" role="status">
        {isReady ? stateInWords(work) : words.notReady}
      </p>
    </section>
  );
}

/** Which experiments go into the packs, and which do not. */
function Ran() {
  const ran = useStore().experiments.ran.value;
  const questions = (isOut: boolean): string[] =>
    EXPERIMENTS.filter((id) => ran[id]?.isOutOfDate === isOut).map((id) => text.findOutMore[id].question);
  const [kept, left] = [questions(false), questions(true)];
  if (kept.length + left.length === 0) return <p class="hint">{text.packs.noExperiments}</p>;
  return (
    <p class="hint">
      {kept.length > 0 && text.packs.withExperiments(kept)}{" "}
      {left.length > 0 && text.packs.withoutExperiments(left)}
    </p>
  );
}

function stateInWords(work: Work): string {
  const words = text.packs;
  switch (work.kind) {
    case "idle":
      return "";
    case "making":
      return words.making(work.what);
    case "made":
      return words.made(work.what);
    case "failed":
      return words.failed(work.message);
  }
}

interface MinimumChoiceProps {
  readonly results: Results;
  readonly minimum: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Which option is the "do minimum" of the appraisal: only the reader can know. */
function MinimumChoice({ results, minimum, onChange }: MinimumChoiceProps) {
  return (
    <>
      <label for="do-minimum">{text.packs.whichMinimum}</label>
      <select
        id="do-minimum"
        value={minimumOf(results, minimum) === null ? "" : (minimum ?? "")}
        onChange={({ currentTarget: { value } }) => onChange(value === "" ? null : value)}
      >
        <option value="">{text.packs.noMinimum}</option>
        {results.scenarios.slice(1).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

/** The position of the scenario named as the minimum, or null. */
function minimumOf({ scenarios }: Results, id: string | null): number | null {
  const found = scenarios.findIndex((scenario) => scenario.id === id);
  return found > 0 ? found : null;
}

async function openBusinessCase(subject: PackSubject): Promise<void> {
  const [{ businessCase }, { packName }, { openPack }] = await Promise.all([
    import("../../packs/businessCase"),
    import("../../packs/subject"),
    import("./packWindow"),
  ]);
  openPack({
    document: businessCase(subject),
    name: packName("business-case", "pdf", subject).replace(/\.pdf$/, ""),
  });
}

async function saveWord(packs: PackMaker, subject: PackSubject): Promise<void> {
  const [{ businessCase }, { packName }] = await Promise.all([
    import("../../packs/businessCase"),
    import("../../packs/subject"),
  ]);
  save(packName("business-case", "docx", subject), await packs.word(businessCase(subject)), DOCX);
}

async function saveMethods(packs: PackMaker, subject: PackSubject): Promise<void> {
  const [{ methodsFiles }, raw, texts] = await Promise.all([
    import("../../packs/methods"),
    rawOf(packs, subject),
    packs.modelTexts(),
  ]);
  await saveZip(packs, "methods", methodsFiles(subject, texts, raw), subject);
}

async function saveRaw(packs: PackMaker, subject: PackSubject): Promise<void> {
  const { experimentData } = await import("../../packs/experimentFiles");
  const files = [...(await rawOf(packs, subject)), ...experimentData(subject)];
  await saveZip(packs, "results", files, subject);
}

async function rawOf(packs: PackMaker, subject: PackSubject): Promise<readonly PackFile[]> {
  const run: FinishedRun = (await import("../../packs/subject")).finishedRun(subject);
  return packs.rawResults(run);
}

async function saveZip(
  packs: PackMaker,
  what: string,
  files: readonly PackFile[],
  subject: PackSubject,
): Promise<void> {
  const { packName } = await import("../../packs/subject");
  save(packName(what, "zip", subject), await packs.zip(files), "application/zip");
}
