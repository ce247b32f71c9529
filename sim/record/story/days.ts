/** Length of the record. */
import { WD_PER_YEAR } from "../../calendar";
import type { Params } from "../../parameters";

/** Working days on record of a run with these parameters: at least one. */
export const daysOf = ({ run }: Params): number => Math.max(1, Math.round(run.years * WD_PER_YEAR));
