/**
 * Makes every command work on a fresh clone: checks the Node version, and installs the dependencies
 * when node_modules does not hold what package-lock.json asks for. Plain Node, no dependencies.
 * All output goes to standard error, so that a command's standard output holds its results only.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs what is missing, or ends the process with one sentence that says why it cannot. */
export function bootstrap() {
  if (!nodeIsSupported()) {
    console.error(
      `Holdfast needs Node 20.19 or later, 22.12 or later, or 24 or later; this is ${process.version}.`,
    );
    process.exit(1);
  }
  if (dependenciesAreInstalled()) return;
  console.error("Installing dependencies (npm ci) …");
  const started = Date.now();
  if (!installDependencies()) {
    console.error("The dependencies could not be installed: see the messages of npm ci above.");
    process.exit(1);
  }
  console.error(`Dependencies are ready after ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** The same versions as "engines" in package.json. */
function nodeIsSupported() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/**
 * Compares package-lock.json with the record of what is installed that npm keeps in node_modules. An
 * interrupted installation leaves no such record, and one made by hand needs no second.
 */
function dependenciesAreInstalled() {
  const wanted = lockedPackages("package-lock.json");
  const present = lockedPackages("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([path, { version, ...conditions }]) =>
      path === "" || present[path]?.version === version || !isNeededHere(conditions),
  );
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

/**
 * Whether the package has to be there. An optional one has to if it is a build for this system and processor.
 * Others may be absent rightly: the parts of builds for other systems, and builds for one C library only.
 */
function isNeededHere({ optional, os, cpu, libc }) {
  const accepts = (list, name) => list.includes(name) || list.every((n) => n[0] === "!" && n !== `!${name}`);
  return (
    !optional || Boolean(os && cpu && !libc && accepts(os, process.platform) && accepts(cpu, process.arch))
  );
}

function installDependencies() {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"];
  // npm tells the scripts it starts where its own code is. Starting that with node needs no shell on any system.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return status === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  bootstrap();
  if (process.argv.includes("--browser")) {
    const { ensureChromium } = await import("./chromium.mjs");
    console.error(`Browser for the tests: ${await ensureChromium()}`);
  }
}
