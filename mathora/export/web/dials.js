// A picture that follows some numbers: a slider for each, and a sentence that says what is seen.
//
// Law: every number that is read is computed from the sliders' own values, by the model's functions.

/** Kind of picture → from its place, its data and functions: what draws it, and gives what its sentence puts in. */
const PICTURES = {
  bars: drawChance, density: drawChance, population: drawPopulation,
  table: drawTable, "two-way": drawTwoWay, tree: drawTree, product: drawProduct, elimination: drawElimination,
  "number-line": drawNumberLine, vectors: drawVectors, sequence: drawSequence, iteration: drawIteration,
  groups: drawGroups, clusters: drawClusters, slice: drawSlice, slopes: drawField, flow: drawField,
  constraint: drawConstraint, chain: drawChain, convolution: drawConvolution,
  spread: drawShadows, venn: drawVenn, clock: drawClock,
};

const startDials = (root, config, functions) => {
  const said = WORDS.dials[config.kind];
  const own = Object.fromEntries(Object.entries(config.functions).map(([name, key]) => [name, functions[key]]));
  const picture = PICTURES[config.kind](part(root, "picture"), config, own);
  const sliders = config.dials.map((dial, index) => {
    const slider = part(root, `dial-${index + 1}`);
    return set(slider, { min: dial.low, max: dial.high, step: dial.step });
  });
  const show = (values) => {
    const seen = picture(values);
    const sentence = fill(said.sentence, { ...config.names, ...seen });
    part(root, "sentence").textContent = sentence;
    sliders.forEach((slider, index) => {
      const { step } = config.dials[index];
      const text = shown(values[index], [values[index] - step, values[index] + step], placesOfStep(step));
      slider.value = values[index];
      slider.setAttribute("aria-valuetext", `${text}. ${sentence}`);
      part(root, `value-${index + 1}`).textContent = text;
    });
    root.dataset.values = JSON.stringify(values);
    return sentence;
  };
  const starts = config.dials.map(({ start }) => start);
  const now = () => sliders.map((slider) => tidy(Number(slider.value)));
  sliders.forEach((slider) => slider.addEventListener("input", () => show(now())));
  part(root, "again").addEventListener("click", () => announce(show(starts)));
  root.hidden = false;
  show(starts);
};
