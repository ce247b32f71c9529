/** How small can the team safely be? */
import { useState } from "preact/hooks";
import { parameterById } from "../../../sim/parameters";
import type { Experiments, StaffAnswer, StaffAsk } from "../../experiments";
import { fileNameOf } from "../../figures/experiments/common";
import { readNumber } from "../../figures/experiments/numbers";
import { staffAnswer, staffFigure } from "../../figures/experiments/staff";
import { readTarget, type TargetDraft } from "../../figures/experiments/targets";
import { useStore } from "../../state";
import { FigureArticle } from "../FigureCard";
import { ChoiceField, NO_SCENARIO, NumberField, ScenarioField, useScenario } from "./fields";
import { Panel } from "./Panel";
import { TargetsField } from "./TargetsField";

const [LEAST, MOST] = parameterById("team.linkWorkers").range ?? [3, 12];
const POSTS = { unit: "WTE posts", low: 1, high: 200, whole: true };
const FUTURES = { label: "Most simulated futures of each team", unit: "", low: 10, high: 2000, whole: true };
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
  const from = readNumber(texts.from, { ...POSTS, label: "Fewest posts" });
  const to = readNumber(texts.to, { ...POSTS, label: "Most posts" });
  const futures = readNumber(texts.futures, FUTURES);
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
      action="Find the smallest safe team"
      ask={ask}
      problems={[...(scenario ? [] : [NO_SCENARIO]), ...together]}
      form={
        <>
          <ScenarioField label="Scenario" value={scenario} onChange={setId} />
          <TargetsField targets={targets} onChange={setTargets} least={1} />
          <ChoiceField
            label="All targets must hold at once in at least"
            value={String(ofTen)}
            onChange={(value) => setOfTen(Number(value))}
          >
            {SHARES.map((share) => (
              <option key={share} value={String(share)}>
                {share} of 10 futures
              </option>
            ))}
          </ChoiceField>
          <NumberField
            label="Fewest posts"
            unit={POSTS.unit}
            value={texts.from}
            problem={from.problem}
            onInput={(text) => put({ from: text })}
          />
          <NumberField
            label="Most posts"
            unit={POSTS.unit}
            value={texts.to}
            problem={to.problem}
            onInput={(text) => put({ to: text })}
          />
          <NumberField
            {...FUTURES}
            hint="Teams that are clearly safe or unsafe take fewer."
            value={texts.futures}
            problem={futures.problem}
            onInput={(text) => put({ futures: text })}
          />
        </>
      }
      results={({ ask: question, answer }, tag) => (
        <>
          <div class="experiment-finding">
            {staffAnswer(question, answer).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <FigureArticle
            figure={staffFigure(question, answer)}
            fileName={fileNameOf("staff", [question.scenario], question)}
            tag={tag}
          />
          <p class="note">
            Teams are tried from the smallest up, each with the same luck, with more futures at looks fixed
            beforehand, until it is sure whether the share meets what is asked. The chance that any verdict
            here is wrong is at most 5% in all; doubt about the parameters themselves is not in it.
          </p>
        </>
      )}
    />
  );
}

function rangeProblems(from: number | null, to: number | null): string[] {
  if (from === null || to === null) return [];
  if (to < from) return [`Most posts is ${to}, fewer than the fewest, ${from}; it must be at least ${from}.`];
  const teams = to - from + 1;
  return teams > MOST_TEAMS
    ? [`These are ${teams} teams to try; at most ${MOST_TEAMS} may be asked for.`]
    : [];
}
