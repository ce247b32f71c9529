import { defineConfig } from "vitest/config";

/** Tests of the page replace its texts, its clock and its document. */
const PAGE = ["tests/ui/**/*.test.{ts,tsx}", "tests/verification-table/*.test.tsx"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: "100%", // of the cores: the tests have the machine to themselves
    projects: [
      { extends: true, test: { name: "page", include: PAGE } },
      {
        extends: true,
        test: {
          name: "engine",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "node_modules/**", ...PAGE],
          // Files share their modules, which have no state that a test could leave behind: half of the loading is spared.
          isolate: false,
        },
      },
    ],
  },
});
