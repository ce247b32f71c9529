/** Why did it change? The difference between two scenarios, part by part. */
import { useState } from "preact/hooks";
import type { Experiments, WhyAnswer, WhyAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import { interactionInWords, whyFigure } from "../../figures/experiments/why";
import { useStore } from "../../state";
import { FigureArticle } from "../FigureCard";
import {
  ChoiceField,
  MeasureField,
  NO_SCENARIO,
  NumberField,
  ScenarioField,
  useScenario,
  useScenarios,
} from "./fields";
import { Panel } from "./Panel";

const FUTURES = { label: "Simulated futures of each setting", unit: "", low: 2, high: 1000, whole: true };
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
  const { value: replications, problem } = readNumber(futures, FUTURES);
  const ask: WhyAsk | null =
    base && other && seed !== undefined && replications !== null
      ? { base, other, by, seed, replications, orders: ORDERS }
      : null;
  return (
    <Panel<WhyAsk, WhyAnswer>
      experiment={experiments.why}
      action="Explain the difference"
      ask={ask}
      problems={base ? [] : [NO_SCENARIO]}
      form={
        <>
          <ScenarioField label="From" value={base} onChange={setBase} />
          <ScenarioField label="To" value={other} onChange={setOther} />
          <ChoiceField
            label="Split the difference over"
            value={by}
            onChange={(value) => setBy(value === "mechanisms" ? value : "levers")}
          >
            <option value="levers">the levers that differ</option>
            <option value="mechanisms">the mechanisms that it passes through</option>
          </ChoiceField>
          <NumberField {...FUTURES} value={futures} problem={problem} onInput={setFutures} />
        </>
      }
      view={<MeasureField label="Measure shown" value={measure} onChange={setMeasure} />}
      results={({ ask: asked, answer }, tag) => (
        <>
          <FigureArticle
            figure={whyFigure(asked, answer, measure)}
            fileName={fileNameOf(`why-${asked.by}`, [asked.base, asked.other], asked)}
            tag={tag}
          />
          <p class="note">
            {interactionInWords(answer.of(measure).split, measure, asked.replications)}{" "}
            {asked.by === "mechanisms" &&
              "A mechanism is switched off in both scenarios by ordinary settings; its part says how the difference depends on its being there. "}
            {answer.notes.join(" ")}
          </p>
        </>
      )}
    />
  );
}
