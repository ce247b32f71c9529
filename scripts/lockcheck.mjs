/**
 * Checks that package-lock.json names every optional package of every package: the builds for other systems
 * above all. npm leaves out those that a registry does not have, without a word, and `npm ci` then fails.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** Whether `name` is found from the folder `path`, in its node_modules or in those of a folder above. */
function isFound(path, name) {
  if (packages[`${path && `${path}/`}node_modules/${name}`]) return true;
  return path !== "" && isFound(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

const problems = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isFound(path, name))
    .map((name) => `${name} is missing, which ${path.replace(/^node_modules\//, "")} ${version} asks for.`),
);

if (problems.length > 0) {
  console.error(["package-lock.json is incomplete; npm ci may fail.", ...problems].join("\n"));
  process.exitCode = 1;
} else {
  console.error(`package-lock.json is complete: ${Object.keys(packages).length - 1} packages.`);
}
