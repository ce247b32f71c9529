/** What to find out next: which doubts decide which scenario is best. */
import { useState } from "preact/hooks";
import type { Experiments, FindOutAnswer, FindOutAsk, Selection } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { choiceInWords, findOutFigure } from "../../figures/experiments/findOut";
import { readNumber } from "../../figures/experiments/numbers";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { MeasureField, NumberField, useScenarios } from "./fields";
import { Panel } from "./Panel";
import { ParametersField } from "./ParametersField";

const FUTURES = { unit: "", low: 2, high: 100, whole: true };
const DRAWS = { unit: "", low: 30, high: 2000, whole: true };

export function FindOutNext({ experiments }: { readonly experiments: Experiments }) {
  const [selection, setSelection] = useState<Selection>("uncertain");
  const [texts, setTexts] = useState({ futures: "5", draws: "120" });
  const [measure, setMeasure] = useState("turnoverRate");
  const scenarios = useScenarios();
  const seed = useStore().wanted.value?.seed;
  const words = text.experiments.findOut;
  const rules = {
    futures: { ...FUTURES, label: words.futures },
    draws: { ...DRAWS, label: words.draws },
  };
  const futures = readNumber(texts.futures, rules.futures);
  const draws = readNumber(texts.draws, rules.draws);
  const ask: FindOutAsk | null =
    scenarios.length > 0 && seed !== undefined && futures.value !== null && draws.value !== null
      ? { scenarios, parameters: selection, seed, draws: draws.value, replications: futures.value }
      : null;
  return (
    <Panel<FindOutAsk, FindOutAnswer>
      experiment={experiments.findOut}
      action={words.run}
      ask={ask}
      problems={scenarios.length > 0 ? [] : [text.experiments.noScenario]}
      form={
        <>
          <p class="hint">{words.between(scenarios.map(({ name }) => name))}</p>
          <ParametersField {...{ experiments, scenarios }} value={selection} onChange={setSelection} />
          <NumberField
            {...rules.draws}
            value={texts.draws}
            problem={draws.problem}
            onInput={(typed) => setTexts({ ...texts, draws: typed })}
          />
          <NumberField
            {...rules.futures}
            value={texts.futures}
            problem={futures.problem}
            onInput={(typed) => setTexts({ ...texts, futures: typed })}
          />
        </>
      }
      view={
        <MeasureField
          label={words.best}
          value={measure}
          onChange={setMeasure}
          only={({ good }) => good !== null}
        />
      }
      results={({ ask: asked, answer }, mark) => {
        const by = measureById(measure);
        const found = answer.of(by);
        return (
          <>
            <div class="experiment-finding">
              <p>{choiceInWords(asked, found, by)}</p>
            </div>
            <FigureArticle
              figure={findOutFigure(asked, found, by)}
              fileName={fileNameOf("find-out-next", asked.scenarios, asked)}
              mark={mark}
            />
          </>
        );
      }}
    />
  );
}
