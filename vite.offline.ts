import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Plugin, transformWithOxc } from "vite";

const SOURCE = "src/serviceWorker.ts";

/**
 * Makes sw.js: src/serviceWorker.ts with the names of all files of the site, of those that the page itself
 * names, and a version that follows from their contents. Source maps and the one-file page are not kept offline: the page needs neither.
 */
export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) =>
          /\.(js|css|svg|png|json)$/.test(fileName),
        );
        const hash = createHash("sha256").update(readFileSync(SOURCE));
        const page = bundle["index.html"];
        for (const file of page ? [page, ...files] : files)
          hash.update(file.fileName).update(file.type === "chunk" ? file.code : file.source);
        const version = hash.digest("hex").slice(0, 12);
        const names = ["./", ...files.map(({ fileName }) => fileName).sort()];
        const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
        if (entry?.type !== "chunk") throw new Error("The build has no entry.");
        const needed = [entry.fileName, ...(entry.viteMetadata?.importedCss ?? [])];
        const { code } = await transformWithOxc(readFileSync(SOURCE, "utf8"), SOURCE);
        const constants = { VERSION: version, FILES: names, NEEDED: needed };
        const source = Object.entries(constants).map(
          ([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`,
        );
        this.emitFile({ type: "asset", fileName: "sw.js", source: source.join("") + code });
      },
    },
  };
}
