/** The page: the answer first, then what is compared and the levers, then charts, every measure, and the limits. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../sim/version";
import { createAppearance } from "./appearance";
import type { Diaries } from "./diaries";
import type { LoadExperiments } from "./experiments";
import { startOf } from "./link";
import { keepAddress } from "./links/address";
import type { PackMaker } from "./packs";
import type { AppProps } from "./simulator";
import { createStore, StoreProvider, useStore } from "./state";
import { scenarioSaid } from "./text/tables";
import { text } from "./text/text";
import "./styles/page.css";
import "./styles/controls.css";
import "./styles/results.css";
import "./styles/answer.css";
import "./styles/scenarios.css";
import "./styles/print.css";
import "./styles/frame.css";
import "./styles/appearance.css";
import { Accessibility } from "./views/Accessibility";
import { Announcer } from "./views/Announcer";
import { Answer } from "./views/Answer";
import { AppearanceChoice } from "./views/AppearanceChoice";
import { Charts } from "./views/Charts";
import { Compared } from "./views/Compared";
import { Controls } from "./views/Controls";
import { Assumptions } from "./views/evidence/Assumptions";
import { FindOutMore } from "./views/FindOutMore";
import { Later } from "./views/Later";
import { Limits } from "./views/Limits";
import { LinkNotice } from "./views/LinkNotice";
import { MeasureTable } from "./views/MeasureTable";
import { type NewerVersion, NewVersion } from "./views/NewVersion";
import { Packs } from "./views/packs/Packs";
import { Sources } from "./views/Sources";
import { Staged } from "./views/Staged";
import { Sureness } from "./views/Sureness";
import { DiariesProvider } from "./views/story/context";
import { Verification, type Verify } from "./views/Verification";

interface PageProps extends AppProps {
  readonly verify: Verify;
  readonly newer: NewerVersion;
  readonly packs: PackMaker;
  readonly experiments: LoadExperiments;
  readonly diaries: Diaries;
}

export function App({ verify, newer, packs, experiments, diaries, ...props }: PageProps) {
  const [store] = useState(() => {
    const library = props.library.map(scenarioSaid);
    return createStore({ ...props, library }, startOf(location.search, location.hash, library));
  });
  const [appearance] = useState(() => createAppearance());
  useEffect(() => store.dispose, [store]);
  useEffect(() => {
    const { drawAll, dispose } = store.stage;
    addEventListener("beforeprint", drawAll);
    return () => {
      removeEventListener("beforeprint", drawAll);
      dispose();
    };
  }, [store]);
  useEffect(() => keepAddress(store.links), [store]);
  return (
    <StoreProvider value={store}>
      <a class="skip-link" href="#main">
        {text.frame.skip}
      </a>
      <header class="page-header">
        <h1>{text.frame.name}</h1>
        <p>{text.frame.purpose}</p>
        <AppearanceChoice {...appearance} />
      </header>
      <NewVersion newer={newer} />
      <main id="main" tabIndex={-1}>
        <Page
          verify={verify}
          packs={packs}
          experiments={experiments}
          diaries={diaries}
          controls={<Controls {...appearance} />}
        />
      </main>
      <footer class="page-footer">
        <p>{text.frame.versions(HOLDFAST_VERSION, MODEL_VERSION)}</p>
        <Accessibility />
      </footer>
    </StoreProvider>
  );
}

interface Needed extends Pick<PageProps, "verify" | "packs" | "experiments" | "diaries"> {
  readonly controls: ComponentChildren;
}

function Page({ verify, packs, experiments, diaries, controls }: Needed) {
  return (
    <Frame>
      <Announcer />
      <div class="answer-area">
        <LinkNotice />
        <Answer />
      </div>
      <div class="controls-area">{controls}</div>
      <div class="charts-area">
        <DiariesProvider value={diaries}>
          <Charts />
        </DiariesProvider>
      </div>
      <div class="more">
        <Staged>{(results) => <Sureness results={results} />}</Staged>
        <Staged>{(results) => <MeasureTable results={results} />}</Staged>
        <Staged>{(results) => <Compared results={results} />}</Staged>
        <FindOutMore load={experiments} />
        <Staged>{(results) => <Packs results={results} packs={packs} />}</Staged>
        <Limits />
        <Later>{() => <Assumptions />}</Later>
        <Later>{() => <Sources />}</Later>
        <Later>{() => <Verification verify={verify} />}</Later>
      </div>
    </Frame>
  );
}

/** Follows the inputs by itself, so that what it frames is not drawn again with it. */
function Frame({ children }: { readonly children: ComponentChildren }) {
  const { isStale } = useStore();
  return <div class={isStale.value ? "page stale" : "page"}>{children}</div>;
}
