export const launchArgs: string[];
export const needsNoSandbox: boolean;
export function findChromium(): Promise<string | undefined>;
export function ensureChromium(): Promise<string>;
