/** Charts for a closer look, closed until they are asked for; their code is loaded then. */
import { useEffect, useState } from "preact/hooks";
import type { Results } from "../../results";
import { text } from "../../text/text";

type Parts = typeof import("./parts");
export interface PartProps {
  readonly results: Results;
  /** Position of the scenario in focus. */
  readonly focus: number;
}

const PARTS: readonly (keyof Parts)[] = ["Differences", "Ways", "Careers"];

export function MoreCharts(props: PartProps) {
  return (
    <section class="more-charts" aria-labelledby="more-charts-title">
      <h2 id="more-charts-title">{text.stories.title}</h2>
      {PARTS.map((name) => (
        <Closed key={name} name={name} props={props} />
      ))}
    </section>
  );
}

interface PartOf {
  readonly name: keyof Parts;
  readonly props: PartProps;
}

function Closed({ name, props }: PartOf) {
  const [isOpen, setOpen] = useState(false);
  const { title, hint } = text.stories.parts[name];
  return (
    <details
      class="closer"
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      <summary>
        <span class="closer-title">{title}</span> <span class="hint">{hint}</span>
      </summary>
      {isOpen && <Loaded name={name} props={props} />}
    </details>
  );
}

/** The part once its code is there. */
function Loaded({ name, props }: PartOf) {
  const [parts, setParts] = useState<Parts | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import("./parts").then(setParts, () => setFailed(true));
  }, []);
  if (failed) return <p class="notice">{text.stories.notLoaded}</p>;
  if (parts === null) return <p class="hint">{text.stories.loading}</p>;
  const Part = parts[name];
  return <Part {...props} />;
}
