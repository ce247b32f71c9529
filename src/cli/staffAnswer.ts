/** The answer of `staff` in sentences: which team, how sure, what it costs, and what comes before and after it. */
import type { LadderFinding, TeamFinding } from "../experiment/staff";
import { costDifference, nearestTeam, simulatedCost } from "../experiment/staffFigures";
import type { StaffCall } from "./staffRequest";
import { pounds, shareText, teamText } from "./staffWords";
import { counted } from "./text";
import { percent } from "./tippingFigures";

type Paragraph = readonly string[];

/** Paragraphs on one ladder of teams. */
export function answerText(call: StaffCall, ladder: LadderFinding): readonly Paragraph[] {
  const { teams, outcome } = ladder;
  if (outcome.answer === null) return [noAnswer(call, ladder)];
  const answer = teams[outcome.answer];
  return [
    [...found(call, ladder, answer), ...cost(answer, call)],
    [...before(ladder, outcome.answer), ...after(ladder, answer)],
  ];
}

/** "in 110 of 120 futures (92%; surely between 84% and 97%)". */
function tallyText({ tally: { met, futures }, interval }: TeamFinding): string {
  return `in ${met} of ${counted(futures, "future")} (${percent(met / futures)}; surely ${shareText(interval)})`;
}

function found({ inWords }: StaffCall, { outcome }: LadderFinding, answer: TeamFinding): Paragraph {
  const meets = `${teamText(answer.team)}: all targets are met ${tallyText(answer)}, where at least ${inWords} are asked for.`;
  const open = outcome.untold.some((t) => t < outcome.answer!);
  return [open ? `The first that surely will do is ${meets}` : `The answer is ${meets}`];
}

function cost(answer: TeamFinding, { placePrice, levels }: StaffCall): Paragraph {
  const { mean, ci95 } = simulatedCost(answer)!;
  const { team } = answer;
  const simulated = `It costs ${pounds(mean)} a year on average (95% interval ${pounds(ci95[0])} to ${pounds(ci95[1])}), and ${pounds(team.budget)} with every post filled all year.`;
  if (levels.services === null) return [simulated];
  if (placePrice === null) return [simulated, "What community services cost is left out."];
  const places = `${Math.abs(team.extraPlaces)} places ${team.extraPlaces < 0 ? "fewer" : "more"} than usual`;
  return [simulated, `In both, ${pounds(team.placesCost)} is for ${places} in community services.`];
}

const LISTED = 4;

/** Some of the names, and how many more there are. */
const listed = (names: readonly string[]): string =>
  names.length <= LISTED
    ? names.join("; ")
    : `${names.slice(0, LISTED).join("; ")}; and ${names.length - LISTED} more`;

/** The teams before the answer: undecided ones by name, else the last of those that fail. */
function before({ teams, outcome }: LadderFinding, answer: number): Paragraph {
  if (answer === 0) return ["It is the first of the teams that were to be tried: a cheaper one may do too."];
  const untold = outcome.untold.filter((t) => t < answer).map((t) => teams[t]);
  if (untold.length > 0) {
    const named = listed(untold.map((finding) => `${teamText(finding.team)} (met ${tallyText(finding)})`));
    return [
      `Of cheaper teams it cannot be told, within the futures allowed: ${named}. More --replications may tell.`,
    ];
  }
  const below = teams[answer - 1];
  return [
    `Every cheaper team fails; the next cheaper, ${teamText(below.team)}, meets them ${tallyText(below)}.`,
  ];
}

/** The next cheapest team that meets the targets too, and how much more it costs. */
function after({ teams, outcome: { runnerUp } }: LadderFinding, answer: TeamFinding): Paragraph {
  if (runnerUp === null) return ["No other team was found to meet them."];
  const next = teams[runnerUp];
  const { mean, ci95 } = costDifference(answer, next)!;
  const more = `${pounds(mean)} a year more on average (95% interval ${pounds(ci95[0])} to ${pounds(ci95[1])})`;
  return [`The runner-up, ${teamText(next.team)}, meets them ${tallyText(next)} and costs ${more}.`];
}

function noAnswer({ inWords }: StaffCall, ladder: LadderFinding): Paragraph {
  const { teams, outcome } = ladder;
  const nearest = nearestTeam(ladder);
  const best = `The nearest is ${teamText(nearest.team)}: they are met ${tallyText(nearest)}.`;
  if (outcome.untold.length === 0) {
    return [`No team in the range meets the targets in ${inWords} futures: all ${teams.length} fail.`, best];
  }
  const named = listed(outcome.untold.map((t) => teamText(teams[t].team)));
  return [
    `It cannot be told whether any team meets the targets in ${inWords} futures.`,
    `Open after the futures allowed: ${named}${outcome.untold.length < teams.length ? "; the others fail" : ""}. More --replications may tell.`,
    best,
  ];
}
