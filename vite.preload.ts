import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/**
 * Has the browser fetch the page's own script and styles at once, and not only when src/start.ts, which starts the
 * workers first, asks for them.
 */
export function preloadPage(): Plugin {
  return {
    name: "preload-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/src/main.tsx"));
        if (!page) throw new Error("The build has no chunk of src/main.tsx.");
        const needed = new Set([page]);
        // The set grows while it is gone through: what is needed by what is needed comes last.
        for (const { imports } of needed)
          for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
        return [...needed].flatMap(tagsOf);
      },
    },
  };
}

function tagsOf({ fileName, isEntry, viteMetadata }: Rolldown.OutputChunk): HtmlTagDescriptor[] {
  const link = (rel: string, file: string): HtmlTagDescriptor => ({
    tag: "link",
    attrs: { rel, crossorigin: true, href: `./${file}` },
    injectTo: "head",
  });
  const styles = [...(viteMetadata?.importedCss ?? [])].map((file) => link("stylesheet", file));
  return isEntry ? styles : [link("modulepreload", fileName), ...styles];
}
