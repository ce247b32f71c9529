import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { checkedLibrary } from "./vite.library.ts";
import { withOneFilePolicy, withoutEval } from "./vite.policy.ts";

/**
 * The site again, as one file that works without a server: dist/holdfast.html, beside the site.
 * Browsers refuse to start a module worker that is part of a page from file://, so the worker is a classic one.
 */
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: [
      {
        find: /^.*\/makeWorker(\.ts)?$/,
        replacement: fileURLToPath(new URL("./src/pool/makeWorker.inline.ts", import.meta.url)),
      },
    ],
  },
  define: { "import.meta.env.VITE_ONE_FILE": "true" },
  plugins: [
    withoutEval(),
    checkedLibrary(),
    viteSingleFile({ removeViteModuleLoader: true }),
    finish("index.html", "holdfast.html"),
  ],
  worker: {
    format: "iife",
    plugins: () => [withoutEval()],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: {
    outDir: "dist",
    emptyOutDir: false,
    copyPublicDir: false,
    target: "es2022",
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      onLog(level, log, handle) {
        // The policy that it finds is not the page's, which comes later, but one inside the script: that of the packs.
        if (log.plugin !== "vite:singlefile" || !log.message.includes("Content-Security-Policy"))
          handle(level, log);
      },
    },
  },
});

/** Gives the page its policy, now that everything is in it, and its name. */
function finish(from: string, to: string): Plugin {
  return {
    name: "finish",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const file = bundle[from];
        if (file?.type !== "asset") throw new Error(`The build has no file ${from}.`);
        delete bundle[from];
        this.emitFile({ type: "asset", fileName: to, source: withOneFilePolicy(String(file.source)) });
      },
    },
  };
}
