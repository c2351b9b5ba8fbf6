// Functions of two variables: a slice with its tangent, a field with the curve that follows it, a map with a constraint.
//
// Law: what is drawn and read is the model's, at the sliders' own numbers; nothing leaves the axes.

const FIELD = { size: 460, edge: 30, spare: 26, marks: 13, step: 1 / 160, most: 1200 };

/** An arrow of its own colour on a stage. */
const ownArrow = (stage, colour, ends, size = 13) => {
  const paths = ["arrow", "arrow-head"].map((name) => draw(stage, "path", { class: `${name} own` }));
  for (const path of paths) path.style.setProperty("--own", `var(--${colour || "ink"})`);
  paths[0].style.strokeWidth = size / 3.25;
  pointArrow(...paths, ...ends, size);
};

/** The curve that is left where one variable is held, with its tangent. */
const drawSlice = (svg, { span, up, moving, symbol, name, held }, { value, slope }) => {
  const empty = lineStage(svg);
  return ([fixed, at]) => {
    const stage = empty();
    const { x, y } = drawAxes(stage, span, up, [symbol, name]);
    const along = (f) => (u) => f(...(moving ? [fixed, u] : [u, fixed]));
    const [height, rise] = [along(value)(at), along(slope)(at)];
    draw(stage, "path", { class: "density", d: graph(along(value), span, x, y, up) });
    const reach = 0.3 * (span[1] - span[0]);
    const ends = [clamp(at - reach, span), clamp(at + reach, span)];
    const line = (u) => height + rise * (u - at);
    if (Number.isFinite(height + rise)) draw(stage, "path", { class: "tangent", d: graph(line, ends, x, y, up, 60) });
    if (height >= up[0] && height <= up[1]) draw(stage, "circle", { class: "dot", cx: x(at), cy: y(height), r: 8 });
    const read = (which) => cellOf(tidy(which));
    return { held: held.line, fixed: read(fixed), moving: symbol.line, at: read(at), name: name.line, height: shown(height, [], 2), slope: shown(rise, [], 2) };
  };
};

