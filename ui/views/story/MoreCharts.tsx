/** Charts for a closer look, closed until they are asked for; their code is loaded then. */
import { useEffect, useState } from "preact/hooks";
import type { Results } from "../../results";

type Parts = typeof import("./parts");
export interface PartProps {
  readonly results: Results;
  /** Position of the scenario in focus. */
  readonly focus: number;
}

const PARTS: readonly { readonly name: keyof Parts; readonly title: string; readonly hint: string }[] = [
  {
    name: "Differences",
    title: "How much do the futures differ?",
    hint: "One dot a future, and the chance of at most each difference.",
  },
  {
    name: "Ways",
    title: "Who stays, who waits, who is lost?",
    hint: "How long link workers stay, waits by need, where patients stand, and where they are lost.",
  },
  {
    name: "Careers",
    title: "One future: careers and stories",
    hint: "Every link worker of one future, and the diary of one of them or of a patient.",
  },
];

export function MoreCharts(props: PartProps) {
  return (
    <section class="more-charts" aria-labelledby="more-charts-title">
      <h2 id="more-charts-title">A closer look</h2>
      {PARTS.map((part) => (
        <Closed key={part.name} {...part} props={props} />
      ))}
    </section>
  );
}

function Closed({ name, title, hint, props }: (typeof PARTS)[number] & { readonly props: PartProps }) {
  const [isOpen, setOpen] = useState(false);
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
function Loaded({ name, props }: { readonly name: keyof Parts; readonly props: PartProps }) {
  const [parts, setParts] = useState<Parts | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import("./parts").then(setParts, () => setFailed(true));
  }, []);
  if (failed) return <p class="notice">This part could not be loaded. Reload the page to try again.</p>;
  if (parts === null) return <p class="hint">Loading.</p>;
  const Part = parts[name];
  return <Part {...props} />;
}
