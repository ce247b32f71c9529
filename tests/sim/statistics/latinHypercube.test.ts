/** Latin hypercube designs: what makes them one. */
import { describe, expect, test } from "vitest";
import { latinHypercube } from "../../../sim/statistics/latinHypercube";

describe("a Latin hypercube", () => {
  test("puts exactly one point into each part of every axis", () => {
    const design = latinHypercube(40, 4, "seed");
    for (let axis = 0; axis < 4; axis++) {
      const parts = design.map((point) => Math.floor(point[axis] * 40)).sort((a, b) => a - b);
      expect(parts).toEqual(Array.from({ length: 40 }, (_, i) => i));
    }
  });

  test("follows from its seed alone", () => {
    expect(latinHypercube(5, 2, "a")).toEqual(latinHypercube(5, 2, "a"));
    expect(latinHypercube(5, 2, "a")).not.toEqual(latinHypercube(5, 2, "b"));
  });
});
