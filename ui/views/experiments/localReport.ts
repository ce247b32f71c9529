/** The fit to local numbers as packs take it up: both tables of the page, and the figures that were fitted to. */
import type { FittedParameter, LocalAnswer, LocalAsk } from "../../local";
import type { ExperimentReport, ReportPart } from "../../packs/report";
import { measureById } from "../../results";
import { formatCount, formatValue, styleOf } from "../../text/format";
import {
  figuresInWords,
  narrowedInWords,
  untoldInWords,
  valueInWords,
  verdictInWords,
} from "../../text/local";
import { parameterById } from "../../text/tables";
import { text } from "../../text/text";

export function localReport(ask: LocalAsk, answer: LocalAnswer): ExperimentReport {
  const words = text.experiments;
  return {
    ask,
    settings: [
      [words.local.numbers, figuresInWords(ask.figures).join(" ").replace(/\.$/, "")],
      [words.local.futures, formatCount(ask.replications)],
      [text.settings.code, ask.seed],
    ],
    finding: [verdictInWords(answer), ...untoldInWords(answer)],
    parts: [figuresPart(answer), settingsPart(answer)],
  };
}

const tableAlone = { figure: null, about: "", subtitle: "", note: "", tableNote: "" } as const;

/** The local figures beside the model's. */
function figuresPart({ fits }: LocalAnswer): ReportPart {
  const words = text.experiments.local;
  const rows = fits.map(({ measure, local, range, atDefaults, atSuggestion }) => {
    const { label, unit } = measureById(measure);
    const write = (value: number): string => formatValue(value, styleOf(unit));
    const yours = words.valueInRange(write(local), write(range[0]), write(range[1]));
    return [words.figureWithUnit(label, styleOf(unit).words), yours, write(atDefaults), write(atSuggestion)];
  });
  return {
    ...{ ...tableAlone, id: "local-figures", title: words.figuresCaption },
    table: { columns: [words.figure, words.yours, words.usual, words.suggested], rows },
    data: {
      columns: ["measure", "unit", "local", "local_low", "local_high", "at_defaults", "at_suggestion"],
      rows: fits.map(({ measure, local, range, atDefaults, atSuggestion }) => [
        ...[measure, measureById(measure).unit, local, ...range, atDefaults, atSuggestion],
      ]),
    },
  };
}

/** What fits, of every number that was fitted. */
function settingsPart({ parameters, suggestion }: LocalAnswer): ReportPart {
  const words = text.experiments.local;
  return {
    ...{ ...tableAlone, id: "local-settings", title: words.settings },
    table: {
      columns: [words.number, words.range, words.suggestion, words.told],
      rows: parameters.map((fitted) => [
        parameterById(fitted.id).label,
        words.searched(...searchedInWords(fitted)),
        valueInWords(fitted.id, Number(suggestion[fitted.id])),
        narrowedInWords(fitted),
      ]),
    },
    data: {
      columns: [
        "parameter",
        "default",
        "searched_low",
        "searched_high",
        "fits_low",
        "fits_high",
        "suggestion",
      ],
      rows: parameters.map(({ id, default: usual, searched, fits }) => [
        ...[id, usual, ...searched, ...(fits ?? ["", ""]), String(suggestion[id])],
      ]),
    },
  };
}

/** The range that was searched, from and to, and what of it fits. */
export function searchedInWords({ id, searched, fits }: FittedParameter): [string, string, string] {
  const words = text.experiments.local;
  const say = (value: number): string => valueInWords(id, value);
  const fit = fits === null ? words.noneFits : words.fitRange(say(fits[0]), say(fits[1]));
  return [say(searched[0]), say(searched[1]), fit];
}
