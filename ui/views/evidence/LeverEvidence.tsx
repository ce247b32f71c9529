/** Below a lever: the evidence behind it, the way to all numbers, and a box for the reason of a change. */
import { useState } from "preact/hooks";
import type { ParameterRow } from "../../../sim/parameters";
import { showInList } from "../../evidence";
import { useStore } from "../../state";
import "../../styles/evidence.css";
import { text } from "../../text/text";
import { EvidenceCard, GradeMark } from "./EvidenceCard";

export function LeverEvidence({ row }: { readonly row: ParameterRow }) {
  const { evidence, wanted } = useStore();
  const [isOpen, setOpen] = useState(false);
  const words = text.evidenceCards;
  return (
    <details class="lever-evidence" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <GradeMark row={row} />
        <span class="hidden">: </span> <span>{words.evidence}</span>
        <span class="hidden">{words.ofNumber(row.label)}</span>
      </summary>
      {isOpen && (
        <>
          <EvidenceCard row={row} ranks={evidence.ranks.value} scenarios={wanted.value?.scenarios ?? []} />
          <button type="button" class="link-button" onClick={() => showInList(evidence, row.id)}>
            {words.showInList}
            <span class="hidden">: {row.label}</span>
          </button>
        </>
      )}
    </details>
  );
}
