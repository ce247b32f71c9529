/**
 * exp and ln as fdlibm computes them (Sun Microsystems 1993, e_exp.c and e_log.c; error below 1 unit in the last place).
 *
 * ECMAScript leaves the last bit of Math.exp and Math.log open, and a replication amplifies one bit into other numbers.
 * These use only operations that IEEE 754 defines exactly, so every browser and Node give the same results; they equal
 * V8's own, at 1.0 and 2.1 times its cost. @stdlib's, which would serve as well, cost 2 to 5 times (docs/architecture.md).
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = Math.LOG2E;
const TWO54 = 2 ** 54;
/** 2^(i − 1023), from the smallest normal number (i = 1) to the largest power (i = 2046). */
const POWERS = Float64Array.from({ length: 2047 }, (_, i) => 2 ** (i - 1023));
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
/** Where the high word of a double stands, which depends on the machine's byte order. */
number[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/** e^x. */
export function exp(x: number): number {
  if (!(Math.abs(x) <= 700)) return extremeExp(x);
  let k = 0;
  let high = x;
  let low = 0;
  if (Math.abs(x) > 0.5 * Math.LN2) {
    k = Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
  }
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return (1 - (low - (r * c) / (2 - c) - high)) * POWERS[k + 1023];
}

/** Beyond ±700 the power of two may leave the range of normal numbers: two steps, or the limits, or NaN. */
function extremeExp(x: number): number {
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  return Number.isNaN(x) ? x : exp(0.5 * x) * exp(0.5 * x);
}

/** Natural logarithm of x; −Infinity for 0, NaN below. */
export function ln(x: number): number {
  if (!(x >= 2 ** -1022 && x < 2 ** 1023)) return extremeLn(x);
  number[0] = x;
  const highWord = words[HIGH];
  const mantissa = highWord & 0xfffff;
  const carry = (mantissa + 0x95f64) & 0x100000;
  const k = (highWord >> 20) - 1023 + (carry >> 20);
  const f = x * POWERS[1023 - k] - 1;
  if ((0xfffff & (2 + mantissa)) < 3) return nearPowerOfTwo(f, k);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const R = even + odd;
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + R)) : k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - R) : k * LN2_HIGH - (s * (f - R) - k * LN2_LOW - f);
}

/** ln(2^k (1 + f)) for |f| below 2^−20. */
function nearPowerOfTwo(f: number, k: number): number {
  if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
  const R = f * f * (0.5 - 0.33333333333333333 * f);
  return k === 0 ? f - R : k * LN2_HIGH - (R - k * LN2_LOW - f);
}

function extremeLn(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x > 0 && x < 1) return ln(x * TWO54) - 54 * Math.LN2;
  if (x < Number.POSITIVE_INFINITY && x > 0) return ln(x / TWO54) + 54 * Math.LN2;
  return x > 0 ? x : Number.NaN;
}
