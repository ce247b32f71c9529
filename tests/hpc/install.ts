/** Debian's Slurm and Munge, installed where they are not there yet. */
import { execFileSync, spawnSync } from "node:child_process";

const PACKAGES = ["slurm-wlm", "munge"];
const PROGRAMS = ["slurmctld", "slurmd", "sbatch", "munged"];

/** Where Debian has daemons, which is not on every user's path. */
export const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/**
 * Sees to it that Slurm is there; a sentence where it cannot be. HOLDFAST_HPC=0 says that it is not wanted. It takes
 * about ten seconds, and leaves the packages on the machine.
 */
export function whyNoSlurm(): string | null {
  if (process.env.HOLDFAST_HPC === "0") return "HOLDFAST_HPC is 0";
  if (PROGRAMS.every(isThere)) return null;
  if (!isThere("apt-get")) return "Slurm is not installed, and there is no apt-get to install it";
  if (process.getuid?.() !== 0) return `${PACKAGES.join(" and ")} are not installed, and only root may do so`;
  console.log(`Installing ${PACKAGES.join(" and ")} for the test of hpc/ …`);
  try {
    aptGet("update");
    aptGet("install", "--yes", "--no-install-recommends", ...PACKAGES);
    return null;
  } catch {
    return `apt-get could not install ${PACKAGES.join(" and ")}`;
  }
}

const isThere = (program: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${program}`], { env: { ...process.env, PATH } }).status === 0;

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=60", ...args], {
    env,
    stdio: "pipe",
    timeout: 120_000,
  });
}
