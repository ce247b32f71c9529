/** Why did it change? The difference between two scenarios, part by part. */
import { useState } from "preact/hooks";
import type { Experiments, WhyAnswer, WhyAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import { interactionInWords, whyFigure } from "../../figures/experiments/why";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, MeasureField, NumberField, ScenarioField, useScenario, useScenarios } from "./fields";
import { Panel } from "./Panel";

const FUTURES = { unit: "", low: 2, high: 1000, whole: true };
/** Orders sampled where more than eight take part: pairs of an order and its reverse. */
const ORDERS = 6;

export function Why({ experiments }: { readonly experiments: Experiments }) {
  const [baseId, setBase] = useState<string | null>(null);
  const [otherId, setOther] = useState<string | null>(null);
  const [by, setBy] = useState<WhyAsk["by"]>("levers");
  const [measure, setMeasure] = useState("turnoverRate");
  const [futures, setFutures] = useState("20");
  const scenarios = useScenarios();
  const base = scenarios.find(({ id }) => id === baseId) ?? scenarios[0] ?? null;
  const other = useScenario(otherId);
  const seed = useStore().wanted.value?.seed;
  const words = text.experiments.why;
  const futuresRule = { ...FUTURES, label: words.futures };
  const { value: replications, problem } = readNumber(futures, futuresRule);
  const ask: WhyAsk | null =
    base && other && seed !== undefined && replications !== null
      ? { base, other, by, seed, replications, orders: ORDERS }
      : null;
  return (
    <Panel<WhyAsk, WhyAnswer>
      experiment={experiments.why}
      action={words.run}
      ask={ask}
      problems={base ? [] : [text.experiments.noScenario]}
      form={
        <>
          <ScenarioField label={words.from} value={base} onChange={setBase} />
          <ScenarioField label={words.to} value={other} onChange={setOther} />
          <ChoiceField
            label={words.by}
            value={by}
            onChange={(value) => setBy(value === "mechanisms" ? value : "levers")}
          >
            <option value="levers">{words.levers}</option>
            <option value="mechanisms">{words.mechanisms}</option>
          </ChoiceField>
          <NumberField {...futuresRule} value={futures} problem={problem} onInput={setFutures} />
        </>
      }
      view={<MeasureField label={text.experiments.measureShown} value={measure} onChange={setMeasure} />}
      results={({ ask: asked, answer }, mark) => (
        <>
          <FigureArticle
            figure={whyFigure(asked, answer, measure)}
            fileName={fileNameOf(`why-${asked.by}`, [asked.base, asked.other], asked)}
            mark={mark}
          />
          <p class="note">
            {interactionInWords(answer.of(measure).split, measure, asked.replications)}{" "}
            {asked.by === "mechanisms" && `${words.mechanismsNote} `}
            {answer.notes.join(" ")}
          </p>
        </>
      )}
    />
  );
}
