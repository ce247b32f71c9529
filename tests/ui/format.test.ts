import { describe, expect, it } from "vitest";
import { readLibrary } from "../../src/library";
import {
  decimalsFor,
  formatDifference,
  formatDifferenceRange,
  formatPair,
  formatRange,
  formatValue,
  inSentence,
  inWords,
  labelInSentence,
  styleOf,
  withUnit,
  yearsInWords,
} from "../../ui/text/format";

const share = styleOf("share");
const pounds = styleOf("£ per year");
const people = styleOf("people");

describe("values", () => {
  it("shows shares as percentages, and money with separators, rounded to hundreds", () => {
    expect(formatValue(0.2281, share)).toBe("22.8%");
    expect(formatValue(361_149, pounds)).toBe("£361,100");
    expect(formatValue(1234.56, styleOf("patients per year"))).toBe("1,235");
  });
  it("has no negative zero, and a dash for no value", () => {
    expect(formatValue(-0.0001, share)).toBe("0.0%");
    expect(formatValue(Number.NaN, people)).toBe("–");
    expect(formatRange(Number.NaN, 1, share)).toBe("–");
  });
  it("rounds ranges of counts outwards", () => {
    expect(formatRange(3.9, 10, people)).toBe("3 to 10");
    expect(formatRange(0.1, 0.5, share)).toBe("10.0% to 50.0%");
  });
});

describe("differences", () => {
  it("has signs, and percentage points for shares", () => {
    expect(formatDifference(-0.143, share)).toBe("−14.3 points");
    expect(formatDifference(1.23, people)).toBe("+1.2");
    expect(formatDifference(-21_430, pounds)).toBe("−£21,400");
    expect(formatDifference(0.01, people)).toBe("0.0");
  });
  it("names the unit of an interval once", () => {
    expect(formatDifferenceRange([-0.2, 0.1], share)).toBe("−20.0 to +10.0 points");
  });
  it("takes as many decimals as a margin needs, and at most two more", () => {
    expect(decimalsFor(0.4, people)).toBe(1);
    expect(decimalsFor(0.04, people)).toBe(2);
    expect(decimalsFor(0.000_01, people)).toBe(3);
    expect(decimalsFor(0, people)).toBe(1);
  });
  it("tells two values apart where they differ", () => {
    expect(formatPair(0.3833, 0.3842, share)).toEqual(["38.3%", "38.4%"]);
    expect(formatPair(0.3831, 0.3833, share)).toEqual(["38.31%", "38.33%"]);
    expect(formatPair(0.5, 0.5, share)).toEqual(["50.0%", "50.0%"]);
  });
});

describe("words", () => {
  it("writes a number with its unit as it is read", () => {
    expect(withUnit("1", "hours a month")).toBe("1 hour a month");
    expect(withUnit("70", "£ an hour")).toBe("£70 an hour");
    expect(withUnit("0.3", "share of referrals")).toBe("0.3 of referrals");
    expect(withUnit("0.15", "0–1, either way")).toBe("0.15 (0–1, either way)");
    expect(withUnit("1", "times the usual rate")).toBe("1 times the usual rate");
    expect(withUnit("5", "%")).toBe("5%");
  });
  it("writes periods, lists and names", () => {
    expect([1, 5, 12].map(yearsInWords)).toEqual(["one year", "five years", "12 years"]);
    expect(inWords(["a", "b", "c"])).toBe("a, b and c");
    expect(inWords(["a"])).toBe("a");
    expect(labelInSentence("Burnt out")).toBe("burnt out");
    expect(labelInSentence("GP burden")).toBe("GP burden");
    expect(labelInSentence("Share, in per cent")).toBe("“Share, in per cent”");
  });
  it("writes a scenario's name small where it is ours, and as it was typed where it is not", () => {
    for (const { name } of readLibrary().filter(({ name }) => !/[,:]/.test(name)))
      expect(inSentence(name)).toBe(name[0].toLowerCase() + name.slice(1));
    expect(inSentence("Clinical supervision 3 hours a month")).toBe("clinical supervision 3 hours a month");
    expect(inSentence("No holding, signposting only")).toBe("“No holding, signposting only”");
    expect(inSentence("Devon plan")).toBe("“Devon plan”");
    expect(inSentence("7 posts.")).toBe("“7 posts.”");
    expect(inSentence("No Change Plan")).toBe("“No Change Plan”");
    expect(inSentence("A")).toBe("“A”");
    expect(inSentence("תוכנית א")).toBe("\u2068“תוכנית א”\u2069");
  });
});
