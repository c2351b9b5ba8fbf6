// A computation whose inputs are moved by sliders: values run forward through its steps, slopes backward.
//
// Law: what is read is the model's: each step's own function and partial derivatives, multiplied along paths and added
// where paths meet. A step against the gradient is taken only if the output is less there.

const startComputation = (root, config, functions) => {
  const steps = config.steps.map(({ needs, value, partials }) => ({
    needs, value: functions[value], partials: partials.map((key) => functions[key]),
  }));
  const said = WORDS.computation;
  const inputs = config.start.length;
  const sliders = config.start.map((_, index) => part(root, `input-${index}`));
  const stops = config.spans.map(([low, high]) => niceBelow((high - low) / 100));
  sliders.forEach((slider, index) => {
    const [low, high] = config.spans[index];
    const step = stops[index];
    set(slider, { min: tidy(Math.floor(low / step) * step), max: tidy(Math.ceil(high / step) * step), step });
  });
  const picture = config.fitted ? drawFitted(part(root, "plot"), config.fitted, functions[config.fitted.curve]) : () => {};
  let at = [...config.start];

  /** Inputs and steps, all their values. */
  const forward = (given) => {
    const values = [...given];
    for (const { needs, value } of steps) values.push(value(...needs.map((index) => values[index])));
    return values;
  };
  /** The slope of the last value by each of them. */
  const backward = (values) => {
    const slopes = values.map(() => 0);
    slopes[slopes.length - 1] = 1;
    for (let place = steps.length - 1; place >= 0; place -= 1) {
      const { needs, partials } = steps[place];
      const own = slopes[inputs + place];
      needs.forEach((index, which) => { slopes[index] += own * partials[which](...needs.map((one) => values[one])); });
    }
    return slopes;
  };
  const output = () => config.spoken[config.spoken.length - 1];
  const numbers = (values) => values.map((value) => shown(value, [], 2));
  const sentence = () => {
    const values = forward(at);
    const read = at.map((value, index) => fill(said.each, { name: config.spoken[index], value: shown(value, [], 2) }));
    return fill(said.sentence, { inputs: read.join(", "), output: output(), value: shown(values[values.length - 1], [], 2) });
  };

  const show = () => {
    const values = forward(at);
    const slopes = backward(values);
    numbers(values).forEach((text, index) => { part(root, `value-${index}`).textContent = text; });
    numbers(slopes).forEach((text, index) => { part(root, `slope-${index}`).textContent = text; });
    const words = sentence();
    sliders.forEach((slider, index) => {
      slider.value = at[index];
      slider.setAttribute("aria-valuetext", words);
      part(root, `at-input-${index}`).textContent = shown(at[index], [], 2);
    });
    part(root, "sentence").textContent = words;
    picture(at);
    Object.assign(root.dataset, { at: JSON.stringify(at), values: JSON.stringify(values), slopes: JSON.stringify(slopes) });
  };

  /** Against the gradient, so far that the output is less; half as far again and again until it is. */
  const descend = () => {
    const values = forward(at);
    const slopes = backward(values).slice(0, inputs);
    const steepness = slopes.reduce((sum, slope) => sum + slope * slope, 0);
    let rate = steepness > 0 ? Math.abs(values[values.length - 1]) / steepness : 0;
    for (let turn = 0; turn < 40 && rate > 0; turn += 1, rate /= 2) {
      const next = at.map((value, index) => tidy(value - rate * slopes[index]));
      const there = forward(next);
      if (there[there.length - 1] < values[values.length - 1]) {
        at = next;
        show();
        announce(fill(said.less, { output: output(), sentence: sentence() }));
        return;
      }
    }
    announce(fill(said.lowest, { output: output(), sentence: sentence() }));
  };

  sliders.forEach((slider, index) => slider.addEventListener("input", () => {
    at = at.map((value, other) => (other === index ? Number(slider.value) : value));
    show();
  }));
  part(root, "again").addEventListener("click", () => {
    at = [...config.start];
    show();
    announce(sentence());
  });
  const button = part(root, "descend");
  if (button) button.addEventListener("click", descend);
  root.hidden = false;
  show();
};

/** Points and axes; gives back a function that draws the curve and its residuals for some parameters. */
const drawFitted = (plot, { points, across, up, names }, curve) => {
  const [wide, tall] = isNarrow() ? [440, 330] : [720, 330];
  set(plot, { viewBox: `0 0 ${wide} ${tall}` });
  const [left, right, floor] = [46, wide - 40, tall - 40];
  const x = scale(across, [left, right]);
  const y = scale(up, [floor, 20]);
  for (const tick of ticks(up, 5)) {
    draw(plot, "path", { class: "grid", d: `M${left} ${y(tick.at)}H${right}` });
    draw(plot, "text", { x: left - 10, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
  }
  for (const tick of ticks(across, isNarrow() ? 4 : 6)) {
    draw(plot, "text", { x: x(tick.at), y: floor + 24, "text-anchor": "middle" }, tick.words);
  }
  draw(plot, "path", { class: "axis", d: `M${left} 14V${floor}H${right + 10}` });
  label(plot, names[0], right + 16, floor + 6);
  label(plot, names[1], left + 12, 22);
  const clip = `${plot.parentElement.id}-clip`;
  draw(draw(plot, "clipPath", { id: clip }), "rect", { x: left, y: 10, width: right - left, height: floor - 10 });
  const residuals = points.map(() => draw(plot, "path", { class: "residual", "clip-path": `url(#${clip})` }));
  const line = draw(plot, "path", { class: "curve", "clip-path": `url(#${clip})` });
  for (const [u, v] of points) draw(plot, "circle", { class: "data-point", cx: x(u), cy: y(v), r: 5 });
  return (parameters) => {
    line.setAttribute("d", graph((u) => curve(u, ...parameters), across, x, y));
    points.forEach(([u, v], index) => {
      const value = curve(u, ...parameters);
      residuals[index].setAttribute("d", Number.isFinite(value) ? `M${x(u)} ${y(v)}V${y(value)}` : "");
    });
  };
};
