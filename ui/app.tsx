/** The page: the answer first, then what is compared and the levers, then charts, every measure, and the limits. */
import { useEffect, useState } from "preact/hooks";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../sim/version";
import { futuresOf } from "./link";
import type { AppProps } from "./simulator";
import { createStore, StoreProvider, useStore } from "./state";
import "./styles/page.css";
import "./styles/controls.css";
import "./styles/results.css";
import "./styles/print.css";
import { Announcer } from "./views/Announcer";
import { Answer } from "./views/Answer";
import { Charts } from "./views/Charts";
import { Compared } from "./views/Compared";
import { Levers } from "./views/Levers";
import { Limits } from "./views/Limits";
import { MeasureTable } from "./views/MeasureTable";
import { RunSettings } from "./views/RunSettings";
import { ScenarioChooser } from "./views/ScenarioChooser";
import { Sources } from "./views/Sources";
import { Verification, type Verify } from "./views/Verification";

export function App({ verify, ...props }: AppProps & { readonly verify: Verify }) {
  const [store] = useState(() => createStore(props, futuresOf(location.search)));
  useEffect(() => store.dispose, [store]);
  return (
    <StoreProvider value={store}>
      <a class="skip-link" href="#main">
        Skip to the answer
      </a>
      <header class="page-header">
        <h1>Holdfast</h1>
        <p>What policies do to link workers' burnout and turnover, and to their patients: a simulation.</p>
      </header>
      <main id="main" tabIndex={-1}>
        <Page verify={verify} />
      </main>
      <footer class="page-footer">
        <p>
          Holdfast {HOLDFAST_VERSION}, model {MODEL_VERSION}. Everything runs in this browser; nothing that
          you enter leaves it.
        </p>
      </footer>
    </StoreProvider>
  );
}

function Page({ verify }: { readonly verify: Verify }) {
  const { shown, isStale } = useStore();
  const results = shown.value;
  return (
    <div class={isStale.value ? "page stale" : "page"}>
      <Announcer />
      <div class="answer-area">
        <Answer />
      </div>
      <div class="controls">
        <ScenarioChooser />
        <Levers />
        <RunSettings />
      </div>
      <div class="charts-area">
        {results ? <Charts results={results} /> : <div class="figures-to-come" />}
      </div>
      <div class="more">
        {results && <MeasureTable results={results} />}
        {results && <Compared results={results} />}
        <Limits />
        <Sources />
        <Verification verify={verify} />
      </div>
    </div>
  );
}
