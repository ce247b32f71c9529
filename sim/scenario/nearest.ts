/** The known name that somebody probably meant. */

/** Fewest single-letter insertions, deletions and replacements that turn `a` into `b` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(above[j] + 1, row[j - 1] + 1, replaced));
    }
    above = row;
  }
  return above[b.length];
}

/** Names longer than this are not compared: nobody mistypes so much. */
const LONGEST = 100;
const lastPart = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** How far `known` is from what was meant: one step when only the group is wrong, or a part is missing. */
function distance(meant: string, known: string): number {
  const sameLast = lastPart(meant).length > 3 && lastPart(meant) === lastPart(known);
  const part = meant.length > 3 && known.includes(meant);
  return sameLast || part ? 1 : editDistance(meant, known);
}

/**
 * The one of `names` nearest to `name`, whatever its case, or undefined when none is near: when more than a third
 * of the letters are wrong. The first of the nearest, where there are several.
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const known of names) {
    const steps = distance(name.toLowerCase(), known.toLowerCase());
    if (steps < fewest) [best, fewest] = [known, steps];
  }
  return best;
}
