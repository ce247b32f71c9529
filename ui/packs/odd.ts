/** The model in the seven elements of ODD 2020, in short, with the settings of a run. */
import { PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { MODEL_VERSION } from "../../sim/version";
import { changesInWords } from "../scenarios";
import { documents } from "../text/documents";
import { cannotKnow } from "../text/evidence";
import { formatCount, yearsInWords } from "../text/format";
import { limitSentences } from "../text/limits";
import { type PackSubject, stampOf } from "./subject";

export function oddSummary(subject: PackSubject): string {
  const { results, focus } = subject;
  const { run, team, referral, services, exhaustion, holding } = results.params(0);
  const words = documents.odd;
  return words.summary({
    stamp: stampOf(subject),
    model: MODEL_VERSION,
    question: results.scenarios[focus].question,
    seed: results.request.seed,
    years: yearsInWords(run.years),
    warmUp: yearsInWords(run.warmUpYears),
    places: services.places.map((count) => (Number.isFinite(count) ? formatCount(count) : words.unlimited)),
    linkWorkers: formatCount(team.linkWorkers),
    referrals: formatCount(referral.perWtePerYear),
    exhaustion: exhaustion.rule === "stock" ? words.stock : words.rule(exhaustion.rule),
    holding: holding.policy,
    measures: formatCount(MEASURES.length),
    parameters: formatCount(PARAMETERS.length),
    scenarios: results.scenarios.map((scenario) => words.scenario(scenario.name, changesInWords(scenario))),
    limits: [...limitSentences(run), ...cannotKnow()],
  });
}
