/** "Find out more": questions that need runs of their own, answered on request. */
import { useEffect, useState } from "preact/hooks";
import { EXPERIMENTS, type ExperimentId } from "../experimentState";
import type { Experiments, LoadExperiments } from "../experiments";
import { useStore } from "../state";
import "../styles/experiments.css";
import { text } from "../text/text";
import type { VIEWS } from "./experiments";

interface Loaded {
  readonly views: typeof VIEWS;
  readonly experiments: Experiments;
}

type State = Loaded | "closed" | "loading" | "failed";

export function FindOutMore({ load }: { readonly load: LoadExperiments }) {
  const { opened } = useStore().experiments;
  const [state, setState] = useState<State>("closed");
  /** Those that have been opened at any time: closing one keeps what it has found. */
  const [everOpened, setEverOpened] = useState<readonly ExperimentId[]>([]);

  function toggle(id: ExperimentId, isOpen: boolean): void {
    if (isOpen === opened.value.includes(id)) return;
    const others = opened.value.filter((one) => one !== id);
    opened.value = isOpen ? [...others, id] : others;
  }
  useEffect(() => {
    if (opened.value.length === 0) return;
    setEverOpened((before) => [...new Set([...before, ...opened.value])]);
    if (state !== "closed" && state !== "failed") return;
    setState("loading");
    Promise.all([import("./experiments"), load()]).then(
      ([{ VIEWS: views }, experiments]) => setState({ views, experiments }),
      () => setState("failed"),
    );
    // Again, where it has failed, when one is opened; not when the state changes by itself
  }, [opened.value]);

  return (
    <section class="card find-out-more" aria-labelledby="find-out-more-title">
      <h2 id="find-out-more-title">{text.findOutMore.title}</h2>
      <p class="note">{text.findOutMore.note}</p>
      {EXPERIMENTS.map((id) => (
        <details
          key={id}
          class="experiment"
          id={`experiment-${id}`}
          open={opened.value.includes(id)}
          onToggle={({ currentTarget }) => toggle(id, currentTarget.open)}
        >
          <summary>{text.findOutMore[id].question}</summary>
          <p class="hint">{text.findOutMore[id].what}</p>
          {everOpened.includes(id) && <Opened id={id} state={state} />}
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
