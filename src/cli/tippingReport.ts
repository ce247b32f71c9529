/** What `tipping` tells a reader. */
import { DEFAULTS } from "../../sim/parameters";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { decimals } from "../experiment/decimals";
import type { Tipping } from "../experiment/tipping";
import { STARTS } from "../experiment/tippingArms";
import { BIMODAL } from "../experiment/tippingMixture";
import type { SweepRow, SweepTable } from "../experiment/tippingSweep";
import { type Block, part, section, table, text } from "./document";
import { readable } from "./text";
import { three, two, withInterval, within } from "./tippingFigures";
import { causes, departures, policies } from "./tippingReportCauses";
import { pulses, ramp, recovery } from "./tippingReportReturn";

/** The report, from heading level 2 on. */
export function tippingReport(result: Tipping): Block[] {
  return [
    section("Tipping"),
    ...introduction(result),
    part("Where the team tips"),
    ...sweeps(result),
    part("The mean field beside it"),
    ...meanField(result),
    part("Distribution over replications"),
    ...distribution(result),
    part("A pulse of referrals"),
    ...pulses(result),
    part("A slow rise and fall of referrals"),
    ...ramp(result),
    part("How long recovery takes"),
    ...recovery(result),
    part("What makes it stick"),
    ...causes(result),
    part("Policies at three demands"),
    ...policies(result),
    part("Departures, and fluctuations before the tipping point"),
    ...departures(result),
    part("Phenomena"),
    ...phenomena(result),
  ];
}

function introduction({ plan, arms }: Tipping): Block[] {
  return [
    text(`\`npm run holdfast -- tipping --replications ${plan.replications} --seed ${plan.seed}\``),
    text(
      `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}; ${arms} settings, ${readable(plan.replications)} replications each, with the same people and luck in all of them.`,
      `Runs last ${DEFAULTS.run.years} years after ${DEFAULTS.run.warmUpYears} of warm-up, unless it says otherwise; "burnt out" is the share of link workers in post, averaged over the last year.`,
      `A good start is exhaustion ${STARTS.good} for everybody on the first day of the warm-up, a bad start ${STARTS.bad}; the last year lies six to seven years after that day.`,
      "In brackets: 95% intervals of the mean, of paired differences where it is a difference.",
    ),
  ];
}

function sweeps(result: Tipping): Block[] {
  return [
    text(
      "Where the share from the bad start falls from year 1 to year 5, a gap between the starts is slow recovery; where it does not, the team stays burnt out.",
    ),
    ...result.sweeps.flatMap((sweep) => [sweepTable(sweep), text(halfSentence(sweep))]),
  ];
}

function sweepTable({ what, rows }: SweepTable): Block {
  return table(
    [
      what,
      "Burnt out, good start",
      "Burnt out, bad start",
      "Bad start, year 1",
      "Bad less good",
      "Demand ratio",
      "Mean field",
    ],
    rows.map((row) => [
      String(row.level),
      withInterval(row.good),
      withInterval(row.bad),
      two(row.badFirst.mean),
      withInterval(row.gap),
      three(row.demandRatio),
      states(row),
    ]),
  );
}

/** The lasting states of the mean field, in words. */
function states({ meanField: points }: SweepRow): string {
  const lasting = points.filter(({ stable }) => stable).map(({ E }) => two(E));
  return lasting.length > 0 ? `E ${lasting.join(" or ")}` : "–";
}

const halfSentence = ({ half }: SweepTable): string =>
  `Half are burnt out at ${within(half.good)} from the good start and at ${within(half.bad)} from the bad one (in a straight line between neighbours; "outside": not within this sweep).`;

function meanField({ meanField: { folds, referrals } }: Tipping): Block[] {
  return [
    text(
      "The mean-field companion follows the exhaustion of one link worker under a steady demand ratio: required contact hours over the nominal contact hours of funded posts.",
      folds
        ? `At the defaults its folds lie at ${three(folds.low)} and ${three(folds.high)}: below the first there is only a healthy state, above the second only a burnt-out one, between them both.`
        : "At the defaults every demand ratio has one state.",
      "The demand ratios above are measured in the runs from the good start (contact hours done, divided by 1 + slowing × mean exhaustion, over nominal hours); they rise faster than referrals, because queues lengthen holding.",
      `Measured so, the folds lie at ${within(referrals.low)} and ${within(referrals.high)} referrals per reference WTE and year.`,
      "It is an illustration: teams of seven leave a state by chance before the fold.",
    ),
  ];
}

function distribution({ distribution: rows }: Tipping): Block[] {
  const tenths = Array.from({ length: 10 }, (_, i) => `${i / 10}–`);
  return [
    text(
      "Replications by mean exhaustion of the team in the last year, in tenths.",
      `Two kinds of futures: a mixture of two normal distributions beats one by a BIC of at least ${BIMODAL.gain}, with means more than ${BIMODAL.separation} spreads apart (Ashman's D) and at least a tenth of the replications in each.`,
      "Where there are two, the mean describes neither.",
    ),
    table(
      ["Referrals", "History", ...tenths, "Mean", "BIC gain", "Apart", "Two kinds"],
      rows.map(({ referrals, history, tenths: counts, mean, test }) => [
        String(referrals),
        history,
        ...counts.map(String),
        two(mean),
        test ? decimals(test.gain, 1) : "–",
        test ? test.separation.toFixed(1) : "–",
        test ? (test.bimodal ? `yes: ${two(test.parts[0].mean)} and ${two(test.parts[1].mean)}` : "no") : "–",
      ]),
    ),
  ];
}

function phenomena({ phenomena: rows }: Tipping): Block[] {
  return [
    text(
      "Each judged by the rule beside it, from the runs above and no others. None of them is put into the model.",
    ),
    table(
      ["Phenomenon", "Verdict", "Evidence", "Rule"],
      rows.map(({ name, verdict, evidence, rule }) => [name, verdict, evidence, rule]),
    ),
  ];
}
