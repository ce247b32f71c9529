/** The annex of a business case: the experiments that were run for it, with settings, finding, figure and table. */
import { documents } from "../text/documents";
import { annexHeading, type Block, heading, list, paragraph } from "./document";
import type { PackExperiment, PackExperiments, PackPart } from "./experiments";

/** Nothing where no experiment has been run. */
export function annex({ included, leftOut }: PackExperiments): Block[] {
  if (included.length === 0 && leftOut.length === 0) return [];
  const words = documents.experiments;
  return [
    annexHeading(words.annex),
    ...included.flatMap(experimentBlocks),
    ...leftOut.map((question) => paragraph(words.leftOut(question), "warning")),
  ];
}

function experimentBlocks({ question, settings, finding, parts }: PackExperiment): Block[] {
  const words = documents.experiments;
  const [answer, ...rest] = finding;
  return [
    heading(question),
    paragraph(answer, "lead"),
    ...(rest.length > 0 ? [list(rest)] : []),
    paragraph(words.settings(settings.map(([label, value]) => words.setting(label, value))), "small"),
    ...parts.flatMap((part) => partBlocks(part, answer)),
  ];
}

/** `answer` stands above already: a title that says the same is left out. */
function partBlocks(part: PackPart, answer: string): Block[] {
  const { figure, picture, about, title, subtitle, note, table, tableNote } = part;
  const words = documents.experiments;
  const heads = title === answer ? [about, subtitle] : [title, about, subtitle];
  const drawn: Block[] =
    figure && picture
      ? [
          paragraph(words.caption(heads)),
          { kind: "figure", picture, alternative: figure.alternative },
          paragraph(note, "small"),
        ]
      : [];
  const caption = words.caption([figure ? subtitle : title, tableNote].filter((part) => part !== ""));
  return [...drawn, { kind: "table", caption, ...table }];
}
