/** Every figure of the page, in its order: staff and patients stand side by side. */
import type { Figure, Subject } from "./figure";
import { holdingFigure } from "./holding";
import { OVER_TIME } from "./overTime";
import { turnoverFigure } from "./turnover";

const overTime = (id: string): ((subject: Subject) => Figure) => OVER_TIME.get(id)!;

export const FIGURES: readonly ((subject: Subject) => Figure)[] = [
  overTime("burnout"),
  overTime("leavers"),
  turnoverFigure,
  overTime("wait"),
  overTime("caseload"),
  holdingFigure,
];
