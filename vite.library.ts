import { type Plugin, runnerImport } from "vite";

const LIBRARY = "src/library.ts";

/**
 * Reads and checks our own scenarios when the site is built, instead of each time it is opened, which took a slow
 * computer half a second. The module exports the same.
 */
export function checkedLibrary(): Plugin {
  return {
    name: "checked-library",
    apply: "build",
    load: {
      filter: { id: /\/src\/library\.ts$/ },
      async handler() {
        const { module } = await runnerImport<typeof import("./src/library.ts")>(LIBRARY);
        const sources = JSON.stringify([...module.SOURCES]);
        const scenarios = JSON.stringify(module.readLibrary());
        return `export const SOURCES = new Map(${sources});\nexport const readLibrary = () => ${scenarios};`;
      },
    },
  };
}
