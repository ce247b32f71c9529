/** Local numbers and their fit in sentences. */
import type { Interval } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import { describeValue } from "../levers";
import type { FittedParameter, LocalAnswer } from "../local";
import type { LocalFigures } from "../local/figures";
import { formatCount, formatDecimal, formatRange, formatUpTo, formatValue, styleOf } from "./format";
import { parameterById } from "./tables";
import { text } from "./text";

/** From so many leavers on, their rate is known to within a third or so. */
const FEW_LEAVERS = 30;
/** Referrals a post that are so many times what is usual, or so small a part of it, can hardly be right. */
const FAR = 2;

/** What the numbers come to, a sentence each. */
export function figuresInWords(figures: LocalFigures): string[] {
  const { months, gaps, wte, posts, referralsPerYear, leavers, turnover, turnoverRange } = figures;
  const { wait, waitRange, wteChange, netStarters } = figures;
  const [share, days] = [styleOf("share"), styleOf("working days")];
  const one = (value: number) => formatUpTo(value, 1);
  const said = text.local;
  const saidOfLeavers = leavers < FEW_LEAVERS ? said.leavers : said.leaversSurer;
  const saidOfWte = Math.abs(wteChange - netStarters) > 1 ? said.check : said.agree;
  return [
    said.size({
      months: formatCount(months),
      wte: one(wte),
      posts: formatCount(posts),
      referrals: formatCount(referralsPerYear),
      referralsPerPost: formatCount(referralsPerYear / posts),
    }),
    saidOfLeavers(leavers, formatValue(turnover, share), formatRange(...turnoverRange, share)),
    wait === null || waitRange === null
      ? said.noWait
      : said.wait(formatValue(wait, days), formatRange(...waitRange, days)),
    ...(gaps.length > 0 ? [] : [saidOfWte(one(wteChange), one(netStarters))]),
  ];
}

/** What to look at before a fit is taken for anything: months that are missing, and referrals that can hardly be right. */
export function localWarnings({ gaps, referralsPerYear, posts }: LocalFigures): string[] {
  const said = text.local;
  const named = gaps.map(({ from, to, months }) => said.gap(from, to, months));
  const perPost = referralsPerYear / posts;
  const [low, high] = parameterById("referral.perWtePerYear").range as Interval;
  const usual = text.format.range(formatCount(low), formatCount(high));
  return [
    ...(gaps.length > 0 ? [said.gaps(named)] : []),
    ...(perPost > FAR * high ? [said.manyReferrals(formatCount(perPost), usual)] : []),
    ...(perPost < low / FAR ? [said.fewReferrals(formatCount(perPost), usual)] : []),
  ];
}

/** What the fit says about one parameter. */
export function narrowedInWords({ narrowedTo }: FittedParameter): string {
  const { noneFits, hardlyNarrowed, narrowed } = text.local;
  if (narrowedTo === null) return noneFits;
  return (narrowedTo > 0.8 ? hardlyNarrowed : narrowed)(formatValue(narrowedTo, styleOf("share"), 0));
}

/** What cannot be told apart, and what follows for whoever uses the fit. */
export function untoldInWords({ ridges, parameters, accepted }: LocalAnswer): string[] {
  if (accepted < 2) return [];
  const { untoldLess, untoldMore, almostNothing, noHolding } = text.local;
  const name = (id: string) => text.format.within(parameterById(id).label);
  const pairs = ridges.map(({ a, b, correlation }) =>
    (correlation < 0 ? untoldLess : untoldMore)(name(a), name(b), formatDecimal(correlation, 2)),
  );
  const hardly = parameters.filter(({ narrowedTo }) => narrowedTo !== null && narrowedTo > 0.8);
  return [
    ...pairs,
    ...(hardly.length > 0 ? [almostNothing(hardly.map(({ id }) => name(id)))] : []),
    noHolding,
  ];
}

/** Whether the model can give these figures at all. */
export function verdictInWords({ accepted, candidates }: LocalAnswer): string {
  if (accepted < 2) return text.local.noFit;
  return text.local.fit(formatValue(accepted / candidates, styleOf("share"), 0), formatCount(candidates));
}

/** The fitted team as a scenario, with the reason of every change. */
export function fittedScenario(figures: LocalFigures, { set, suggestion, accepted }: LocalAnswer): Scenario {
  const { name, question, taken, fromStart, fits, nearest } = text.local;
  const months = formatCount(figures.months);
  const fitted = (accepted < 2 ? nearest : fits)(months);
  const changes = { ...set, ...suggestion };
  const reasons = Object.fromEntries([
    ...Object.keys(set).map((id) => [id, id === "run.leversFrom" ? fromStart : taken(months)]),
    ...Object.keys(suggestion).map((id) => [id, fitted]),
  ]);
  return {
    id: "local-team",
    name,
    question,
    changes,
    reasons,
    timeline: [],
  };
}

/** A parameter's value with its unit, to no more digits than a fit can tell. */
export const valueInWords = (id: string, value: number): string =>
  describeValue(parameterById(id), Number(value.toPrecision(3)));
