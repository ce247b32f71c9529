/** `npm run holdfast -- …`: installs and builds what is missing or stale, then runs the command line in this process. */
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { buildIfStale } from "./build.mjs";

bootstrap();
const program = buildIfStale("cli");
process.argv[1] = program;
await import(pathToFileURL(program).href);
