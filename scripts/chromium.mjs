/** Finds a browser of the Chromium family for the browser tests, and installs one where there is none. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Arguments with which a browser also starts in a container and on a closed network. */
export const launchArgs = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium's sandbox refuses to run as root, and is often unavailable to the containers that tests run in. */
export const needsNoSandbox =
  process.platform === "linux" && (process.getuid?.() === 0 || Boolean(process.env.CI));

/** The path of a usable browser, or undefined. The environment variable CHROMIUM_PATH chooses one. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isExecutable(named)) throw new Error(`CHROMIUM_PATH is ${named}, which cannot be executed.`);
  // Playwright's own build comes before others: it is the one that its protocol was tested with.
  return named || (await playwrightsOwn()) || candidates().find(isUsable);
}

/** The path of a usable browser, after installing one if necessary. */
export async function ensureChromium() {
  let path = await findChromium();
  if (path) return path;

  console.error("No Chromium was found; installing one.");
  installPackages(["chromium", "fonts-dejavu-core"]);
  path = await findChromium();
  if (path) return path;

  const playwright = fileURLToPath(new URL("../node_modules/@playwright/test/cli.js", import.meta.url));
  run(process.execPath, [playwright, "install", "chromium"]);
  path = await findChromium();
  if (path) return path;
  throw new Error("No Chromium could be installed. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH.");
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import("@playwright/test");
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // no build of Playwright's for this system
  }
}

function candidates() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (n) => `/Applications/${n}.app/Contents/MacOS/${n}`,
    );
  }
  if (process.platform === "win32") {
    const { ProgramFiles, LOCALAPPDATA, "ProgramFiles(x86)": ProgramFilesX86 } = process.env;
    return [ProgramFiles, ProgramFilesX86, LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((d) => [
        `${d}\\Google\\Chrome\\Application\\chrome.exe`,
        `${d}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]);
  }
  return onPath(["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"]);
}

/** Installs Debian packages where that is possible; says whether it was done. */
export function installPackages(packages) {
  const isPossible = process.platform === "linux" && process.getuid?.() === 0;
  if (!isPossible || !onPath(["apt-get"]).some(isExecutable)) return false;
  return (
    run("apt-get", ["update", "-qq"]) &&
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages])
  );
}

/** Where the programs of these names would be, in each folder of the path. */
export function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** On Linux a browser's name on the path may be a stub that only says which package to install: ask it. */
export function isUsable(path) {
  if (!isExecutable(path)) return false;
  return process.platform !== "linux" || spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

function run(command, args) {
  console.error(`> ${command} ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", 2, 2], env }).status === 0;
}
