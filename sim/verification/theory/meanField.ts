/**
 * The mean-field companion in one formula, in the symbols of its description, apart from sim/meanField.ts: a second
 * reckoning of its lasting states and of the demands at which they end.
 */
import { exp } from "../../kernel/math";

export interface Closure {
  readonly alpha: number;
  readonly rho: number;
  readonly kappa: number;
  readonly Em: number;
  readonly width: number;
  readonly h0: number;
  readonly kL: number;
  readonly T: number;
  readonly a0: number;
  readonly kA: number;
  readonly sE: number;
  readonly s: number;
  readonly tb: number;
  readonly umax: number;
  readonly b: number;
  readonly wW: number;
  readonly wE: number;
  readonly eh: number;
  readonly u0: number;
  readonly E0: number;
}

/** dE/dt at exhaustion E and demand ratio d. */
export function drift(c: Closure, E: number, d: number): number {
  const h = c.h0 * exp(c.kL * E);
  const y = 1 / (1 + h * c.T);
  const util = (d * (1 + c.sE * E)) / ((1 - c.a0 * exp(c.kA * E)) * y);
  const u = util >= 1 ? c.umax : Math.min(c.umax, util + (c.s * util * util) / ((1 - util) * c.tb));
  const x = (1 - c.b) * ((c.wW * Math.max(0, u - c.u0)) / (1 - c.u0) + c.wE * c.eh * Math.min(1, u));
  const S = 1 / (1 + exp((c.Em - E) / c.width));
  return c.alpha * x * (1 - E) - c.rho * (1 - c.kappa * S) * E - h * (E - c.E0);
}

/** Levels of exhaustion at which nothing moves, in order: signs of the drift on a grid, then regula falsi. */
export function restingLevels(c: Closure, d: number, steps = 20_000): number[] {
  const levels: number[] = [];
  let low = drift(c, 0, d);
  for (let i = 1; i <= steps; i++) {
    const high = drift(c, i / steps, d);
    if (low > 0 !== high > 0) levels.push((i - 1 + low / (low - high)) / steps);
    low = high;
  }
  return levels;
}

/** The lowest and the highest demand ratio with more than one resting level, by halving from inside. */
export function foldsBetween(c: Closure, inside: number) {
  const several = (d: number): boolean => restingLevels(c, d, 4000).length > 1;
  const edge = (outside: number): number => {
    let [yes, no] = [inside, outside];
    while (Math.abs(yes - no) > 1e-6) {
      const middle = (yes + no) / 2;
      if (several(middle)) yes = middle;
      else no = middle;
    }
    return (yes + no) / 2;
  };
  return { low: edge(0.3), high: edge(1) };
}
