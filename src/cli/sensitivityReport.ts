/** What `sensitivity` tells a reader of a screening: a table a measure, the parameters that matter most first. */
import type { ParameterRow } from "../../sim/parameters";
import { quantileOf } from "../../sim/statistics/priors";
import {
  byMuStar,
  HIGH,
  LEVELS,
  LOW,
  type MorrisFinding,
  type MorrisParameter,
  morrisPoints,
} from "../experiment/sensitivityMorris";
import { type Block, section, table, text } from "./document";
import type { SensitivityCall } from "./sensitivityRequest";
import { alike, drawingText, heading, runsText, SHOWN, sameLuck, subject } from "./sensitivityText";
import { counted, readable } from "./text";

/** The report of a screening, from heading level 2 on. */
export function morrisReport(call: SensitivityCall, findings: readonly MorrisFinding[]): Block[] {
  const percentiles = `${readable(100 * LOW)}th to its ${readable(100 * HIGH)}th percentile`;
  return [
    section(`Sensitivity of ${subject(call)}: screening`),
    text(
      `Elementary effects (Morris 1991): ${counted(call.rows.length, "parameter")}, moved one at a time along`,
      `${readable(call.trajectories)} random trajectories on a grid of ${LEVELS} levels;`,
      runsText(call, morrisPoints(call)),
    ),
    text(
      `mu*: by how much the measure changes on average when this parameter alone goes from its ${percentiles}, in either`,
      "direction, the others anywhere on the grid: scaled up from moves over two thirds of that range. mu: the same with",
      "its sign. sigma: how much the change differs with the others and with where it begins. Intervals (95%): by drawing trajectories again; with few of them, rough.",
    ),
    text(
      `${sameLuck(call)}: "chance" is what mu* would not exceed, in 95 of 100 such studies for any`,
      "parameter, if none had an effect.",
      drawingText(call),
    ),
    ...findings.flatMap(morrisTable),
  ];
}

function morrisTable(finding: MorrisFinding): Block[] {
  const ranked = byMuStar(finding);
  const figure = alike(Math.max(...ranked.map(({ effects }) => effects.muStar || 0)));
  const told = ranked.filter(({ effects, chance }) => effects.muStar > chance).length;
  const header = ["Parameter", "From – to", "mu*", "95% interval", "mu", "sigma", "chance"];
  const line = ({ row, effects: { muStar, muStarCi95, mu, sigma }, chance }: MorrisParameter) => [
    `\`${row.id}\``,
    fromTo(row),
    figure(muStar),
    `${figure(muStarCi95[0])} to ${figure(muStarCi95[1])}`,
    figure(mu),
    figure(sigma),
    figure(chance),
  ];
  const [next] = ranked.slice(SHOWN);
  const others =
    next && `The other ${ranked.length - SHOWN} have a mu* of at most ${figure(next.effects.muStar)}.`;
  return [
    heading(finding.measure),
    table(header, ranked.slice(0, SHOWN).map(line)),
    text(
      `Told apart from chance (mu* above it): ${told} of ${ranked.length} parameters.`,
      ...(others ? [others] : []),
    ),
  ];
}

/** The ends between which a screening moves a parameter, in its unit. */
function fromTo(row: ParameterRow): string {
  const [low, high] = [LOW, HIGH].map((u) => quantileOf(row, u));
  const shown = (value: typeof low) => (typeof value === "number" ? readable(value) : String(value));
  return `${shown(low)} – ${shown(high)}`;
}
