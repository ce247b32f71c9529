/** Makes the function that runs one replication from a seed and gives its counts, in the order of `CaseloadCounts`. */
export function makeCaseload(linkWorkers: number, list: "heap" | "calendar"): (seed: number) => Float64Array;