/** A square with axes, whose units are equal if its spans are; gives back both scales. */
const drawSquare = (stage, across, up, names) => {
  const { size, edge, spare } = FIELD;
  const [x, y] = [scale(across, [edge, size - spare]), scale(up, [size - edge, spare])];
  for (const tick of ticks(across, 5)) draw(stage, "text", { x: x(tick.at), y: size - 8, "text-anchor": "middle" }, tick.words);
  for (const tick of ticks(up, 5)) draw(stage, "text", { x: edge - 6, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
  draw(stage, "path", { class: "axis", d: `M${edge} ${spare}V${size - edge}H${size - spare}` });
  label(stage, names[0], size - 20, size - edge + 5);
  label(stage, names[1], edge - 5, 16);
  return { x, y };
};

const squareStage = (svg) => {
  svg.style.maxWidth = "30rem";
  set(svg, { viewBox: `0 0 ${FIELD.size} ${FIELD.size}` });
  const stage = draw(svg, "g");
  return () => { stage.replaceChildren(); return stage; };
};

/** From a point on along a direction, to where it leaves the window: Runge and Kutta's steps, short as they are drawn. */
const following = (way, start, [across, up], sign) => {
  const points = [start];
  const units = [across[1] - across[0], up[1] - up[0]];
  const inside = ([u, v]) => u >= across[0] && u <= across[1] && v >= up[0] && v <= up[1];
  const head = (at) => {
    const [a, b] = way(...at).map((one, axis) => one / units[axis]);
    const size = Math.hypot(a, b);
    return [a, b].map((one, axis) => (sign * FIELD.step * one * units[axis]) / size);
  };
  const by = ([u, v], [a, b], share) => [u + share * a, v + share * b];
  for (let count = 0; count < FIELD.most; count += 1) {
    const at = points[points.length - 1];
    const k1 = head(at);
    const k2 = head(by(at, k1, 0.5));
    const k3 = head(by(at, k2, 0.5));
    const k4 = head(by(at, k3, 1));
    const next = [0, 1].map((axis) => at[axis] + (k1[axis] + 2 * k2[axis] + 2 * k3[axis] + k4[axis]) / 6);
    if (!next.every(Number.isFinite) || !inside(next)) break;
    points.push(next);
  }
  return points;
};

/** Short marks all over the plane, and the curve that follows them through a point. */
const drawField = (svg, { across, up, names }, { u, v }) => {
  const empty = squareStage(svg);
  const way = (a, b) => [u ? u(a, b) : 1, v(a, b)];
  return (start) => {
    const stage = empty();
    const { x, y } = drawSquare(stage, across, up, names);
    const places = Array.from({ length: FIELD.marks }, (_, place) => (place + 0.5) / FIELD.marks);
    for (const right of places) {
      for (const high of places) {
        const at = [across[0] + right * (across[1] - across[0]), up[0] + high * (up[1] - up[0])];
        const [a, b] = way(...at);
        const drawn = [x(at[0] + a) - x(at[0]), y(at[1] + b) - y(at[1])];
        const size = Math.hypot(...drawn);
        if (!Number.isFinite(size) || size === 0) continue;
        const half = drawn.map((one) => (9 * one) / size);
        const ends = [x(at[0]) - half[0], y(at[1]) - half[1], x(at[0]) + half[0], y(at[1]) + half[1]];
        if (u) ownArrow(stage, "edge", ends, 6.5);
        else draw(stage, "path", { class: "way", d: `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}` });
      }
    }
    const before = u ? [start] : following(way, start, [across, up], -1);
    const curve = [...before.reverse(), ...following(way, start, [across, up], 1)];
    const line = curve.map(([a, b]) => [x(a).toFixed(1), y(b).toFixed(1)].join(" ")).join("L");
    draw(stage, "path", { class: "density", d: `M${line}` });
    draw(stage, "circle", { class: "dot", cx: x(start[0]), cy: y(start[1]), r: 8 });
    const [first, second] = way(...start);
    const read = (one) => shown(among(one, Math.hypot(first, second)), [], 2);
    return { place: `(${start.map((one) => cellOf(tidy(one))).join(", ")})`, slope: read(second), field: `(${read(first)}, ${read(second)})` };
  };
};

/** Level sets, the curve of a constraint, and at a point the gradients of both, each at its own scale. */
const drawConstraint = (svg, { span, level, levels, names, colours, function: own, constraint }, functions) => {
  const empty = squareStage(svg);
  const grids = [functions.value, functions.held].map((f) => sample(f, span, 80));
  return (at) => {
    const stage = empty();
    const { x, y } = drawSquare(stage, span, span, names);
    for (const height of levels) draw(stage, "path", { class: "level", d: levelSet(grids[0], height, x, y) });
    const held = draw(stage, "path", { class: "constraint", d: levelSet(grids[1], level, x, y) });
    held.style.stroke = `var(--${colours[1]})`;
    draw(stage, "path", { class: "through", d: levelSet(grids[0], functions.value(...at), x, y) });
    const gradients = [["value-first", "value-second"], ["held-first", "held-second"]].map((pair) => pair.map((key) => functions[key](...at)));
    gradients.forEach(([a, b], index) => {
      const size = Math.hypot(a, b);
      if (Number.isFinite(size) && size > 0) ownArrow(stage, colours[index], [x(at[0]), y(at[1]), x(at[0]) + (70 * a) / size, y(at[1]) - (70 * b) / size]);
    });
    draw(stage, "circle", { class: "dot", cx: x(at[0]), cy: y(at[1]), r: 8 });
    const [[a, b], [c, d]] = gradients;
    const angle = (Math.abs(Math.atan2(a * d - b * c, a * c + b * d)) * 180) / Math.PI;
    const read = (one) => shown(one, [], 2);
    return {
      function: own.line, value: read(functions.value(...at)), constraint: constraint.line,
      held: read(functions.held(...at)), level: cellOf(level), angle: Number.isFinite(angle) ? angle.toFixed(0) : WORDS.undefined,
    };
  };
};

/** Points, a line through their mean at an angle, and the shadows that they throw on it; units are equal. */
const drawShadows = (svg, { points, names }) => {
  const empty = squareStage(svg);
  const mean = [0, 1].map((axis) => points.reduce((sum, at) => sum + at[axis], 0) / points.length);
  const apart = points.map(([u, v]) => [u - mean[0], v - mean[1]]);
  const moment = (f) => apart.reduce((sum, at) => sum + f(at), 0) / points.length;
  const [a, b, c] = [moment(([u]) => u * u), moment(([u, v]) => u * v), moment(([, v]) => v * v)];
  const spreadAt = (angle) => a * Math.cos(angle) ** 2 + 2 * b * Math.cos(angle) * Math.sin(angle) + c * Math.sin(angle) ** 2;
  const best = ((Math.atan2(2 * b, a - c) / 2) + Math.PI) % Math.PI;
  const reach = 1.15 * Math.max(...apart.flatMap((at) => at.map(Math.abs)));
  const spans = mean.map((middle) => [middle - reach, middle + reach]);
  return ([degrees]) => {
    const stage = empty();
    const { x, y } = drawSquare(stage, spans[0], spans[1], names);
    const angle = (degrees * Math.PI) / 180;
    const way = [Math.cos(angle), Math.sin(angle)];
    const along = (share) => [x(mean[0] + share * way[0]), y(mean[1] + share * way[1])].map((one) => one.toFixed(1)).join(" ");
    draw(stage, "path", { class: "tangent", d: `M${along(-reach)}L${along(reach)}` });
    points.forEach(([u, v], index) => {
      const share = apart[index][0] * way[0] + apart[index][1] * way[1];
      draw(stage, "path", { class: "drop", d: `M${x(u)} ${y(v)}L${along(share)}` });
      const [cx, cy] = along(share).split(" ");
      draw(stage, "circle", { class: "own-term", cx, cy, r: 5 });
      draw(stage, "circle", { class: "data-point", cx: x(u), cy: y(v), r: 5 });
    });
    const read = (value) => shown(tidy(value), [], 2);
    return { angle: `${degrees}`, variance: read(spreadAt(angle)), most: read(spreadAt(best)), best: ((best * 180) / Math.PI).toFixed(0) };
  };
};
