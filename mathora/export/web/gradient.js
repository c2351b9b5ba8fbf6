// The gradient on its level sets: a point to drag or to move by keys, buttons or sliders; one step of descent at a time.
//
// Law: what is drawn and read is the model's. A step that would leave the map is not cut at its edge: it is told, not taken.

const MAP = { size: 520, edge: 26 };

const startGradient = (root, config, functions) => {
  const f = functions[config.function];
  const partials = config.partials.map((key) => functions[key]);
  const said = WORDS.map;
  const span = config.span;
  const x = scale(span, [MAP.edge, MAP.size - 6]);
  const y = scale(span, [MAP.size - MAP.edge, 6]);
  const map = drawMap(part(root, "map"), config, f, x, y);
  const sliders = [part(root, "first"), part(root, "second")];
  const step = niceBelow((span[1] - span[0]) / 40);
  sliders.forEach((slider) => set(slider, { min: span[0], max: span[1], step }));

  part(root, "rate").textContent = shown(config.rate, [], 2);
  let at = config.start;
  let trail = [at];

  /** A number at a point as it is read there: told apart from what is read one stop away in each direction. */
  const reading = (g, point) => {
    const around = [[step, 0], [-step, 0], [0, step], [0, -step]].map(([u, v]) => g(point[0] + u, point[1] + v));
    return shown(g(...point), around, 2);
  };
  const coordinate = (value) => shown(value, [value - step, value + step], 2);
  const pair = ([first, second]) => fill(said.pair, { first, second });
  const words = (point = at) => {
    const [first, second] = config.spoken;
    const gradient = pair(partials.map((partial) => reading(partial, point)));
    const [x, y] = point.map(coordinate);
    return fill(said.sentence, { first, second, x, y, loss: reading(f, point), gradient });
  };
  const remark = (text) => { part(root, "remark").textContent = text; };

  const show = () => {
    const slopes = partials.map((partial) => partial(...at));
    const [first, second] = partials.map((partial) => reading(partial, at));
    part(root, "at-first").textContent = coordinate(at[0]);
    part(root, "at-second").textContent = coordinate(at[1]);
    part(root, "height").textContent = reading(f, at);
    part(root, "partial-first").textContent = first;
    part(root, "partial-second").textContent = second;
    part(root, "gradient").textContent = pair([first, second]);
    sliders.forEach((slider, index) => {
      slider.value = at[index];
      slider.setAttribute("aria-valuetext", words());
    });
    map(at, slopes, trail);
    Object.assign(root.dataset, { at: JSON.stringify(at), height: f(...at), slopes: JSON.stringify(slopes) });
  };

  /** Puts the point somewhere by hand: the trail of descent starts anew there. */
  const place = (point) => {
    at = point.map((value) => tidy(clamp(value, span)));
    trail = [at];
    remark("");
    show();
  };

  /** w ← w − η∇L, and with momentum so much of the last step farther. */
  const descend = () => {
    const last = trail.length > 1 ? at.map((value, index) => value - trail[trail.length - 2][index]) : [0, 0];
    const next = at.map((value, index) => value - config.rate * partials[index](...at) + config.momentum * last[index]);
    if (!next.every((value) => value >= span[0] && value <= span[1])) {
      const there = { place: pair(next.map(coordinate)), there: reading(f, next), here: reading(f, at) };
      const text = fill(said.leaves, there);
      remark(text);
      announce(text);
      return;
    }
    const way = f(...next) < f(...at) ? said.less : said.not_less;
    at = next;
    trail = [...trail, at];
    remark("");
    show();
    announce(fill(way, { place: words() }));
  };

  sliders.forEach((slider, index) => slider.addEventListener("input", () => {
    place(at.map((value, other) => (other === index ? Number(slider.value) : value)));
  }));
  part(root, "descend").addEventListener("click", descend);
  part(root, "again").addEventListener("click", () => {
    place(config.start);
    announce(words());
  });
  steer(part(root, "map"), { place, step, position: () => at, words, fromPicture: unproject(span) });
  root.hidden = false;
  show();
};

/** From a pointer's place in the picture (0…1 across and down) to the model's coordinates. */
const unproject = (span) => (across, down) => [
  span[0] + ((across * MAP.size - MAP.edge) / (MAP.size - 6 - MAP.edge)) * (span[1] - span[0]),
  span[1] - ((down * MAP.size - 6) / (MAP.size - 6 - MAP.edge)) * (span[1] - span[0]),
];

