/** What if something goes wrong? A shock, and how the team gets over it. */
import { WEEKS_PER_YEAR } from "../../../sim/calendar";
import { DEFAULTS, withChanges } from "../../../sim/parameters";
import type { Scenario } from "../../../sim/scenario";
import type { DrillAnswer, DrillAsk, DrillSeries, Experiments, ShockKind } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { drillFigure, drillInWords } from "../../figures/experiments/drill";
import { readNumber } from "../../figures/experiments/numbers";
import { type ExperimentReport, partOf } from "../../packs/report";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { shockInWords, shockSaid, weeklySaid } from "../../text/tables";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, NumberField, ScenarioField, useScenario } from "./fields";
import { flag, named, oneOf, typed, typedOrNot, useForm } from "./form";
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

const FORM = {
  scenario: named(),
  /** Null: the first of them, its own size and length, and a time that suits the length of the run. */
  kind: named(),
  size: typedOrNot(),
  length: typedOrNot(),
  week: typedOrNot(),
  futures: typed("60"),
  isForGood: flag(),
  service: oneOf(SERVICES, 1),
  series: typed("waitMeanDays"),
};

/** When it strikes, and weeks that it lasts where the kind of shock does not say: at most a quarter of the run. */
const USUAL_START = 52;
const USUAL_WEEKS = 26;

/** A quarter of the run, in whole weeks. */
function quarterOf(scenario: Scenario | null): number {
  const { run } = withChanges(DEFAULTS, scenario?.changes ?? {});
  return Math.max(1, Math.floor((run.years * WEEKS_PER_YEAR) / 4));
}

export function Drill({ experiments }: { readonly experiments: Experiments }) {
  const shocks = experiments.shocks.map(shockSaid);
  const { values, problems: notices, set } = useForm("drill", FORM);
  const { kind, isForGood, service, series } = values;
  const scenario = useScenario(values.scenario);
  const seed = useStore().wanted.value?.seed;
  const known = kind === null ? shocks[0] : shocks.find((one) => one.kind === kind);
  const shock = known ?? shocks[0];
  const quarter = quarterOf(scenario);
  const texts = {
    size: values.size ?? String(shock.size),
    length: values.length ?? String(Math.min(quarter, shock.forWeeks ?? USUAL_WEEKS)),
    week: values.week ?? String(Math.min(quarter, USUAL_START)),
  };
  const words = text.experiments.drill;
  const rules = rulesOf(shock);
  const size = readNumber(texts.size, rules.size);
  const week = readNumber(texts.week, rules.week);
  const length = readNumber(texts.length, rules.length);
  const futures = readNumber(values.futures, rules.futures);
  const lasting = shock.lasts && !(isForGood && shock.mayBeForGood);
  const ask = askOf();

  function askOf(): DrillAsk | null {
    if (
      known === undefined ||
      scenario === null ||
      seed === undefined ||
      week.value === null ||
      futures.value === null
    )
      return null;
    if ((shock.unit !== null && size.value === null) || (lasting && length.value === null)) return null;
    const forWeeks = lasting ? length.value : null;
    const own = { kind: shock.kind, atWeek: week.value, size: shock.unit === null ? 1 : (size.value ?? 1) };
    return { scenario, seed, replications: futures.value, shock: { ...own, forWeeks, service } };
  }

  return (
    <Panel<DrillAsk, DrillAnswer>
      id="drill"
      experiment={experiments.drill}
      action={words.run}
      ask={ask}
      problems={[
        ...(scenario ? [] : [text.experiments.noScenario]),
        ...(known ? [] : [words.unknownShock(kind ?? "")]),
      ]}
      notices={notices}
      form={
        <>
          <ScenarioField
            label={text.experiments.scenario}
            value={scenario}
            onChange={(id) => set({ scenario: id })}
          />
          <ChoiceField
            label={words.shock}
            value={kind ?? shock.kind}
            onChange={(next) => set({ kind: next, size: null, length: null, isForGood: false })}
          >
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
              onInput={(next) => set({ size: next })}
            />
          )}
          {shock.kind === "service-closing" && (
            <ChoiceField
              label={words.service}
              value={String(service)}
              onChange={(value) => set({ service: Number(value) })}
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
            onInput={(next) => set({ week: next })}
          />
          {lasting && (
            <NumberField
              {...rules.length}
              value={texts.length}
              problem={length.problem}
              onInput={(next) => set({ length: next })}
            />
          )}
          {shock.mayBeForGood && (
            <label class="choice">
              <input
                type="checkbox"
                checked={isForGood}
                onChange={({ currentTarget }) => set({ isForGood: currentTarget.checked })}
              />
              <span>{words.forGood}</span>
            </label>
          )}
          <NumberField
            {...rules.futures}
            value={values.futures}
            problem={futures.problem}
            onInput={(next) => set({ futures: next })}
          />
        </>
      }
      results={({ ask: asked, answer }, mark) => {
        const shown = shownOf(answer, series);
        return (
          <>
            <ChoiceField label={words.series} value={shown.id} onChange={(id) => set({ series: id })}>
              {answer.series.map((one) => (
                <option key={one.id} value={one.id}>
                  {weeklySaid(one).label}
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
      report={({ ask: asked, answer }) => {
        const shown = shownOf(answer, series);
        return {
          ask: asked,
          settings: settingsOf(asked, answer),
          finding: drillInWords(answer, asked, shown),
          parts: [partOf(drillFigure(asked, answer, shown))],
        };
      }}
    />
  );
}

const shownOf = ({ series }: DrillAnswer, id: string): DrillSeries =>
  weeklySaid(series.find((one) => one.id === id) ?? series[0]);

function settingsOf(
  { scenario, shock, replications, seed }: DrillAsk,
  found: DrillAnswer,
): ExperimentReport["settings"] {
  const words = text.experiments;
  return [
    [words.scenario, scenario.name],
    [words.drill.shock, shockInWords(shock, found.words)],
    [words.drill.week, formatCount(shock.atWeek)],
    [words.drill.futures, formatCount(replications)],
    [text.settings.code, seed],
  ];
}
