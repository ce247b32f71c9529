/** The model on one page: what each kind of event does. Leaving out a case is a compile error. */
import { EventKind, eventKind, eventSubject } from "./events";
import { endAbsence } from "./mechanisms/absence";
import { leavePool } from "./mechanisms/closing";
import { endContact } from "./mechanisms/contact";
import { endDay } from "./mechanisms/day";
import { stepDue } from "./mechanisms/pathway";
import { hire } from "./mechanisms/recruitment";
import { endPatience, refer } from "./mechanisms/referral";
import { endHolding } from "./mechanisms/relieving";
import { endNotice } from "./mechanisms/turnover";
import { endQueuePatience, freePlace } from "./mechanisms/waiting";
import { disclose, startCover } from "./mechanisms/witnessing";
import type { Sim } from "./sim";

export function dispatch(sim: Sim, code: number): void {
  const kind = eventKind(code);
  const subject = eventSubject(code);
  switch (kind) {
    case EventKind.Referral:
      return refer(sim, subject);
    case EventKind.PatienceEnds:
      return endPatience(sim, subject);
    case EventKind.StepDue:
      return stepDue(sim, subject);
    case EventKind.ContactEnds:
      return endContact(sim, subject);
    case EventKind.Disclosure:
      return disclose(sim, subject);
    case EventKind.HoldEnds:
      return endHolding(sim, subject);
    case EventKind.QueuePatienceEnds:
      return endQueuePatience(sim, subject);
    case EventKind.PlaceFreed:
      return freePlace(sim, subject);
    case EventKind.PoolLeft:
      return leavePool(sim, subject);
    case EventKind.AbsenceEnds:
      return endAbsence(sim, subject);
    case EventKind.CoverStarts:
      return startCover(sim, subject);
    case EventKind.Departure:
      return endNotice(sim, subject);
    case EventKind.Hired:
      return hire(sim, subject);
    case EventKind.DayEnds:
      return endDay(sim);
    default:
      kind satisfies never;
  }
}
