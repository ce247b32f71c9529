/** What to find out next: which doubts decide which scenario is best. */
import type { Experiments, FindOutAnswer, FindOutAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { choiceInWords, findOutFigure } from "../../figures/experiments/findOut";
import { readNumber } from "../../figures/experiments/numbers";
import { type ExperimentReport, partOf } from "../../packs/report";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { MeasureField, NumberField, useScenarios } from "./fields";
import { measureField, typed, useForm } from "./form";
import { Panel } from "./Panel";
import { ParametersField, selectionField, selectionInWords } from "./ParametersField";

const FUTURES = { unit: "", low: 2, high: 100, whole: true };
const DRAWS = { unit: "", low: 30, high: 2000, whole: true };

/** One direction of the measure must be better. */
const hasGood = ({ good }: { readonly good: unknown }): boolean => good !== null;

const FORM = {
  selection: selectionField("uncertain"),
  futures: typed("5"),
  draws: typed("120"),
  measure: measureField("turnoverRate", hasGood),
};

export function FindOutNext({ experiments }: { readonly experiments: Experiments }) {
  const { values, problems: notices, set } = useForm("findOut", FORM);
  const { selection, measure } = values;
  const scenarios = useScenarios();
  const seed = useStore().wanted.value?.seed;
  const words = text.experiments.findOut;
  const rules = {
    futures: { ...FUTURES, label: words.futures },
    draws: { ...DRAWS, label: words.draws },
  };
  const futures = readNumber(values.futures, rules.futures);
  const draws = readNumber(values.draws, rules.draws);
  const ask: FindOutAsk | null =
    scenarios.length > 0 && seed !== undefined && futures.value !== null && draws.value !== null
      ? { scenarios, parameters: selection, seed, draws: draws.value, replications: futures.value }
      : null;
  return (
    <Panel<FindOutAsk, FindOutAnswer>
      id="findOut"
      experiment={experiments.findOut}
      action={words.run}
      ask={ask}
      problems={scenarios.length > 0 ? [] : [text.experiments.noScenario]}
      notices={notices}
      form={
        <>
          <p class="hint">{words.between(scenarios.map(({ name }) => name))}</p>
          <ParametersField
            {...{ experiments, scenarios }}
            value={selection}
            onChange={(next) => set({ selection: next })}
          />
          <NumberField
            {...rules.draws}
            value={values.draws}
            problem={draws.problem}
            onInput={(next) => set({ draws: next })}
          />
          <NumberField
            {...rules.futures}
            value={values.futures}
            problem={futures.problem}
            onInput={(next) => set({ futures: next })}
          />
        </>
      }
      view={
        <MeasureField
          label={words.best}
          value={measure}
          onChange={(id) => set({ measure: id })}
          only={hasGood}
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
      report={({ ask: asked, answer }) => {
        const by = measureById(measure);
        const found = answer.of(by);
        return {
          ask: asked,
          settings: settingsOf(asked, experiments),
          finding: [choiceInWords(asked, found, by)],
          parts: [partOf(findOutFigure(asked, found, by))],
        };
      }}
    />
  );
}

function settingsOf(ask: FindOutAsk, { selected }: Experiments): ExperimentReport["settings"] {
  const words = text.experiments;
  const { scenarios, parameters } = ask;
  return [
    [words.findOut.scenarios, words.values(scenarios.map(({ name }) => name))],
    [words.parameters.title, selectionInWords(parameters, selected(parameters, scenarios).length)],
    [words.findOut.draws, formatCount(ask.draws)],
    [words.findOut.futures, formatCount(ask.replications)],
    [text.settings.code, ask.seed],
  ];
}
