/** How small can the team safely be? */
import { parameterById } from "../../../sim/parameters";
import type { Experiments, StaffAnswer, StaffAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import { staffAnswer, staffFigure } from "../../figures/experiments/staff";
import { readTarget, targetInWords } from "../../figures/experiments/targets";
import { type ExperimentReport, partOf } from "../../packs/report";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, NumberField, ScenarioField, useScenario } from "./fields";
import { named, oneOf, typed, useForm } from "./form";
import { Panel } from "./Panel";
import { TargetsField, targetsField } from "./TargetsField";

const [LEAST, MOST] = parameterById("team.linkWorkers").range ?? [3, 12];
const POSTS = { low: 1, high: 200, whole: true };
const FUTURES = { unit: "", low: 10, high: 2000, whole: true };
const MOST_TEAMS = 30;
const SHARES = [5, 6, 7, 8, 9];

const FORM = {
  scenario: named(),
  targets: targetsField(
    [
      { measure: "turnoverRate", relation: "<=", text: "25" },
      { measure: "waitP90Days", relation: "<=", text: "30" },
    ],
    1,
  ),
  ofTen: oneOf(SHARES, 8),
  from: typed(String(LEAST)),
  to: typed(String(MOST)),
  futures: typed("200"),
};

export function Staff({ experiments }: { readonly experiments: Experiments }) {
  const { values, problems: notices, set } = useForm("staff", FORM);
  const { targets, ofTen } = values;
  const scenario = useScenario(values.scenario);
  const seed = useStore().wanted.value?.seed;
  const words = text.experiments.staff;
  const futuresRule = { ...FUTURES, label: words.futures };
  const from = readNumber(values.from, { ...POSTS, unit: words.posts, label: words.fewest });
  const to = readNumber(values.to, { ...POSTS, unit: words.posts, label: words.most });
  const futures = readNumber(values.futures, futuresRule);
  const read = targets.map(readTarget);
  const together = rangeProblems(from.value, to.value);
  const asked = read.flatMap(({ value }) => (value === null ? [] : [value]));
  const isRead = from.value !== null && to.value !== null && futures.value !== null && together.length === 0;
  const ask: StaffAsk | null =
    scenario && seed !== undefined && isRead && asked.length === targets.length
      ? {
          ...{ scenario, seed, ofTen, targets: asked, replications: futures.value },
          posts: experiments.steps(from.value, to.value, 1),
        }
      : null;
  return (
    <Panel<StaffAsk, StaffAnswer>
      id="staff"
      experiment={experiments.staff}
      action={words.run}
      ask={ask}
      problems={[...(scenario ? [] : [text.experiments.noScenario]), ...together]}
      notices={notices}
      form={
        <>
          <ScenarioField
            label={text.experiments.scenario}
            value={scenario}
            onChange={(id) => set({ scenario: id })}
          />
          <TargetsField targets={targets} onChange={(next) => set({ targets: next })} least={1} />
          <ChoiceField
            label={words.share}
            value={String(ofTen)}
            onChange={(value) => set({ ofTen: Number(value) })}
          >
            {SHARES.map((share) => (
              <option key={share} value={String(share)}>
                {words.ofTen(String(share))}
              </option>
            ))}
          </ChoiceField>
          <NumberField
            label={words.fewest}
            unit={words.posts}
            value={values.from}
            problem={from.problem}
            onInput={(typed) => set({ from: typed })}
          />
          <NumberField
            label={words.most}
            unit={words.posts}
            value={values.to}
            problem={to.problem}
            onInput={(typed) => set({ to: typed })}
          />
          <NumberField
            {...futuresRule}
            hint={words.futuresHint}
            value={values.futures}
            problem={futures.problem}
            onInput={(typed) => set({ futures: typed })}
          />
        </>
      }
      results={({ ask: question, answer }, mark) => (
        <>
          <div class="experiment-finding">
            {staffAnswer(question, answer).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <FigureArticle
            figure={staffFigure(question, answer)}
            fileName={fileNameOf("staff", [question.scenario], question)}
            mark={mark}
          />
          <p class="note">{words.note}</p>
        </>
      )}
      report={({ ask: question, answer }) => ({
        ask: question,
        settings: settingsOf(question),
        finding: [...staffAnswer(question, answer), words.note],
        parts: [partOf(staffFigure(question, answer))],
      })}
    />
  );
}

function settingsOf(ask: StaffAsk): ExperimentReport["settings"] {
  const words = text.experiments;
  return [
    [words.scenario, ask.scenario.name],
    [words.targets.title, words.values(ask.targets.map(targetInWords))],
    [words.staff.share, words.staff.ofTen(String(ask.ofTen))],
    [words.staff.fewest, formatCount(Math.min(...ask.posts))],
    [words.staff.most, formatCount(Math.max(...ask.posts))],
    [words.staff.futures, formatCount(ask.replications)],
    [text.settings.code, ask.seed],
  ];
}

function rangeProblems(from: number | null, to: number | null): string[] {
  if (from === null || to === null) return [];
  const words = text.experiments.staff;
  if (to < from) return [words.goesDown(String(from), String(to))];
  const teams = to - from + 1;
  return teams > MOST_TEAMS ? [words.tooMany(String(teams), String(MOST_TEAMS))] : [];
}