/**
 * Mouse, touch and arrow keys (Shift: five steps at once). A finger drags the point only where it touches it, so that
 * elsewhere it can scroll the page; a tap anywhere moves the point there.
 */
const steer = (svg, { place, step, position, words, fromPicture }) => {
  const point = svg.querySelector(".point");
  const follow = (event) => {
    const frame = svg.getBoundingClientRect();
    place(fromPicture((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height));
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || (event.pointerType === "touch" && !point.contains(event.target))) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    point.focus({ preventScroll: true });
    follow(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (svg.hasPointerCapture(event.pointerId)) follow(event);
  });
  svg.addEventListener("click", (event) => {
    follow(event);
    announce(words());
  });
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  point.addEventListener("keydown", (event) => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const reach = step * (event.shiftKey ? 5 : 1);
    place(position().map((value, index) => Math.round((value + way[index] * reach) / step) * step));
    announce(words());
  });
};

/** Draws the level sets once; gives back a function that moves point, arrows and trail. */
const drawMap = (svg, { span, levels, names, spoken }, f, x, y) => {
  set(svg, { viewBox: `0 0 ${MAP.size} ${MAP.size}` });
  const bottom = MAP.size - MAP.edge;
  const grid = sample(f, span, 96);
  for (const height of levels) draw(svg, "path", { class: "level", d: levelSet(grid, height, x, y) });
  draw(svg, "path", { class: "axis", d: `M${x(0)} 6V${bottom}M${MAP.edge} ${y(0)}H${MAP.size - 6}` });
  for (const tick of ticks(span, 4)) {
    draw(svg, "text", { x: x(tick.at), y: MAP.size - 7, "text-anchor": "middle" }, tick.words);
    draw(svg, "text", { x: MAP.edge - 6, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
  }
  label(svg, names[0], MAP.size - 40, y(0) - 12);
  label(svg, names[1], x(0) + 12, 24);
  const through = draw(svg, "path", { class: "through" });
  const trailLine = draw(svg, "path", { class: "trail" });
  const trailDots = draw(svg, "g");
  const shaft = draw(svg, "path", { class: "arrow" });
  const head = draw(svg, "path", { class: "arrow-head" });
  const downShaft = draw(svg, "path", { class: "descent" });
  const downHead = draw(svg, "path", { class: "descent-head" });
  const point = draw(svg, "g", { class: "point", tabindex: 0, role: "application", "aria-roledescription": WORDS.map.point_kind });
  point.setAttribute("aria-label", fill(WORDS.map.point, { first: spoken[0], second: spoken[1] }));
  draw(point, "circle", { class: "handle-ring", r: 18 });
  draw(point, "circle", { r: 24, fill: "transparent", stroke: "none" });
  draw(point, "circle", { class: "handle", r: 10 });

  const steepest = Math.max(1e-9, ...names.map((_, index) => Math.abs(slopeAtRim(f, span, index))));
  const reach = (0.36 * MAP.size) / steepest;
  return (at, slopes, trail) => {
    const [px, py] = [x(at[0]), y(at[1])];
    const [dx, dy] = [slopes[0] * reach, -slopes[1] * reach];
    pointArrow(shaft, head, px, py, px + dx, py + dy, 15);
    pointArrow(downShaft, downHead, px, py, px - dx, py - dy);
    through.setAttribute("d", levelSet(grid, f(...at), x, y));
    point.setAttribute("transform", `translate(${px} ${py})`);
    trailLine.setAttribute("d", `M${trail.map(([u, v]) => `${x(u)} ${y(v)}`).join("L")}`);
    trailDots.replaceChildren();
    for (const [u, v] of trail.slice(0, -1)) draw(trailDots, "circle", { class: "trail-dot", r: 4, cx: x(u), cy: y(v) });
  };
};

/** The steepness along one axis at the map's rim, by a central difference: only to choose the arrows' length. */
const slopeAtRim = (f, span, axis) => {
  const near = [0, 0];
  const far = [0, 0];
  near[axis] = span[1] * 0.98;
  far[axis] = span[1];
  return (f(...far) - f(...near)) / (span[1] * 0.02 || 1);
};

/** A symbol with its index: "w_1" is drawn as w with a small 1. */
const label = (svg, { base, index, colour }, x, y) => {
  const text = draw(svg, "text", { class: "name", x, y });
  if (colour) text.dataset.colour = colour;
  text.append(document.createTextNode(italic(base)));
  if (index) draw(text, "tspan", { dy: 5, "font-size": 13 }, index);
};
