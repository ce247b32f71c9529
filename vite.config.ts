import { defineConfig } from "vite";

/** The site, which works under any path of any static host. */
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: { outDir: "dist", target: "es2022", sourcemap: true, chunkSizeWarningLimit: 1000 },
});
