/** The part of the `tipping` report on what makes burnout stick, on policies, departures and fluctuations. */
import type { Tipping } from "../experiment/tipping";
import type { PolicyRow } from "../experiment/tippingPolicies";
import { WINDOW } from "../experiment/tippingSeries";
import { type Block, table, text } from "./document";
import { four, orDash, three, two, withInterval } from "./tippingFigures";

export function causes({ loops, leaving }: Tipping): Block[] {
  return [
    text("Feedbacks switched off at the default demand; the gap between the starts is the team's memory."),
    table(
      ["Switched off", "Burnt out, good start", "Burnt out, bad start", "Bad less good"],
      loops.map(({ off, good, bad, gap }) => [off, withInterval(good), withInterval(bad), withInterval(gap)]),
    ),
    text("Leaving and burnout, from the good start:"),
    table(
      ["Referrals", "Leaving", "Turnover", "Burnt out", "More than where unrelated"],
      leaving.map(({ referrals, leaving: what, burntOut, turnover, more }) => [
        String(referrals),
        what,
        two(turnover.mean),
        withInterval(burntOut),
        orDash(more),
      ]),
    ),
  ];
}

export function policies({ policies: rows }: Tipping): Block[] {
  return [
    text(
      "From the default start, policies from week 0 on. A policy's effect depends on which side of the tipping point the team stands.",
    ),
    table(
      [
        "Referrals",
        "Policy",
        "Burnt out",
        "Change from baseline",
        "Turnover",
        "Connected",
        "Wait for services, wd",
        "Returned to GP",
        "GP burden",
      ],
      rows.map(policyCells),
    ),
  ];
}

const policyCells = ({ referrals, policy, burntOut, change, wait, measures }: PolicyRow): string[] => [
  String(referrals),
  policy,
  withInterval(burntOut),
  orDash(change),
  two(measures.turnoverRate.summary.mean),
  two(measures.connectedShare.summary.mean),
  wait.mean.toFixed(1),
  two(measures.returnedToGpShare.summary.mean),
  two(measures.gpBurden.summary.mean),
];

export function departures({ departures: left, slowing }: Tipping): Block[] {
  return [
    text(
      "One post is closed in week 52 and opened again a week later: one departure more than in the twin run, with the same luck. Clustering is the variance over the mean of notices in quarters, less 1: 0 where notices come by chance alone.",
    ),
    table(
      ["Time to recruit, wd", "Extra notices in 1 year", "In 2 years", "Clustering"],
      left.map(({ recruitmentDays, afterOneYear, afterTwoYears, clustering }) => [
        String(recruitmentDays),
        withInterval(afterOneYear),
        withInterval(afterTwoYears),
        withInterval(clustering),
      ]),
    ),
    text(
      `Fluctuations of the team's mean exhaustion about a straight line, in windows of ${WINDOW.weeks} weeks in which it stays below ${WINDOW.wellBelow}, from the good start:`,
    ),
    table(
      ["Referrals", "n", "Spread", "More than at the lowest", "Likeness to the week before", "More"],
      slowing.map(({ referrals, n, sd, memory, sdMore, memoryMore }) => [
        String(referrals),
        String(n),
        four(sd.mean),
        sdMore ? `${four(sdMore.mean)} (${sdMore.ci95.map(four).join(" to ")})` : "–",
        three(memory.mean),
        memoryMore ? `${three(memoryMore.mean)} (${memoryMore.ci95.map(three).join(" to ")})` : "–",
      ]),
    ),
  ];
}
