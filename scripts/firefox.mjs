/** Finds Firefox for the tests of the main journeys there, and installs it where that is possible. */
import { installPackages, isUsable, onPath } from "./chromium.mjs";

/** The path of a usable Firefox, or undefined. The environment variable FIREFOX_PATH chooses one. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  return [...(named ? [named] : []), ...candidates()].find(isUsable);
}

/** The path of a usable Firefox, after installing Debian's if necessary; undefined if none can be had. */
export function ensureFirefox() {
  const path = findFirefox();
  if (path || !installPackages(["firefox-esr"])) return path;
  return findFirefox();
}

function candidates() {
  if (process.platform === "darwin") return ["/Applications/Firefox.app/Contents/MacOS/firefox"];
  if (process.platform === "win32") return [`${process.env.ProgramFiles}\\Mozilla Firefox\\firefox.exe`];
  return onPath(["firefox-esr", "firefox"]);
}
