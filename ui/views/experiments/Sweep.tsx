/** What if one or two levers change? A sweep, with the safe region outlined. */
import type { Experiments, SweepAnswer, SweepAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { problemsOf, readNumber } from "../../figures/experiments/numbers";
import { holdingInWords, sweepFigure } from "../../figures/experiments/sweep";
import { type Holding, readTarget, type TargetDraft } from "../../figures/experiments/targets";
import { describeValue } from "../../levers";
import { type ExperimentReport, partOf } from "../../packs/report";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { parameterById } from "../../text/tables";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, MeasureField, NumberField, ScenarioField, useScenario } from "./fields";
import { measureField, named, oneOf, typed, useForm } from "./form";
import { axisField, axisOrNone, LeverAxis, readAxis } from "./LeverAxis";
import { Panel } from "./Panel";
import { TargetsField, targetsField } from "./TargetsField";

const FUTURES = { unit: "", low: 2, high: 1000, whole: true };
const HOLDINGS: readonly Holding[] = ["average", 5, 6, 7, 8, 9];

const FORM = {
  scenario: named(),
  first: axisField("team.linkWorkers"),
  second: axisOrNone("services.capacityMultiplier"),
  futures: typed("30"),
  measure: measureField("turnoverRate"),
  how: oneOf(HOLDINGS, "average"),
  targets: targetsField([{ measure: "turnoverRate", relation: "<=", text: "20" }], 0),
};

export function Sweep({ experiments }: { readonly experiments: Experiments }) {
  const { values, problems: notices, set } = useForm("sweep", FORM);
  const { first, second, futures, measure, how, targets } = values;
  const scenario = useScenario(values.scenario);
  const seed = useStore().wanted.value?.seed;
  const axes = [first, ...(second ? [second] : [])];
  const read = axes.map((axis) => readAxis(axis, experiments.steps));
  const words = text.experiments.sweep;
  const futuresRule = { ...FUTURES, label: words.futures };
  const size = readNumber(futures, futuresRule);
  const isTwice = first.id === second?.id;
  const isRead = !isTwice && size.problem === null && read.every(({ levels }) => levels.length > 0);
  const ask: SweepAsk | null =
    scenario && seed !== undefined && isRead
      ? {
          scenario,
          factors: axes.map((axis, i) => ({ id: axis.id, levels: read[i].levels })),
          ...{ seed, replications: size.value },
        }
      : null;
  const view = { measure: measureById(measure), how, targets: readTargets(targets) };
  return (
    <Panel<SweepAsk, SweepAnswer>
      id="sweep"
      experiment={experiments.sweep}
      action={words.run}
      ask={ask}
      problems={[
        ...(scenario ? [] : [text.experiments.noScenario]),
        ...(isTwice ? [words.twice] : []),
        ...read.flatMap(({ together }) => together),
      ]}
      notices={notices}
      form={
        <>
          <ScenarioField
            label={text.experiments.scenario}
            value={scenario}
            onChange={(id) => set({ scenario: id })}
          />
          <LeverAxis
            label={words.first}
            axis={first}
            read={read[0]}
            mayBeNone={false}
            except={second?.id ?? null}
            onChange={(axis) => axis && set({ first: axis })}
          />
          <LeverAxis
            label={words.second}
            axis={second}
            read={read[1] ?? null}
            mayBeNone={true}
            except={first.id}
            onChange={(axis) => set({ second: axis })}
          />
          <NumberField
            {...futuresRule}
            value={futures}
            problem={problemsOf([size])[0] ?? null}
            onInput={(next) => set({ futures: next })}
          />
        </>
      }
      view={
        <>
          <MeasureField
            label={text.experiments.measureShown}
            value={measure}
            onChange={(id) => set({ measure: id })}
          />
          <TargetsField targets={targets} onChange={(next) => set({ targets: next })} least={0} />
          <ChoiceField
            label={words.targetsHold}
            value={String(how)}
            onChange={(value) => set({ how: value === "average" ? value : Number(value) })}
          >
            {HOLDINGS.map((one) => (
              <option key={one} value={String(one)}>
                {holdingInWords(one)}
              </option>
            ))}
          </ChoiceField>
        </>
      }
      results={({ ask: asked, answer }, mark) => (
        <FigureArticle
          figure={sweepFigure(asked, answer, view)}
          fileName={fileNameOf("sweep", [asked.scenario], asked)}
          mark={mark}
        />
      )}
      report={({ ask: asked, answer }) => {
        const figure = sweepFigure(asked, answer, view);
        return { ask: asked, settings: settingsOf(asked), finding: [figure.title], parts: [partOf(figure)] };
      }}
    />
  );
}

function settingsOf({ scenario, factors, replications, seed }: SweepAsk): ExperimentReport["settings"] {
  const words = text.experiments;
  return [
    [words.scenario, scenario.name],
    ...factors.map(({ id, levels }): [string, string] => {
      const values = levels.map((value) => describeValue(parameterById(id), value));
      return [parameterById(id).label, words.values(values)];
    }),
    [words.sweep.futures, formatCount(replications)],
    [text.settings.code, seed],
  ];
}

/** Those of the targets that can be read; the others say what is wrong themselves. */
const readTargets = (targets: readonly TargetDraft[]) =>
  targets.map(readTarget).flatMap(({ value }) => (value === null ? [] : [value]));
