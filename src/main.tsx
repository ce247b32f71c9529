/** The page: workers, library and views put together. */
import { signal } from "@preact/signals";
import { render } from "preact";
import { App } from "../ui/app";
import type { LoadExperiments } from "../ui/experiments";
import { FIRST_PICTURE } from "../ui/running";
import type { Simulator } from "../ui/simulator";
import { text } from "../ui/text/text";
import type { Verify } from "../ui/views/Verification";
import { createDiaries } from "./diaries";
import { USUAL, verifyModel } from "./experiment/verify";
import { readLibrary } from "./library";
import { keepOffline } from "./offline";
import { Pace } from "./pace";
import { packMaker } from "./packs";
import { createSimulator } from "./simulator";
import { Turns } from "./turns";
import { pool } from "./workers";

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no element with the id app.");

/** Does the checks against theory on the pool that runs the scenarios. */
const verify: Verify = (onProgress, signal) => {
  const runCheck = (request: Parameters<typeof pool.verify>[0], stop: AbortSignal) =>
    pool.verify(request, stop);
  return verifyModel(USUAL, { runCheck, width: pool.size }, signal, onProgress);
};

const turns = new Turns();
const pace = new Pace();
const runJob = pace.timed((job, signal) => pool.run(job, signal));
const simulator = createSimulator(
  {
    size: pool.size,
    run: (job, signal, onReplaced) => pace.timed((one, stop) => pool.run(one, stop, onReplaced))(job, signal),
  },
  FIRST_PICTURE,
);
/** The page's own answer goes first; experiments, loaded when they are first wanted, wait for it. */
const first: Simulator = { ...simulator, run: (...request) => turns.first(() => simulator.run(...request)) };
const experiments: LoadExperiments = async () => {
  const { createExperiments } = await import("./experiments");
  return createExperiments({ runJob, width: pool.size, turns, pace });
};

document.title = text.frame.title;
document.documentElement.lang = text.locale;
const newer = signal<(() => void) | null>(null);
render(
  <App
    simulator={first}
    library={readLibrary()}
    verify={verify}
    newer={newer}
    packs={packMaker}
    experiments={experiments}
    diaries={createDiaries(pool)}
  />,
  root,
);
keepOffline((useIt) => {
  newer.value = useIt;
});
