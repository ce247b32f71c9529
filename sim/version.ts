/** Version of the software: package.json's, which a test compares. */
export const HOLDFAST_VERSION = "0.2.0";
/** Version of the model: changes whenever the same inputs would give other numbers. */
export const MODEL_VERSION = "1.1.0";
