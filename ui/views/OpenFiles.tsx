/** Opens scenario files: through the file picker, or dragged in anywhere on the page. They are only read here. */
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Opened, openFiles } from "../comparison/files";
import { useStore } from "../state";
import { text } from "../text/text";

export function OpenFiles() {
  const store = useStore();
  const picker = useRef<HTMLInputElement>(null);
  const [opened] = useState(() => signal<readonly Opened[]>([]));
  const open = async (files: readonly File[]): Promise<void> => {
    if (files.length > 0) opened.value = await openFiles(files, store);
  };
  const isOver = useDroppedFiles(open);
  return (
    <div class={isOver ? "open-files drop-here" : "open-files"}>
      <input
        ref={picker}
        class="hidden"
        type="file"
        accept=".json,application/json"
        multiple
        tabIndex={-1}
        aria-label={text.files.label}
        onChange={async (event) => {
          const { currentTarget } = event;
          await open([...(currentTarget.files ?? [])]);
          currentTarget.value = ""; // so that the same file can be opened again
        }}
      />
      <button type="button" class="link-button" onClick={() => picker.current?.click()}>
        {text.files.button}
      </button>
      <p class="hint">{text.files.hint}</p>
      <div role="status">
        {opened.value.map((one, i) => (
          <Outcome key={`${i} ${one.file}`} opened={one} />
        ))}
      </div>
    </div>
  );
}

function Outcome({ opened: { file, added, problems } }: { readonly opened: Opened }) {
  if (problems.length === 0) return <p class="notice">{text.files.opened(file, added)}</p>;
  return (
    <div class="notice">
      <p>{text.files.notOpened(file)}</p>
      <ul class="file-problems">
        {problems.map((problem) => (
          <li key={problem} class="problem">
            {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Hands files that are dropped on the page to `open`; whether some are being dragged over it. */
function useDroppedFiles(open: (files: readonly File[]) => Promise<void>): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault(); // or the browser would leave the page for the file
      setOver(false);
      void latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}
