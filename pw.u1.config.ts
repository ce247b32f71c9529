import base from "/work/main/playwright.config.ts";
export default { ...base, testDir: "/work/main/tests/browser", workers: 1, outputDir: "/tmp/u1/results", use: { ...base.use, baseURL: "http://localhost:4201" },
  webServer: { command: "cd /work/main && node node_modules/vite/bin/vite.js preview --outDir /tmp/u1/site --port 4201 --strictPort", url: "http://localhost:4201", reuseExistingServer: false, timeout: 60000 } };
