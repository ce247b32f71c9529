/**
 * simjs (MIT licence), which schedules and delivers events as objects with callbacks. Its package is a script for a
 * page that leaves its classes on `window`, so it is given one of its own.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";

/** Something asked for, with what is to happen when it comes, and what ends the wait before. */
export interface SimjsRequest {
  done(callback: () => void): SimjsRequest;
  waitUntil(delay: number, callback?: () => void): SimjsRequest;
  unlessEvent(event: SimjsEvent, callback?: () => void): SimjsRequest;
  cancel(): void;
}
export interface SimjsEntity {
  /** What came with the request whose callback is running: from a store, the object. */
  readonly callbackMessage: unknown;
  time(): number;
  setTimer(delay: number): SimjsRequest;
  getBuffer(buffer: SimjsBuffer, amount: number): SimjsRequest;
  putBuffer(buffer: SimjsBuffer, amount: number): SimjsRequest;
  getStore<T>(store: SimjsStore<T>, filter?: (object: T) => boolean): SimjsRequest;
  putStore<T>(store: SimjsStore<T>, object: T): SimjsRequest;
}
export interface SimjsEvent {
  fire(): void;
}
/** A number of equal things; requests for them wait in order. */
export interface SimjsBuffer {
  current(): number;
}
/** Objects that can be put in and taken out; requests for them wait in order. */
export interface SimjsStore<T> {
  readonly objects: readonly T[];
  readonly getQueue: { empty(): boolean };
  current(): number;
}
export interface SimjsSim {
  addEntity<T extends SimjsEntity>(kind: new (...args: never[]) => T, name: string): T;
  simulate(end: number): boolean;
}
export interface SimjsRandom {
  random(): number;
  exponential(rate: number): number;
}
export interface Simjs {
  readonly Sim: new () => SimjsSim;
  readonly Entity: new (...args: unknown[]) => SimjsEntity;
  readonly Event: new (name: string) => SimjsEvent;
  readonly Buffer: new (name: string, capacity: number, initial: number) => SimjsBuffer;
  readonly Store: new <T>(capacity: number, name: string) => SimjsStore<T>;
  readonly Random: new (seed: number) => SimjsRandom;
}

/** Compiles the library as it is found from `program`. */
export function loadSimjs(program: string): Simjs {
  const window = {} as { Sim: Simjs };
  compileFunction(readFileSync(createRequire(program).resolve("simjs"), "utf8"), ["window"])(window);
  return window.Sim;
}
