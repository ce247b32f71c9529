/** Words of the page's frame: what belongs to no result. */

export const NEW_VERSION = {
  ready: "A newer version of Holdfast is ready. Using it reloads this page.",
  use: "Use the newer version",
};

export const STATEMENT_TITLE = "Accessibility statement";
