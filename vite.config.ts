import { defineConfig } from "vite";
import { checkedLibrary } from "./vite.library.ts";
import { offline } from "./vite.offline.ts";
import { sitePolicy, withoutEval } from "./vite.policy.ts";
import { preloadPage } from "./vite.preload.ts";

/** The site, which works under any path of any static host. */
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [withoutEval(), checkedLibrary(), preloadPage(), sitePolicy(), offline()],
  worker: { format: "es", plugins: () => [withoutEval()] },
  build: {
    rolldownOptions: { checks: { pluginTimings: false } },
    outDir: "dist",
    target: "es2022",
    sourcemap: true,
    chunkSizeWarningLimit: 1000,
  },
});
