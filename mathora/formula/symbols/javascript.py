"""Functions that JavaScript's `Math` lacks, as function expressions.

Owns: their sources, which a page takes over as they stand. Law: a value that is not known is NaN, as NumPy has it.

Sources: NIST Digital Library of Mathematical Functions, 7.6.2 (erf), 5.11.2 and 5.15.5 with their derivatives
(polygamma); C. Lanczos, "A precision approximation of the gamma function", SIAM J. Numer. Anal. 1 (1964), with P.
Godfrey's coefficients for g = 7 and nine terms.
"""

from __future__ import annotations

from typing import Final

ERF: Final = """(x => {
  if (!(Math.abs(x) < 6)) return Math.sign(x);
  let term = x, sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) { term *= 2 * x * x / (2 * n + 1); sum += term; }
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
})"""
"""From 6 on it is 1 to more digits than a double has."""

GAMMA: Final = """(x => {
  const parts = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
  const right = z => {
    const t = z + 6.5, half = Math.pow(t, z / 2 - 0.25);
    const sum = parts.reduce((total, part, k) => total + part / (z + k), 0.99999999999980993);
    return Math.sqrt(2 * Math.PI) * half * Math.exp(-t) * half * sum;
  };
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < -190) return 0 * x;
  let below = 1;
  for (; x < 0.5; x += 1) below *= x;
  return right(x) / below;
})"""
"""Left of 1/2 by the recurrence, which is sharp beside the poles, as reflection is not."""

FACTORIAL: Final = f"(n => {GAMMA}(n + 1))"

BINOMIAL: Final = """((n, k) => {
  if (!(Number.isInteger(k) && k >= 0)) return NaN;
  let value = 1;
  for (let i = 0; i < k; i += 1) value *= (n - i) / (i + 1);
  return value;
})"""

POLYGAMMA: Final = """((order, x) => {
  if (x < -190 || (x <= 0 && Number.isInteger(x))) return NaN;
  let fall = 1, sum = 0;
  for (let k = 1; k <= order; k += 1) fall *= -k;
  for (; x < 16; x += 1) sum -= fall / Math.pow(x, order + 1);
  if (order === 0) sum += Math.log(x);
  else sum -= fall / (order * Math.pow(x, order));
  sum -= fall / (2 * Math.pow(x, order + 1));
  let rise = fall;
  [1/6, -1/30, 1/42, -1/30, 5/66, -691/2730, 7/6, -3617/510].forEach((bernoulli, i) => {
    const k = 2 * i;
    rise *= i === 0 ? (order + 1) / 2 : (order + k) * (order + k + 1) / ((k + 1) * (k + 2));
    sum -= bernoulli * rise / Math.pow(x, order + k + 2);
  });
  return sum;
})"""

STEP: Final = "((x, half) => x === 0 ? half : (1 + Math.sign(x)) / 2)"

IMPULSE: Final = "(x => x === 0 ? Infinity : 0 * x)"
