/**
 * Latin hypercube designs (McKay, Beckman and Conover 1979): points that fill a cube evenly in every direction.
 * Own code of a dozen lines, since no maintained package for it was found.
 */
import { shuffler } from "d3-array";
import seedrandom from "seedrandom";

/**
 * `points` points in the unit cube of `dimensions` dimensions. Cut any axis into `points` equal parts, and each part
 * holds exactly one point. The same seed gives the same design.
 */
export function latinHypercube(points: number, dimensions: number, seed: string): number[][] {
  const random = seedrandom.alea(seed);
  const shuffle = shuffler(random);
  const axes = Array.from({ length: dimensions }, () => {
    const order = shuffle(Array.from({ length: points }, (_, i) => i));
    return order.map((i) => (i + random()) / points);
  });
  return Array.from({ length: points }, (_, i) => axes.map((axis) => axis[i]));
}
