/**
 * Drives an ordinary Firefox by Marionette, the protocol that it has built in: JSON over a local socket, each message
 * with its length before it. Playwright drives only its own build of Firefox, or one newer than Debian's.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A free port, and no errands of Firefox's own in the network. */
const SETTINGS = `user_pref("marionette.port", 0);
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
`;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface Firefox {
  /** Opens an address, and waits until the page is loaded. */
  open(address: string): Promise<void>;
  /** What the body of a function, which may have `return` and `await`, gives in the page. */
  evaluate(body: string): Promise<unknown>;
  /** Waits until the expression is true in the page; rejects with it after a minute. */
  until(expression: string): Promise<void>;
  /** Types into the first element that fits the selector, as a keyboard would. */
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Firefox at `path` with a new profile, without a window. */
export async function startFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "holdfast-firefox-"));
  writeFileSync(join(profile, "user.js"), SETTINGS);
  const args = ["--headless", "--marionette", "--no-remote", "--profile", profile, "about:blank"];
  const browser = spawn(path, args, { stdio: "ignore", env: { ...process.env, HOME: profile } });
  try {
    const ask = caller(connect(await portOf(browser, profile), "127.0.0.1"));
    await ask("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
    await ask("WebDriver:SetTimeouts", { script: 60_000 });
    return { ...actions(ask), close: () => end(browser, profile) };
  } catch (error) {
    await end(browser, profile);
    throw error;
  }
}

type Ask = (command: string, parameters: object) => Promise<unknown>;

function actions(ask: Ask): Omit<Firefox, "close"> {
  const evaluate = async (body: string) =>
    resultOf(
      await ask("WebDriver:ExecuteScript", { script: `return (async () => { ${body} })()`, args: [] }),
    );
  const find = async (selector: string) => {
    const found = await ask("WebDriver:FindElement", { using: "css selector", value: selector });
    return Object.values(resultOf(found) as object)[0] as string;
  };
  return {
    evaluate,
    open: async (address) => void (await ask("WebDriver:Navigate", { url: address })),
    until: async (expression) => {
      for (let left = 600; left > 0; left--) {
        if (await evaluate(`return Boolean(${expression})`)) return;
        await pause(100);
      }
      throw new Error(`In Firefox this did not come true within a minute: ${expression}`);
    },
    type: async (selector, text) =>
      void (await ask("WebDriver:ElementSendKeys", { id: await find(selector), text })),
    click: async (selector) => void (await ask("WebDriver:ElementClick", { id: await find(selector) })),
  };
}

const resultOf = (answer: unknown): unknown => (answer as { value: unknown }).value;

/** Firefox writes the port that it listens on into its profile. */
async function portOf(browser: ChildProcess, profile: string): Promise<number> {
  const file = join(profile, "MarionetteActivePort");
  for (let left = 300; left > 0 && browser.exitCode === null; left--) {
    if (existsSync(file)) return Number(readFileSync(file, "utf8"));
    await pause(100);
  }
  throw new Error("Firefox did not start within 30 seconds.");
}

/** Calls over the socket: `length:[0, id, command, parameters]`, answered by `length:[1, id, error, result]`. */
function caller(socket: Socket): Ask {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let rest = Buffer.alloc(0);
  let last = 0;
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (let colon = rest.indexOf(":"); colon > 0; colon = rest.indexOf(":")) {
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (rest.length < end) return;
      const message: unknown = JSON.parse(rest.subarray(colon + 1, end).toString());
      rest = rest.subarray(end);
      if (Array.isArray(message)) settle(message);
    }
  });
  const settle = ([, id, error, result]: unknown[]) => {
    const call = waiting.get(id as number);
    waiting.delete(id as number);
    if (error) call?.reject(new Error((error as { message: string }).message));
    else call?.resolve(result);
  };
  const fail = (error: Error) => {
    for (const call of waiting.values()) call.reject(error);
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("Firefox closed the connection.")));
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      const message = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}

async function end(browser: ChildProcess, profile: string): Promise<void> {
  if (browser.exitCode === null) {
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill("SIGTERM");
    await Promise.race([gone, pause(5000).then(() => browser.kill("SIGKILL"))]);
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
