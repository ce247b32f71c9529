/**
 * Removes what a cluster of the tests has left, whatever became of the test: waits until its standard input ends,
 * which the test does on purpose, or by being no more; then kills every process that was started with the cluster's
 * slurm.conf (daemons, steps, jobs), and removes the cluster's folder. `node janitor.mjs FOLDER`
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const mark = `SLURM_CONF=${join(folder, "slurm.conf")}`;

process.stdin.resume().on("end", () => {
  // A process may start another while it is looked for, so that one look is not enough.
  for (let found = processes(); found.length > 0; found = processes()) found.forEach(kill);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function processes() {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => environmentOf(pid).includes(mark)).map(Number);
}

/** What a process was started with; nothing where it has ended, or is another user's. */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
  } catch {
    return [];
  }
}

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
