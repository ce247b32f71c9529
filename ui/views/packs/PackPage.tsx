/** A pack's document as a page of its own: to read, to print, to save. */
import type { Block, PackDocument } from "../../packs/document";

/** The document itself; what is saved as a web page is exactly this. */
export function PackPage({ document }: { readonly document: PackDocument }) {
  return (
    <article class="pack" lang={document.locale}>
      <h1>{document.title}</h1>
      <p class="pack-stamp">{document.stamp}</p>
      {document.blocks.map((block, i) => (
        <BlockView key={`${block.kind} ${i}`} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <h2 class={block.isAnnex ? "pack-annex" : undefined}>{block.text}</h2>;
    case "paragraph":
      return <p class={block.tone && `pack-${block.tone}`}>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <TableView table={block} />;
    case "figure":
      return <FigureView figure={block} />;
  }
}

/** As an image, so that a picture holds nothing that could run, and stands in a saved page as it is. */
function FigureView({ figure }: { readonly figure: Extract<Block, { kind: "figure" }> }) {
  const { svg, width, height } = figure.picture;
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return <img class="pack-figure" src={address} width={width} height={height} alt={figure.alternative} />;
}

function TableView({ table }: { readonly table: Extract<Block, { kind: "table" }> }) {
  const { caption, columns, rows } = table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section class="pack-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, c) => (
              <th key={`${c} ${column}`} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells], r) => (
            <tr key={`${r} ${head}`}>
              <th scope="row">{head}</th>
              {cells.map((cell, c) => (
                <td key={columns[c + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
