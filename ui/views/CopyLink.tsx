/** Copies a link to all that is compared now, with the fingerprint of its result. */
import { useState } from "preact/hooks";
import { useStore } from "../state";
import { formatCount } from "../text/format";
import { text } from "../text/text";

/** Beyond this some mail programs and chats cut a link off. */
const LONGEST_SAFE = 2000;

interface Copied {
  readonly kind: "copied" | "by-hand";
  readonly link: string;
  /** What the link asks for: once that is edited, nothing is said of it any more. */
  readonly inputs: string;
}

/** What only concerns this visit: the fragment says how many futures, and the workers are those of this machine. */
const OF_THIS_VISIT = ["futures", "workers"];

function addressOf(fragment: string): string {
  const url = new URL(location.href);
  for (const key of OF_THIS_VISIT) url.searchParams.delete(key);
  url.hash = "";
  return url.href.replace(/#$/, "") + fragment;
}

export function CopyLink() {
  const { links } = useStore();
  const [copied, setCopied] = useState<Copied | null>(null);
  const fragment = links.fragment.value;
  async function copy(): Promise<void> {
    if (fragment === null) return;
    const link = addressOf(fragment);
    const inputs = links.inputs.value;
    try {
      await navigator.clipboard.writeText(link);
      setCopied({ kind: "copied", link, inputs });
    } catch {
      setCopied({ kind: "by-hand", link, inputs });
    }
  }
  return (
    <div class="copy-link">
      <button type="button" class="button secondary" disabled={fragment === null} onClick={copy}>
        {text.links.copy}
      </button>
      {fragment === null && <p class="hint">{text.links.noLink}</p>}
      <div role="status">{copied?.inputs === links.inputs.value && <Confirmation copied={copied} />}</div>
    </div>
  );
}

function Confirmation({ copied: { kind, link } }: { readonly copied: Copied }) {
  const { copied, byHand, isLong, box } = text.links;
  const said = kind === "copied" ? copied(formatCount(link.length)) : byHand;
  return (
    <>
      <p class="hint">{link.length > LONGEST_SAFE ? `${said} ${isLong}` : said}</p>
      {kind === "by-hand" && (
        <input
          type="text"
          readOnly
          aria-label={box}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
