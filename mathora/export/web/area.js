// The area under a curve, and bars that come near to it: one slider for their number, one for where the area ends.
//
// Law: what is read is what is drawn: the sum of the bars that stand, and the area by Simpson's rule on many strips.

const MOST_BARS = 100;
const STRIPS = 2000;

const startArea = (root, config, functions) => {
  const f = functions[config.function];
  const { domain, over: [low, first], symbol } = config;
  const step = niceBelow((domain[1] - domain[0]) / 100);
  const [bars, end] = [part(root, "bars"), part(root, "end")];
  set(bars, { min: 1, max: MOST_BARS, step: 1, value: 4 });
  set(end, { min: low, max: domain[1], step, value: first });
  const draft = drawArea(root, config, f);

  const show = () => {
    const count = Number(bars.value);
    const high = tidy(Number(end.value));
    const width = (high - low) / count;
    const heights = Array.from({ length: count }, (_, index) => f(low + index * width));
    const sum = heights.reduce((total, height) => total + height, 0) * width;
    const area = simpson(f, low, high);
    const place = shown(high, [high - step, high + step]);
    const sentence = fill(WORDS.area.sentence, {
      symbol, low: shown(low), high: place, sum: shown(sum, [area], 2), area: shown(area, [sum], 2),
    });
    part(root, "count").textContent = String(count);
    part(root, "at").textContent = place;
    part(root, "sentence").textContent = sentence;
    for (const slider of [bars, end]) slider.setAttribute("aria-valuetext", sentence);
    draft({ high, width, heights });
    Object.assign(root.dataset, { count, high, sum, area });
  };
  for (const slider of [bars, end]) slider.addEventListener("input", show);
  root.hidden = false;
  show();
};

/** The integral of `f`, by Simpson's rule. */
const simpson = (f, low, high) => {
  const width = (high - low) / STRIPS;
  let total = f(low) + f(high);
  for (let index = 1; index < STRIPS; index += 1) total += f(low + index * width) * (index % 2 ? 4 : 2);
  return tidy((total * width) / 3);
};

/** Axes and curve; gives back a function that draws the area and the bars. */
const drawArea = (root, { domain, heights, over: [low], symbol, name, colour, nameColour }, f) => {
  const plot = part(root, "plot");
  const [wide, tall] = isNarrow() ? [440, 330] : [720, 330];
  set(plot, { viewBox: `0 0 ${wide} ${tall}` });
  const [left, right, floor] = [46, wide - 30, tall - 40];
  const x = scale(domain, [left, right]);
  const y = scale(heights, [floor, 26]);
  const area = draw(plot, "path", { class: "area" });
  const bars = draw(plot, "path", { class: "bars" });
  for (const tick of ticks(heights, 5)) draw(plot, "text", { x: left - 10, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
  for (const tick of ticks(domain, isNarrow() ? 4 : 6)) {
    draw(plot, "text", { x: x(tick.at), y: floor + 24, "text-anchor": "middle" }, tick.words);
  }
  draw(plot, "path", { class: "axis", d: `M${left} 14V${floor}M${left} ${y(0)}H${right + 10}` });
  draw(plot, "text", { class: "name", x: right + 14, y: y(0) + 6, "data-colour": colour }, italic(symbol));
  draw(plot, "text", { class: "name", x: left + 12, y: 24, "data-colour": nameColour }, italic(name));
  draw(plot, "path", { class: "curve", d: graph(f, domain, x, y, heights) });

  return ({ high, width, heights: tops }) => {
    const edge = graph(f, [low, high], x, y).replace("M", "L");
    area.setAttribute("d", high > low ? `M${x(low)} ${y(0)}${edge}L${x(high)} ${y(0)}Z` : "");
    bars.setAttribute("d", tops.map((top, index) =>
      `M${x(low + index * width)} ${y(0)}V${y(top)}H${x(low + (index + 1) * width)}V${y(0)}Z`).join(""));
  };
};
