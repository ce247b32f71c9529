/** What to find out next: which doubts decide which scenario is best. */
import { useState } from "preact/hooks";
import type { Experiments, FindOutAnswer, FindOutAsk, Selection } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { choiceInWords, findOutFigure } from "../../figures/experiments/findOut";
import { readNumber } from "../../figures/experiments/numbers";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { FigureArticle } from "../FigureCard";
import { MeasureField, NO_SCENARIO, NumberField, useScenarios } from "./fields";
import { Panel } from "./Panel";
import { ParametersField } from "./ParametersField";

const FUTURES = { label: "Simulated futures at each draw", unit: "", low: 2, high: 100, whole: true };
const DRAWS = { label: "Draws of all parameters together", unit: "", low: 30, high: 2000, whole: true };

export function FindOutNext({ experiments }: { readonly experiments: Experiments }) {
  const [selection, setSelection] = useState<Selection>("uncertain");
  const [texts, setTexts] = useState({ futures: "5", draws: "120" });
  const [measure, setMeasure] = useState("turnoverRate");
  const scenarios = useScenarios();
  const seed = useStore().wanted.value?.seed;
  const futures = readNumber(texts.futures, FUTURES);
  const draws = readNumber(texts.draws, DRAWS);
  const ask: FindOutAsk | null =
    scenarios.length > 0 && seed !== undefined && futures.value !== null && draws.value !== null
      ? { scenarios, parameters: selection, seed, draws: draws.value, replications: futures.value }
      : null;
  return (
    <Panel<FindOutAsk, FindOutAnswer>
      experiment={experiments.findOut}
      action="Find what to find out next"
      ask={ask}
      problems={scenarios.length > 0 ? [] : [NO_SCENARIO]}
      form={
        <>
          <p class="hint">
            Chooses between all the scenarios that are compared above:{" "}
            {scenarios.map(({ name }) => name).join("; ")}.
          </p>
          <ParametersField {...{ experiments, scenarios }} value={selection} onChange={setSelection} />
          <NumberField
            {...DRAWS}
            value={texts.draws}
            problem={draws.problem}
            onInput={(text) => setTexts({ ...texts, draws: text })}
          />
          <NumberField
            {...FUTURES}
            value={texts.futures}
            problem={futures.problem}
            onInput={(text) => setTexts({ ...texts, futures: text })}
          />
        </>
      }
      view={
        <MeasureField
          label="Best by"
          value={measure}
          onChange={setMeasure}
          only={({ good }) => good !== null}
        />
      }
      results={({ ask: asked, answer }, tag) => {
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
              tag={tag}
            />
          </>
        );
      }}
    />
  );
}
