/** `npm run bench -- …`: installs and builds what is missing or stale, then runs the benchmarks in this process. */
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { buildIfStale } from "./build.mjs";

bootstrap();
const program = buildIfStale("bench");
const asked = process.argv.slice(2);
const other =
  asked.includes("--help") || asked.includes("-h") || (asked.includes("--only") && !asked.includes("page"));
if (!other) buildIfStale("site"); // the page is measured as it is delivered
process.argv[1] = program;
await import(pathToFileURL(program).href);
