// Lines and steps: two numbers, multiples of two vectors, terms of a sequence, a run of steps, points in groups.
//
// Law: every mark stands at its numbers; what is not finite, or beyond the axes, is not drawn.

const LINES = { wide: 720, tall: 320, left: 56, right: 22, top: 22, floor: 42 };
const FARTHEST = 1e12;
const GROUPS = ["blue", "orange", "green", "pink", "purple", "teal"];

/** Axes with their numbers and names on a stage; gives back both scales. */
const drawAxes = (stage, across, up, names, whole = false) => {
  const { wide, tall, left, right, top, floor } = LINES;
  const x = scale(across, [left, wide - right]);
  const y = scale(up, [tall - floor, top]);
  for (const tick of ticks(up, 5)) {
    draw(stage, "path", { class: "grid", d: `M${left} ${y(tick.at)}H${wide - right}` });
    draw(stage, "text", { x: left - 8, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
  }
  for (const tick of ticks(across, isNarrow() ? 4 : 8)) {
    if (whole && !Number.isInteger(tick.at)) continue;
    draw(stage, "text", { x: x(tick.at), y: tall - floor + 22, "text-anchor": "middle" }, tick.words);
  }
  draw(stage, "path", { class: "axis", d: `M${left} ${top - 8}V${tall - floor}H${wide - right + 8}` });
  if (names[0]) label(stage, names[0], wide - right - 4, tall - floor - 8);
  label(stage, names[1], left + 10, top);
  return { x, y };
};

/** What holds all finite values and zero, with some room. */
const heightsOf = (values) => {
  const known = values.filter((one) => Number.isFinite(one) && Math.abs(one) < FARTHEST);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const spare = 0.1 * (high - low) || 1;
  return [low < 0 ? low - spare : 0, high + spare];
};

const lineStage = (svg) => {
  set(svg, { viewBox: `0 0 ${LINES.wide} ${LINES.tall}` });
  const stage = draw(svg, "g");
  return () => { stage.replaceChildren(); return stage; };
};

/** Two points of a line, and the way from the first to the second. */
const drawNumberLine = (svg, { span }) => {
  const [wide, floor] = [720, 78];
  set(svg, { viewBox: `0 0 ${wide} 120` });
  const x = scale(span, [30, wide - 30]);
  const stage = draw(svg, "g");
  draw(stage, "path", { class: "axis", d: `M14 ${floor}H${wide - 14}` });
  for (const tick of ticks(span, isNarrow() ? 5 : 10)) {
    draw(stage, "path", { class: "axis", d: `M${x(tick.at)} ${floor - 6}v12` });
    draw(stage, "text", { x: x(tick.at), y: floor + 28, "text-anchor": "middle" }, tick.words);
  }
  const way = ["arrow", "arrow-head"].map((name) => draw(stage, "path", { class: name }));
  const dots = [0, 1].map(() => draw(stage, "circle", { class: "dot", cy: floor, r: 8 }));
  return ([first, second]) => {
    pointArrow(...way, x(first), floor - 30, x(second), floor - 30);
    dots.forEach((dot, index) => dot.setAttribute("cx", x([first, second][index])));
    const read = (value) => cellOf(tidy(value));
    const back = first < 0 ? `(${read(first)})` : read(first);
    return { first: read(first), second: read(second), less: back, way: read(second - first), distance: read(Math.abs(second - first)) };
  };
};

/** Multiples of two vectors, one at the tip of the other, and what they make together. */
const drawVectors = (svg, { vectors }) => {
  const size = 460;
  const reach = niceAbove(1.05 * Math.max(...[0, 1].map((axis) => 2 * vectors.reduce((sum, one) => sum + Math.abs(one[axis]), 0))));
  svg.style.maxWidth = "30rem";
  set(svg, { viewBox: `0 0 ${size} ${size}` });
  const x = scale([-reach, reach], [8, size - 8]);
  const y = scale([-reach, reach], [size - 8, 8]);
  for (const { at, words } of ticks([-reach, reach], 8)) {
    draw(svg, "path", { class: "grid", d: `M${x(at)} 0V${size}M0 ${y(at)}H${size}` });
    if (at) draw(svg, "text", { x: x(at), y: y(0) + 18, "text-anchor": "middle" }, words);
  }
  draw(svg, "path", { class: "axis", d: `M${x(0)} 0V${size}M0 ${y(0)}H${size}` });
  const arrows = ["blue", "orange", "ink"].map((colour) => ["arrow", "arrow-head"].map((name) => {
    const path = draw(svg, "path", { class: `${name} own` });
    path.style.setProperty("--own", `var(--${colour})`);
    return path;
  }));
  return (factors) => {
    const [first, second] = vectors.map((one, index) => one.map((value) => factors[index] * value));
    const whole = first.map((value, axis) => sumOf([value, second[axis]]));
    for (const [paths, from, to] of [[arrows[0], [0, 0], first], [arrows[1], first, whole], [arrows[2], [0, 0], whole]]) {
      pointArrow(...paths, x(from[0]), y(from[1]), x(to[0]), y(to[1]));
    }
    return { sum: `(${whole.map(cellOf).join(", ")})`, length: shown(Math.hypot(...whole), [], 2) };
  };
};

/** Terms over their indices, one of them read, and the sum up to it. */
const drawSequence = (svg, { first, count, places, symbol, name }, { value }) => {
  const empty = lineStage(svg);
  return (given) => {
    const stage = empty();
    const term = (index) => value(...places.map((place) => (place ? given[place] : index)));
    const indices = Array.from({ length: count }, (_, place) => first + place);
    const terms = indices.map(term);
    const { x, y } = drawAxes(stage, [first - 1, first + count], heightsOf(terms), [symbol, name], true);
    indices.forEach((index, place) => {
      if (!Number.isFinite(terms[place])) return;
      const own = index === given[0];
      if (own) draw(stage, "path", { class: "drop", d: `M${x(index)} ${y(0)}V${y(terms[place])}` });
      draw(stage, "circle", { class: own ? "own-term" : "data-point", cx: x(index), cy: y(terms[place]), r: own ? 8 : 4.5 });
    });
    const upTo = sumOf(terms.slice(0, given[0] - first + 1));
    return { name: name.line, index: `${given[0]}`, term: shown(term(given[0]), [], 3), sum: shown(upTo, [], 3) };
  };
};

/** A value after each of some steps; a step is a rate against the gradient, or what the model's functions say. */
const drawIteration = (svg, { state, rate, steps, takes, name }, functions) => {
  const empty = lineStage(svg);
  const along = takes.slice(1).map((_, place) => functions[`step ${place}`]);
  return (given) => {
    const stage = empty();
    const fixed = given.slice(state, rate ? -1 : undefined);
    const eta = given[given.length - 1];
    const read = (which, f, known) => f(...takes[which].map((place) => known[place]));
    let known = given.slice(0, state);
    const values = [];
    for (let step = 0; step <= steps; step += 1) {
      const all = [...known, ...fixed];
      values.push(read(0, functions.value, all));
      const fresh = along.map((f, place) => read(place + 1, f, all));
      known = rate ? known.map((one, place) => one - eta * fresh[place]) : fresh;
    }
    const gone = values.findIndex((one) => !Number.isFinite(one) || Math.abs(one) > FARTHEST);
    const seen = gone < 0 ? values : values.slice(0, gone);
    const { x, y } = drawAxes(stage, [0, steps * 1.04], heightsOf(seen), [null, name], true);
    const way = seen.map((one, step) => [x(step), y(one)].join(" ")).join("L");
    draw(stage, "path", { class: "density", d: way ? `M${way}` : "" });
    seen.forEach((one, step) => draw(stage, "circle", { class: "data-point", cx: x(step), cy: y(one), r: 4.5 }));
    const last = Math.max(seen.length - 1, 0);
    return { name: name.line, first: shown(seen[0] ?? NaN, [], 3), steps: `${last}`, last: shown(seen[last] ?? NaN, [seen[0]], 3) };
  };
};

const drawPoints = (stage, { points, across, up, names }, colourOf) => {
  const { x, y } = drawAxes(stage, across, up, names);
  points.forEach(([u, v], index) => {
    const dot = draw(stage, "circle", { class: "data-point", cx: x(u), cy: y(v), r: 6 });
    dot.style.fill = `var(--${GROUPS[colourOf(index)]})`;
  });
  return { x, y };
};

/** Points of two groups and the line between them; who stands on the wrong side has a ring. */
const drawGroups = (svg, config, { boundary }) => {
  const empty = lineStage(svg);
  return (parameters) => {
    const stage = empty();
    const { x, y } = drawPoints(stage, config, (index) => config.groups[index]);
    const f = (u, v) => boundary(u, v, ...parameters);
    const unit = ([low, high]) => (share) => low + share * (high - low);
    const [u, v] = [unit(config.across), unit(config.up)];
    const samples = sample((a, b) => f(u(a), v(b)), [0, 1], 60);
    draw(stage, "path", { class: "through", d: levelSet(samples, config.level, (a) => x(u(a)), (b) => y(v(b))) });
    const wrong = config.points.filter((at, index) => (f(...at) > config.level) !== (config.groups[index] > 0));
    for (const [a, b] of wrong) draw(stage, "circle", { class: "wrong-ring", cx: x(a), cy: y(b), r: 11 });
    return { wrong: `${wrong.length}`, count: `${config.points.length}` };
  };
};

/** Points and centres: each point has the colour of the nearest. */
const drawClusters = (svg, config) => {
  const empty = lineStage(svg);
  return (values) => {
    const stage = empty();
    const centres = Array.from({ length: values.length / 2 }, (_, index) => values.slice(2 * index, 2 * index + 2));
    const far = (at, centre) => (at[0] - centre[0]) ** 2 + (at[1] - centre[1]) ** 2;
    const nearest = (at) => centres.reduce((best, centre, index) => (far(at, centre) < far(at, centres[best]) ? index : best), 0);
    const { x, y } = drawPoints(stage, config, (index) => nearest(config.points[index]));
    centres.forEach(([u, v], index) => {
      const mark = draw(stage, "path", { class: "centre", d: `M${x(u) - 9} ${y(v) - 9}l18 18m0 -18l-18 18` });
      mark.style.stroke = `var(--${GROUPS[index]})`;
    });
    const total = config.points.reduce((sum, at) => sum + far(at, centres[nearest(at)]), 0);
    return { total: shown(tidy(total), [], 2) };
  };
};
