/** The measures that the page puts first: staff, patients and cost. */
export const HEADLINE_IDS: readonly string[] = [
  "leavers",
  "burnoutPrevalence",
  "waitMeanDays",
  "connectedShare",
  "costPerYear",
];
