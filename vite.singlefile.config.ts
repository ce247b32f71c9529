import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

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
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), rename("index.html", "holdfast.html")],
  worker: { format: "iife" },
  build: {
    outDir: "dist",
    emptyOutDir: false,
    copyPublicDir: false,
    target: "es2022",
    chunkSizeWarningLimit: 5000,
  },
});

/** Gives a file of the build another name. */
function rename(from: string, to: string): Plugin {
  return {
    name: "rename",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const file = bundle[from];
        if (file?.type !== "asset") throw new Error(`The build has no file ${from}.`);
        delete bundle[from];
        this.emitFile({ type: "asset", fileName: to, source: file.source });
      },
    },
  };
}
