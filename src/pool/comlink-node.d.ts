/** Comlink ships the adapter as .mjs and its types beside it without a matching name. */
declare module "comlink/dist/esm/node-adapter.mjs" {
  export { default } from "comlink/dist/esm/node-adapter";
}
