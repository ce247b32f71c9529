/**
 * `npm test`: everything that must hold, from a fresh clone. Each step runs even if an earlier one failed.
 * The last line is "N passed, N failed": one each for types, lint, lock and build, and every single test.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap, root } from "./bootstrap.mjs";

bootstrap();
const { ensureChromium } = await import("./chromium.mjs");
await ensureChromium().catch((error) => console.error(error.message)); // the browser tests will fail, the others need none
const { ensureFirefox } = await import("./firefox.mjs");
if (!ensureFirefox())
  console.error("There is no Firefox, and none could be installed: its tests are skipped.");

const reports = mkdtempSync(join(tmpdir(), "holdfast-test-"));
const steps = [
  {
    name: "types",
    run: () => single(tool("typescript/bin/tsc", "-p", "sim"), tool("typescript/bin/tsc", "-p", ".")),
  },
  {
    name: "lint and format",
    run: () => single(tool("@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ".")),
  },
  { name: "lock file", run: () => single(node("scripts/lockcheck.mjs")) },
  { name: "unit and verification tests", run: vitest },
  { name: "build", run: () => single(node("scripts/build.mjs")) },
  { name: "browser tests", run: playwright },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const { name, run } of steps) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const counts = await run();
  for (const key of Object.keys(total)) total[key] += counts[key];
  lines.push(`${name.padEnd(28)}${describe(counts)}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n── summary\n${lines.join("\n")}\n\n${describe(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Runs a script with this Node, showing its output; says whether it succeeded. */
function node(script, ...args) {
  // The tools are told that this is a check, in which a forgotten `.only` or an unrecorded snapshot is a failure.
  const env = { ...process.env, CI: process.env.CI || "1" };
  return (
    spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: "inherit", env })
      .status === 0
  );
}

function tool(path, ...args) {
  return node(`node_modules/${path}`, ...args);
}

/** A step that counts as one test, whatever it consists of. */
function single(...successes) {
  const ok = successes.every(Boolean);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function vitest() {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = tool("vitest/vitest.mjs", "run", ...reporters);
  const report = readReport(file);
  const brokenFiles = report?.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((t) => t.status !== "failed"),
  );
  return tests(ok, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + (brokenFiles?.length ?? 0),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

async function playwright() {
  const file = join(reports, "playwright.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
  process.env.HOLDFAST_TEST_PORT = String(await freePort(4290));
  const ok = tool("@playwright/test/cli.js", "test", "--reporter=list,json");
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readReport(file)?.stats ?? {};
  if (flaky > 0) console.error(`${flaky} of these passed only when repeated: see “flaky” above.`);
  return tests(ok, { passed: expected + flaky, failed: unexpected, skipped });
}

/** A tool that failed without a failed test, or ran no test, counts as one failure more. */
function tests(ok, { passed, failed, skipped }) {
  const nothingRan = passed + failed === 0;
  if (nothingRan) console.error("No test ran.");
  return { passed, failed: failed + (nothingRan || (!ok && failed === 0) ? 1 : 0), skipped };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // the tool stopped before it could write one
  }
}

/** The first port from `port` on that nobody listens to. */
function freePort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(freePort(port + 1)));
    server.listen(port, "localhost", () => server.close(() => resolve(port)));
  });
}
