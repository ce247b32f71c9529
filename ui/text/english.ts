/**
 * Every text that the page shows, in English, and nowhere else: whoever translates Holdfast writes a second file of
 * this shape (docs/translating.md). A sentence with a gap is a function of what fills it, already formatted. Labels,
 * units and explanations of parameters, measures and scenarios come from their own tables, which the command line
 * and the documents use too.
 */
export const english = {
  /** The language tag by which numbers, dates, lists and plurals are written. */
  locale: "en-GB",

  // ── The frame of the page, its status and its controls ──────────────────────────────────────────────────────────

  // ── The answer, its sentences and its warnings ──────────────────────────────────────────────────────────────────

  // ── Scenarios, links, files and local numbers ───────────────────────────────────────────────────────────────────

  // ── Charts and figures over time ────────────────────────────────────────────────────────────────────────────────

  // ── Figures of experiments ──────────────────────────────────────────────────────────────────────────────────────

  // ── Figures of careers, cases and futures ───────────────────────────────────────────────────────────────────────

  // ── Evidence cards ──────────────────────────────────────────────────────────────────────────────────────────────

  // ── Experiments ─────────────────────────────────────────────────────────────────────────────────────────────────

  // ── Stories of one link worker and one patient ──────────────────────────────────────────────────────────────────

  // ── Packs ───────────────────────────────────────────────────────────────────────────────────────────────────────
};

/** What a translation has to supply. */
export type Texts = typeof english;
