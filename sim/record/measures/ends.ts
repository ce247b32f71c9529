/** Measures of how referrals end, as shares of the referrals of the period. */
import { Exit } from "../totals";
import { exitShare, MEAN_OF_CLOSED, type Measure, SHARE_OF_REFERRALS, sum } from "./define";

const rows: Omit<Measure, "group">[] = [
  {
    id: "connectedShare",
    label: "Connected",
    unit: "share",
    definition:
      "Starts of a community service, as a share of referrals (those signposted by triage are not among them).",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "higher",
    take: ({ totals: t }) => sum(t.serviceStarts) / t.referrals,
  },
  {
    id: "completedShare",
    label: "Completed",
    unit: "share",
    definition: "Cases closed as connected, after the follow-ups, as a share of referrals.",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "higher",
    take: exitShare(Exit.Connected),
  },
  {
    id: "disengagedShare",
    label: "Disengaged",
    unit: "share",
    definition: "Patients who gave up in the queue of a community service, as a share of referrals.",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "lower",
    take: exitShare(Exit.Disengaged),
  },
  {
    id: "droppedOutShare",
    label: "Did not take up the place",
    unit: "share",
    definition: "Patients who did not take up the place that came free for them, as a share of referrals.",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "lower",
    take: exitShare(Exit.DroppedOut),
  },
  {
    id: "returnedToGpShare",
    label: "Returned to the GP",
    unit: "share",
    definition:
      "Patients handed back to the GP because no service fits and holding is not offered or has ended, as a share of referrals.",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "lower",
    take: exitShare(Exit.ReturnedToGp),
  },
  {
    id: "lostAtHandoverShare",
    label: "Lost at handover",
    unit: "share",
    definition: "Patients lost when their link worker left, as a share of referrals.",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "lower",
    take: exitShare(Exit.LostAtHandover),
  },
  {
    id: "renegedShare",
    label: "Gave up waiting",
    unit: "share",
    definition:
      "Referrals whose patience ended before the first appointment began, as a share of referrals. Patients lost at handover before it are counted there.",
    taken: SHARE_OF_REFERRALS,
    isPerReferral: true,
    good: "lower",
    take: exitShare(Exit.Reneged),
  },
  {
    id: "workerChangesShare",
    label: "Had more than one link worker",
    unit: "share",
    definition:
      "Of cases closed after a first appointment, the share that was allocated to more than one link worker, one before the first appointment counted.",
    taken: MEAN_OF_CLOSED,
    good: "lower",
    take: ({ totals: t }) => t.casesWithChange / t.closedCases,
  },
];

export const ENDS: readonly Measure[] = rows.map((row) => ({ ...row, group: "patients" }));
