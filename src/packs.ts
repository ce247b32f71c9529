/** Files of the page's packs. Each maker is loaded when it is first needed. */
import type { PackMaker } from "../ui/packs";

export type { Block, FinishedRun, ModelTexts, PackDocument, PackFile, PackMaker } from "../ui/packs";

export const packMaker: PackMaker = {
  word: async (document) => (await import("./packs/word")).wordFile(document),
  zip: async (files) => (await import("./packs/zip")).zipFile(files),
  rawResults: async (run) => (await import("./packs/rawResults")).rawResults(run, platform()),
  modelTexts: async () => (await import("./packs/modelTexts")).modelTexts,
};

const platform = () => ({ page: navigator.userAgent, cores: navigator.hardwareConcurrency });
