/**
 * Builds what `npm run build` promises: the site with its one-file twin, and the command line.
 * `node scripts/build.mjs [--if-stale] NAME…` builds only those named of "site", "cli" and "bench".
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bootstrap, root } from "./bootstrap.mjs";

/** What can be built: the file by which one sees that it has been, and the way to build it. */
const targets = {
  site: { file: "dist/index.html", build: buildSite },
  cli: {
    file: "dist-cli/holdfast.mjs",
    build: () => buildProgram("vite.cli.config.ts", "dist-cli/holdfast.mjs"),
  },
  bench: {
    file: "dist-bench/bench.mjs",
    build: () => buildProgram("vite.bench.config.ts", "dist-bench/bench.mjs"),
  },
};

/** Everything that may end up in a build, beside the configurations of Vite. */
const sources = [
  ...["index.html", "package.json", "package-lock.json", "tsconfig.json", "scripts/build.mjs"],
  ...["docs", "public", "scenarios", "sim", "src", "tests/bench", "ui"],
];

/** Builds the target if it is stale, in a process of its own; returns the path of its main file. */
export function buildIfStale(name) {
  const file = join(root, targets[name].file);
  if (isFresh(name)) return file;
  const build = [fileURLToPath(import.meta.url), name];
  const { status } = spawnSync(process.execPath, build, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(1);
  return file;
}

/** Whether no source has changed since the target was built. */
function isFresh(name) {
  const file = join(root, targets[name].file);
  return (
    existsSync(file) && existsSync(markerOf(name)) && readFileSync(markerOf(name), "utf8") === hashOfSources()
  );
}

async function build(name) {
  const started = Date.now();
  const hash = hashOfSources(); // taken before, so that a file changed during the build makes it stale again
  await targets[name].build();
  writeFileSync(markerOf(name), hash);
  console.error(`Built ${targets[name].file} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** The site and holdfast.html. The old ones go first, so that after a failure none is there to be mistaken for new. */
async function buildSite() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  await viteBuild("vite.config.ts");
  await viteBuild("vite.singlefile.config.ts");
}

/** One file that runs in Node. It is moved into place when finished, since a second process may be reading the old. */
async function buildProgram(config, file) {
  const folder = join(root, dirname(file), `.building-${process.pid}`);
  try {
    await viteBuild(config, { outDir: folder });
    renameSync(join(folder, basename(file)), join(root, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function viteBuild(config, build = {}) {
  const vite = await import("vite");
  await vite.build({ root, configFile: join(root, config), build, logLevel: "warn" });
}

/** A hash over the names and contents of all sources. */
function hashOfSources() {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(join(root, path))) return;
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else {
      hash.update(`${path}\0`);
      hash.update(readFileSync(join(root, path)));
      hash.update("\0");
    }
  };
  for (const path of [...sources, ...readdirSync(root).filter((name) => name.startsWith("vite."))]) add(path);
  return hash.digest("hex");
}

/** What Vite says of a failed build names the file and the line; where Vite itself was then helps nobody. */
function fail(error) {
  console.error(error.message);
  process.exit(1);
}

const markerOf = (name) => join(root, dirname(targets[name].file), ".sources-sha256");

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  bootstrap();
  const ifStale = process.argv.includes("--if-stale");
  const names = process.argv.slice(2).filter((name) => name !== "--if-stale");
  const unknown = names.find((name) => !Object.hasOwn(targets, name));
  if (unknown !== undefined) {
    console.error(`There is no "${unknown}" to build; there are ${Object.keys(targets).join(", ")}.`);
    process.exit(2);
  }
  for (const name of names.length > 0 ? names : ["site", "cli"]) {
    if (!ifStale || !isFresh(name)) await build(name).catch(fail);
  }
}
