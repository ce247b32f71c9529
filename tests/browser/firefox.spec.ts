/** The main journeys in Firefox: the site, the one file from a disk, and the same numbers as in Node. */
import { execFile } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { findFirefox } from "../../scripts/firefox.mjs";
import { type Firefox, startFirefox } from "./marionette";

const path = findFirefox();
const oneFile = pathToFileURL(fileURLToPath(new URL("../../dist/holdfast.html", import.meta.url))).href;
const cli = fileURLToPath(new URL("../../scripts/holdfast.mjs", import.meta.url));
const FINISHED = `/^Finished:/.test(document.querySelector(".run-text")?.textContent)
  && !document.querySelector(".stale-tag")`;

test.skip(!path, "There is no Firefox on this machine, and none could be installed.");
test.describe.configure({ mode: "serial", timeout: 180_000 });

let firefox: Firefox;
test.beforeAll(async () => {
  firefox = await startFirefox(path as string);
});
test.afterAll(() => firefox?.close());

/** Counts what breaks the policy from now on, while the page stays open. */
const watchPolicy = () =>
  firefox.evaluate(
    `window.broken = []; document.addEventListener("securitypolicyviolation", (e) => broken.push(e.blockedURI));`,
  );

test("the site answers, follows a lever, and gives the numbers of the command line", async ({ baseURL }) => {
  await firefox.open(`${baseURL}/?futures=30`);
  await watchPolicy();
  await firefox.until(FINISHED);
  const shown = await firefox.evaluate(
    `return [...document.querySelectorAll(".fingerprints code")].map((code) => code.textContent)`,
  );
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, "run", "baseline", "supported-and-recognised", "--replications", "30", "--format", "json"],
    { maxBuffer: 2 ** 26 },
  );
  expect(shown).toEqual(JSON.parse(stdout).runs.map((run: { fingerprint: string }) => run.fingerprint));
  const box = `[...document.querySelectorAll("label")].find((l) => /^Link workers/.test(l.textContent)).control`;
  await firefox.evaluate(`${box}.id ||= "box"; ${box}.select()`);
  await firefox.type(`#${await firefox.evaluate(`return CSS.escape(${box}.id)`)}`, "9");
  await firefox.until(`/of 9/.test(document.querySelector(".finding").textContent)`);
  await firefox.until(FINISHED);
  expect(await firefox.evaluate("return broken")).toEqual([]);
});

test("holdfast.html runs from a disk with its workers, and can be used by keyboard", async () => {
  await firefox.open(`${oneFile}?futures=30`);
  await watchPolicy();
  await firefox.until(FINISHED);
  await firefox.type("body", "\uE004"); // Tab
  expect(await firefox.evaluate("return document.activeElement.textContent.trim()")).toBe(
    "Skip to the answer",
  );
  await firefox.click(".verification button");
  await firefox.until(`/A1/.test(document.querySelector(".verification")?.textContent)`);
  await firefox.click(".verification button");
  expect(await firefox.evaluate("return broken")).toEqual([]);
});
