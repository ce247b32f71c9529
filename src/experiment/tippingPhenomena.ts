/**
 * What the runs show of the phenomena one may expect of such a team, each judged by a stated rule. "Not seen" is a finding; "not measured" says that these runs cannot tell.
 */
import {
  accelerator,
  cascade,
  holdingSustainsQueues,
  shiftingTheBurden,
  slowingDown,
  stickiness,
} from "./tippingPhenomenaCauses";
import type { SweepTable } from "./tippingSweep";
import type { Tables } from "./tippingTables";
import {
  between,
  clearlyMore,
  LEAST,
  listed,
  type Phenomenon,
  seen,
  surelyLess,
  surelyMore,
  two,
} from "./tippingVerdict";

export type { Phenomenon, Verdict } from "./tippingVerdict";

/** Every phenomenon, judged from the tables. */
export function phenomenaOf(tables: Tables): Phenomenon[] {
  const [referrals, posts, capacity] = tables.sweeps;
  return [
    tipping("Tipping as referrals rise", referrals),
    tipping("Tipping as posts fall", posts),
    tipping("Tipping through community services", capacity),
    pathDependence(tables),
    bimodal(tables),
    pulses(tables),
    loop(tables),
    stickiness(tables),
    holdingSustainsQueues(tables),
    shiftingTheBurden("by handing patients back (without holding 3)", "holding-function-3-off", tables),
    shiftingTheBurden("by limiting holding in time", "holding-time-limited", tables),
    accelerator(tables),
    cascade(tables),
    slowingDown(tables),
    {
      name: "Cascade by contagion of leaving",
      rule: "Extra notices for one notice, by contagion alone.",
      verdict: "not measured",
      evidence: "A departure forced by closing a post is no resignation, so it prompts nobody by contagion.",
    },
    {
      name: "Slower recovery from a shock of absence",
      rule: "Time to recover after a common absence, nearer and nearer to the tipping point.",
      verdict: "not measured",
      evidence: "No ordinary setting makes everybody absent at once.",
    },
  ];
}

/** One step of a sweep in which the burnt-out share rises by a fifth, between almost nobody and most. */
const STEEP = 0.2;

function tipping(name: string, { rows }: SweepTable): Phenomenon {
  const shares = rows.map(({ good }) => good.mean);
  const steepest = rows.reduce((best, row, i) => {
    const size = row.step ? Math.abs(row.step.mean) : 0;
    return size > Math.abs(rows[best].step?.mean ?? 0) ? i : best;
  }, 0);
  const { step, level } = rows[steepest];
  const significant = step !== null && (surelyMore(step) || surelyLess(step));
  const spans = Math.min(...shares) <= LEAST && Math.max(...shares) >= 0.5;
  return {
    name,
    rule: `From a good start, the burnt-out share of the last year goes from at most ${LEAST} to at least 0.5 within the sweep, and by at least ${STEEP} in one step (interval beside 0).`,
    verdict: seen(spans && significant && Math.abs(step.mean) >= STEEP),
    evidence: step
      ? `${two(Math.min(...shares))} to ${two(Math.max(...shares))}; steepest step, from ${rows[steepest - 1].level} to ${level}: ${between(step)}`
      : "one level only",
  };
}

function pathDependence({ sweeps: [{ rows }] }: Tables): Phenomenon {
  const clear = rows.filter(({ gap }) => clearlyMore(gap));
  const lasting = clear.filter(({ badTrend }) => !surelyLess(badTrend));
  return {
    name: "Path dependence",
    rule: `After seven years the burnt-out share is at least ${LEAST} higher from the bad start than from the good one (interval above 0), at a demand at which it does not fall any more from the bad start (year 5 less year 3, interval not below 0).`,
    verdict: seen(lasting.length > 0),
    evidence: listed(
      clear.map(({ level, gap, badTrend }) => {
        const how = surelyLess(badTrend) ? "falling still" : "lasting";
        return `at ${level}: ${between(gap)}, ${how} (${between(badTrend)})`;
      }),
    ),
  };
}

function bimodal({ distribution }: Tables): Phenomenon {
  const tested = distribution.filter(({ test }) => test !== null);
  const bimodalOnes = tested.filter(({ test }) => test!.bimodal);
  return {
    name: "Two kinds of futures (bimodality)",
    rule: "Mean exhaustion of the last year over replications: a mixture of two normals beats one by a BIC of at least 6, with means more than 2 spreads apart and at least a tenth in each, at some demand.",
    verdict: tested.length > 0 ? seen(bimodalOnes.length > 0) : "not measured",
    evidence:
      tested.length > 0
        ? listed(
            bimodalOnes.map(({ referrals, history, test }) => {
              const [low, high] = test!.parts;
              return `at ${referrals}, ${history}: ${two(low.mean)} and ${two(high.mean)} (BIC gain ${test!.gain.toFixed(0)})`;
            }),
          )
        : "too few replications",
  };
}

function pulses({ pulses: rows }: Tables): Phenomenon {
  const judged = rows.filter(({ verdict }) => verdict !== null);
  const has = (what: string): boolean => judged.some(({ verdict }) => verdict === what);
  return {
    name: "A pulse of referrals from which the team has not returned",
    rule: "After one pulse the team has returned by the last year (interval of what remains below 0.1), after another it has not (interval above 0.1).",
    verdict: seen(has("has returned") && has("has not returned")),
    evidence: judged
      .map(
        ({ referrals, weeks, verdict, remains }) =>
          `${weeks} weeks at ${referrals} ${verdict}: ${between(remains!)}`,
      )
      .join("; "),
  };
}

function loop({ ramp }: Tables): Phenomenon {
  const speeds = [...new Set(ramp.map(({ years }) => years))];
  const clear = ramp.filter(({ gap }) => gap && clearlyMore(gap));
  return {
    name: "Hysteresis loop",
    rule: `As referrals rise and fall slowly, the burnt-out share is at least ${LEAST} higher on the way down than up at the same demand (interval above 0), at both speeds.`,
    verdict: seen(speeds.every((years) => clear.some((row) => row.years === years))),
    evidence: listed(
      speeds.map((years) => {
        const gaps = clear.filter((row) => row.years === years).map(({ gap }) => gap!.mean);
        return `in ${years} years: ${gaps.length} of 6 levels${gaps.length > 0 ? `, up to ${two(Math.max(...gaps))}` : ""}`;
      }),
    ),
  };
}
