/** A document as a Word file. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, PackDocument } from "../packs";

/** Half-points, as Word counts sizes of type; twentieths of a point for distances. */
const SIZES = { text: 20, small: 16, lead: 24, cell: 16 } as const;
const A4 = { width: 11906, height: 16838 } as const;
const MARGIN = 964;
const BULLETS = "bullets";

/** The document as a .docx file, A4, with headings, lists and tables that Word knows as such. */
export function wordFile(pack: PackDocument): Promise<Blob> {
  const document = new Document({
    title: pack.title,
    creator: "Holdfast",
    description: pack.stamp,
    styles: {
      default: { document: { run: { font: "Arial", size: SIZES.text, language: { value: pack.locale } } } },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        footers: { default: footer(pack) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [run(pack.title, { size: 34, bold: true })],
          }),
          text(pack.stamp, SIZES.small),
          ...pack.blocks.flatMap(blockOf),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

const run = (content: string, style: { size: number; bold?: boolean }): TextRun =>
  new TextRun({ text: content, color: "212B32", ...style });

const text = (content: string, size: number, bold = false): Paragraph =>
  new Paragraph({ spacing: { after: 100 }, children: [run(content, { size, bold })] });

function footer({ stamp, pageOf: [before, between, after] }: PackDocument): Footer {
  const pages = new TextRun({
    size: SIZES.small,
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  });
  return new Footer({ children: [new Paragraph({ children: [run(`${stamp} `, { size: 14 }), pages] })] });
}

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          pageBreakBefore: block.isAnnex,
          spacing: { before: 180, after: 60 },
          children: [run(block.text, { size: 26, bold: true })],
        }),
      ];
    case "paragraph":
      return [
        text(block.text, SIZES[toneSize(block.tone)], block.tone === "warning" || block.tone === "lead"),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: BULLETS, level: 0 },
            spacing: { after: 40 },
            children: [run(item, { size: SIZES.text })],
          }),
      );
    case "table":
      return tableOf(block);
    case "figure":
      return [figureOf(block)];
  }
}

/** px between the margins of A4. */
const FIGURE_WIDTH = 600;

function figureOf({ picture, alternative }: Extract<Block, { kind: "figure" }>): Paragraph {
  const scale = Math.min(1, FIGURE_WIDTH / picture.width);
  const [width, height] = [picture.width, picture.height].map((size) => Math.round(scale * size));
  const image = new ImageRun({
    type: "png",
    data: picture.png,
    transformation: { width, height },
    altText: { name: alternative, title: alternative, description: alternative },
  });
  return new Paragraph({ spacing: { after: 100 }, children: [image] });
}

const toneSize = (tone: "lead" | "warning" | "small" | undefined): keyof typeof SIZES =>
  tone === "lead" || tone === "small" ? tone : "text";

function tableOf({ caption, columns, rows }: Extract<Block, { kind: "table" }>): (Paragraph | Table)[] {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "AEB7BD" };
  const widths = widthsOf(columns.length);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (content, c) =>
          new TableCell({
            width: { size: widths[c], type: WidthType.DXA },
            shading: isHead ? { fill: "F0F4F5" } : undefined,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: content
              .split("\n")
              .map(
                (part) =>
                  new Paragraph({ children: [run(part, { size: SIZES.cell, bold: isHead || c === 0 })] }),
              ),
          }),
      ),
    });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 100, after: 40 },
      children: [run(caption, { size: SIZES.small })],
    }),
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      borders: {
        top: line,
        bottom: line,
        left: line,
        right: line,
        insideHorizontal: line,
        insideVertical: line,
      },
      rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
    }),
    text("", SIZES.small),
  ];
}

/** The first column, which names the row, is half as wide again as the others. */
function widthsOf(columns: number): number[] {
  const whole = A4.width - 2 * MARGIN;
  const unit = Math.floor(whole / (columns + 0.5));
  return Array.from({ length: columns }, (_, c) => (c === 0 ? Math.floor(1.5 * unit) : unit));
}
