/** Teams, shares and money in words, for `staff`. */
import type { Team } from "../experiment/staffTeams";
import { counted, readable } from "./text";

/** "8 posts", or with what else the team's changes say: "8 posts, supervision 4 h a month, services × 1.1". */
export function teamText({ changes, posts, supervision, services }: Team): string {
  const varied = Object.keys(changes);
  return [
    counted(posts, "post"),
    ...(varied.some((id) => id.startsWith("support.")) ? [`supervision ${supervision} h a month`] : []),
    ...(varied.some((id) => id.startsWith("services.")) ? [`services × ${services}`] : []),
  ].join(", ");
}

/** "83.1% to 97.4%", rounded outwards, so that an end that is printed is never surer than it is. */
export const shareText = ([low, high]: readonly [number, number]): string =>
  `${(Math.floor(1000 * low) / 10).toFixed(1)}% to ${(Math.ceil(1000 * high) / 10).toFixed(1)}%`;

/** "£412,000", or "−£3,000". */
export const pounds = (value: number): string => `${value < 0 ? "−" : ""}£${readable(Math.abs(value))}`;
