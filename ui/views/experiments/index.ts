/** The experiments of the page, loaded when the first of them is opened. */
import type { ComponentType } from "preact";
import type { ExperimentId } from "../../experimentState";
import type { Experiments } from "../../experiments";
import { Drill } from "./Drill";
import { FindOutNext } from "./FindOutNext";
import { LocalNumbers } from "./LocalNumbers";
import { Sensitivity } from "./Sensitivity";
import { Staff } from "./Staff";
import { Sweep } from "./Sweep";
import { Why } from "./Why";

export const VIEWS: Readonly<Record<ExperimentId, ComponentType<{ readonly experiments: Experiments }>>> = {
  sweep: Sweep,
  staff: Staff,
  why: Why,
  sensitivity: Sensitivity,
  findOut: FindOutNext,
  drill: Drill,
  local: LocalNumbers,
};
