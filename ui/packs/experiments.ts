/** The experiments that were run on the page, as packs take them up: those that still answer what is asked now. */
import { EXPERIMENTS, type ExperimentId, type ExperimentState } from "../experimentState";
import { drawnPicture, type Picture } from "../pictures";
import { text } from "../text/text";
import type { ExperimentReport, ReportPart } from "./report";

export interface PackPart extends ReportPart {
  /** Null where the part is a table alone. */
  readonly picture: Picture | null;
}

export interface PackExperiment extends Pick<ExperimentReport, "ask" | "settings" | "finding"> {
  readonly id: ExperimentId;
  readonly question: string;
  readonly parts: readonly PackPart[];
}

export interface PackExperiments {
  readonly included: readonly PackExperiment[];
  /** Questions of those whose answers are out of date. */
  readonly leftOut: readonly string[];
}

/** px: what an A4 sheet shows without making its words small. */
const WIDTH = 640;

/** Everything that was run, with pictures drawn; what is out of date is named and left out. */
export async function packExperiments(ran: ExperimentState["ran"]["value"]): Promise<PackExperiments> {
  const question = (id: ExperimentId): string => text.findOutMore[id].question;
  const isOut = (id: ExperimentId): boolean => ran[id]?.isOutOfDate === true;
  const included = EXPERIMENTS.flatMap((id) => {
    const one = ran[id];
    return one === undefined || one.isOutOfDate ? [] : [{ id, question: question(id), ...one.report() }];
  });
  return {
    included: await Promise.all(included.map(withPictures)),
    leftOut: EXPERIMENTS.filter(isOut).map(question),
  };
}

async function withPictures<Of extends ExperimentReport>(
  report: Of,
): Promise<Of & { readonly parts: readonly PackPart[] }> {
  const parts = report.parts.map(async (part) => {
    const picture = part.figure && (await drawnPicture(part.figure, WIDTH));
    return { ...part, picture };
  });
  return { ...report, parts: await Promise.all(parts) };
}
