/** A box for the reason of a change, below every parameter that the selected scenario changes. */
import type { ParameterRow } from "../../../sim/parameters";
import { useStore } from "../../state";
import { departures } from "../../text/evidence";
import { text } from "../../text/text";

/** Letters of a reason in a scenario file. */
const LONGEST = 2000;

export function ReasonBox({ row, where }: { readonly row: ParameterRow; readonly where: string }) {
  const { selectedRead, setReason } = useStore();
  const scenario = selectedRead.value?.scenario;
  if (!scenario || departures(row, [scenario]).length === 0) return null;
  const id = `reason-${where}-${row.id}`;
  return (
    <div class="reason">
      <label for={id}>
        {text.evidenceCards.reasonForChange}
        <span class="hidden">: {row.label}</span>
      </label>
      <p class="hint" id={`${id}-hint`}>
        {text.evidenceCards.reasonTravels}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={2}
        maxLength={LONGEST}
        value={scenario.reasons[row.id] ?? ""}
        onChange={(event) => setReason(row.id, event.currentTarget.value)}
      />
    </div>
  );
}
