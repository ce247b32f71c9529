/** The switch in the address for a projector. */
import { describe, expect, it } from "vitest";
import { addressFor, isForProjector } from "../../ui/appearance";

describe("the view for a projector", () => {
  it.each(["", "?futures=30", "?workers=2&futures=30"])(
    "is put into the address %s and taken out again",
    (search) => {
      const projected = addressFor(true, search);
      expect(isForProjector(projected)).toBe(true);
      expect(new URLSearchParams(projected).get("futures")).toBe(new URLSearchParams(search).get("futures"));
      expect(isForProjector(search)).toBe(false);
      expect(addressFor(false, projected)).toBe(search);
    },
  );
});
