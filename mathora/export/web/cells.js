// Tables and trees: rows of numbers in which a row, a column or an entry is lit, and a way through branches.
//
// Law: what stands in a cell is what the sentence says; all is worked out from the sliders' numbers.

const CELLS = { wide: 720, tall: 42, letters: 9.5, most: 150 };

/** A number as it stands among others: as many decimals as it needs, up to four significant digits. */
const cellOf = (value) => (Number.isFinite(value) ? written(value, value && Math.abs(value) < 1e6 ? clamp(3 - firstDigit(value), [0, MOST_PLACES]) : 0) : WORDS.undefined);

/** The colours of a chain's states, as on the film. */
const STATES = ["orange", "blue", "green", "pink", "purple", "teal"];

/** Cells from a place on, `lit(row, column)` says in which class one stands; gives back their width and height. */
const drawCells = (stage, rows, lit, [left, top] = [0, 0], room = CELLS.wide) => {
  const columns = Math.max(...rows.map((row) => row.length));
  const letters = (column) => Math.max(2, ...rows.map((row) => `${row[column] ?? ""}`.length));
  const wanted = Array.from({ length: columns }, (_, column) => letters(column) * CELLS.letters + 26);
  const share = Math.min(1, room / wanted.reduce((sum, one) => sum + one, 0));
  const widths = wanted.map((one) => one * share);
  rows.forEach((row, down) => {
    let x = left;
    row.forEach((text, across) => {
      const y = top + down * CELLS.tall;
      const state = lit(down, across);
      if (state) draw(stage, "rect", { class: state, x: x + 1, y: y + 1, width: widths[across] - 2, height: CELLS.tall - 2, rx: 6 });
      draw(stage, "text", { class: "cell", x: x + widths[across] / 2, y: y + CELLS.tall / 2 + 6, "text-anchor": "middle" }, `${text}`);
      x += widths[across];
    });
  });
  return [widths.reduce((sum, one) => sum + one, 0), rows.length * CELLS.tall];
};

/** A stage for cells: emptied for each picture, which then says how much room it took. */
const cellStage = (svg) => {
  const stage = draw(svg, "g");
  return {
    clear: () => { stage.replaceChildren(); return stage; },
    fit: (wide, tall) => {
      svg.style.maxWidth = `${Math.max(wide, 320).toFixed(0)}px`;
      set(svg, { viewBox: `0 0 ${Math.max(wide, 320).toFixed(1)} ${tall.toFixed(1)}` });
    },
  };
};

/** The rows that the lesson shows, and the student's own below. */
const drawTable = (svg, { places, symbol, heads }, functions) => {
  const stage = cellStage(svg);
  const values = (at) => heads.map((_, column) => functions[`column ${column}`](at));
  const names = heads.map((head) => `${head.line}(${symbol.line})`);
  return ([at]) => {
    const rows = [...places, at].map((one) => [cellOf(one), ...values(one).map(cellOf)]);
    const all = [[symbol.line, ...names], ...rows];
    stage.fit(...drawCells(stage.clear(), all, (row) => (row === 0 ? "cell-head" : row === all.length - 1 ? "cell-lit" : "")));
    const read = values(at).map((value, column) => `${names[column]} = ${cellOf(value)}`);
    return { at: `${symbol.line} = ${cellOf(at)}`, values: read.join("; ") };
  };
};

/** A table of counts with its sums; the entry's row and column stand out. */
const drawTwoWay = (svg, { rows, columns, entries }) => {
  const stage = cellStage(svg);
  return ([row, column]) => {
    const entry = entries[row - 1][column - 1];
    const [across, down, all] = [entries[row - 1], entries.map((one) => one[column - 1]), entries.flat()].map(sumOf);
    const body = entries.map((one, index) => [rows[index], ...one.map(cellOf), cellOf(sumOf(one))]);
    const foot = ["Σ", ...columns.map((_, index) => cellOf(sumOf(entries.map((one) => one[index])))), cellOf(all)];
    const lit = (y, x) => (y === row && x === column ? "cell-lit" : y === row || x === column ? "cell-near" : "");
    stage.fit(...drawCells(stage.clear(), [["", ...columns, "Σ"], ...body, foot], lit));
    const share = (whole) => shown(entry / whole, [], 3);
    return { row: rows[row - 1], column: columns[column - 1], entry: cellOf(entry), across: share(across), down: share(down), all: share(all) };
  };
};

