/** What results on show must not be taken for; it goes along with pictures and files that are made of them. */
export interface Mark {
  /** Of earlier inputs, or resting on a part of the futures that were asked for. */
  readonly kind: "stale" | "coarse";
  readonly words: string;
}

/** A file's name with `out-of-date` before its ending, where that is so; how many futures there are it says anyway. */
export const markedName = (name: string, mark: Mark | null): string =>
  mark?.kind === "stale" ? name.replace(/\.\w+$/, "-out-of-date$&") : name;
