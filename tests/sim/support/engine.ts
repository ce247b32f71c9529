/**
 * The engine bundled as it is delivered, for tests that run many replications: under vitest's module runner every
 * call across modules goes through a proxy, and the same code takes four times as long. The code is the same.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { build, type Rolldown } from "vite";
import type * as parts from "./engineParts";

export type Engine = typeof parts;

/** Bundles the engine in memory and loads it; takes about a third of a second, once for each file of tests. */
export async function loadEngine(): Promise<Engine> {
  const entry = fileURLToPath(new URL("./engineParts.ts", import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      write: false,
      minify: false,
      ssr: entry,
      target: "node20",
      rolldownOptions: { output: { format: "cjs", codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  const module = { exports: {} as Engine };
  compileFunction(built.output[0].code, ["module", "exports", "require"])(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}