/** Two circles that overlap; what is in both is no more than is in either, and no less than has to be. */
const drawVenn = (svg, { sets, all }) => {
  const stage = cellStage(svg);
  return ([first, second, wanted]) => {
    const both = clamp(wanted, [Math.max(0, first + second - all), Math.min(first, second)]);
    const either = first + second - both;
    const ground = stage.clear();
    draw(ground, "rect", { class: "way", x: 2, y: 2, width: 476, height: 276, rx: 6 });
    for (const x of [180, 300]) draw(ground, "circle", { class: "venn", cx: x, cy: 150, r: 100 });
    const words = [[150, 32, sets[0]], [330, 32, sets[1]], [130, 155, first - both], [240, 155, both], [350, 155, second - both], [40, 262, all - either]];
    for (const [x, y, text] of words) draw(ground, "text", { class: "cell", x, y, "text-anchor": "middle" }, typeof text === "number" ? cellOf(tidy(text)) : text);
    stage.fit(480, 280);
    return { first: cellOf(first), second: cellOf(second), both: cellOf(both), either: cellOf(tidy(either)), none: cellOf(tidy(all - either)) };
  };
};

/** A ring of numbers, and the hops around it from zero; where the last one lands is lit. */
const drawClock = (svg, { modulus }) => {
  const stage = cellStage(svg);
  const at = (number, radius) => {
    const turned = (2 * Math.PI * number) / modulus;
    return [180 + radius * Math.sin(turned), 160 - radius * Math.cos(turned)];
  };
  return ([by, times]) => {
    const [total, ground] = [by * times, stage.clear()];
    const rest = total % modulus;
    draw(ground, "circle", { class: "way", cx: 180, cy: 160, r: 120 });
    for (let hop = 0; hop < times; hop += 1) {
      const [from, to] = [at(hop * by, 120), at((hop + 1) * by, 120)];
      draw(ground, "path", { class: "venn", d: `M${from.join(" ")}L${to.join(" ")}` });
    }
    for (let number = 0; number < modulus; number += 1) {
      const [x, y] = at(number, 141);
      draw(ground, "text", { class: "cell", x, y: y + 6, "text-anchor": "middle" }, cellOf(number));
    }
    const [x, y] = at(rest, 120);
    draw(ground, "circle", { class: "cell-lit", cx: x, cy: y, r: 8 });
    stage.fit(360, 320);
    return { by: cellOf(by), times: cellOf(times), total: cellOf(total), turns: cellOf((total - rest) / modulus), modulus: cellOf(modulus), rest: cellOf(rest) };
  };
};

/** The chances of each level, with the first branch of some forks moved; the others share what is left as before. */
const movedChances = (outcomes, chances, moved) => {
  const shared = (given, first) => {
    const rest = given.slice(1).reduce((sum, one) => sum + one, 0);
    return [first, ...given.slice(1).map((one) => (1 - first) * (rest > 0 ? one / rest : 1 / (given.length - 1)))];
  };
  return chances.map((level, depth) => {
    const width = outcomes[depth].length;
    const forks = Array.from({ length: level.length / width }, (_, fork) => level.slice(fork * width, (fork + 1) * width));
    return forks.flatMap((given, fork) => (depth === 0 ? shared(given, moved[0]) : depth === 1 ? shared(given, moved[1 + fork]) : given));
  });
};

