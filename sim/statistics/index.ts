/** What is said about many replications: summaries, paired differences and weekly bands. */
export { type Difference, pairedDifference } from "./difference";
export { type Interval95, type Summary, summarise } from "./summary";
export { assemble, type Bands, bands, column, type RunTable } from "./table";
