/** `npm run bench -- …`: installs and builds what is missing or stale, then runs the benchmarks in this process. */
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { buildIfStale } from "./build.mjs";

bootstrap();
const program = buildIfStale("bench");
process.argv[1] = program;
await import(pathToFileURL(program).href);
