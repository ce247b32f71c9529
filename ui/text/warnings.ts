/** What a reader must not overlook: staff helped at patients' expense, overload, holding given up, few futures. */
import { FEW_FUTURES, type Results } from "../results";
import { drainedOf } from "./comparable";
import { isAtPatientsExpense, isDistressUncounted } from "./expense";
import { patientChanges } from "./finding";
import { formatCount, formatValue, inSentence, styleOf } from "./format";
import { overloadWarning } from "./overload";
import { text } from "./text";

/** A sentence if scenario `s` helps the staff while patients fare worse, else null. */
export function expenseWarning(results: Results, s: number): string | null {
  if (!isAtPatientsExpense(results, s)) return null;
  const { worse } = patientChanges(results, s);
  return text.warnings.atExpense(worse.length > 0 ? shortened(worse) : [text.warnings.letDown]);
}

/** The first two, and how many more: the patients' sentence has them all. */
function shortened(worse: readonly string[]): string[] {
  const extra = worse.length - 2;
  if (extra <= 0) return [...worse];
  return [...worse.slice(0, 2), text.patients.moreWorsen(extra)];
}

/** A sentence if distress-days fall in scenario `s` because people are no longer counted, else null. */
export function distressWarning(results: Results, s: number): string | null {
  if (s === 0 || !isDistressUncounted(results, s)) return null;
  const style = styleOf("distress × working days per referral");
  const values = (id: string) => [0, s].map((i) => formatValue(results.summary(i, id).mean, style));
  const [before, now] = values("distressDays");
  const [beforeWithPool, nowWithPool] = values("distressDaysWithPool");
  return text.warnings.distress({ now, before, nowWithPool, beforeWithPool });
}

/** A sentence if scenario `s` gives up holding in whole or in part at any time, else null. */
export function holdingWarning(results: Results, s: number): string | null {
  const { changes, timeline, name } = results.scenarios[s];
  const all = [changes, ...timeline.map((entry) => entry.changes)];
  const off = (id: string) => all.some((some) => some[id] === false);
  const none = all.some((some) => some["holding.policy"] === "none");
  const functions = ["1", "2", "3", "4"].filter((f) => off(`holding.function${f}`));
  if (!none && functions.length === 0) return null;
  return none ? text.warnings.holdingOff(name) : text.warnings.functionsOff(name, functions);
}

/** A sentence while the ranges rest on few futures, else null. */
export function fewFuturesWarning(results: Results): string | null {
  if (results.futures >= FEW_FUTURES) return null;
  return text.warnings.fewFutures(formatCount(results.futures), formatCount(FEW_FUTURES));
}

/** A sentence if so few are referred that outcomes divided by referrals stand for other people, else null. */
export function drainedWarning(results: Results, s: number): string | null {
  const names = drainedOf(results, s).map((i) => inSentence(results.scenarios[i].name));
  return names.length === 0 ? null : text.warnings.drained(names);
}

/** Every warning about the comparison of scenario `s` with the base. */
export function warningsOf(results: Results, s: number): string[] {
  const about = s === 0 ? [0] : [0, s];
  return [
    drainedWarning(results, s),
    expenseWarning(results, s),
    distressWarning(results, s),
    holdingWarning(results, s),
    ...about.map((i) => overloadWarning(results, i)),
  ].filter((sentence) => sentence !== null);
}
