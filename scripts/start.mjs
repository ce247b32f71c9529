/** `npm start -- [--port N] [--host NAME]`: installs and builds what is missing or stale, and serves the site. */
import { parseArgs } from "node:util";
import { bootstrap, root } from "./bootstrap.mjs";
import { buildIfStale } from "./build.mjs";

const { port, host } = readOptions();
bootstrap();
buildIfStale("site");
const server = await serve();

const actual = server.httpServer.address().port;
if (actual !== port) console.log(`Port ${port} is in use, so Holdfast uses the next free one, ${actual}.`);
console.log(`Holdfast is at http://${host}:${actual} (stop with Ctrl+C)`);

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
if (process.env.npm_lifecycle_event) endWithParent();

/** When npm is stopped, it stops the shell between itself and this process, but not this process. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), 500).unref();
}

function readOptions() {
  const options = {
    port: { type: "string", default: "4173" },
    host: { type: "string", default: "localhost" },
  };
  try {
    const { port, host } = parseArgs({ options }).values;
    if (/^\d+$/.test(port) && port >= 1 && port <= 65535) return { port: Number(port), host };
    fail(2, `The port must be a whole number from 1 to 65535, not "${port}".`);
  } catch (error) {
    const [problem] = error.message.split(/\.?(?:\s*\n|\. |$)/);
    fail(2, `${problem}; npm start takes --port N and --host NAME.`);
  }
}

/** Vite is imported here, since at the start of this file it may not have been installed. */
async function serve() {
  const { preview } = await import("vite");
  try {
    return await preview({
      root,
      configFile: false,
      appType: "mpa",
      logLevel: "silent",
      build: { outDir: "dist" },
      preview: { port, host, open: false },
    });
  } catch (error) {
    fail(1, `Holdfast cannot be served at ${host}:${port}: ${error.message}.`);
  }
}

function fail(status, sentence) {
  console.error(sentence);
  process.exit(status);
}
