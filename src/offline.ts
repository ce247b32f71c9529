/** Lets the site open without a network after the first visit, and tells of newer versions. */

/**
 * Registers the service worker once the page is there. `onNewVersion` is called when a newer version has been fetched
 * whole; what it is given changes to that version, which reloads the page. Without a service worker (the one-file page,
 * `npm run dev`, a browser that has none or was told to have none) the page works all the same.
 */
export function keepOffline(onNewVersion: (useIt: () => void) => void): void {
  const isSite = import.meta.env.PROD && !import.meta.env.VITE_ONE_FILE && "serviceWorker" in navigator;
  if (!isSite) return;
  const start = () => {
    navigator.serviceWorker
      .register("./sw.js")
      .then((registration) => watch(registration, onNewVersion))
      .catch(() => {});
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

function watch(registration: ServiceWorkerRegistration, onNewVersion: (useIt: () => void) => void): void {
  const useIt = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("use this version");
  };
  const tell = () => {
    const isNewer = registration.waiting !== null && navigator.serviceWorker.controller !== null;
    if (isNewer) onNewVersion(useIt);
  };
  tell();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", tell),
  );
}
