/** `staff`: the smallest safe team. */
import type { Command } from "commander";
import { parameterById } from "../../sim/parameters";
import { findStaff } from "../experiment/staff";
import { CHOICES } from "../experiment/staffTeams";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { longRunOptions, settingOptions, withWorkers } from "./longRun";
import { staffJson } from "./staffJson";
import { USUAL_LEVELS } from "./staffLevels";
import { staffReport } from "./staffReport";
import { readStaff, type StaffOptions } from "./staffRequest";
import type { Surroundings } from "./surroundings";

/** Replications of a team, at most, unless the command says otherwise. */
const DEFAULT_MOST = 400;

/** Adds the command to the program. */
export function addStaff(root: Command, surroundings: Surroundings): void {
  const another = (text: string, texts: string[]) => [...texts, text];
  const { supervision, services } = USUAL_LEVELS;
  const command = root
    .command("staff")
    .argument("<SCENARIO>", "scenario to find a team for")
    .option("--target <TARGET>", 'what must hold, such as "turnoverRate<=0.2"; repeatable', another, [])
    .option("--in <SHARE>", "in how many of how many futures all targets must hold", "8of10")
    .option(
      "--posts <RANGE>",
      "posts (WTE) to try: low:high, or a list",
      parameterById(CHOICES.posts).range!.join(":"),
    )
    .option(
      "--also <CHOICES>",
      `find the cheapest combination with supervision (${supervision} h a month) or services (${services} times ` +
        "the usual places) or both, comma between, or with values of your own: supervision=1,2,4; repeatable",
      another,
      [],
    )
    .option("--service-cost <POUNDS>", "£ a year for each place in community services, for --also services")
    .description("find the fewest posts, or the cheapest team, that meets targets in most futures");
  longRunOptions(settingOptions(command), DEFAULT_MOST, "team, at most").action(
    (name: string, options: StaffOptions) => staff(name, options, surroundings),
  );
}

/** Searches and prints what came out; throws InputProblems before anything is run. */
async function staff(name: string, options: StaffOptions, surroundings: Surroundings): Promise<void> {
  const call = readStaff(name, options, surroundings.cores);
  const findings = await withWorkers(call.workers, { ...surroundings, estimate: "at most" }, (means, show) =>
    findStaff(call, means, surroundings.signal, show),
  );
  if (call.format === "json") return surroundings.out(`${toJson(staffJson(call, findings))}\n`);
  const report = staffReport(call, findings);
  surroundings.out(call.format === "markdown" ? asMarkdown(report) : asText(report));
}
