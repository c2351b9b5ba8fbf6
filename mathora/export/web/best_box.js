// The best box: a slider for the cut; the sheet, the folded box, the curve and its tangent follow.

const startBestBox = (root, config, functions) => {
  const volume = functions[config.volume];
  const slope = functions[config.slope];
  const { domain, sheet, best, symbol } = config;
  const width = domain[1] - domain[0];
  const step = niceBelow(width / 50);
  const slider = part(root, "slider");
  set(slider, { min: domain[0], max: domain[1], step });

  /** The best cut takes the place of the slider's nearest stop, so that dragging and arrow keys both land on it. */
  const nearest = (value) => domain[0] + Math.round((value - domain[0]) / step) * step;
  const snapped = (value) => (Math.abs(nearest(best.at) - value) < step / 4 ? best.at : tidy(value));

  const bench = drawBench(root, config, volume);
  const direction = (value) => (Math.abs(value) < 0.05 ? "level" : value > 0 ? "uphill" : "downhill");

  const show = (at) => {
    const here = { at, volume: volume(at), slope: slope(at) };
    const way = direction(here.slope);
    const sentence = `Cut squares of ${symbol} = ${shown(at, 2)} from a ${shown(sheet, 2)}×${shown(sheet, 2)} sheet: `
      + `volume ${shown(here.volume)}, slope ${shown(here.slope)}, ${way}`;
    slider.value = at;
    slider.setAttribute("aria-valuetext", sentence);
    part(root, "sentence").textContent = sentence;
    part(root, "at").textContent = shown(at, 2);
    for (const name of ["uphill", "level", "downhill"]) {
      const remark = part(root, name);
      if (remark) remark.hidden = name !== way;
    }
    part(root, "best").setAttribute("aria-pressed", String(at === best.at));
    bench(here, slope);
    Object.assign(root.dataset, here);
    return sentence;
  };

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
const drawBench = (root, { domain, sheet, best, symbol, name, colour, nameColour }, volume) => {
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

  const plot = part(root, "plot");
  const [wide, tall] = isNarrow() ? [440, 330] : [720, 330];
  set(plot, { viewBox: `0 0 ${wide} ${tall}` });
  const top = best.value * 1.14;
  const [left, right, floor] = [46, wide - 30, tall - 40];
  const x = scale(domain, [left, right]);
  const y = scale([0, top], [floor, 26]);
  for (const tick of ticks([0, top], 5)) {
    draw(plot, "path", { class: "grid", d: `M${left} ${y(tick)}H${right}` });
    draw(plot, "text", { x: left - 10, y: y(tick) + 5, "text-anchor": "end" }, shown(tick));
  }
  for (const tick of ticks(domain, isNarrow() ? 4 : 6)) {
    draw(plot, "text", { x: x(tick), y: floor + 24, "text-anchor": "middle" }, shown(tick, 2));
  }
  draw(plot, "path", { class: "axis", d: `M${left} 14V${floor}H${right + 10}` });
  draw(plot, "text", { class: "name", x: right + 14, y: floor + 6, "data-colour": colour }, italic(symbol));
  draw(plot, "text", { class: "name", x: left + 12, y: 24, "data-colour": nameColour }, italic(name));
  draw(plot, "path", { class: "curve", d: graph(volume, domain, x, y) });
  draw(plot, "circle", { class: "summit", cx: x(best.at), cy: y(best.value), r: 6 });
  const drop = draw(plot, "path", { class: "drop" });
  const tangent = draw(plot, "line", { class: "tangent" });
  const dot = draw(plot, "circle", { class: "dot", r: 8 });

  return ({ at, volume: value, slope }) => {
    const cut = at * unit;
    cuts.forEach((square, index) => set(square, {
      x: index % 2 ? 200 - cut : 0, y: index < 2 ? 0 : 200 - cut, width: cut, height: cut,
    }));
    folds.setAttribute("d", `M${cut} ${cut}H${200 - cut}V${200 - cut}H${cut}Z`);
    cutLabel.setAttribute("x", cut / 2);
    foldBox(faces, (sheet - 2 * at) * unit, cut);
    const [px, py] = [x(at), y(value)];
    drop.setAttribute("d", `M${left} ${py}H${px}V${floor}`);
    set(dot, { cx: px, cy: py });
    const dx = x(domain[0] + 1) - x(domain[0]);
    const dy = (y(1) - y(0)) * slope;
    const reach = 92 / Math.hypot(dx, dy);
    set(tangent, { x1: px - dx * reach, y1: py - dy * reach, x2: px + dx * reach, y2: py + dy * reach });
  };
};

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
