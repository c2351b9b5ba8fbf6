// A point on a curve: a slider for its place; the curve's tangent follows, and with the best box, whose curve is the
// volume over the cut, the sheet and the folded box.
//
// Law: what is said of a place is true there. The author's three remarks speak of the best cut, and stand where they hold:
// uphill before it, level at it, downhill past it. At every other place the page says itself what the curve does. On any
// other curve the author's remarks speak of what it does: they stand wherever it rises, lies level, falls.

/** Which remark holds at a place: the name of an author's, or of one of the page's own. */
const remarkAt = ({ at, slope, rest }, best, [low, high]) => {
  if (!Number.isFinite(slope)) return "none";
  if (rest) return rest.kind === "maximum" && at === best.at ? "level" : rest.kind;
  if (slope === 0) return "flat";
  if (slope > 0) return at >= high ? "last" : at < best.at ? "uphill" : "rising";
  return at <= low ? "first" : at > best.at ? "downhill" : "falling";
};

const startCurve = (root, config, functions) => {
  const volume = functions[config.volume];
  const slope = functions[config.slope];
  const { domain, sheet, best, rests, symbol } = config;
  const words = sheet ? WORDS.curve : { ...WORDS.curve, ...WORDS.point };
  const width = domain[1] - domain[0];
  const step = niceBelow(width / 50);
  const slider = part(root, "slider");
  set(slider, { min: domain[0], max: domain[1], step });

  /** A place of rest takes the place of the slider's nearest stop, so that dragging and arrow keys both land on it. */
  const nearest = (value) => domain[0] + Math.round((value - domain[0]) / step) * step;
  const stops = [...(best ? [{ at: best.at }] : []), ...rests];
  const snapped = (value) => {
    const stop = domain.includes(value) ? null : stops.find(({ at }) => Math.abs(nearest(at) - value) < step / 4);
    return stop ? stop.at : tidy(value);
  };

  const bench = drawBench(root, config, volume);
  /** A number at a place as it is read there: told apart from what is read one stop before and after. */
  const reading = (f, at) => shown(f(at), [at - step, at + step].map((other) => f(clamp(other, domain))));
  const place = (at) => shown(at, [at - step, at + step], Math.max(2, placesOfStep(step)));

  const show = (at) => {
    const rest = rests.find((one) => one.at === at);
    const here = { at, volume: volume(at), slope: rest ? 0 : slope(at), rest };
    const way = here.slope > 0 ? "uphill" : here.slope < 0 ? "downhill" : here.slope === 0 ? "level" : null;
    const side = sheet ? shown(sheet, [], 2) : "";
    const read = fill(words.sentence, {
      symbol, side, name: config.name, at: place(at), volume: reading(volume, at), slope: rest ? "0" : reading(slope, at),
    });
    const sentence = way ? `${read}, ${words[way]}` : read;
    slider.value = at;
    slider.setAttribute("aria-valuetext", sentence);
    part(root, "sentence").textContent = sentence;
    part(root, "at").textContent = place(at);
    const remark = sheet ? remarkAt(here, best, domain) : way ?? "none";
    for (const name of ["uphill", "level", "downhill"]) part(root, name).hidden = name !== remark;
    part(root, "remark").textContent = sheet ? words.remarks[remark] ?? "" : "";
    part(root, "best").setAttribute("aria-pressed", String(at === best?.at));
    bench(here);
    Object.assign(root.dataset, { at, volume: here.volume, slope: here.slope, remark });
    return sentence;
  };
  part(root, "best").hidden = !best;
  if (best) part(root, "best").textContent = fill(words.best, { value: reading(volume, best.at), symbol, at: place(best.at) });

  const move = (value) => show(snapped(clamp(tidy(value), domain)));
  slider.addEventListener("input", () => move(Number(slider.value)));
  const nudge = (direction) => () => announce(move(nearest(Number(root.dataset.at)) + direction * step));
  part(root, "less").addEventListener("click", nudge(-1));
  part(root, "more").addEventListener("click", nudge(1));
  part(root, "best").addEventListener("click", () => announce(show(best.at)));
  root.hidden = false;
  show(config.start);
};

/** Draws what stands still; gives back a function that moves the rest. Sheet and box share one scale. */
const drawBench = (root, config, volume) => {
  const pieces = config.sheet ? drawPieces(root, config) : () => {};
  const plot = drawPlot(root, config, volume);
  return (here) => {
    pieces(here);
    plot(here);
  };
};

