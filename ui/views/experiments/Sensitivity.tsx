/** What matters most? A screening of the parameters, or shares of the variance. */
import type { Ranks } from "../../evidence";
import type { Experiments, SensitivityAnswer, SensitivityAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import {
  screenedInOrder,
  sharesFigure,
  sharesInOrder,
  tornadoFigure,
} from "../../figures/experiments/sensitivity";
import { type ExperimentReport, partOf } from "../../packs/report";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { text } from "../../text/text";
import { KeepRanks } from "../evidence/KeepRanks";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, MeasureField, NumberField, useScenarios } from "./fields";
import { measureField, named, oneOf, typed, useForm } from "./form";
import { Panel } from "./Panel";
import { ParametersField, selectionField, selectionInWords } from "./ParametersField";

const FUTURES = { unit: "", low: 2, high: 100, whole: true };
const TRAJECTORIES = { unit: "", low: 2, high: 200, whole: true };
const SAMPLES = { unit: "", low: 8, high: 2000, whole: true };
const TOP = { unit: "", low: 1, high: 30, whole: true };

const FORM = {
  method: oneOf<SensitivityAsk["method"]>(["morris", "sobol"], "morris"),
  of: named(),
  selection: selectionField("assumptions"),
  futures: typed("2"),
  trajectories: typed("5"),
  samples: typed("32"),
  top: typed("5"),
  measure: measureField("turnoverRate"),
};

export function Sensitivity({ experiments }: { readonly experiments: Experiments }) {
  const { values, problems: notices, set } = useForm("sensitivity", FORM);
  const { method, of, selection, measure } = values;
  const all = useScenarios();
  const seed = useStore().wanted.value?.seed;
  const scenarios = chosenOf(all, of);
  const isOwn = typeof selection !== "string";
  const screens = method === "morris" || !isOwn;
  const words = text.experiments.sensitivity;
  const rules = {
    futures: { ...FUTURES, label: words.futures },
    trajectories: { ...TRAJECTORIES, label: words.trajectories },
    samples: { ...SAMPLES, label: words.samples },
    top: { ...TOP, label: words.top },
  };
  const reads = {
    futures: readNumber(values.futures, rules.futures),
    trajectories: readNumber(values.trajectories, rules.trajectories),
    samples: readNumber(values.samples, rules.samples),
    top: readNumber(values.top, rules.top),
  };
  const ask = askOf();

  function askOf(): SensitivityAsk | null {
    const { futures, trajectories, samples, top } = reads;
    if (scenarios.length === 0 || seed === undefined || futures.value === null) return null;
    if (trajectories.value === null || samples.value === null || top.value === null) return null;
    return {
      ...{ scenarios, method, parameters: selection, seed, replications: futures.value },
      trajectories: screens ? trajectories.value : 0,
      samples: method === "sobol" ? samples.value : 0,
      top: method === "sobol" && !isOwn ? top.value : null,
    };
  }
  return (
    <Panel<SensitivityAsk, SensitivityAnswer>
      id="sensitivity"
      experiment={experiments.sensitivity}
      action={words.run}
      ask={ask}
      problems={all.length > 0 ? [] : [text.experiments.noScenario]}
      notices={notices}
      form={
        <>
          <ChoiceField
            label={words.method}
            value={method}
            onChange={(value) => set({ method: value === "sobol" ? value : "morris" })}
          >
            <option value="morris">{words.morris}</option>
            <option value="sobol">{words.sobol}</option>
          </ChoiceField>
          <ChoiceField label={words.of} value={keyOf(scenarios)} onChange={(key) => set({ of: key })}>
            {all.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {all.slice(1).map(({ id, name }) => (
              <option key={`difference ${id}`} value={`difference ${id}`}>
                {words.difference(name, all[0].name)}
              </option>
            ))}
          </ChoiceField>
          <ParametersField
            {...{ experiments, scenarios }}
            value={selection}
            onChange={(next) => set({ selection: next })}
          />
          {method === "sobol" && !isOwn && (
            <NumberField
              {...rules.top}
              value={values.top}
              problem={reads.top.problem}
              onInput={(top) => set({ top })}
            />
          )}
          {screens && (
            <NumberField
              {...rules.trajectories}
              hint={words.trajectoriesHint}
              value={values.trajectories}
              problem={reads.trajectories.problem}
              onInput={(trajectories) => set({ trajectories })}
            />
          )}
          {method === "sobol" && (
            <NumberField
              {...rules.samples}
              value={values.samples}
              problem={reads.samples.problem}
              onInput={(samples) => set({ samples })}
            />
          )}
          <NumberField
            {...rules.futures}
            value={values.futures}
            problem={reads.futures.problem}
            onInput={(futures) => set({ futures })}
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
          <KeepRanks {...ranksOf(asked, answer, measure)} />
          <FigureArticle
            figure={figureOf(asked, answer, measure)}
            fileName={fileNameOf(`sensitivity-${asked.method}`, asked.scenarios, asked)}
            mark={mark}
          />
          <p class="note">{words.note}</p>
        </>
      )}
      report={({ ask: asked, answer }) => {
        const figure = figureOf(asked, answer, measure);
        const finding = [figure.title, words.note];
        return { ask: asked, settings: settingsOf(asked, experiments), finding, parts: [partOf(figure)] };
      }}
    />
  );
}

