/** What `staff` tells a reader: the answer with its cost and its neighbours, every team tried, and how it was judged. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { ERROR, type LadderFinding, type TeamFinding, teamCount } from "../experiment/staff";
import { nearestTeam, simulatedCost, standingOf, targetFigures } from "../experiment/staffFigures";
import { looks } from "../experiment/staffSearch";
import { targetText } from "../experiment/staffTargets";
import { type Block, part, section, table, text } from "./document";
import { answerText } from "./staffAnswer";
import type { StaffCall } from "./staffRequest";
import { pounds, shareText, teamText } from "./staffWords";
import { counted, interval, readable } from "./text";
import { percent } from "./tippingFigures";

/** The report, from heading level 2 on. */
export function staffReport(call: StaffCall, ladders: readonly LadderFinding[]): Block[] {
  return [
    section(`The smallest safe team: ${call.scenario.name}`),
    asked(call),
    ...ladders.flatMap((ladder) => ladderBlocks(call, ladder, ladders.length > 1)),
    part("How it was judged"),
    ...method(call),
  ];
}

function asked({ levels, targets, inWords, ladders }: StaffCall): Block {
  const combined = levels.supervision !== null || levels.services !== null;
  const what = combined ? "the cheapest combination" : "the fewest posts (WTE)";
  return text(
    `Asked: ${what}, of ${counted(ladders.flat().length, "team")}, for which all of this holds at once in at least ${inWords} futures:`,
    `${targets.map(targetText).join("; ")}.`,
  );
}

function ladderBlocks(call: StaffCall, ladder: LadderFinding, several: boolean): Block[] {
  const { outcome, teams } = ladder;
  const shown = outcome.answer === null ? nearestTeam(ladder) : teams[outcome.answer];
  const heading = several
    ? [part(`Community services at ${shown.team.services} times the usual places`)]
    : [];
  return [
    ...heading,
    ...answerText(call, ladder).map((sentences) => text(...sentences)),
    ...targetTable(call, shown),
    ...teamTable(call, ladder),
  ];
}

function targetTable({ targets }: StaffCall, { team, table: runs }: TeamFinding): Block[] {
  if (runs === null) return [];
  const rows = targetFigures(runs, targets).map(({ target, share, summary: { mean, p10, p90 } }) => [
    target.measure.label,
    targetText(target),
    percent(share),
    readable(mean),
    interval(p10, p90),
  ]);
  return [
    text(`Each target on its own, with ${teamText(team)}:`),
    table(["Measure", "Target", "Met in", "Mean", "P10 to P90"], rows),
  ];
}

/** Every team of which futures were run, cheapest first. */
function teamTable({ levels }: StaffCall, ladder: LadderFinding): Block[] {
  const optional = [
    ...(levels.supervision ? ["Supervision (h/month)"] : []),
    ...(levels.services ? ["Services (×)"] : []),
  ];
  const header = [
    "Posts",
    ...optional,
    "Futures",
    "All met in",
    "Surely between",
    "Verdict",
    "Budget (£/year)",
  ];
  const rows = ladder.teams.flatMap((finding, t) => {
    const { team, tally, interval: between } = finding;
    if (tally.futures === 0) return [];
    const row = [
      String(team.posts),
      ...(levels.supervision ? [String(team.supervision)] : []),
      ...(levels.services ? [String(team.services)] : []),
      ...[
        String(tally.futures),
        percent(tally.met / tally.futures),
        shareText(between),
        standingOf(ladder, t),
      ],
      readable(team.budget),
      costCell(finding),
    ];
    return [row];
  });
  const left = ladder.teams.length - rows.length;
  const rest = left > 0 ? [text(`${counted(left, "dearer team")} did not have to be tried.`)] : [];
  return [table([...header, "Cost (£/year, mean)"], rows), ...rest];
}

function costCell(finding: TeamFinding): string {
  const cost = simulatedCost(finding);
  return cost === null ? "–" : `${readable(cost.mean)} (${interval(...cost.ci95)})`;
}

function method(call: StaffCall): Block[] {
  const { most, seed, placePrice, levels } = call;
  const lookCount = looks(most).length;
  const priced =
    placePrice === null
      ? "No price of a place in a community service is known to the model: give one with --service-cost, or read the costs as those of the team alone."
      : `A place in a community service beyond the usual ones is counted at ${pounds(placePrice)} a year, as given.`;
  return [
    text(
      `Teams are tried from the smallest budget up, each with the same luck in future r, with more futures at ${lookCount} looks fixed beforehand (${looks(most).join(", ")}), until the share that meets all targets is surely at or surely below what is asked.`,
      `"Surely between" is the exact interval of Clopper and Pearson (1934), its error split evenly over ${counted(teamCount(call), "team")} and ${lookCount} looks: the chance that any verdict or interval here is wrong is at most ${percent(ERROR)} in all.`,
      "Nothing is assumed of how the share changes from team to team. A future in which a measure has no value counts as one that misses its target.",
    ),
    text(
      "Budget: the cost with every post filled all year. Cost: as simulated, with recruitment; a vacant post costs nothing, so read it beside the budget.",
      ...(levels.services ? [priced] : []),
      `Seed "${seed}"; Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}. Doubt about the parameters themselves is not in these figures.`,
    ),
  ];
}
