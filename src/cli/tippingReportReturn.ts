/** The part of the `tipping` report on whether, and how fast, a team comes back. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import type { Tipping } from "../experiment/tipping";
import { PULSE, RAMP_LEVELS } from "../experiment/tippingArms";
import { RETURNED } from "../experiment/tippingRecovery";
import { RECOVERY } from "../experiment/tippingSeries";
import { type Block, table, text } from "./document";
import { readable } from "./text";
import { orDash, percent, two, withInterval } from "./tippingFigures";

export function pulses({ pulses: rows }: Tipping): Block[] {
  return [
    text(
      `From the good start, referrals are ${PULSE.multiplier} times as many from week ${PULSE.fromWeek} for so many weeks, and then as before.`,
      `The team has returned when the interval of what remains in the last year lies below ${RETURNED}, and has not when it lies above. The last year begins two years after the longer pulse has ended; whether it would ever return, these runs do not say.`,
    ),
    table(
      [
        "Referrals",
        "Pulse",
        "Burnt out, year 1",
        "Year 2",
        "Year 3",
        "Year 4",
        "Year 5",
        "Remains in year 5",
        "Verdict",
      ],
      rows.map(({ referrals, weeks, years, remains, verdict }) => [
        String(referrals),
        weeks === 0 ? "none" : `${weeks} weeks`,
        ...years.map(two),
        orDash(remains),
        verdict ?? "–",
      ]),
    ),
  ];
}

export function ramp({ ramp: rows }: Tipping): Block[] {
  return [
    text(
      `From the good start, referrals rise in ${RAMP_LEVELS.length} steps and fall again through the same steps; burnt out in the second half of each step.`,
      "A mere lag would make a loop too, but a smaller one the slower referrals move.",
    ),
    table(
      ["Years in all", "Referrals", "Burnt out, rising", "Burnt out, falling", "Falling less rising"],
      rows.map(({ years, referrals, up, down, gap }) => [
        String(years),
        readable(referrals),
        withInterval(up),
        down ? withInterval(down) : "–",
        orDash(gap),
      ]),
    ),
  ];
}

export function recovery({ recovery: rows }: Tipping): Block[] {
  const { burntOutFrom, firstWeeks, recoveredAt, lastsWeeks } = RECOVERY;
  return [
    text(
      `From the bad start, with help from week 0 on. Counted are the replications in which at least ${percent(burntOutFrom)} were burnt out over the first ${firstWeeks} weeks; a team has recovered in the first week from which at most ${percent(recoveredAt)} are, on average over ${lastsWeeks} weeks.`,
    ),
    table(
      [
        "Referrals",
        "Help",
        "Burnt out at week 0",
        "Recovered in 1 year",
        "In 2 years",
        "In 4½ years",
        "Half recovered after",
        "Burnt out in year 5",
        "Change through help",
      ],
      rows.map(({ referrals, remedy, burntOut, within, medianWeeks, lastYear, helps }) => [
        String(referrals),
        remedy,
        String(burntOut),
        ...within.map(percent),
        Number.isNaN(medianWeeks)
          ? "–"
          : Number.isFinite(medianWeeks)
            ? `${(medianWeeks / WEEKS_PER_YEAR).toFixed(1)} years`
            : "longer",
        withInterval(lastYear),
        orDash(helps),
      ]),
    ),
  ];
}
