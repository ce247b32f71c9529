/** What `why` tells a reader: the difference, and its parts by lever and by mechanism. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { WhyPlan, WhyRequest } from "../experiment/why";
import type { Split, WhyFindings } from "../experiment/whyFindings";
import { MECHANISMS } from "../experiment/whyMechanisms";
import { type Block, part, section, table, text } from "./document";
import { counted, readable } from "./text";
import type { WhyOptions } from "./why";
import { partsTable, withInterval } from "./whyTable";

/** What was asked, what was run, and what came out. */
export interface Why {
  readonly names: readonly string[];
  readonly options: WhyOptions;
  readonly request: WhyRequest;
  readonly plan: WhyPlan;
  readonly findings: WhyFindings;
}

/** The report, from heading level 2 on. */
export function whyReport(result: Why): Block[] {
  const { levers, mechanisms } = result.findings;
  return [
    section(`Why did it change? ${result.request.other.name} against ${result.request.base.name}`),
    ...introduction(result),
    ...(levers ? byLevers(result, levers) : []),
    ...(mechanisms ? byMechanisms(result, mechanisms) : []),
  ];
}

function introduction({ names, options, request, plan, findings }: Why): Block[] {
  const { measure, base, other, difference } = findings;
  const { seed, replications } = request;
  const further = [
    ...(options.by === "both" ? [] : [`--by ${options.by}`]),
    ...(options.mechanisms === undefined ? [] : [`--mechanisms ${options.mechanisms}`]),
    ...(options.years === undefined ? [] : [`--years ${options.years}`]),
    ...(options.warmUp === undefined ? [] : [`--warm-up ${options.warmUp}`]),
    ...options.set.map((setting) => `--set ${setting}`),
    `--replications ${replications} --orders ${options.orders} --seed ${seed}`,
  ].join(" ");
  return [
    text(
      `Made by \`npm run holdfast -- why ${names.join(" ")} --measure ${measure.id} ${further}\`;`,
      `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`,
      `${counted(plan.experiment.scenarios.length, "setting")} with ${counted(replications, "replication")} of each,`,
      "the same luck in all of them.",
    ),
    text(
      `${measure.label} (${measure.unit}): ${readable(base.mean)} in ${request.base.id}, ${readable(other.mean)} in`,
      `${request.other.id}; difference ${withInterval(difference)} on average (95% interval).`,
    ),
    text(
      "The part of each is its Shapley value: what it adds, averaged over every order in which all of them could be",
      "brought in one after another. Parts sum to the whole exactly. Alone: what it adds when nothing else has been brought in.",
      "The interaction remainder is the whole less everything alone: what comes only of their acting together.",
      "Intervals say how sure we are of the averages, not how far futures differ.",
    ),
  ];
}

function byLevers({ request, plan: { levers } }: Why, split: Split): Block[] {
  const notes = [
    ...(levers!.grouped.length > 0
      ? [
          "More than eight parameters differ, so those of these groups of the parameter table are taken together:",
          `${levers!.grouped.map(({ id }) => id).join(", ")}.`,
        ]
      : []),
    ...levers!.merged.map(
      ({ parameters }) =>
        `${parameters.join(", ")} are taken together: one without the others is not allowed.`,
    ),
  ];
  return [
    part("By what was changed"),
    text(
      `Worth of a set of changes: the measure with these changes of ${request.other.id} made to ${request.base.id}, each for`,
      "the whole run as its timeline has it.",
      ...notes,
    ),
    ...partsTable(split, "Change", []),
    ...caveats(split, request.replications),
  ];
}

function byMechanisms({ request, plan: { mechanisms } }: Why, split: Split): Block[] {
  const { players, idle } = mechanisms!;
  const offs = players.map(({ id }) => {
    const { label, off } = MECHANISMS.find((one) => one.id === id)!;
    const settings = Object.entries(off).map(
      ([name, value]) => `\`${name}\` ${value === false ? "off" : value}`,
    );
    return [label, settings.join(", ")];
  });
  const direct = ["With none of these mechanisms", split.direct] as const;
  return [
    part("By the mechanism it passes through"),
    text(
      `Worth of a set of mechanisms: the difference ${request.other.id} − ${request.base.id} when only these are at work, all others`,
      "switched off in both scenarios from beginning to end (holding functions and recruitment time from week 0 on, as",
      "levers are). With none of them the direct remainder is left; the parts sum to the whole difference less that.",
      "Switching a mechanism off changes the level too, so a part says how the difference depends on the mechanism being there.",
      ...(players.length + idle.length < MECHANISMS.length
        ? [
            "Mechanisms that were not asked for stay at work throughout; what passes through them is part of that remainder.",
          ]
        : []),
      ...(idle.length > 0
        ? [`Off in both scenarios already: ${idle.map(({ label }) => label).join("; ")}.`]
        : []),
    ),
    ...partsTable(split, "Mechanism", [direct]),
    ...caveats(split, request.replications),
    text("How each mechanism was switched off:"),
    table(["Mechanism", "Settings"], offs),
  ];
}

function caveats({ n, orders }: Split, replications: number): Block[] {
  const sentences = [
    ...(orders === null
      ? []
      : [
          `More than eight take part, so the average is over ${orders} sampled orders, half of them the reverses of the others;`,
          "± from orders is the 95% error of that sample, which comes on top of the interval.",
        ]),
    ...(n < replications
      ? [
          `Only ${counted(n, "replication")} of ${replications} have a value in every run; the others are left out.`,
        ]
      : []),
  ];
  return sentences.length > 0 ? [text(...sentences)] : [];
}
