/** How small can the team safely be? */
import { useState } from "preact/hooks";
import { parameterById } from "../../../sim/parameters";
import type { Experiments, StaffAnswer, StaffAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import { staffAnswer, staffFigure } from "../../figures/experiments/staff";
import { readTarget, type TargetDraft } from "../../figures/experiments/targets";
import { useStore } from "../../state";
import { text } from "../../text/text";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, NumberField, ScenarioField, useScenario } from "./fields";
import { Panel } from "./Panel";
import { TargetsField } from "./TargetsField";

const [LEAST, MOST] = parameterById("team.linkWorkers").range ?? [3, 12];
const POSTS = { low: 1, high: 200, whole: true };
const FUTURES = { unit: "", low: 10, high: 2000, whole: true };
const MOST_TEAMS = 30;
const SHARES = [5, 6, 7, 8, 9];

export function Staff({ experiments }: { readonly experiments: Experiments }) {
  const [id, setId] = useState<string | null>(null);
  const [targets, setTargets] = useState<readonly TargetDraft[]>([
    { measure: "turnoverRate", relation: "<=", text: "25" },
    { measure: "waitP90Days", relation: "<=", text: "30" },
  ]);
  const [ofTen, setOfTen] = useState(8);
  const [texts, setTexts] = useState({ from: String(LEAST), to: String(MOST), futures: "200" });
  const scenario = useScenario(id);
  const seed = useStore().wanted.value?.seed;
  const put = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part });
  const words = text.experiments.staff;
  const futuresRule = { ...FUTURES, label: words.futures };
  const from = readNumber(texts.from, { ...POSTS, unit: words.posts, label: words.fewest });
  const to = readNumber(texts.to, { ...POSTS, unit: words.posts, label: words.most });
  const futures = readNumber(texts.futures, futuresRule);
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
      experiment={experiments.staff}
      action={words.run}
      ask={ask}
      problems={[...(scenario ? [] : [text.experiments.noScenario]), ...together]}
      form={
        <>
          <ScenarioField label={text.experiments.scenario} value={scenario} onChange={setId} />
          <TargetsField targets={targets} onChange={setTargets} least={1} />
          <ChoiceField
            label={words.share}
            value={String(ofTen)}
            onChange={(value) => setOfTen(Number(value))}
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
            value={texts.from}
            problem={from.problem}
            onInput={(typed) => put({ from: typed })}
          />
          <NumberField
            label={words.most}
            unit={words.posts}
            value={texts.to}
            problem={to.problem}
            onInput={(typed) => put({ to: typed })}
          />
          <NumberField
            {...futuresRule}
            hint={words.futuresHint}
            value={texts.futures}
            problem={futures.problem}
            onInput={(typed) => put({ futures: typed })}
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
    />
  );
}

function rangeProblems(from: number | null, to: number | null): string[] {
  if (from === null || to === null) return [];
  const words = text.experiments.staff;
  if (to < from) return [words.goesDown(String(from), String(to))];
  const teams = to - from + 1;
  return teams > MOST_TEAMS ? [words.tooMany(String(teams), String(MOST_TEAMS))] : [];
}
