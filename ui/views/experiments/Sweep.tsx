/** What if one or two levers change? A sweep, with the safe region outlined. */
import { useState } from "preact/hooks";
import type { Experiments, SweepAnswer, SweepAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { problemsOf, readNumber } from "../../figures/experiments/numbers";
import { holdingInWords, sweepFigure } from "../../figures/experiments/sweep";
import { type Holding, readTarget, type TargetDraft } from "../../figures/experiments/targets";
import { measureById } from "../../results";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, MeasureField, NumberField, ScenarioField, useScenario } from "./fields";
import { type AxisDraft, axisOf, LeverAxis, readAxis } from "./LeverAxis";
import { Panel } from "./Panel";
import { TargetsField } from "./TargetsField";

const FUTURES = { unit: "", low: 2, high: 1000, whole: true };
const HOLDINGS: readonly Holding[] = ["average", 5, 6, 7, 8, 9];

export function Sweep({ experiments }: { readonly experiments: Experiments }) {
  const [id, setId] = useState<string | null>(null);
  const [first, setFirst] = useState<AxisDraft>(() => axisOf("team.linkWorkers"));
  const [second, setSecond] = useState<AxisDraft | null>(() => axisOf("services.capacityMultiplier"));
  const [futures, setFutures] = useState("30");
  const [measure, setMeasure] = useState("turnoverRate");
  const [how, setHow] = useState<Holding>("average");
  const [targets, setTargets] = useState<readonly TargetDraft[]>([
    { measure: "turnoverRate", relation: "<=", text: "20" },
  ]);
  const scenario = useScenario(id);
  const seed = useStore().wanted.value?.seed;
  const axes = [first, ...(second ? [second] : [])];
  const read = axes.map((axis) => readAxis(axis, experiments.steps));
  const words = text.experiments.sweep;
  const futuresRule = { ...FUTURES, label: words.futures };
  const size = readNumber(futures, futuresRule);
  const isRead = size.problem === null && read.every(({ levels }) => levels.length > 0);
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
      experiment={experiments.sweep}
      action={words.run}
      ask={ask}
      problems={[
        ...(scenario ? [] : [text.experiments.noScenario]),
        ...read.flatMap(({ together }) => together),
      ]}
      form={
        <>
          <ScenarioField label={text.experiments.scenario} value={scenario} onChange={setId} />
          <LeverAxis
            label={words.first}
            axis={first}
            read={read[0]}
            mayBeNone={false}
            except={second?.id ?? null}
            onChange={(axis) => axis && setFirst(axis)}
          />
          <LeverAxis
            label={words.second}
            axis={second}
            read={read[1] ?? null}
            mayBeNone={true}
            except={first.id}
            onChange={setSecond}
          />
          <NumberField
            {...futuresRule}
            value={futures}
            problem={problemsOf([size])[0] ?? null}
            onInput={setFutures}
          />
        </>
      }
      view={
        <>
          <MeasureField label={text.experiments.measureShown} value={measure} onChange={setMeasure} />
          <TargetsField targets={targets} onChange={setTargets} least={0} />
          <ChoiceField
            label={words.targetsHold}
            value={String(how)}
            onChange={(value) => setHow(value === "average" ? value : Number(value))}
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
    />
  );
}

/** Those of the targets that can be read; the others say what is wrong themselves. */
const readTargets = (targets: readonly TargetDraft[]) =>
  targets.map(readTarget).flatMap(({ value }) => (value === null ? [] : [value]));
