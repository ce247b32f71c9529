import { nodeProgram } from "./vite.cli.config.ts";

/** The benchmarks, built as the command line is, so that they measure what is delivered. */
export default nodeProgram("tests/bench/bench.ts", "dist-bench/bench.mjs", ["@playwright/test", "vite"]);
