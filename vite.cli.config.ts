import { chmodSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** One file that runs in Node without node_modules, and that may start itself again as its own worker. */
export function nodeProgram(entry: string, file: string, external: string[] = []) {
  return defineConfig({
    publicDir: false,
    ssr: { noExternal: true, external },
    plugins: [executable()],
    build: {
      ssr: entry,
      outDir: dirname(file),
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: basename(file), codeSplitting: false } },
    },
  });
}

/** Lets a shell start the file by its name. */
function executable(): Plugin {
  const firstLine = "#!/usr/bin/env node\n";
  return {
    name: "executable",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk" && !chunk.code.startsWith("#!")) chunk.code = firstLine + chunk.code;
      }
    },
    writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle)) chmodSync(join(dir, name), 0o755);
    },
  };
}

export default nodeProgram("src/cli.ts", "dist-cli/holdfast.mjs");
