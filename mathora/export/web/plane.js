// A vector to drag or to move by keys, and the matrix that moves the plane: its image, the angle between both, the area.
//
// Law: all that is read is of what is drawn now. The plane moves on the way that the film shows: straight, or, where the
// matrix has no real eigenvalue, by its own powers.

const PLANE = { size: 520, edge: 8, lines: 12 };

const times = (matrix, [x, y]) => matrix.map(([a, b]) => sumOf([a * x, b * y]));

/** The matrix that has moved the plane so far, for a share from 0 to 1. */
const wayOf = (matrix) => {
  const [[a, b], [c, d]] = matrix;
  const middle = (a + d) / 2;
  const spread = ((a - d) ** 2) / 4 + b * c;
  const size = Math.max(...matrix.flat().map(Math.abs));
  const mix = (p, q, [[e, f], [g, h]]) => [[p + q * e, q * f], [q * g, p + q * h]];
  const half = middle < 0 && Math.max(Math.abs(a - middle), Math.abs(b), Math.abs(c), Math.abs(d - middle)) <= NOISE * size;
  if (spread >= -NOISE * size ** 2 && !half) return (share) => mix(1 - share, share, matrix);
  const side = half ? 1 : Math.sqrt(-spread);
  const quarter = half ? [[0, -1], [1, 0]] : [[(a - middle) / side, b / side], [c / side, (d - middle) / side]];
  const [length, angle] = half ? [-middle, Math.PI] : [Math.hypot(middle, side), Math.atan2(side, middle)];
  return (share) => {
    const grown = length ** share;
    const [along, across] = [Math.cos, Math.sin].map((part) => grown * among(part(share * angle), 1));
    return mix(along, across, quarter);
  };
};

const startPlane = (root, config) => {
  const said = WORDS.plane;
  const span = [-config.reach, config.reach];
  const step = niceBelow(config.reach / 20);
  const way = wayOf(config.matrix);
  const picture = drawPlane(part(root, "map"), config, span);
  const slider = part(root, "slider");
  let at = config.start;
  let share = 1;

  const number = (value, least = 2) => shown(value, [], least);
  const pair = ([first, second]) => fill(said.pair, { first: number(first), second: number(second) });
  const facts = () => {
    const matrix = way(share);
    const moved = times(matrix, at);
    const lengths = [at, moved].map(([x, y]) => Math.hypot(x, y));
    const across = at[0] * moved[1] - at[1] * moved[0];
    const angle = (Math.atan2(Math.abs(across), at[0] * moved[0] + at[1] * moved[1]) * 180) / Math.PI;
    const area = Math.abs(matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]);
    return { matrix, moved, angle: tidy(angle), stretch: lengths[1] / lengths[0], area: tidy(area) };
  };
  const words = () => {
    const { moved, angle, stretch, area } = facts();
    return fill(said.sentence, {
      name: config.spoken, vector: pair(at), moved: pair(moved), angle: `${number(angle, 0)}°`, stretch: number(stretch), area: number(area),
    });
  };

  const show = () => {
    const { matrix, moved, angle, stretch, area } = facts();
    part(root, "vector").textContent = pair(at);
    part(root, "moved").textContent = pair(moved);
    part(root, "angle").textContent = `${number(angle, 0)}°`;
    part(root, "stretch").textContent = number(stretch);
    part(root, "area").textContent = number(area);
    part(root, "progress").textContent = written(share, 2);
    slider.value = share;
    slider.setAttribute("aria-valuetext", words());
    picture(matrix, at, moved);
    Object.assign(root.dataset, { at: JSON.stringify(at), moved: JSON.stringify(moved), angle, area, share });
  };

  const place = (point) => {
    at = point.map((value) => tidy(clamp(value, span)));
    show();
  };
  const move = (value) => {
    share = tidy(clamp(value, [0, 1]));
    show();
  };
  slider.addEventListener("input", () => move(Number(slider.value)));
  for (const [name, by] of [["less", -0.1], ["more", 0.1]]) {
    part(root, name).addEventListener("click", () => { move(Math.round((share + by) * 10) / 10); announce(words()); });
  }
  const fromPicture = (across, down) => [across, 1 - down].map((value) => {
    const along = (value * PLANE.size - PLANE.edge) / (PLANE.size - 2 * PLANE.edge);
    return Math.round((span[0] + along * (span[1] - span[0])) / step) * step;
  });
  steer(part(root, "map"), { place, step, position: () => at, words, fromPicture });
  root.hidden = false;
  show();
};

/** Draws what stands still; gives back a function that moves the rest. */
const drawPlane = (svg, { spoken, colour }, span) => {
  set(svg, { viewBox: `0 0 ${PLANE.size} ${PLANE.size}` });
  const x = scale(span, [PLANE.edge, PLANE.size - PLANE.edge]);
  const y = scale(span, [PLANE.size - PLANE.edge, PLANE.edge]);
  const step = Math.max(1, niceAbove((span[1] - span[0]) / PLANE.lines));
  const lines = (matrix) => {
    let path = "";
    for (let index = -PLANE.lines; index <= PLANE.lines; index += 1) {
      const far = 4 * PLANE.lines * step;
      for (const [from, to] of [[[index * step, -far], [index * step, far]], [[-far, index * step], [far, index * step]]]) {
        const [[x0, y0], [x1, y1]] = [times(matrix, from), times(matrix, to)];
        path += `M${x(x0).toFixed(1)} ${y(y0).toFixed(1)}L${x(x1).toFixed(1)} ${y(y1).toFixed(1)}`;
      }
    }
    return path;
  };
  draw(svg, "path", { class: "grid", d: lines([[1, 0], [0, 1]]) });
  const moving = draw(svg, "path", { class: "level" });
  const square = draw(svg, "path", { class: "image-square" });
  draw(svg, "path", { class: "axis", d: `M${x(0)} 0V${PLANE.size}M0 ${y(0)}H${PLANE.size}` });
  const [shaft, head] = ["arrow", "arrow-head"].map((name) => draw(svg, "path", { class: `${name} image` }));
  const [ownShaft, ownHead] = ["arrow", "arrow-head"].map((name) => draw(svg, "path", { class: `${name} own` }));
  if (colour) for (const one of [ownShaft, ownHead]) one.style.setProperty("--own", `var(--${colour})`);
  const point = draw(svg, "g", { class: "point", tabindex: 0, role: "application", "aria-roledescription": WORDS.plane.point_kind });
  point.setAttribute("aria-label", fill(WORDS.plane.point, { name: spoken }));
  draw(point, "circle", { class: "handle-ring", r: 18 });
  draw(point, "circle", { r: 24, fill: "transparent", stroke: "none" });
  draw(point, "circle", { class: "handle", r: 8 });

  return (matrix, at, moved) => {
    moving.setAttribute("d", lines(matrix));
    const corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map((corner) => times(matrix, corner));
    square.setAttribute("d", `M${corners.map(([u, v]) => `${x(u)} ${y(v)}`).join("L")}Z`);
    pointArrow(shaft, head, x(0), y(0), x(moved[0]), y(moved[1]), 16);
    pointArrow(ownShaft, ownHead, x(0), y(0), x(at[0]), y(at[1]), 16);
    point.setAttribute("transform", `translate(${x(at[0])} ${y(at[1])})`);
  };
};
