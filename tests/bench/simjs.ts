/**
 * simjs (MIT licence), which schedules and delivers events as objects with callbacks. Its package is a script for a
 * page that leaves its classes on `window`, so it is given one of its own.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";

export interface SimjsRequest {
  done(callback: () => void): SimjsRequest;
  cancel(): void;
}
export interface SimjsEntity {
  time(): number;
  setTimer(delay: number): SimjsRequest;
}
export interface SimjsSim {
  addEntity<T extends SimjsEntity>(kind: new (...args: never[]) => T, name: string, ...args: unknown[]): T;
  simulate(end: number): boolean;
}
export interface SimjsRandom {
  random(): number;
  exponential(rate: number): number;
}
export interface Simjs {
  readonly Sim: new () => SimjsSim;
  readonly Entity: new (...args: unknown[]) => SimjsEntity;
  readonly Random: new (seed: number) => SimjsRandom;
}

/** Compiles the library as it is found from `program`. */
export function loadSimjs(program: string): Simjs {
  const window = {} as { Sim: Simjs };
  compileFunction(readFileSync(createRequire(program).resolve("simjs"), "utf8"), ["window"])(window);
  return window.Sim;
}
