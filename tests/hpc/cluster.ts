/**
 * A Slurm cluster of this machine alone, in a folder of its own: it reads and changes nothing of the system's Slurm or
 * Munge, needs no systemd and no root, and is gone without a trace when the test is (see janitor.mjs).
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PATH } from "./install";

const DAEMONS = ["munged", "slurmctld", "slurmd"] as const;

export class Cluster {
  readonly folder = mkdtempSync(join(tmpdir(), "holdfast-slurm-"));
  /** What a command needs to speak to this cluster. */
  readonly env = { ...process.env, PATH, SLURM_CONF: join(this.folder, "slurm.conf") };
  private readonly janitor: ChildProcess;

  private constructor() {
    this.janitor = spawn(process.execPath, [join(import.meta.dirname, "janitor.mjs"), this.folder], {
      detached: true, // Ctrl-C is for the test
      stdio: ["pipe", "inherit", "inherit"],
    });
  }

  /** A cluster with one idle node. Rejects, with what the daemons have said, when none comes up. */
  static async start(cpus: number): Promise<Cluster> {
    const cluster = new Cluster();
    const { folder } = cluster;
    chmodSync(folder, 0o711); // Munge wants its socket within everybody's reach
    for (const name of ["state", "spool"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "munge.key"), randomBytes(128), { mode: 0o600 });
    writeFileSync(cluster.env.SLURM_CONF, configuration(folder, cpus, [await freePort(), await freePort()]));
    const munge = [
      "key-file=munge.key",
      "socket=munge.socket",
      "pid-file=munged.pid",
      "seed-file=munged.seed",
    ];
    const inFolder = [...munge, "log-file=munged.log"].map(
      (option) => `--${option.replace("=", `=${folder}/`)}`,
    );
    cluster.daemon("munged", "--foreground", "--force", ...inFolder);
    cluster.daemon("slurmctld", "-D", "-c");
    cluster.daemon("slurmd", "-D");
    try {
      await until("an idle node", () => cluster.call("sinfo", "--noheader", "--format=%t").trim() === "idle");
      return cluster;
    } catch (error) {
      const said = DAEMONS.map((name) => readFileSync(join(folder, `${name}.out`), "utf8").slice(-1000));
      await cluster.stop();
      throw new Error([String(error), ...said].join("\n"));
    }
  }

  /** What a command prints that speaks to this cluster; throws when it fails. */
  call(command: string, ...args: string[]): string {
    return execFileSync(command, args, { env: this.env, encoding: "utf8", stdio: "pipe" });
  }

  /** Ends everything at once, jobs that are running too. */
  async stop(): Promise<void> {
    this.janitor.stdin?.end();
    await once(this.janitor, "exit");
  }

  private daemon(program: (typeof DAEMONS)[number], ...args: string[]): void {
    const log = openSync(join(this.folder, `${program}.out`), "a");
    spawn(program, args, { env: this.env, stdio: ["ignore", log, log] });
  }
}

/** Waits for a sign, however long the machine takes for it; rejects after three minutes without any. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 180_000; Date.now() < end; await pause(100)) {
    try {
      if (isSo()) return;
    } catch {
      // A daemon that has not started yet does not answer.
    }
  }
  throw new Error(`There was no sign of ${what}.`);
}

/**
 * Jobs start without delay. A task that was requeued waits for `cred_expire` seconds first: 5 is the least that Slurm
 * accepts; it takes its usual two minutes for anything less.
 */
const configuration = (folder: string, cpus: number, [controller, node]: readonly number[]): string => `
ClusterName=holdfast
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmUser=${userInfo().username}
SlurmdUser=${userInfo().username}
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket,cred_expire=5
SlurmctldPort=${controller}
SlurmdPort=${node}
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
MpiDefault=none
MailProg=/bin/true
ReturnToService=2
KillWait=2
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1
NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=${cpus} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
