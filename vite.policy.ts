import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * What the page may do: show itself. It loads nothing from elsewhere, sends nothing anywhere (no `connect-src`, so that
 * "nothing that you enter leaves this browser" is kept by the browser itself), and no text can become a script.
 * Pictures may be `data:` and `blob:`, which is how a chart becomes a file.
 */
const COMMON = {
  "default-src": "'none'",
  "img-src": "'self' data: blob:",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const written = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** The policy of the site: scripts, styles and workers only from its own files. */
const SITE_POLICY = written({
  ...COMMON,
  "script-src": "'self'",
  "style-src": "'self'",
  "worker-src": "'self'",
});

/** The same as headers, in the form that several hosts read from a file `_headers`: see docs/hosting.md. */
const HEADERS = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
/
  Content-Security-Policy: ${SITE_POLICY}; frame-ancestors 'self'
  Cache-Control: no-cache
/index.html
  Content-Security-Policy: ${SITE_POLICY}; frame-ancestors 'self'
  Cache-Control: no-cache
/assets/*
  Content-Security-Policy: default-src 'none'; script-src 'self'
  Cache-Control: public, max-age=31536000, immutable
/sw.js
  Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'
  Cache-Control: no-cache
`;

/** Puts the policy into the built page (not into that of `npm run dev`, which Vite changes while it runs). */
export function sitePolicy(): Plugin {
  return {
    name: "site-policy",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html) => withPolicy(html, SITE_POLICY) },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: HEADERS });
    },
  };
}

/**
 * The one-file page with its policy: only the very script and style that are part of it, by their SHA-256, and workers
 * made from that script. A page from file:// has no origin that 'self' could mean.
 */
export function withOneFilePolicy(html: string): string {
  const scripts = textsOf(html, "script");
  const styles = textsOf(html.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, ""), "style");
  const policy = written({
    ...COMMON,
    "script-src": scripts.map(hashSource).join(" "),
    "style-src": styles.map(hashSource).join(" "),
    "worker-src": "blob:",
  });
  return withPolicy(html, policy);
}

/**
 * A kept library asks by `eval` whether the browser knows generators, which every browser does that can read the rest;
 * the policy forbids `eval`, and would report the attempt each time.
 */
export function withoutEval(): Plugin {
  return {
    name: "without-eval",
    load: {
      filter: { id: /@stdlib\/assert-has-generator-support\/lib\/main\.js/ },
      handler: () => "module.exports = () => true;",
    },
  };
}

const textsOf = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, "g"))].map(([, text]) => text);

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The policy holds for what comes after it, so it comes right after the declaration of the encoding. */
function withPolicy(html: string, policy: string): string {
  const encoding = /<meta charset="utf-8"\s*\/?>/i;
  if (!encoding.test(html)) throw new Error("index.html does not declare its encoding.");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html.replace(encoding, (declaration) => `${declaration}\n    ${meta}`);
}
