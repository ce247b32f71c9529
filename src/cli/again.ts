/** A call of the command line made again from a manifest, up to its study, which is not run. */
import { type Command, CommanderError } from "commander";
import { readScenario, type Scenario } from "../../sim/scenario";
import type { Asked, Manifest } from "../output/manifest";
import { askedOf } from "./finish";
import { InputProblems } from "./problems";
import type { HowToRun, Study } from "./study";
import type { Surroundings } from "./surroundings";
import { inCall } from "./thisCall";

export interface Again {
  readonly study: Study;
  readonly how: HowToRun;
  readonly asked: Asked;
}

/** Makes the program that reads the words of a call. */
export type MakeProgram = (surroundings: Surroundings) => Command;

/** The study of a manifest, its scenarios read from there. Throws InputProblems when this version cannot make it. */
export async function studyAgain(
  { words, inputs }: Manifest,
  makeProgram: MakeProgram,
  surroundings: Surroundings,
): Promise<Again> {
  let again: Again | undefined;
  const take = (study: Study, how: HowToRun) => {
    again = { study, how, asked: askedOf(study) };
  };
  let said = "";
  const quiet: Surroundings = {
    ...surroundings,
    out: () => {},
    err: (text) => {
      said += text;
    },
  };
  await inCall(words, { given: scenariosOf(inputs), take }, () =>
    makeProgram(quiet).parseAsync([...words], { from: "user" }),
  ).catch((error: unknown) => {
    if (error instanceof CommanderError) throw new InputProblems([said.trim()]);
    throw error;
  });
  if (!again) throw new InputProblems([`"${words.join(" ")}" is not a study that can be repeated.`]);
  return again;
}

function scenariosOf(inputs: Manifest["inputs"]): Map<string, Scenario> {
  const read = Object.entries(inputs).map(([argument, source]): [string, Scenario] => {
    const answer = readScenario(source, () => undefined);
    if ("problems" in answer)
      throw new InputProblems(answer.problems.map((problem) => `${argument}: ${problem}`));
    return [argument, answer.scenario];
  });
  return new Map(read);
}
