/** A static host for tests: serves a folder under any path, with the headers that its file `_headers` asks for. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface Host {
  /** The address of the folder, with a slash at the end. */
  readonly address: string;
  readonly stop: () => void;
}

/** Serves `folder` under `path`, such as "/some/path/", on a free port. */
export async function serve(folder: string, path: string): Promise<Host> {
  const rules = headerRules(folder);
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? "", "http://host").pathname;
    const inside = `/${asked.slice(path.length)}`;
    const file = join(folder, inside.endsWith("/") ? `${inside}index.html` : inside);
    if (!asked.startsWith(path) || !existsSync(file)) return response.writeHead(404).end();
    const headers = Object.assign(
      {},
      ...rules.filter(({ fits }) => fits(inside)).map((rule) => rule.headers),
    );
    response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(file)] ?? "text/plain" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}${path}`, stop };
}

/** The rules of `_headers`: a path, perhaps with a star at its end, and under it indented headers. */
function headerRules(folder: string) {
  const rules = readFileSync(join(folder, "_headers"), "utf8")
    .trim()
    .split(/\n(?=\/)/);
  return rules.map((rule) => {
    const [pattern, ...lines] = rule.split("\n");
    const fits = (path: string) =>
      pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    const headers = Object.fromEntries(
      lines.map((line) =>
        line
          .trim()
          .split(/: (.*)/)
          .slice(0, 2),
      ),
    );
    return { fits, headers: headers as Record<string, string> };
  });
}
