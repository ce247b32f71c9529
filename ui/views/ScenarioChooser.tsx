/** What is compared: the baseline and the reader's scenarios with their lines, the history, and ways to add more. */
import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Scenario } from "../../sim/scenario";
import { seriesStyles } from "../charts/palette";
import { changesInWords } from "../scenarios";
import { useStore } from "../state";
import { capital } from "../text/format";
import { text } from "../text/text";
import { AddScenarios } from "./AddScenarios";
import { CopyLink } from "./CopyLink";
import { HistoryButtons } from "./HistoryButtons";
import { ScenarioTools } from "./ScenarioTools";

export function ScenarioChooser() {
  const { base, items, focus } = useStore();
  const list = useRef<HTMLUListElement>(null);
  const hasTools = useSignal(false);
  const positionOfFocus = items.value.findIndex(({ id }) => id === focus.value) + 1;
  const styles = seriesStyles(items.value.length + 1, positionOfFocus);
  return (
    <section class="card scenario-chooser" aria-labelledby="chooser-title">
      <h2 id="chooser-title">{text.scenarios.title}</h2>
      <HistoryButtons />
      <ul class="chosen" ref={list}>
        <li>
          <div class="scenario-line">
            <Swatch {...styles[0]} /> <bdi class="scenario-name">{base.name}</bdi>
          </div>
        </li>
        {items.value.map(({ id }, i) => (
          <ScenarioLine
            key={id}
            position={i}
            style={styles[i + 1]}
            hasTools={hasTools}
            focusList={() => focusFirst(list.current)}
          />
        ))}
      </ul>
      <AddScenarios />
      <CopyLink />
    </section>
  );
}

/**
 * After a scenario has been taken out its button is gone: the keyboard goes on from the list, or from where scenarios are
 * added where the list has none left. The page must have been drawn anew by then.
 */
const focusFirst = (list: HTMLElement | null): void => {
  setTimeout(() => {
    const next = list?.querySelector<HTMLElement>("button") ?? list?.parentElement?.querySelector("summary");
    next?.focus();
  });
};

type Style = ReturnType<typeof seriesStyles>[number];

/** A piece of the scenario's line. */
function Swatch({ colour, dash, width }: Style) {
  return (
    <svg class="swatch" viewBox="0 0 32 12" aria-hidden="true">
      <line x1="0" x2="32" y1="6" y2="6" stroke={colour} stroke-width={width} stroke-dasharray={dash} />
    </svg>
  );
}

interface LineProps {
  /** Among the scenarios beside the base. */
  readonly position: number;
  readonly style: Style;
  readonly hasTools: Signal<boolean>;
  readonly focusList: () => void;
}

function ScenarioLine({ position, style, hasTools, focusList }: LineProps) {
  const { items, read, focus, remove } = useStore();
  const { id } = items.value[position];
  const { name, scenario } = read.value[position];
  const isSelected = focus.value === id;
  return (
    <li class={isSelected ? "selected" : undefined} aria-current={isSelected ? "true" : undefined}>
      <div class="scenario-line">
        <Swatch {...style} /> <bdi class="scenario-name">{name}</bdi>
        <button
          type="button"
          class="link-button remove"
          onClick={() => {
            remove(id);
            focusList();
          }}
        >
          {text.scenarios.remove}
          <span class="hidden"> {name}</span>
        </button>
      </div>
      {scenario && <Differs scenario={scenario} isWhole={isSelected} />}
      {isSelected ? (
        <ScenarioTools position={position} isOpen={hasTools} />
      ) : (
        <button type="button" class="link-button" onClick={() => (focus.value = id)}>
          {text.scenarios.select}
          <span class="hidden"> {name}</span>
        </button>
      )}
    </li>
  );
}

/** What differs from the baseline: all of it for the selected scenario, else the first of it. */
function Differs({ scenario, isWhole }: { readonly scenario: Scenario; readonly isWhole: boolean }) {
  const { endWeek } = useStore();
  const said = changesInWords(scenario, endWeek.value);
  if (said.length === 0) return <p class="hint differs">{text.scenarios.nothingDiffers}</p>;
  const rest = said.length - 1;
  if (!isWhole)
    return <p class="hint differs">{rest > 0 ? text.scenarios.andMore(said[0], rest) : said[0]}</p>;
  return (
    <ul class="hint differs" aria-label={text.scenarios.differs}>
      {said.map((sentence) => (
        <li key={sentence}>{capital(sentence)}</li>
      ))}
    </ul>
  );
}