/** Branches from left to right, the way to one leaf lit; the leaves' products at the right. */
const drawTree = (svg, { outcomes, chances }) => {
  const stage = cellStage(svg);
  return (values) => {
    const [leaf, levels] = [values[values.length - 1] - 1, movedChances(outcomes, chances, values.slice(0, -1))];
    const leaves = levels[levels.length - 1].length;
    const [wide, tall, depth] = [720, Math.max(220, leaves * 46), outcomes.length];
    const x = (level) => 16 + (level * (wide - 190)) / depth;
    const y = (level, index) => ((index + 0.5) * tall) / (level ? levels[level - 1].length : 1);
    const on = (level, index) => Math.floor((leaf * (level ? levels[level - 1].length : 1)) / leaves) === index;
    const ground = stage.clear();
    const words = [];
    let products = [1];
    levels.forEach((level, place) => {
      const width = level.length / products.length;
      products = level.map((chance, index) => products[Math.floor(index / width)] * chance);
      level.forEach((chance, index) => {
        const [x0, y0, x1, y1] = [x(place), y(place, Math.floor(index / width)), x(place + 1), y(place + 1, index)];
        draw(ground, "path", { class: on(place + 1, index) ? "way-lit" : "way", d: `M${x0} ${y0}L${x1} ${y1}` });
        words.push([x0 + 0.55 * (x1 - x0), y0 + 0.55 * (y1 - y0) - 7, "middle", shown(chance, [], 2)]);
        words.push([x1 + 6, y1 + 5, "start", outcomes[place][index % width] + (place === depth - 1 ? `: ${shown(products[index], [], 3)}` : "")]);
      });
    });
    for (const [left, top, anchor, text] of words) draw(ground, "text", { class: "on-card", x: left, y: top, "text-anchor": anchor }, text);
    stage.fit(wide, tall);
    const ends = outcomes[depth - 1].length;
    const same = products.filter((_, index) => index % ends === leaf % ends).reduce((sum, one) => sum + one, 0);
    const way = outcomes.map((level, place) => level[Math.floor((leaf * levels[place].length) / leaves) % level.length]);
    return {
      way: way.join(", "), product: shown(products[leaf], [], 3), last: way[depth - 1], sum: shown(same, [], 3),
      share: shown(same > 0 ? products[leaf] / same : NaN, [], 3),
    };
  };
};

/** Two matrices and their product, a row, a column and their entry lit. */
const drawProduct = (svg, { left, right }) => {
  const stage = cellStage(svg);
  const product = left.map((row) => right[0].map((_, column) => sumOf(row.map((one, at) => one * right[at][column]))));
  return ([row, column]) => {
    const ground = stage.clear();
    const parts = [
      [left, (y) => (y === row - 1 ? "cell-row" : "")],
      [right, (_, x) => (x === column - 1 ? "cell-column" : "")],
      [product, (y, x) => (y === row - 1 && x === column - 1 ? "cell-lit" : "")],
    ];
    const tall = Math.max(...parts.map(([rows]) => rows.length)) * CELLS.tall;
    let at = 8;
    parts.forEach(([rows, lit], place) => {
      if (place) draw(ground, "text", { class: "cell", x: at + 8, y: tall / 2 + 6, "text-anchor": "middle" }, place === 1 ? "·" : "=");
      at += place ? 26 : 8;
      const top = (tall - rows.length * CELLS.tall) / 2;
      const [wide, high] = drawCells(ground, rows.map((one) => one.map(cellOf)), lit, [at, top]);
      for (const [x, inward] of [[at - 2, 8], [at + wide + 2, -8]]) draw(ground, "path", { class: "bracket", d: `M${x + inward} ${top + 2}H${x}V${top + high - 2}H${x + inward}` });
      at += wide + 10;
    });
    stage.fit(at + 8, tall);
    const signed = (value) => (value < 0 ? `(${cellOf(value)})` : cellOf(value));
    const terms = left[row - 1].map((one, place) => `${signed(one)} · ${signed(right[place][column - 1])}`);
    return { row: `${row}`, column: `${column}`, work: `${terms.join(" + ")} = ${cellOf(product[row - 1][column - 1])}` };
  };
};

/** A matrix after some times a row was added to another; what stands behind the bar comes along. */
const drawElimination = (svg, { rows, bar }) => {
  const stage = cellStage(svg);
  return ([row, by, of]) => {
    const changed = rows.map((one, index) => (index === row - 1 ? one.map((value, at) => sumOf([value, by * rows[of - 1][at]])) : one));
    const ground = stage.clear();
    const texts = changed.map((one) => one.map(cellOf).flatMap((text, at) => (at === bar ? ["|", text] : [text])));
    const lit = (y) => (y === row - 1 ? "cell-lit" : y === of - 1 ? "cell-near" : "");
    stage.fit(...drawCells(ground, texts, lit));
    const times = by < 0 ? `(${cellOf(by)})` : cellOf(by);
    return { row: `${row}`, of: `${of}`, times, result: texts[row - 1].join("  ") };
  };
};

