/** What a reader must not overlook: staff helped at patients' expense, overload, holding given up, few futures. */
import { FEW_FUTURES, type Results } from "../results";
import { isAtPatientsExpense, isDistressUncounted } from "./expense";
import { patientChanges } from "./finding";
import { formatCount, formatValue, inWords, styleOf } from "./format";
import { overloadWarning } from "./overload";

/** A sentence if scenario `s` helps the staff while patients fare worse, else null. */
export function expenseWarning(results: Results, s: number): string | null {
  if (!isAtPatientsExpense(results, s)) return null;
  const { worse } = patientChanges(results, s);
  const what = inWords(shortened(worse)) || "more patients are let down in one way or another";
  return `This helps staff at patients' expense: ${what}. Fewer leavers alone do not make it a better policy.`;
}

/** The first two, and how many more: the patients' sentence has them all. */
function shortened(worse: readonly string[]): string[] {
  const extra = worse.length - 2;
  if (extra <= 0) return [...worse];
  return [...worse.slice(0, 2), `${extra} more ${extra === 1 ? "outcome gets" : "outcomes get"} worse`];
}

const DISTRESS = styleOf("distress × working days per referral");

/** A sentence if distress-days fall in scenario `s` because people are no longer counted, else null. */
export function distressWarning(results: Results, s: number): string | null {
  if (s === 0 || !isDistressUncounted(results, s)) return null;
  const values = (id: string) => [0, s].map((i) => formatValue(results.summary(i, id).mean, DISTRESS));
  const [base, other] = values("distressDays");
  const [poolBase, poolOther] = values("distressDaysWithPool");
  return `Distress-days fall (${other}, not ${base}), but they count people only while they are in the system, and more people leave it unhelped. Read the fall as people no longer counted: with those who are back with their GP, it is ${poolOther}, not ${poolBase}.`;
}

/** A sentence if scenario `s` gives up holding in whole or in part at any time, else null. */
export function holdingWarning(results: Results, s: number): string | null {
  const { changes, timeline, name } = results.scenarios[s];
  const all = [changes, ...timeline.map((entry) => entry.changes)];
  const off = (id: string) => all.some((some) => some[id] === false);
  const none = all.some((some) => some["holding.policy"] === "none");
  const functions = ["1", "2", "3", "4"].filter((f) => off(`holding.function${f}`));
  if (!none && functions.length === 0) return null;
  const what = none ? "all four functions" : `function ${inWords(functions)}`;
  return `In “${name}”, ${what} of holding ${none || functions.length > 1 ? "are" : "is"} switched off. Holding is work for patients: less of it always leaves staff more time, so judge it by the patients' side too, never by burnout alone.`;
}

/** A sentence while the ranges rest on few futures, else null. */
export function fewFuturesWarning(results: Results): string | null {
  if (results.futures >= FEW_FUTURES) return null;
  return `The ranges rest on only ${formatCount(results.futures)} simulated futures; below ${FEW_FUTURES} they are rough.`;
}

/** Every warning about the comparison of scenario `s` with the base. */
export function warningsOf(results: Results, s: number): string[] {
  const about = s === 0 ? [0] : [0, s];
  return [
    expenseWarning(results, s),
    distressWarning(results, s),
    holdingWarning(results, s),
    ...about.map((i) => overloadWarning(results, i)),
  ].filter((sentence) => sentence !== null);
}
