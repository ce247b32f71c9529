/** The texts that describe the model, as they are published with it. */
import model from "../../docs/model.md?raw";
import stress from "../../docs/stress-abs.md?raw";
import validation from "../../docs/validation.md?raw";
import type { ModelTexts } from "../packs";

export const modelTexts: ModelTexts = { model, stress, validation };
