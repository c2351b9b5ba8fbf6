// Elements and announcements. Every text goes through textContent: no string is ever markup.

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

/** A Latin letter as a formula shows it: mathematical italic. */
const italic = (letter) => {
  if (letter === "h") return "\u210e";
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(0x1d44e + letter.codePointAt(0) - 97);
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d434 + letter.codePointAt(0) - 65);
  return letter;
};

/** Says `text` to a screen reader, politely; said again even if nothing changed. */
const announce = (text) => {
  const place = document.getElementById("announcer");
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
};
