// Pictures of functions: scales, ticks, and level sets by marching squares.

/** Whether the page is as narrow as where `adapting.css` enlarges the letters of pictures. */
const isNarrow = () => window.matchMedia("(max-width: 44rem)").matches;

/** Maps [low, high] of the model onto [from, to] of the picture. */
const scale = ([low, high], [from, to]) => (value) => from + ((value - low) / (high - low)) * (to - from);

/** Round numbers inside [low, high], about `count` of them, with the words that stand at them. */
const ticks = ([low, high], count) => {
  const step = niceAbove((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = tidy((first + index) * step);
    return { at, words: written(at, placesOfStep(step)) };
  });
};

/**
 * An SVG path through the points of the graph of `f`, between `heights`; a value that is not finite breaks it, and so
 * does a leap: two neighbours whose difference stays however near to each other they are taken.
 */
const graph = (f, interval, x, y, heights = [-Infinity, Infinity], count = 240) => {
  let path = "";
  let before = null;
  let drawn = false;
  for (let index = 0; index <= count; index += 1) {
    const at = interval[0] + ((interval[1] - interval[0]) * index) / count;
    const here = [at, f(at)];
    const joined = before && Number.isFinite(before[1]) && Number.isFinite(here[1]) && !leaps(f, before, here, heights);
    const piece = joined ? between(before, here, heights) : null;
    if (piece) path += `${drawn ? "" : `M${spot(x, y, piece[0])}`}L${spot(x, y, piece[1])}`;
    drawn = Boolean(piece) && piece[1] === here;
    before = here;
  }
  return path;
};

const spot = (x, y, [at, value]) => `${x(at).toFixed(2)} ${y(value).toFixed(2)}`;

/** What of the segment between two points lies between `heights`; null for nothing. */
const between = (start, end, [low, high]) => {
  const inside = ([, value]) => value >= low && value <= high;
  if (inside(start) && inside(end)) return [start, end];
  if (Math.max(start[1], end[1]) < low || Math.min(start[1], end[1]) > high) return null;
  const cut = (height) => [start[0] + ((end[0] - start[0]) * (height - start[1])) / (end[1] - start[1]), height];
  const kept = (point) => inside(point) ? point : cut(point[1] < low ? low : high);
  return [kept(start), kept(end)];
};

/** Whether the difference between two points of the graph of `f` stays or grows, however near they are taken. */
const leaps = (f, start, end, heights) => {
  const whole = Math.abs(end[1] - start[1]);
  if (whole < 1e-3 * Math.min(heights[1] - heights[0], Number.MAX_VALUE) || whole === 0) return false;
  let [one, other] = [start, end];
  for (let halving = 0; halving < 40; halving += 1) {
    const at = (one[0] + other[0]) / 2;
    const middle = [at, f(at)];
    if (!Number.isFinite(middle[1]) || Math.abs(middle[1] - one[1]) > 8 * whole) return true;
    if (Math.abs(middle[1] - one[1]) > Math.abs(other[1] - middle[1])) other = middle;
    else one = middle;
  }
  return Math.abs(other[1] - one[1]) > whole / 2;
};

/** Values of f(u, v) on a square grid: rows are v, columns u. */
const sample = (f, [low, high], count) => {
  const at = Array.from({ length: count + 1 }, (_, index) => low + ((high - low) * index) / count);
  return { at, rows: at.map((v) => at.map((u) => f(u, v))) };
};

/**
 * The level set f = height as SVG path segments, by marching squares with linear interpolation
 * (Lorensen & Cline's method in the plane); an ambiguous square is split by the mean of its corners.
 */
const levelSet = ({ at, rows }, height, x, y) => {
  let path = "";
  for (let j = 0; j + 1 < at.length; j += 1) {
    for (let i = 0; i + 1 < at.length; i += 1) {
      const corners = [
        [at[i], at[j], rows[j][i] - height],
        [at[i + 1], at[j], rows[j][i + 1] - height],
        [at[i + 1], at[j + 1], rows[j + 1][i + 1] - height],
        [at[i], at[j + 1], rows[j + 1][i] - height],
      ];
      const crossings = [];
      for (let edge = 0; edge < 4; edge += 1) {
        const [u0, v0, a] = corners[edge];
        const [u1, v1, b] = corners[(edge + 1) % 4];
        if (!(Number.isFinite(a) && Number.isFinite(b)) || a < 0 === b < 0) continue;
        const t = a / (a - b);
        crossings.push([x(u0 + t * (u1 - u0)), y(v0 + t * (v1 - v0))]);
      }
      if (crossings.length === 4) {
        const mean = corners.reduce((sum, corner) => sum + corner[2], 0) / 4;
        if (mean < 0 === corners[0][2] < 0) crossings.push(crossings.shift());
      }
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const [[x0, y0], [x1, y1]] = [crossings[k], crossings[k + 1]];
        path += `M${x0.toFixed(1)} ${y0.toFixed(1)}L${x1.toFixed(1)} ${y1.toFixed(1)}`;
      }
    }
  }
  return path;
};

/** An arrow from (x0, y0) to (x1, y1): a shaft and a filled head, set on two existing paths. */
const pointArrow = (shaft, head, x0, y0, x1, y1, size = 13) => {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < 1e-6) {
    shaft.setAttribute("d", "");
    head.setAttribute("d", "");
    return;
  }
  const tip = Math.min(size, length);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [bx, by] = [x1 - ux * tip, y1 - uy * tip];
  const half = tip * 0.48;
  shaft.setAttribute("d", `M${x0} ${y0}L${bx + ux} ${by + uy}`);
  head.setAttribute("d", `M${x1} ${y1}L${bx - uy * half} ${by + ux * half}L${bx + uy * half} ${by - ux * half}Z`);
};
