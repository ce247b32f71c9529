/** The functions that turn random numbers into draws (docs/model.md, section 4). */
import { DRAW_NAMES } from "../../draws";
import { exponential, lognormal, logSdOfCv, normal } from "../../kernel/distributions";
import { Streams } from "../../kernel/streams";
import type { Check } from "../check";
import { distributionFinding, normalFinding } from "../finding";
import { type Distribution, erlang, lognormalWith, standardNormal, uniform } from "../theory/distributions";

const DRAWS = 100_000;
const CV = 0.5;
interface Sampler {
  readonly name: string;
  readonly draw: (uniformNumber: (k: number) => number) => number;
  readonly distribution: Distribution;
}
const SAMPLERS: readonly Sampler[] = [
  { name: "uniform", draw: (u) => u(0), distribution: uniform(0, 1) },
  { name: "exponential", draw: (u) => exponential(u(0)), distribution: erlang(1, 1) },
  { name: "normal", draw: (u) => normal(u(0)), distribution: standardNormal },
  { name: "lognormal", draw: (u) => lognormal(u(0), logSdOfCv(CV)), distribution: lognormalWith(1, CV) },
  {
    name: "Erlang",
    draw: (u) => (exponential(u(0)) + exponential(u(1)) + exponential(u(2))) / 3,
    distribution: erlang(1, 3),
  },
];

/** Mean, variance and whole distribution of a sample. */
function sampleFindings(name: string, sample: readonly number[], { cdf, mean, sd, kurtosis }: Distribution) {
  const n = sample.length;
  const average = sample.reduce((a, b) => a + b, 0) / n;
  const variance = sample.reduce((total, x) => total + (x - mean) ** 2, 0) / n;
  const errorOfVariance = (sd * sd * Math.sqrt(kurtosis - 1)) / Math.sqrt(n);
  return [
    normalFinding(`${name}: mean`, "", mean, average, sd / Math.sqrt(n)),
    normalFinding(`${name}: variance`, "", sd * sd, variance, errorOfVariance),
    distributionFinding(`${name}: distribution`, sample, cdf),
  ];
}

const samplersCheck: Check = {
  id: "SAMPLERS",
  family: "Distributions",
  title: `Each sampler, over ${DRAWS.toLocaleString("en-GB")} draws`,
  reduction: "No run of the model: the functions that turn the model's random numbers into draws.",
  source: "Moments and distribution functions; Kolmogorov (1933), Smirnov (1948)",
  settings: {},
  observe({ seed }) {
    const streams = new Streams(seed, 0, DRAW_NAMES);
    return SAMPLERS.flatMap(({ name, draw, distribution }, s) => {
      const sample = Array.from({ length: DRAWS }, (_, i) => draw((k) => streams.uniform(s, i, k)));
      return sampleFindings(name, sample, distribution);
    });
  },
};

export const samplerChecks: readonly Check[] = [samplersCheck];
