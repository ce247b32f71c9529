/** "Find out more": questions that need runs of their own, answered on request. */
import { useState } from "preact/hooks";
import type { Experiments, LoadExperiments } from "../experiments";
import "../styles/experiments.css";
import { text } from "../text/text";
import type { ExperimentId, VIEWS } from "./experiments";

interface Loaded {
  readonly views: typeof VIEWS;
  readonly experiments: Experiments;
}

const QUESTIONS: readonly ExperimentId[] = [
  "sweep",
  "staff",
  "why",
  "sensitivity",
  "findOut",
  "drill",
  "local",
];

type State = Loaded | "closed" | "loading" | "failed";

export function FindOutMore({ load }: { readonly load: LoadExperiments }) {
  const [state, setState] = useState<State>("closed");
  const [opened, setOpened] = useState<readonly ExperimentId[]>([]);

  function open(id: ExperimentId): void {
    if (!opened.includes(id)) setOpened([...opened, id]);
    if (state !== "closed" && state !== "failed") return;
    setState("loading");
    Promise.all([import("./experiments"), load()]).then(
      ([{ VIEWS: views }, experiments]) => setState({ views, experiments }),
      () => setState("failed"),
    );
  }

  return (
    <section class="card find-out-more" aria-labelledby="find-out-more-title">
      <h2 id="find-out-more-title">{text.findOutMore.title}</h2>
      <p class="note">{text.findOutMore.note}</p>
      {QUESTIONS.map((id) => (
        <details
          key={id}
          class="experiment"
          id={`experiment-${id}`}
          onToggle={({ currentTarget }) => currentTarget.open && open(id)}
        >
          <summary>{text.findOutMore[id].question}</summary>
          <p class="hint">{text.findOutMore[id].what}</p>
          {opened.includes(id) && <Opened id={id} state={state} />}
        </details>
      ))}
    </section>
  );
}

function Opened({ id, state }: { readonly id: ExperimentId; readonly state: State }) {
  if (state === "failed") return <p class="problem">{text.findOutMore.notLoaded}</p>;
  if (typeof state === "string") return <p role="status">{text.findOutMore.loading}</p>;
  const View = state.views[id];
  return <View experiments={state.experiments} />;
}
