/** Closing and the GP pool, as docs/model.md, section 7.3, has them. */
import { Draw } from "../../sim/draws";
import { Entry } from "../../sim/record/eventLog";
import { Exit } from "../../sim/record/totals";
import { allocate, reckon } from "./allocation";
import { callOffStep } from "./contacts";
import { type Patient, takeOut } from "./people";
import { changeDistress, referAgain } from "./referral";
import { leaveQueue } from "./services";
import { callOffDisclosure } from "./witness";
import { note, type World } from "./world";

const BACK_TO_GP: readonly Exit[] = [
  Exit.Reneged,
  Exit.Disengaged,
  Exit.DroppedOut,
  Exit.ReturnedToGp,
  Exit.LostAtHandover,
];

/** The referral ends; where a contact is under way, when that ends. The first cause counts. */
export function close(world: World, patient: Patient, exit: Exit): void {
  if (patient.contactsUnderWay > 0) patient.closesAs ??= exit;
  if (patient.step.kind !== "in a contact") callOffStep(world, patient);
  leaveQueue(world, patient);
  callOffDisclosure(world, patient);
  if (patient.contactsUnderWay > 0) return;
  changeDistress(world, patient, (d) => d);
  const { worker, distress: value } = patient;
  note(world, Entry.Closed, { patient, place: worker?.post.number, detail: exit, value });
  leaveCaseload(world, patient);
  world.inSystem.delete(patient);
  world.events.cancel(patient.patience);
  world.events.cancel(patient.endOfHolding);
  patient.phase = "closed";
  if (BACK_TO_GP.includes(exit)) joinPool(world, patient);
  allocate(world);
}

export function leaveCaseload(world: World, patient: Patient): void {
  const { worker } = patient;
  if (worker === null) return;
  takeOut(worker.cases, patient);
  reckon(world, worker);
  patient.worker = null;
}

/** With the GP for a time, then perhaps referred again. */
function joinPool(world: World, patient: Patient): void {
  const { events, luck, params } = world;
  world.inPool++;
  const days = luck.exponential(params.gp.returnMeanDays, Draw.PoolTime, patient.key);
  events.plan(events.now + days, () => {
    world.inPool--;
    if (luck.uniform(Draw.Return, patient.key) < params.gp.pReturn) referAgain(world, patient);
  });
}
