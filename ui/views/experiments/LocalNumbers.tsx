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
import { figuresInWords, fittedScenario } from "../../text/local";
import { NumberField } from "./fields";
import { LocalResults } from "./LocalResults";
import { Panel } from "./Panel";

const FUTURES = { label: "Simulated futures at each setting", unit: "", low: 2, high: 100, whole: true };
/** Bytes; two hundred months are a few thousand. */
const LARGEST_FILE = 1_000_000;

export function LocalNumbers({ experiments }: { readonly experiments: Experiments }) {
  const [text, setText] = useState("");
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [futures, setFutures] = useState("8");
  const { wanted } = useStore();
  const seed = wanted.value?.seed;
  const { months, problems } = useMemo(() => readLocal(text), [text]);
  const wrong = fileProblem === null ? problems : [fileProblem, ...problems];
  const figures = wrong.length === 0 && months.length > 0 ? figuresOf(months) : null;
  const replications = readNumber(futures, FUTURES);
  const canAsk = figures !== null && seed !== undefined && replications.value !== null;
  const ask: LocalAsk | null = canAsk ? { figures, seed, replications: replications.value } : null;

  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const isLarge = file.size > LARGEST_FILE;
    setFileProblem(isLarge ? `${file.name} is larger than 1 MB; monthly numbers are much smaller.` : null);
    if (!isLarge) setText(await file.text());
  }
  return (
    <Panel<LocalAsk, LocalAnswer>
      experiment={experiments.local}
      action="Fit the model to these numbers"
      ask={ask}
      problems={wrong}
      form={
        <>
          <Input text={text} onText={setText} onFile={open} />
          {figures && <Figures figures={figures} />}
          <NumberField {...FUTURES} value={futures} problem={replications.problem} onInput={setFutures} />
        </>
      }
      results={({ ask: asked, answer }, tag) => (
        <>
          {tag}
          <LocalResults answer={answer} />
          <AddScenario scenario={fittedScenario(asked.figures, answer)} />
        </>
      )}
    />
  );
}

interface InputProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File | undefined) => void;
}

function Input({ text, onText, onFile }: InputProps) {
  return (
    <div class="local-input">
      <label for="local-numbers">Your monthly numbers</label>
      <p class="hint" id="local-numbers-hint">
        Paste them from a spreadsheet, or as CSV. The first line names the columns: month (as 2025-04),
        referrals, wte (in post), starters, leavers, and wait (mean working days from referral to first
        appointment), which may be left out. They stay in this browser: nothing is sent or kept.
      </p>
      <textarea
        id="local-numbers"
        aria-describedby="local-numbers-hint"
        rows={6}
        spellcheck={false}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <div class="local-buttons">
        <label class="local-file">
          Open a CSV file{" "}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => onFile(event.currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="link-button" onClick={() => onText(SAMPLE)}>
          Use a made-up sample
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => save("holdfast-local-numbers-sample.csv", SAMPLE, "text/csv")}
        >
          Save the sample as a file
        </button>
      </div>
    </div>
  );
}

function Figures({ figures }: { readonly figures: LocalFigures }) {
  return (
    <ul class="local-figures">
      {figuresInWords(figures).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function AddScenario({ scenario }: { readonly scenario: Scenario }) {
  const { add, isFull } = useStore();
  const [said, setSaid] = useState("");
  return (
    <div class="local-add">
      <button
        type="button"
        class="button secondary"
        disabled={isFull.value}
        onClick={() => setSaid(add(scenario) ? "Added to the scenarios compared." : "It could not be added.")}
      >
        Add this team as a scenario
      </button>
      <p role="status">{isFull.value ? "Remove a scenario to make room." : said}</p>
    </div>
  );
}
