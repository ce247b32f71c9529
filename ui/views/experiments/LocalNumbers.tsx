/** Does the model fit your own numbers? Monthly figures in, settings that reproduce them out; nothing is sent. */
import { useMemo, useState } from "preact/hooks";
import type { Scenario } from "../../../sim/scenario";
import { save } from "../../download";
import type { Experiments } from "../../experiments";
import { readNumber } from "../../figures/experiments/numbers";
import type { LocalAnswer, LocalAsk } from "../../local";
import { figuresOf, type LocalFigures } from "../../local/figures";
import { readLocal, SAMPLE } from "../../local/read";
import { useStore } from "../../state";
import "../../styles/local.css";
import { figuresInWords, fittedScenario, localWarnings } from "../../text/local";
import { text } from "../../text/text";
import { Tag } from "../StaleTag";
import { NumberField } from "./fields";
import { typed, useForm } from "./form";
import { LocalResults } from "./LocalResults";
import { localReport } from "./localReport";
import { Panel } from "./Panel";

const FUTURES = { unit: "", low: 2, high: 100, whole: true };
/** Bytes; two hundred months are a few thousand. */
const LARGEST_FILE = 1_000_000;

/** The numbers themselves stay in the browser: no link carries them. */
const FORM = { futures: typed("8") };

export function LocalNumbers({ experiments }: { readonly experiments: Experiments }) {
  const [numbers, setNumbers] = useState("");
  const { values, problems: notices, set } = useForm("local", FORM);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const { wanted } = useStore();
  const seed = wanted.value?.seed;
  const { months, problems } = useMemo(() => readLocal(numbers), [numbers]);
  const wrong = fileProblem === null ? problems : [fileProblem, ...problems];
  const figures = wrong.length === 0 && months.length > 0 ? figuresOf(months) : null;
  const words = text.experiments.local;
  const futuresRule = { ...FUTURES, label: words.futures };
  const replications = readNumber(values.futures, futuresRule);
  const canAsk = figures !== null && seed !== undefined && replications.value !== null;
  const ask: LocalAsk | null = canAsk ? { figures, seed, replications: replications.value } : null;

  function take(content: string): void {
    setFileProblem(null);
    setNumbers(content);
  }
  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const isLarge = file.size > LARGEST_FILE;
    if (isLarge) return setFileProblem(words.tooLarge(file.name));
    const content = await file.text().catch(() => null);
    if (content === null) return setFileProblem(words.unreadable(file.name));
    if (content.trim() === "") return setFileProblem(words.emptyFile(file.name));
    take(content);
  }
  return (
    <Panel<LocalAsk, LocalAnswer>
      id="local"
      experiment={experiments.local}
      action={words.run}
      ask={ask}
      problems={wrong}
      notices={notices}
      form={
        <>
          <Input numbers={numbers} onNumbers={take} onFile={open} />
          {figures && <Figures figures={figures} />}
          <NumberField
            {...futuresRule}
            value={values.futures}
            problem={replications.problem}
            onInput={(next) => set({ futures: next })}
          />
        </>
      }
      results={({ ask: asked, answer }, mark) => (
        <>
          <Tag mark={mark} />
          <LocalResults answer={answer} />
          <AddScenario scenario={fittedScenario(asked.figures, answer)} />
        </>
      )}
      report={({ ask: asked, answer }) => localReport(asked, answer)}
    />
  );
}

interface InputProps {
  readonly numbers: string;
  readonly onNumbers: (numbers: string) => void;
  readonly onFile: (file: File | undefined) => void;
}

function Input({ numbers, onNumbers, onFile }: InputProps) {
  const words = text.experiments.local;
  return (
    <div class="local-input">
      <label for="local-numbers">{words.numbers}</label>
      <p class="hint" id="local-numbers-hint">
        {words.numbersHint}
      </p>
      <textarea
        id="local-numbers"
        aria-describedby="local-numbers-hint"
        rows={8}
        spellcheck={false}
        value={numbers}
        onInput={(event) => onNumbers(event.currentTarget.value)}
      />
      <div class="local-buttons">
        <label class="local-file">
          {words.open}{" "}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => onFile(event.currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="link-button" onClick={() => onNumbers(SAMPLE)}>
          {words.sample}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => save("holdfast-local-numbers-sample.csv", SAMPLE, "text/csv")}
        >
          {words.saveSample}
        </button>
      </div>
    </div>
  );
}

function Figures({ figures }: { readonly figures: LocalFigures }) {
  return (
    <>
      {localWarnings(figures).map((sentence) => (
        <p key={sentence} class="notice">
          {sentence}
        </p>
      ))}
      <ul class="local-figures">
        {figuresInWords(figures).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function AddScenario({ scenario }: { readonly scenario: Scenario }) {
  const { add, isFull } = useStore();
  const [said, setSaid] = useState("");
  const words = text.experiments.local;
  return (
    <div class="local-add">
      <button
        type="button"
        class="button secondary"
        disabled={isFull.value}
        onClick={() => setSaid(add(scenario) ? words.added : words.notAdded)}
      >
        {words.add}
      </button>
      <p role="status">{isFull.value ? words.full : said}</p>
    </div>
  );
}