function settingsOf(ask: SensitivityAsk, { selected }: Experiments): ExperimentReport["settings"] {
  const words = text.experiments;
  const own = words.sensitivity;
  const { scenarios, method, parameters, trajectories, samples, top } = ask;
  const [base, other] = scenarios;
  return [
    [own.method, own[method]],
    [own.of, other ? own.difference(other.name, base.name) : base.name],
    [words.parameters.title, selectionInWords(parameters, selected(parameters, scenarios).length)],
    ...(top === null ? [] : [[own.top, formatCount(top)] as const]),
    ...(trajectories === 0 ? [] : [[own.trajectories, formatCount(trajectories)] as const]),
    ...(samples === 0 ? [] : [[own.samples, formatCount(samples)] as const]),
    [own.futures, formatCount(ask.replications)],
    [text.settings.code, ask.seed],
  ];
}

/** One scenario by its id, or the base and another whose difference is analysed. */
function chosenOf(all: SensitivityAsk["scenarios"], of: string | null): SensitivityAsk["scenarios"] {
  const [base] = all;
  if (base === undefined) return [];
  const other = all.find(({ id }) => `difference ${id}` === of);
  if (other !== undefined) return [base, other];
  return [all.find(({ id }) => id === of) ?? base];
}

/** What the form calls a choice of scenarios. */
const keyOf = ([base, other]: SensitivityAsk["scenarios"]): string =>
  other === undefined ? (base?.id ?? "") : `difference ${other.id}`;

function figureOf(ask: SensitivityAsk, answer: SensitivityAnswer, id: string) {
  const measure = measureById(id);
  return answer.method === "morris"
    ? tornadoFigure(ask, answer.of(measure), measure)
    : sharesFigure(ask, answer.of(measure), measure);
}

/** The order of the parameters by their effect on a measure, for the evidence cards. */
function ranksOf({ scenarios: [base, other] }: SensitivityAsk, answer: SensitivityAnswer, id: string): Ranks {
  const measure = measureById(id);
  const words = text.experiments.sensitivity;
  const about = other ? words.aboutDifference(other.name, base.name) : words.aboutScenario(base.name);
  const ranked =
    answer.method === "morris" ? screenedInOrder(answer.of(measure)) : sharesInOrder(answer.of(measure));
  const ids = ranked.map(({ row }) => row.id);
  const told = ranked.filter(({ isTold }) => isTold).map(({ row }) => row.id);
  return { measure: measure.label, about, ids, told };
}