/** Places at least `gap` apart from each other, each near to where it was, in the order given. */
const spread = (places, gap) => {
  const order = places.map((_, index) => index).sort((one, other) => places[one] - places[other]);
  const moved = [...places];
  for (let at = order.length - 2; at >= 0; at -= 1) moved[order[at]] = Math.min(moved[order[at]], moved[order[at + 1]] - gap);
  return moved;
};

/** How likely each state of a chain is over the steps, a line for each; one step is read. */
const drawChain = (svg, { states, moves, most }) => {
  const empty = lineStage(svg);
  return ([steps, begin, stay]) => {
    const [own] = movedChances([states], [moves[0]], [stay]);
    const way = [states.map((_, index) => (index === begin - 1 ? 1 : 0))];
    const chances = [own, ...moves.slice(1)];
    for (let step = 0; step < most; step += 1) {
      way.push(states.map((_, to) => way[step].reduce((sum, share, from) => sum + share * chances[from][to], 0)));
    }
    const names = spread(way[most].map((share) => -share * (LINES.tall - LINES.floor - LINES.top)), 19);
    const stage = empty();
    const { x, y } = drawAxes(stage, [0, most * 1.22], [0, 1], [null, { base: "", index: "", colour: "" }], true);
    draw(stage, "path", { class: "drop", d: `M${x(steps)} ${y(0)}V${y(1)}` });
    states.forEach((name, state) => {
      const colour = `var(--${STATES[state]})`;
      const places = way.map((shares, step) => [x(step), y(shares[state])].join(" ")).join("L");
      const line = draw(stage, "path", { class: "density", d: `M${places}` });
      line.style.stroke = colour;
      const dot = draw(stage, "circle", { class: "data-point", cx: x(steps), cy: y(way[steps][state]), r: 6.5 });
      dot.style.fill = colour;
      draw(stage, "text", { class: "on-card", x: x(most) + 8, y: y(0) + names[state] + 5 }, name);
    });
    const shares = states.map((name, state) => `${name} ${shown(tidy(way[steps][state]), [], 3)}`);
    return { begin: states[begin - 1], steps: `${steps}`, shares: shares.join(", ") };
  };
};

/** A kernel on a signal, and the result so far: the window, and its entry, are lit. */
const drawConvolution = (svg, { signal, kernel }) => {
  const stage = cellStage(svg);
  const [down, across] = [signal.length - kernel.length + 1, signal[0].length - kernel[0].length + 1];
  const at = (row, column) => kernel.flatMap((line, y) => line.map((weight, x) => [signal[row + y][column + x], weight]));
  const result = Array.from({ length: down }, (_, row) => Array.from({ length: across }, (__, column) => cellOf(sumOf(at(row, column).map(([value, weight]) => value * weight)))));
  return (given) => {
    const [row, column] = given.length > 1 ? given : [1, given[0]];
    const ground = stage.clear();
    const within = (y, x) => y >= row - 1 && y < row - 1 + kernel.length && x >= column - 1 && x < column - 1 + kernel[0].length;
    const parts = [[signal.map((line) => line.map(cellOf)), (y, x) => (within(y, x) ? "cell-row" : "cell-near")],
      [kernel.map((line) => line.map(cellOf)), () => "cell-column"], [result, (y, x) => (y === row - 1 && x === column - 1 ? "cell-lit" : "cell-near")]];
    let [left, top, wide] = [0, 0, 0];
    for (const [rows, lit] of parts) {
      const [w, h] = drawCells(ground, rows, lit, [left, top], signal.length > 1 ? CELLS.wide / 2.4 : CELLS.wide);
      if (signal.length > 1) { left += w + 24; wide = left - 24; } else { top += h + 18; wide = Math.max(wide, w); }
    }
    const tall = signal.length > 1 ? Math.max(...parts.map(([rows]) => rows.length)) * CELLS.tall : top - 18;
    stage.fit(wide, tall);
    const signed = (value) => (value < 0 ? `(${cellOf(value)})` : cellOf(value));
    const work = at(row - 1, column - 1).filter(([, weight]) => weight).map(([value, weight]) => `${signed(weight)} · ${signed(value)}`);
    return { place: signal.length > 1 ? `${row}, ${column}` : `${column}`, work: `${work.join(" + ") || "0"} = ${result[row - 1][column - 1].replace("-", "\u2212")}` };
  };
};
