import { defineConfig } from "@playwright/test";
import { findChromium, launchArgs, needsNoSandbox } from "./scripts/chromium.mjs";

const port = Number(process.env.HOLDFAST_TEST_PORT ?? 4290);
const address = `http://localhost:${port}`;
const executablePath = await findChromium();
if (executablePath) process.env.CHROMIUM_PATH = executablePath; // the test processes need not look again

export default defineConfig({
  testDir: "tests/browser",
  fullyParallel: true,
  workers: 2,
  // On a busy machine a click can meet a layout under way. A test that passes only when repeated is reported as such.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    serviceWorkers: "block", // of use only where a test is about being offline
    baseURL: address,
    launchOptions: { executablePath, chromiumSandbox: !needsNoSandbox, args: launchArgs },
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `node scripts/build.mjs --if-stale site && node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
