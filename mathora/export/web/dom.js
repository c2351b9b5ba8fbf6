// Elements, numbers and announcements. Every text goes through textContent: no string is ever markup.

const SVG = "http://www.w3.org/2000/svg";

/** The element that carries `data-<name>="<value>"` under `root`. */
const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

/** A new SVG element with these attributes, appended to `parent`. */
const draw = (parent, tag, attributes = {}, text = null) => {
  const element = set(document.createElementNS(SVG, tag), attributes);
  if (text !== null) element.textContent = text;
  parent.append(element);
  return element;
};

/** A number as it is read: at most `places` decimals, no trailing zeros, a real minus sign, never −0. */
const shown = (value, places = 1) => {
  if (!Number.isFinite(value)) return "undefined";
  const text = String(Number(value.toFixed(places)) + 0);
  return text.replace("-", "\u2212");
};

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

/** A Latin letter as a formula shows it: mathematical italic. */
const italic = (letter) => {
  if (letter === "h") return "\u210e";
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(0x1d44e + letter.codePointAt(0) - 97);
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d434 + letter.codePointAt(0) - 65);
  return letter;
};

/** `value` without the noise of binary fractions (0.30000000000000004). */
const tidy = (value) => Number(value.toPrecision(12));

const clamp = (value, [low, high]) => Math.min(high, Math.max(low, value));

/** Says `text` to a screen reader, politely; said again even if nothing changed. */
const announce = (text) => {
  const place = document.getElementById("announcer");
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
};

/** Minutes and seconds: 83.4 → "1:23". */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