/** The sheet with its cuts, and the box that is folded from it. */
const drawPieces = (root, { domain, sheet, symbol, colour }) => {
  const paper = part(root, "sheet");
  set(paper, { viewBox: "-8 -26 216 234" });
  const unit = 200 / sheet;
  draw(paper, "rect", { class: "sheet-paper", x: 0, y: 0, width: 200, height: 200 });
  const folds = draw(paper, "path", { class: "sheet-fold" });
  const cuts = [0, 1, 2, 3].map(() => draw(paper, "rect", { class: "sheet-cut" }));
  const cutLabel = draw(paper, "text", { class: "name", "text-anchor": "middle", y: -8, "data-colour": colour }, italic(symbol));

  const box = part(root, "box");
  const lift = Math.max(...domain) * unit;
  set(box, { viewBox: `-185 ${-100 - Math.min(lift, 70)} 370 ${210 + Math.min(lift, 70)}` });
  const names = ["box-back", "box-back", "box-floor", "box-front", "box-front"];
  const faces = names.map((face) => draw(box, "path", { class: face }));

  return ({ at }) => {
    const cut = at * unit;
    cuts.forEach((square, index) => set(square, {
      x: index % 2 ? 200 - cut : 0, y: index < 2 ? 0 : 200 - cut, width: cut, height: cut,
    }));
    folds.setAttribute("d", `M${cut} ${cut}H${200 - cut}V${200 - cut}H${cut}Z`);
    cutLabel.setAttribute("x", cut / 2);
    foldBox(faces, (sheet - 2 * at) * unit, cut);
  };
};

/** The curve with its axes; gives back a function that moves the point and its tangent. */
const drawPlot = (root, { domain, heights, best, symbol, name, colour, nameColour }, volume) => {
  const plot = part(root, "plot");
  const [wide, tall] = isNarrow() ? [440, 330] : [720, 330];
  set(plot, { viewBox: `0 0 ${wide} ${tall}` });
  const [left, right, floor] = [46, wide - 30, tall - 40];
  const x = scale(domain, [left, right]);
  const y = scale(heights, [floor, 26]);
  for (const tick of ticks(heights, 5)) {
    draw(plot, "path", { class: "grid", d: `M${left} ${y(tick.at)}H${right}` });
    draw(plot, "text", { x: left - 10, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
  }
  for (const tick of ticks(domain, isNarrow() ? 4 : 6)) {
    draw(plot, "text", { x: x(tick.at), y: floor + 24, "text-anchor": "middle" }, tick.words);
  }
  draw(plot, "path", { class: "axis", d: `M${left} 14V${floor}H${right + 10}` });
  draw(plot, "text", { class: "name", x: right + 14, y: floor + 6, "data-colour": colour }, italic(symbol));
  draw(plot, "text", { class: "name", x: left + 12, y: 24, "data-colour": nameColour }, italic(name));
  draw(plot, "path", { class: "curve", d: graph(volume, domain, x, y, heights) });
  if (best) draw(plot, "circle", { class: "summit", cx: x(best.at), cy: y(best.value), r: 6 });
  const drop = draw(plot, "path", { class: "drop" });
  const tangent = draw(plot, "line", { class: "tangent" });
  const dot = draw(plot, "circle", { class: "dot", r: 8 });

  return ({ at, volume: value, slope }) => {
    const seen = Number.isFinite(value) && value >= heights[0] && value <= heights[1];
    for (const mark of [drop, dot]) mark.toggleAttribute("hidden", !seen);
    tangent.toggleAttribute("hidden", !Number.isFinite(slope) || !seen);
    if (!seen) return;
    const [px, py] = [x(at), y(value)];
    drop.setAttribute("d", `M${left} ${py}H${px}V${floor}`);
    set(dot, { cx: px, cy: py });
    if (!Number.isFinite(slope)) return;
    const dx = x(domain[0] + 1) - x(domain[0]);
    const dy = (y(1) - y(0)) * slope;
    const reach = 92 / Math.hypot(dx, dy);
    const [back, on] = [-reach, reach].map((far) => within(far, [px, py], [dx, dy], [[left - 6, right + 9], [6, tall - 6]]));
    set(tangent, { x1: px + dx * back, y1: py + dy * back, x2: px + dx * on, y2: py + dy * on });
  };
};

/** The multiple of `way` nearest to `far` that leads from `from` to no place outside of the picture's `frame`. */
const within = (far, from, way, frame) => frame.reduce((most, [low, high], axis) => {
  const end = far * way[axis] > 0 ? high : low;
  const reach = way[axis] === 0 ? Infinity : Math.max(0, (end - from[axis]) / way[axis] / Math.sign(far));
  return Math.sign(far) * Math.min(Math.abs(most), reach);
}, far);

/** The open box of this base and height in a parallel projection; its far walls, its floor, its near walls. */
const foldBox = (faces, base, height) => {
  const half = base / 2;
  const corner = (u, v, z) => `${((u - v) * 0.866).toFixed(2)} ${((u + v) * 0.45 - z).toFixed(2)}`;
  const face = (...points) => `M${points.map((point) => corner(...point)).join("L")}Z`;
  const wall = (u0, v0, u1, v1) => face([u0, v0, 0], [u1, v1, 0], [u1, v1, height], [u0, v0, height]);
  const shapes = [
    wall(-half, -half, half, -half),
    wall(-half, -half, -half, half),
    face([-half, -half, 0], [half, -half, 0], [half, half, 0], [-half, half, 0]),
    wall(half, -half, half, half),
    wall(-half, half, half, half),
  ];
  faces.forEach((path, index) => path.setAttribute("d", shapes[index]));
};
