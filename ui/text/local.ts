/** Local numbers and their fit in sentences. */
import { parameterById } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import { describeValue } from "../levers";
import type { FittedParameter, LocalAnswer } from "../local";
import type { LocalFigures } from "../local/figures";
import { formatCount, formatValue, inWords, styleOf } from "./format";

const turnoverStyle = styleOf("share");
const days = { ...styleOf("working days"), suffix: " working days" };

const range = ([low, high]: readonly [number, number], style: typeof days): string =>
  `${formatValue(low, { ...style, suffix: style.scale === 100 ? "%" : "" })} to ${formatValue(high, style)}`;

/** What the numbers come to, a sentence each. */
export function figuresInWords(figures: LocalFigures): string[] {
  const { months, wte, posts, referralsPerYear, leavers, turnover, turnoverRange } = figures;
  const { wait, waitRange, wteChange, netStarters } = figures;
  const one = (value: number) =>
    value.toLocaleString("en-GB", { maximumFractionDigits: 1 }).replace("-", "−");
  return [
    `${formatCount(months)} months; ${one(wte)} WTE in post on average, so a simulated team of ${formatCount(posts)}; ${formatCount(referralsPerYear)} referrals a year, ${formatCount(referralsPerYear / posts)} for each post.`,
    `${formatCount(leavers)} ${leavers === 1 ? "leaver" : "leavers"}: ${formatValue(turnover, turnoverStyle)} of filled WTE a year. So few leavers allow anything from ${range(turnoverRange, turnoverStyle)}.`,
    wait === null || waitRange === null
      ? "The wait is not known in half of the months, so it is not fitted."
      : `A first appointment after ${formatValue(wait, days)} on average (taken as ${range(waitRange, days)}).`,
    Math.abs(wteChange - netStarters) > 1
      ? `Check: WTE changed by ${one(wteChange)} while starters less leavers are ${one(netStarters)}.`
      : `Starters less leavers (${one(netStarters)}) and the change of WTE (${one(wteChange)}) agree.`,
  ];
}

/** What the fit says about one parameter. */
export function narrowedInWords({ narrowedTo }: FittedParameter): string {
  if (narrowedTo === null) return "no setting fits";
  const share = formatValue(narrowedTo, styleOf("share"), 0);
  return narrowedTo > 0.8
    ? `hardly narrowed (${share} of the range is left)`
    : `narrowed to ${share} of the range`;
}

/** What cannot be told apart, and what follows for whoever uses the fit. */
export function untoldInWords({ ridges, parameters, accepted }: LocalAnswer): string[] {
  if (accepted < 2) return [];
  const name = (id: string) => parameterById(id).label.toLowerCase();
  const pairs = ridges.map(
    ({ a, b, correlation }) =>
      `These numbers cannot tell ${name(a)} and ${name(b)} apart: ${correlation < 0 ? "more of the one fits with less of the other" : "more of the one fits with more of the other"} (correlation ${correlation.toFixed(2).replace("-", "−")}).`,
  );
  const hardly = parameters.filter(({ narrowedTo }) => narrowedTo !== null && narrowedTo > 0.8);
  return [
    ...pairs,
    ...(hardly.length > 0
      ? [`They say almost nothing about ${inWords(hardly.map(({ id }) => name(id)))}.`]
      : []),
    "Nothing in them tells how much holding there is: what is fitted here stands on the model's other assumptions.",
  ];
}

/** Whether the model can give these figures at all. */
export function verdictInWords({ accepted, candidates }: LocalAnswer): string {
  if (accepted < 2)
    return "No setting within the plausible ranges gives these figures. The one shown comes nearest; the model, or the numbers, leave something out.";
  const share = formatValue(accepted / candidates, styleOf("share"), 0);
  return `${share} of the ${formatCount(candidates)} settings looked at fit: the numbers leave so much open.`;
}

/** The fitted team as a scenario, with the reason of every change. */
export function fittedScenario(figures: LocalFigures, { set, suggestion, accepted }: LocalAnswer): Scenario {
  const months = `${formatCount(figures.months)} months of local numbers`;
  const how = accepted < 2 ? "comes nearest to" : "fits";
  const changes = { ...set, ...suggestion };
  const reasons = Object.fromEntries([
    ...Object.keys(set).map((id) => [id, `Taken from ${months}.`]),
    ...Object.keys(suggestion).map((id) => [
      id,
      `${how === "fits" ? "Fits" : "Comes nearest to"} ${months}; other values do so too.`,
    ]),
  ]);
  return {
    id: "local-team",
    name: "Fitted to local numbers",
    question: "What does the model say of a team with our own referrals, turnover and wait?",
    changes,
    reasons,
    timeline: [],
  };
}

/** A parameter's value with its unit, to no more digits than a fit can tell. */
export const valueInWords = (id: string, value: number): string =>
  describeValue(parameterById(id), Number(value.toPrecision(2)));
