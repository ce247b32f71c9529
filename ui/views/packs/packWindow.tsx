/** Shows a document in place of the page, with buttons to print and save it, and gives the page back afterwards. */
import { render } from "preact";
import { save } from "../../download";
import type { PackDocument } from "../../packs/document";
import "../../styles/pack.css";
import css from "../../styles/pack.css?inline";
import { text } from "../../text/text";
import { PackPage } from "./PackPage";

interface Shown {
  readonly document: PackDocument;
  /** Name of the saved file, without an ending; a printer's PDF gets it too. */
  readonly name: string;
}

/** Opens the document. Escape, or its button, goes back to where the reader was. */
export function openPack({ document: pack, name }: Shown): void {
  const page = document.getElementById("app");
  if (!page) throw new Error("The page has no element with the id app.");
  const before = { title: document.title, focused: document.activeElement, top: window.scrollY };
  const place = document.createElement("div");
  place.className = "pack-window";

  function close(): void {
    render(null, place);
    place.remove();
    document.removeEventListener("keydown", onKey);
    page!.hidden = false;
    document.title = before.title;
    window.scrollTo(0, before.top);
    if (before.focused instanceof HTMLElement) before.focused.focus();
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
  };

  page.hidden = true;
  document.title = name;
  document.body.append(place);
  document.addEventListener("keydown", onKey);
  render(<PackWindow pack={pack} name={name} onClose={close} />, place);
  window.scrollTo(0, 0);
  place.querySelector("button")?.focus();
}

interface PackWindowProps {
  readonly pack: PackDocument;
  readonly name: string;
  readonly onClose: () => void;
}

function PackWindow({ pack, name, onClose }: PackWindowProps) {
  const words = text.packs.window;
  const saveAsPage = () => {
    const article = document.querySelector(".pack-window .pack");
    if (article) save(`${name}.html`, wholePage(pack, article.outerHTML), "text/html");
  };
  return (
    <main>
      <div class="pack-buttons">
        <button type="button" class="button secondary" onClick={onClose}>
          {words.back}
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" class="button secondary" onClick={saveAsPage}>
          {words.save}
        </button>
      </div>
      <PackPage document={pack} />
    </main>
  );
}

/** A file that stands on its own and may load and run nothing. `body` was made by the browser from text alone. */
function wholePage({ title, locale }: PackDocument, body: string): string {
  const named = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${named}</title>
<style>${css}</style>
</head>
<body>${body}</body>
</html>
`;
}
