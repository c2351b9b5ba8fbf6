// How a number is read: the one rule for every number that the page's scripts show.
//
// A number stands rounded at its last digit, with digits enough: two significant ones at least, and so many that it
// differs from its neighbours, the values one stop before and after, where they differ. What is less than a billionth of
// its neighbours is the noise of binary fractions, and zero.

const MOST_PLACES = 12;
const NOISE = 1e-9;

/** The place of the first digit: 0 for 9.8, 1 for 20.7, −2 for 0.05. */
const firstDigit = (value) => Math.floor(Math.log10(Math.abs(value)));

/** What stands between a number's whole and its broken part in the page's language. */
const decimalSign = () => new Intl.NumberFormat(document.documentElement.lang || "en")
  .formatToParts(0.5).find(({ type }) => type === "decimal").value;

/** `value` rounded to so many decimals, without trailing zeros, with a real minus sign; powers of ten where it is long. */
const written = (value, places) => {
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 1e-6 && size < 1e9);
  const text = plain ? value.toFixed(places) : value.toExponential(clamp(places + firstDigit(value), [1, MOST_PLACES]));
  const [digits, power] = text.split("e");
  const raised = power ? `\u00d710${[...String(Number(power))].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign] ?? "⁻").join("")}` : "";
  return `${String(Number(digits) + 0).replace("-", "\u2212").replace(".", decimalSign())}${raised}`;
};

/** A number as it is read beside its neighbours, with `least` decimals or more. */
const shown = (value, neighbours = [], least = 1) => {
  if (!Number.isFinite(value)) return WORDS.undefined;
  const known = neighbours.filter(Number.isFinite);
  if (Math.abs(value) < NOISE * Math.max(0, ...known.map(Math.abs))) return "0";
  const others = known.filter((other) => Math.abs(other - value) > NOISE * Math.abs(value));
  let places = value === 0 ? least : Math.max(least, 1 - firstDigit(value));
  while (places < MOST_PLACES && others.some((other) => other.toFixed(places) === value.toFixed(places))) places += 1;
  return written(value, places);
};

/** Decimals that all whole multiples of `step` need. */
const placesOfStep = (step) => clamp(Math.ceil(-Math.log10(step) - 1e-9), [0, MOST_PLACES]);

/** `value` without the noise of binary fractions (0.30000000000000004). */
const tidy = (value) => Number(value.toPrecision(12));

/** `value` among numbers of this `size`: zero, if it is their noise. */
const among = (value, size) => (Math.abs(value) < NOISE * size ? 0 : value);

/** The sum of numbers: zero where they cancel. */
const sumOf = (terms) => tidy(among(terms.reduce((sum, one) => sum + one, 0), Math.max(0, ...terms.map(Math.abs))));

const clamp = (value, [low, high]) => Math.min(high, Math.max(low, value));

/** The largest of 1, 2, 5 × 10ⁿ that is at most `value`. */
const niceBelow = (value) => {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].find((digit) => digit * power <= value * (1 + 1e-9)) * power;
};

/** The smallest of 1, 2, 5 × 10ⁿ that is at least `value`. */
const niceAbove = (value) => {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].find((digit) => digit * power >= value * (1 - 1e-9)) * power;
};

/** Minutes and seconds: 83.4 → "1:23". */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
