/** What if something goes wrong? A shock, and how the team gets over it. */
import { useState } from "preact/hooks";
import type { DrillAnswer, DrillAsk, Experiments, ShockKind } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { drillFigure, drillInWords } from "../../figures/experiments/drill";
import { readNumber } from "../../figures/experiments/numbers";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, NumberField, ScenarioField, useScenario } from "./fields";
import { Panel } from "./Panel";

const FUTURES = { unit: "", low: 2, high: 1000, whole: true };
const WEEK = { unit: "", low: 0, high: 5200, whole: true };
const LENGTH = { low: 1, high: 5200, whole: true };
const SERVICES = [1, 2, 3];

/** What may be typed into the fields, of a kind of shock. */
function rulesOf({ unit, whole }: ShockKind) {
  const words = text.experiments.drill;
  const sizes = whole ? { low: 1, high: 200 } : { low: 1.05, high: 3 };
  return {
    size: { ...sizes, label: words.size, unit: unit ?? "", whole },
    week: { ...WEEK, label: words.week },
    length: { ...LENGTH, label: words.length, unit: words.weeks },
    futures: { ...FUTURES, label: words.futures },
  };
}

const textsOf = ({ size, forWeeks }: ShockKind) => ({ size: String(size), length: String(forWeeks ?? 26) });

export function Drill({ experiments }: { readonly experiments: Experiments }) {
  const { shocks } = experiments;
  const [id, setId] = useState<string | null>(null);
  const [kind, setKind] = useState(shocks[0].kind);
  const [texts, setTexts] = useState({ ...textsOf(shocks[0]), week: "52", futures: "60" });
  const [isForGood, setForGood] = useState(false);
  const [service, setService] = useState(1);
  const [series, setSeries] = useState("waitMeanDays");
  const scenario = useScenario(id);
  const seed = useStore().wanted.value?.seed;
  const shock = shocks.find((one) => one.kind === kind) ?? shocks[0];
  const put = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part });
  const words = text.experiments.drill;
  const rules = rulesOf(shock);
  const size = readNumber(texts.size, rules.size);
  const week = readNumber(texts.week, rules.week);
  const length = readNumber(texts.length, rules.length);
  const futures = readNumber(texts.futures, rules.futures);
  const lasting = shock.lasts && !(isForGood && shock.mayBeForGood);
  const ask = askOf();

  function askOf(): DrillAsk | null {
    if (scenario === null || seed === undefined || week.value === null || futures.value === null) return null;
    if ((shock.unit !== null && size.value === null) || (lasting && length.value === null)) return null;
    const forWeeks = lasting ? length.value : null;
    const own = { kind: shock.kind, atWeek: week.value, size: shock.unit === null ? 1 : (size.value ?? 1) };
    return { scenario, seed, replications: futures.value, shock: { ...own, forWeeks, service } };
  }

  function choose(next: string): void {
    setKind(next);
    setForGood(false);
    put(textsOf(shocks.find((one) => one.kind === next) ?? shocks[0]));
  }

  return (
    <Panel<DrillAsk, DrillAnswer>
      experiment={experiments.drill}
      action={words.run}
      ask={ask}
      problems={scenario ? [] : [text.experiments.noScenario]}
      form={
        <>
          <ScenarioField label={text.experiments.scenario} value={scenario} onChange={setId} />
          <ChoiceField label={words.shock} value={kind} onChange={choose}>
            {shocks.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.label}
              </option>
            ))}
          </ChoiceField>
          {shock.unit !== null && (
            <NumberField
              {...rules.size}
              value={texts.size}
              problem={size.problem}
              onInput={(typed) => put({ size: typed })}
            />
          )}
          {shock.kind === "service-closing" && (
            <ChoiceField
              label={words.service}
              value={String(service)}
              onChange={(value) => setService(Number(value))}
            >
              {SERVICES.map((number) => (
                <option key={number} value={String(number)}>
                  {number}
                </option>
              ))}
            </ChoiceField>
          )}
          <NumberField
            {...rules.week}
            value={texts.week}
            problem={week.problem}
            onInput={(typed) => put({ week: typed })}
          />
          {lasting && (
            <NumberField
              {...rules.length}
              value={texts.length}
              problem={length.problem}
              onInput={(typed) => put({ length: typed })}
            />
          )}
          {shock.mayBeForGood && (
            <label class="choice">
              <input
                type="checkbox"
                checked={isForGood}
                onChange={({ currentTarget }) => setForGood(currentTarget.checked)}
              />
              <span>{words.forGood}</span>
            </label>
          )}
          <NumberField
            {...rules.futures}
            value={texts.futures}
            problem={futures.problem}
            onInput={(typed) => put({ futures: typed })}
          />
        </>
      }
      results={({ ask: asked, answer }, mark) => {
        const shown = answer.series.find((one) => one.id === series) ?? answer.series[0];
        return (
          <>
            <ChoiceField label={words.series} value={shown.id} onChange={setSeries}>
              {answer.series.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </ChoiceField>
            <FigureArticle
              figure={drillFigure(asked, answer, shown)}
              fileName={fileNameOf(`drill-${asked.shock.kind}`, [asked.scenario], asked)}
              mark={mark}
            />
            <div class="experiment-finding">
              {drillInWords(answer, asked, shown).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </>
        );
      }}
    />
  );
}
