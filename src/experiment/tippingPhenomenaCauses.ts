/** Phenomena of holding, leaving and recovery: each by a stated rule, from the tables. */
import type { Tables } from "./tippingTables";
import {
  between,
  clearlyMore,
  LEAST,
  LEAST_BRANCHING,
  type Phenomenon,
  seen,
  surelyLess,
  surelyMore,
  two,
} from "./tippingVerdict";

export function stickiness({ loops }: Tables): Phenomenon {
  const [asItIs, quickRecovery] = loops;
  return {
    name: "Slow recovery from burnout makes the memory",
    rule: `At the default demand, the gap between the two starts is at least ${LEAST} (interval above 0), and less than half of that without slow recovery.`,
    verdict: seen(clearlyMore(asItIs.gap) && quickRecovery.gap.mean < asItIs.gap.mean / 2),
    evidence: `gap with this switched off: ${loops.map(({ off, gap }) => `${off}: ${two(gap.mean)}`).join("; ")}`,
  };
}

export function holdingSustainsQueues({ policies }: Tables): Phenomenon {
  const off = policies.filter(({ policy }) => policy === "holding-function-1-off");
  const connected = off.map(({ measures }) => measures.connectedShare.change!);
  return {
    name: "Holding sustains queues",
    rule: "Without holding 1 the wait for services is shorter (interval below 0) and the share connected no lower by 0.02, at every demand.",
    verdict: seen(
      off.every(({ waitChange }) => surelyLess(waitChange!)) && connected.every(({ mean }) => mean > -0.02),
    ),
    evidence: off
      .map(
        ({ referrals, waitChange }, i) =>
          `at ${referrals}: wait ${between(waitChange!)} days, connected ${between(connected[i])}`,
      )
      .join("; "),
  };
}

export function shiftingTheBurden(how: string, which: string, { policies }: Tables): Phenomenon {
  const rows = policies.filter(({ policy }) => policy === which);
  return {
    name: `Shifting the burden to the practice ${how}`,
    rule: "The practice's burden index rises (interval above 0) at every demand.",
    verdict: seen(rows.every(({ measures }) => surelyMore(measures.gpBurden.change!))),
    evidence: rows
      .map(({ referrals, measures }) => `at ${referrals}: ${between(measures.gpBurden.change!)}`)
      .join("; "),
  };
}

export function accelerator({ leaving }: Tables): Phenomenon {
  const driven = leaving.filter(({ leaving: what }) => what.startsWith("driven"));
  return {
    name: "Turnover speeds burnout up",
    rule: "The burnt-out share is higher where exhaustion drives leaving (kL = 2) than where leaving is unrelated to it (interval above 0), at every demand; lower would make turnover a safety valve.",
    verdict: seen(driven.every(({ more }) => surelyMore(more!))),
    evidence: driven.map(({ referrals, more }) => `at ${referrals}: ${between(more!)}`).join("; "),
  };
}

export function cascade({ departures }: Tables): Phenomenon {
  return {
    name: "Resignation cascade through workload",
    rule: `One forced departure brings at least ${LEAST_BRANCHING} further notices within two years (interval above 0), at some time to recruit.`,
    verdict: seen(departures.some(({ afterTwoYears }) => clearlyMore(afterTwoYears, LEAST_BRANCHING))),
    evidence: departures
      .map(({ recruitmentDays, afterTwoYears }) => `${recruitmentDays} days: ${between(afterTwoYears)}`)
      .join("; "),
  };
}

export function slowingDown({ slowing }: Tables): Phenomenon {
  const judged = slowing.filter(({ referrals, sdMore, memoryMore, n }) => {
    return referrals <= 225 && sdMore && memoryMore && n >= 10;
  });
  const last = judged[judged.length - 1];
  return {
    name: "Critical slowing down",
    rule: "In half-years in which the team is well, exhaustion fluctuates more and is more like the week before (both intervals above 0) at the highest demand up to the default than at the lowest.",
    verdict: last ? seen(surelyMore(last.sdMore!) && surelyMore(last.memoryMore!)) : "not measured",
    evidence: last
      ? `at ${last.referrals} against ${slowing[0].referrals}: spread ${last.sd.mean.toFixed(4)} against ${slowing[0].sd.mean.toFixed(4)}, likeness ${two(last.memory.mean)} against ${two(slowing[0].memory.mean)}`
      : "too few replications in which the team is well",
  };
}
