/**
 * The service worker: keeps one whole version of the site in the browser, so that it opens without a network.
 *
 * A version is kept whole or not at all, and a page never gets parts of another: the page comes from the version that
 * this worker belongs to, and everything else has a name that changes with its content. A newer version waits until no
 * page uses the older, or until the reader asks for it; the version before stays, for pages that are still open.
 *
 * The build (vite.offline.ts) puts the constants in front of this file, which therefore imports nothing.
 */
declare const VERSION: string;
/** Addresses relative to the site; the first is the page itself. */
declare const FILES: readonly string[];
/** Those that the page names: a page that does not name them is of another version. */
declare const NEEDED: readonly string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const ours = `holdfast ${worker.registration.scope} `;
const kept = ours + VERSION;

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", ({ data }) => data === "use this version" && void worker.skipWaiting());
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(answer(request));
});

/** Keeps every file, or nothing and rejects, and then the version before goes on. */
async function keepAll(): Promise<void> {
  try {
    const cache = await caches.open(kept);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    const page = await (await cache.match(FILES[0], { ignoreVary: true }))?.text();
    if (NEEDED.every((file) => page?.includes(file))) return;
    throw new Error(
      "The page on the server belongs to another version; it is probably being replaced just now.",
    );
  } catch (error) {
    // What is left of it would be taken for the version before.
    await caches.delete(kept);
    throw error;
  }
}

/** Forgets all versions but this and the one before it, and serves pages that are open already. */
async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== kept);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isPage = [".", "./index.html"].some(
    (page) => new URL(page, worker.registration.scope).pathname === pathname,
  );
  const found = isPage
    ? await (await caches.open(kept)).match(FILES[0], { ignoreVary: true })
    : await caches.match(request, { ignoreVary: true });
  return found ?? fetch(request);
}
