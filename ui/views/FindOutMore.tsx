/** "Find out more": questions that need runs of their own, answered on request. */
import { useState } from "preact/hooks";
import type { Experiments, LoadExperiments } from "../experiments";
import "../styles/experiments.css";
import type { ExperimentId, VIEWS } from "./experiments";

interface Loaded {
  readonly views: typeof VIEWS;
  readonly experiments: Experiments;
}

const QUESTIONS: readonly { readonly id: ExperimentId; readonly question: string; readonly what: string }[] =
  [
    {
      id: "sweep",
      question: "What happens over a range of one or two levers?",
      what: "A sweep: every combination of their values, with the safe region outlined.",
    },
    {
      id: "staff",
      question: "How small can the team safely be?",
      what: "The fewest posts that meet your targets in most futures, what they cost, and the runner-up.",
    },
    {
      id: "why",
      question: "Why do two scenarios differ?",
      what: "The difference, split over what was changed or over what it passes through.",
    },
    {
      id: "sensitivity",
      question: "Which assumptions matter most?",
      what: "Sensitivity: how far each uncertain parameter moves a measure.",
    },
    {
      id: "findOut",
      question: "What is worth finding out next?",
      what: "The parameters whose true values would change which scenario is best.",
    },
    {
      id: "drill",
      question: "What if something goes wrong?",
      what: "A shock drill: how deep, how long to recover, and how often never.",
    },
    {
      id: "local",
      question: "Does it fit our own numbers?",
      what: "Your referrals, WTE, starters, leavers and waits: the settings that reproduce them, and what they leave open.",
    },
  ];

type State = Loaded | "not yet" | "loading" | "failed";

export function FindOutMore({ load }: { readonly load: LoadExperiments }) {
  const [state, setState] = useState<State>("not yet");
  const [opened, setOpened] = useState<readonly ExperimentId[]>([]);

  function open(id: ExperimentId): void {
    if (!opened.includes(id)) setOpened([...opened, id]);
    if (state !== "not yet" && state !== "failed") return;
    setState("loading");
    Promise.all([import("./experiments"), load()]).then(
      ([{ VIEWS: views }, experiments]) => setState({ views, experiments }),
      () => setState("failed"),
    );
  }

  return (
    <section class="card find-out-more" aria-labelledby="find-out-more-title">
      <h2 id="find-out-more-title">Find out more</h2>
      <p class="note">
        These questions need runs of their own, which start only when you ask. The answer above always goes
        first: meanwhile an experiment pauses.
      </p>
      {QUESTIONS.map(({ id, question, what }) => (
        <details
          key={id}
          class="experiment"
          id={`experiment-${id}`}
          onToggle={({ currentTarget }) => currentTarget.open && open(id)}
        >
          <summary>{question}</summary>
          <p class="hint">{what}</p>
          {opened.includes(id) && <Opened id={id} state={state} />}
        </details>
      ))}
    </section>
  );
}

function Opened({ id, state }: { readonly id: ExperimentId; readonly state: State }) {
  if (state === "failed") {
    return (
      <p class="problem">
        This part of the page could not be loaded. Reload the page, or open it again when online.
      </p>
    );
  }
  if (typeof state === "string") return <p role="status">Loading.</p>;
  const View = state.views[id];
  return <View experiments={state.experiments} />;
}
