// Distributions and crowds: bars, a density with an area, dots in groups.
//
// Law: lengths and areas are to one scale; a crowd's groups are whole numbers of dots that sum to it, the share is exact.

const CHANCE = { wide: 720, tall: 320, left: 56, right: 14, top: 14, floor: 40 };

/** The integral of f from low to high by Simpson's rule; a value that is not finite counts as none. */
const integrate = (f, low, high, pieces = 600) => {
  const at = (index) => { const value = f(low + ((high - low) * index) / pieces); return Number.isFinite(value) ? value : 0; };
  let total = at(0) + at(pieces);
  for (let index = 1; index < pieces; index += 1) total += (index % 2 ? 4 : 2) * at(index);
  return (total * (high - low)) / (3 * pieces);
};

/** Bars or a curve of `value`; the last two numbers are the ends of what is lit. */
const drawChance = (svg, { kind, span }, { value }) => {
  const { wide, tall, left, right, top, floor } = CHANCE;
  set(svg, { viewBox: `0 0 ${wide} ${tall}` });
  const discrete = kind === "bars";
  const edge = discrete ? 0.6 : 0;
  const x = scale([span[0] - edge, span[1] + edge], [left, wide - right]);
  const stage = draw(svg, "g");
  return (values) => {
    const parameters = values.slice(0, -2);
    const [low, high] = [Math.min(...values.slice(-2)), Math.max(...values.slice(-2))];
    const f = (at) => value(at, ...parameters);
    const outcomes = discrete ? Array.from({ length: span[1] - span[0] + 1 }, (_, index) => span[0] + index) : [];
    const seen = discrete ? outcomes.map(f) : Array.from({ length: 241 }, (_, index) => f(span[0] + ((span[1] - span[0]) * index) / 240));
    const most = 1.1 * Math.max(...seen.filter(Number.isFinite), 1e-12);
    const y = scale([0, most], [tall - floor, top]);
    stage.replaceChildren();
    for (const tick of ticks([0, most], 4)) {
      draw(stage, "path", { class: "grid", d: `M${left} ${y(tick.at)}H${wide - right}` });
      draw(stage, "text", { x: left - 8, y: y(tick.at) + 5, "text-anchor": "end" }, tick.words);
    }
    for (const tick of ticks(span, isNarrow() ? 5 : 10)) {
      draw(stage, "text", { x: x(tick.at), y: tall - floor + 24, "text-anchor": "middle" }, tick.words);
    }
    if (discrete) {
      const half = 0.36 * (x(1) - x(0));
      for (const at of outcomes) {
        const lit = at >= low && at <= high;
        const height = y(0) - y(f(at));
        draw(stage, "rect", { class: lit ? "bar-lit" : "bar", x: x(at) - half, y: y(0) - height, width: 2 * half, height });
      }
    } else {
      const area = graph(f, [low, high], x, y).slice(1);
      if (high > low && area) draw(stage, "path", { class: "shade", d: `M${x(low)} ${y(0)}L${area}L${x(high)} ${y(0)}Z` });
      draw(stage, "path", { class: "density", d: graph(f, span, x, y) });
    }
    draw(stage, "path", { class: "axis", d: `M${left} ${tall - floor}H${wide - right}` });
    const probability = discrete
      ? outcomes.filter((at) => at >= low && at <= high).reduce((sum, at) => sum + f(at), 0)
      : integrate(f, low, high);
    return { low: shown(low, [], 0), high: shown(high, [], 0), probability: shown(probability, [], 3) };
  };
};

/** Dots in groups: above those of whom the test says so, below the others; three numbers: prior, hit, alarm. */
const drawPopulation = (svg, { count }) => {
  const [wide, across] = [720, Math.ceil(Math.sqrt(count * 2.2))];
  const room = wide / across;
  const stage = draw(svg, "g");
  return ([prior, hit, alarm]) => {
    const ill = Math.round(count * prior);
    const hits = Math.min(ill, Math.round(count * prior * hit));
    const alarms = Math.min(count - ill, Math.round(count * (1 - prior) * alarm));
    const blocks = [[["crowd-hit", hits], ["crowd-alarm", alarms]], [["crowd-miss", ill - hits], ["crowd-rest", count - ill - alarms]]];
    stage.replaceChildren();
    let row = 0;
    for (const block of blocks) {
      let index = 0;
      for (const [group, dots] of block) {
        for (let dot = 0; dot < dots; dot += 1, index += 1) {
          const [cx, cy] = [(index % across + 0.5) * room, (row + Math.floor(index / across) + 0.5) * room];
          draw(stage, "circle", { class: group, cx: cx.toFixed(2), cy: cy.toFixed(2), r: (0.36 * room).toFixed(2) });
        }
      }
      row += Math.ceil(index / across) + 1;
    }
    set(svg, { viewBox: `0 0 ${wide} ${(row * room).toFixed(1)}` });
    const said = prior * hit + (1 - prior) * alarm;
    return { said: String(hits + alarms), hits: String(hits), posterior: shown(said > 0 ? (prior * hit) / said : NaN, [], 3) };
  };
};
