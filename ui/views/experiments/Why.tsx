/** Why did it change? The difference between two scenarios, part by part. */
import type { Experiments, WhyAnswer, WhyAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import { interactionInWords, partSaid, whyFigure } from "../../figures/experiments/why";
import { type ExperimentReport, partOf } from "../../packs/report";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { mechanismSaid } from "../../text/tables";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, MeasureField, NumberField, ScenarioField, useScenario, useScenarios } from "./fields";
import { measureField, named, oneOf, typed, useForm } from "./form";
import { Panel } from "./Panel";

const FUTURES = { unit: "", low: 2, high: 1000, whole: true };
/** Orders sampled where more than eight take part: pairs of an order and its reverse. */
const ORDERS = 6;

const FORM = {
  base: named(),
  other: named(),
  by: oneOf<WhyAsk["by"]>(["levers", "mechanisms"], "levers"),
  measure: measureField("turnoverRate"),
  futures: typed("20"),
};

export function Why({ experiments }: { readonly experiments: Experiments }) {
  const { values, problems: notices, set } = useForm("why", FORM);
  const { by, measure, futures } = values;
  const scenarios = useScenarios();
  const base = scenarios.find(({ id }) => id === values.base) ?? scenarios[0] ?? null;
  const other = useScenario(values.other);
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
      id="why"
      experiment={experiments.why}
      action={words.run}
      ask={ask}
      problems={base ? [] : [text.experiments.noScenario]}
      notices={notices}
      form={
        <>
          <ScenarioField label={words.from} value={base} onChange={(id) => set({ base: id })} />
          <ScenarioField label={words.to} value={other} onChange={(id) => set({ other: id })} />
          <ChoiceField
            label={words.by}
            value={by}
            onChange={(value) => set({ by: value === "mechanisms" ? value : "levers" })}
          >
            <option value="levers">{words.levers}</option>
            <option value="mechanisms">{words.mechanisms}</option>
          </ChoiceField>
          <NumberField
            {...futuresRule}
            value={futures}
            problem={problem}
            onInput={(next) => set({ futures: next })}
          />
        </>
      }
      view={
        <MeasureField
          label={text.experiments.measureShown}
          value={measure}
          onChange={(id) => set({ measure: id })}
        />
      }
      results={({ ask: asked, answer }, mark) => (
        <>
          <FigureArticle
            figure={whyFigure(asked, answer, measure)}
            fileName={fileNameOf(`why-${asked.by}`, [asked.base, asked.other], asked)}
            mark={mark}
          />
          <p class="note">{notesOf(asked, answer, measure).join(" ")}</p>
        </>
      )}
      report={({ ask: asked, answer }) => {
        const figure = whyFigure(asked, answer, measure);
        const finding = [figure.title, ...notesOf(asked, answer, measure)];
        return { ask: asked, settings: settingsOf(asked), finding, parts: [partOf(figure)] };
      }}
    />
  );
}

/** What must be known to read the parts. */
function notesOf(asked: WhyAsk, answer: WhyAnswer, measure: string): string[] {
  const words = text.experiments.why;
  return [
    interactionInWords(answer.of(measure).split, measure, asked.replications),
    ...(asked.by === "mechanisms" ? [words.mechanismsNote] : []),
    ...answer.merged.map((part) => words.merged(partSaid(part, asked, answer.grouped))),
    ...answer.grouped.map((part) => words.grouped(partSaid(part, asked, answer.grouped))),
    ...(answer.idle.length > 0 ? [words.idle(answer.idle.map((one) => mechanismSaid(one).label))] : []),
  ];
}

function settingsOf({ base, other, by, replications, seed }: WhyAsk): ExperimentReport["settings"] {
  const words = text.experiments;
  return [
    [words.why.from, base.name],
    [words.why.to, other.name],
    [words.why.by, words.why[by]],
    [words.why.futures, formatCount(replications)],
    [text.settings.code, seed],
  ];
}
