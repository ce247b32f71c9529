/** The model in the seven elements of ODD 2020, in short, with the settings of a run. */
import { PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { MODEL_VERSION } from "../../sim/version";
import { changesInWords } from "../scenarios";
import { cannotKnow } from "../text/evidence";
import { formatCount, yearsInWords } from "../text/format";
import { limitSentences } from "../text/limits";
import { type PackSubject, stampOf } from "./subject";

export function oddSummary(subject: PackSubject): string {
  const { results } = subject;
  const { run, team, referral, services, exhaustion, holding } = results.params(0);
  const places = services.places.map((count) => (Number.isFinite(count) ? formatCount(count) : "unlimited"));
  return `# ODD summary of this run

${stampOf(subject)} The full description, with every rule and equation: published/model-odd.md (model ${MODEL_VERSION}). Form: Grimm and others 2020, doi 10.18564/jasss.4259.

## 1. Purpose and patterns
To compare policies for one team of social prescribing link workers: what they do over ${yearsInWords(run.years)} to caseloads, exhaustion, burnout and turnover, and to patients. The question of this run: ${results.scenarios[subject.focus].question} Patterns by which the model is judged: sickness absence, turnover, burnout, and people who are worse after an unsupported wait.

## 2. Entities, state variables and scales
Patients (complexity, distress, need, readiness, phase, contacts) and link workers (exhaustion, burnout, susceptibility, workload, open cases), each an individual; posts, three community services (${places.join(", ")} places before any change of capacity), and the practice. At the baseline ${formatCount(team.linkWorkers)} posts. Time is continuous, in working days: 5 a week, 260 a year.

## 3. Process overview and scheduling
Event by event, in order of time, then of scheduling; at every working day's end link workers' states move in order of posts. Referrals at ${formatCount(referral.perWtePerYear)} a year per reference WTE.

## 4. Design concepts
Demands and resources; queueing with limited servers; exhaustion as ${exhaustion.rule === "stock" ? "a stock with fast strain and slow recovery" : `the rule “${exhaustion.rule}”`}. Caseloads, waits, burnout and turnover emerge. No learning beyond induction and training, no optimising. Stochasticity: every draw is a function of seed (“${results.request.seed}”), replication, stream, entity and number of the draw, so that scenarios meet the same patients and the same luck. Observation: ${formatCount(MEASURES.length)} measures, after the warm-up only.

## 5. Initialisation
Nobody in the system, the team complete; ${yearsInWords(run.warmUpYears)} of warm-up under the baseline's policies, not recorded; then ${yearsInWords(run.years)} that are. Levers change at week 0 unless a timeline says otherwise.

## 6. Input data
None but the ${formatCount(PARAMETERS.length)} parameters (parameters.csv). What the scenarios change:

${results.scenarios.map((scenario) => `- ${scenario.name}: ${changesInWords(scenario).join("; ") || "nothing"}.`).join("\n")}

## 7. Submodels
Referral and waiting; contacts and the day; pathway and closing; community services; holding (four functions, at the baseline “${holding.policy}”); workload, exhaustion and burnout; absence and leaving; departure, handover and recruitment; general practice; levers; shocks. Equations: published/model-odd.md, section 7.

## Limits
${[...limitSentences(), ...cannotKnow()].map((sentence) => `- ${sentence}`).join("\n")}
`;
}
