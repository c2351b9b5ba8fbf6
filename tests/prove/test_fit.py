"""What scenes need of functions, points and counts: each need with a value that meets it, and one that does not."""

from __future__ import annotations

import pytest

from mathora.lesson import NEEDS, Faulty
from mathora.prove import prove_lesson
from mathora.prove.fit.needs import TABLE
from mathora.prove.gate.calculating import STEPS as OF_LINES
from mathora.prove.task import Fit, decided
from mathora.script import read_script, read_signature

SCENE = '''
class Picture(LessonScene):
    """A picture."""

    function: Function
    number: Number = 0
    point: Point | None = None
    held: Point | None = None
    moves: Variable | None = None
    known: tuple[Variable, ...] = ()
    numbers: tuple[Number, ...] = ()
    labels: tuple[Formula, ...] = ()
    way: Formula | None = None
    counts: tuple[Count, ...] = ()
    span: Interval = Interval(-2, 2)
    free: Interval | None = None
    word: Literal["maximum", "minimum", "secant", "tangent"] | None = None
    which: Literal["row", "column", "all"] = "row"
    bell: Flag = False
    texts: tuple[Prose, ...] = ()
    functions: tuple[Function, ...] = ()
    curve: Function | None = None
    points: tuple[Point, ...] = ()
    matrix: AnyMatrix | None = None
    other: AnyMatrix | None = None
    square: PlaneMatrix | None = None
    vector: PlaneVector | None = None
    second: PlaneVector | None = None
    column: Variable | None = None
    data: Variable | None = None
    program: ProgramLines | None = None

    needs: ClassVar = (({at!r}, {need!r}, "a reason"),)

    @action("It is drawn.")
    def draw(self, step: StepView, count: Count = 1) -> None: ...
'''
LESSON = """\
id: picture
title: A picture
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 3}}
model:
  x:
  y:
  z:
  b(x): {{is: x^2, domain: 0 \\le x \\le 1}}
  u:
  r(u): \\frac{{1}}{{u}}
  s(r): r^2
  c(x): {{is: x + 1, domain: 0 \\le x \\le 1}}
  x_i: {{data: [1, 2, 3]}}
  y_i: {{data: [0, 0.5]}}
  z_i: {{data: [1, '10^{{400}}']}}
  k_i: {{data: [1, 0, -1, 0]}}
  l_i: {{data: [0, 1, 0, -1]}}
  h(k): {{is: '\\frac{{1}}{{k^3}}', domain: k \\ge 1}}
  n(x): x
  \\rho: 3
  w(y): y^2
  q(y): 14 (1 - y)^2
  g(x, y): x y
  f: {{is: {function}}}
sections:
  - id: one
    title: One
    scene: Picture
    with: {{{given}}}
    steps:
      - {{do: draw, with: {{count: {count}}}, say: a}}
"""
BOWL, STEPS = "x^2 + 3 y^2", r"\lfloor x \rfloor + y"
P, Q = "point: {x: 1, y: 1}", "point: {x: 0, y: 0}"
LINE = "functions: [g], number: 1"
DATA = "column: x_i, data: x_i"
AMONG = "among_data(function, column, data, span, free, point, curve, held)"
BEST = "among_data(function, column, data, span, free, point, curve)"
ROLLS = "rolls_on(curve, column, data, span, free, point, function, held, number, 9)"
ROLLING = f"{DATA}, point: {{y: 3}}, held: {{y: 3}}, curve: g, number:"
SUMS = "numbers: [1, 0, 2, 0], texts: [a, b]"
BY_ROW = [
    ("function", "variables(2)", BOWL, "", None),
    ("function", "variables(1, 2)", "x", "", None),
    ("function", "variables(2)", "x + y + z", "", "found f(x, y, z), expected a function of two variables"),
    ("function", "bounded()", "b", "", None),
    ("function", "bounded()", "x", "", "found f(x), whose x has no bounded domain"),
    ("function", "somewhere(span)", r"\ln x + y", "", None),
    ("function", "somewhere(span)", r"\sqrt{-1 - x^2}", "", "found f(x), which has no value for x from -2 to 2"),
    ("function", "somewhere(span)", r"\sqrt{10^{-6} - x^2 - y^2}", "", "on less than a hundredth of what is drawn"),
    ("function", "everywhere(span)", "x^2", "", None),
    ("function", "everywhere(span)", r"\frac{1}{x}", "", "found f(x), which has no value at x = 0"),
    ("function", "everywhere(span)", r"\frac{1}{x - \sqrt{2}}", "", "which has no value at x = 1.41421"),
    ("function", "everywhere(span)", r"\lfloor x + 0.3 \rfloor", "", "which has no value at x = "),
    ("function", "everywhere(span)", r"\sin(40 x)", "", None),
    ("function", "varies(span)", r"10^{-9} x", "", None),
    ("function", "varies(span)", "0 x + 5", "", "found f(x), which is 5 everywhere"),
    ("function", "levels_out()", "b", "", None),
    ("function", "levels_out()", "c", "", "no highest or lowest point with a level tangent"),
    ("functions", "varies_on(function, number, span)", BOWL, "functions: [g], number: 2", None),
    ("functions", "varies_on(function, number, span)", r"\frac{1}{x + y}", "functions: [g], number: 2", None),
    (
        "functions",
        "varies_on(function, number, span)",
        "x y - 1",
        "functions: [g]",
        "g, which has the same value wherever f is",
    ),
    ("functions", "varies_on(function, number, span)", "2 x y + 1", "functions: [g], number: 4", "wherever f is 4"),
    ("functions", "peaks_on(word, function, number, span)", BOWL, "functions: [g], number: 2", None),
    ("functions", "peaks_on(word, function, number, span)", "x + y", f"{LINE}, word: maximum", None),
    ("functions", "peaks_on(word, function, number, span)", "x + y", f"{LINE}, word: minimum", "smallest at the edge"),
    ("number", "onward(function, point, function, span, span)", BOWL, f"{P}, number: 0.1", None),
    ("number", "onward(function, point, function, span, span)", BOWL, f"{P}, number: 5", "out of the window"),
    ("number", "onward(function, point, function, span, span)", BOWL, f"{Q}, number: 1", "no direction at (0"),
    ("function", "flows(span, span)", r"\frac{y}{x}", "", None),
    ("function", "flows(span, span)", r"\sqrt{-1 - x^2 - y^2}", "", "found a field with no direction anywhere"),
    ("column", "sighted(data, span, free)", BOWL, DATA, None),
    ("column", "sighted(data, span, free)", BOWL, f"{DATA}, free: [8, 9]", "none of them on the axes"),
    ("function", "divides(column, data, number, free, free)", BOWL, f"{DATA}, number: 5", None),
    ("function", "divides(column, data, number, free, free)", BOWL, f"{DATA}, number: -1", "which goes from 0 to 64"),
    ("number", "inside(span)", "x", "number: 2", None),
    ("number", "inside(free)", "x", "number: 99", None),
    ("number", "inside(span)", "x", "number: 7", "number: found 7, expected a value from -2 to 2"),
    ("point", "inside(span)", BOWL, P, None),
    ("point", "inside(span)", BOWL, "point: {x: 1, y: -3}", "point: found y = -3, expected a value from -2 to 2"),
    ("point", "framed(function, span, free)", BOWL, P, None),
    ("point", "framed(function, span, span)", BOWL, "point: {x: 1, y: -3}", "found y = -3, expected a value from -2"),
    ("functions", "same_variables(function)", "x", "functions: [n]", None),
    ("functions", "same_variables(function)", "x", "functions: [w]", "found w(y), expected a function of x like f(x)"),
    ("number", "within(function)", "b", "number: 0.5", None),
    ("number", "within(function, moves)", "2 y + b(x)", "number: 9, moves: y", None),
    ("number", "within(function, moves, held)", "2 y + b(x)", "number: 9, held: {y: 1}", None),
    (
        "number",
        "within(function, moves, held)",
        "b",
        "number: 9, held: {x: 1}",
        "found 9, expected a value from 0 to 1",
    ),
    ("number", "within(function)", "b", "number: -0.5", "found -0.5, expected a value from 0 to 1, the domain of b"),
    ("point", "coordinates(function)", BOWL, P, None),
    ("point", "coordinates(function)", BOWL, "point: {x: 1}", "found values for x, expected one for each of"),
    ("point", "coordinates(function)", BOWL, "point: {x: 1, y: 1, z: 1}", "found values for x, y, z"),
    ("point", "freezes(function, moves)", BOWL, "point: {y: 1}, moves: x", None),
    ("point", "freezes(function, moves)", BOWL, "point: {x: 1}, moves: x", "expected one for y"),
    ("point", "freezes(function, moves)", BOWL, "point: {x: 1, y: 1}, moves: x", "for x, y, expected one for y"),
    ("way", "names_value(number)", BOWL, r"number: 2, way: '\sqrt{4}'", None),
    ("way", "names_value(number)", BOWL, r"number: 2, way: u", None),
    ("way", "names_value(number)", BOWL, "number: '\\sqrt{2}', way: '1.41'", None),
    ("way", "names_value(number)", BOWL, "number: '\\sqrt{2}', way: '1.42'", "found a label whose value is 1.42"),
    ("way", "names_value(number)", BOWL, r"number: 2, way: \pi", "found a label whose value is 3.14159, expected 2"),
    ("moves", "of(function)", BOWL, "moves: x", None),
    ("moves", "of(function)", BOWL, "moves: z", "moves: found z, expected one of x, y"),
    ("moves", "among(known)", BOWL, "moves: x, known: [x, z]", None),
    ("moves", "among(known)", BOWL, "moves: y, known: [x, z]", "moves: found y, expected one of x, z"),
    ("point", "value(function)", BOWL, P, None),
    ("point", "value(function)", r"y + \frac{1}{x}", Q, "found y = 0, x = 0, where f has no value"),
    ("number", "value(function)", r"\ln x", "number: -1", "found x = -1, where f has no value"),
    ("number", "value(function, moves, held)", r"\ln x + y", "number: 1, moves: x, held: {y: 1}", None),
    ("number", "slope(function, moves, held)", STEPS, "number: 1.5, moves: x, held: {y: 1}", None),
    ("number", "slope(function, moves, held)", STEPS, "number: 1, moves: x, held: {y: 1}", "has no slope along x"),
    ("number", "slope(function, moves, held)", STEPS, "number: 1, moves: y, held: {x: 1}", None),
    ("number", "slope(function)", r"\sqrt{x}", "number: 0", "f has no slope along x"),
    ("number", "slope(function)", r"\left|x\right|", "number: 0", "found x = 0, where f has no slope along x"),
    ("number", "slope(function)", r"10^9 x^2", "number: 1", None),
    ("number", "slope(function)", r"10^{-9} x^2", "number: 1", None),
    ("number", "slope(function)", r"100000 + x^2", "number: 1", None),
    ("number", "slope(function)", r"e^{20 x}", "number: 1", None),
    ("number", "slope(function)", r"\sin(50 x)", "number: 1", None),
    ("point", "slope(function)", r"\max(x, y)", P, "where f has no slope along x"),
    ("number", "positive()", "x", "number: 0.1", None),
    ("number", "positive()", "x", "number: -1", "found -1, expected a number above zero"),
    ("point", "steep(function)", BOWL, P, None),
    ("point", "steep(function)", BOWL, Q, "where the gradient of f is zero"),
    ("point", "discernible(function, span)", BOWL, "point: {x: 0.01, y: 0}", None),
    ("point", "discernible(function, span)", BOWL, Q, None),
    ("point", "discernible(function, span)", BOWL, "point: {x: 0.00001, y: 0}", "too small beside others to be seen"),
    ("point", "discernible(function, span)", "10^{-9} (x^2 + y)", P, None),
    ("way", "heads(function, point)", BOWL, P + r", way: \nabla f", None),
    ("way", "heads(function, point)", BOWL, P + ", way: '(-6 y, 2 x)'", None),
    ("way", "heads(function, point)", BOWL, Q + r", way: -\nabla f", "found (-0, -0) at that point"),
    ("way", "heads(function, point)", BOWL, P + ", way: x", "this is no vector of 2 components"),
    ("way", "heads(function, point)", BOWL, P + ", way: '(x, z)'", "this hangs on z, too"),
    ("number", "reached(function, span)", BOWL, "number: 3", None),
    ("number", "reached(function, span)", BOWL, "number: 100", "found 100, but f goes from 0 to 16"),
    ("numbers", "even()", BOWL, "numbers: [1, 5, 3]", None),
    ("numbers", "even()", BOWL, "numbers: [1, 2, 4]", "found 1, 2, 4, with unequal steps"),
    ("labels", "fewer(counts)", BOWL, "labels: [f], counts: [2, 3]", None),
    ("labels", "fewer(counts)", BOWL, "labels: [f, f], counts: [2, 3]", "found 2 of them, expected at most 1"),
    ("counts", "joins(6)", BOWL, "counts: [2, 3]", None),
    ("counts", "joins(6)", BOWL, "counts: [2, 3, 1]", "found layers that 9 edges join, expected at most 6"),
    ("counts", "line_of(program)", BOWL, "counts: [1, 1], program: a = 1", None),
    ("counts", "line_of(program)", BOWL, "counts: [1, 2], program: a = 1", "found line 2 of a program of 1 lines"),
    ("draw.count", "at_least(9)", BOWL, "", None),
    ("draw.count", "at_least(12)", BOWL, "", "found 9, expected at least the 12 that stand there"),
    ("numbers", "shorter(number)", BOWL, "number: -1, numbers: [1, 0.5]", None),
    ("numbers", "shorter(number)", BOWL, "number: 1, numbers: [-2]", "found -2, expected no more than the 1 that is"),
    ("point", "on_axes(span, free)", BOWL, P, None),
    ("point", "on_axes(span, free)", BOWL, f"{P}, free: [0, 0.5]", "found 1, expected a value from 0 to 0.5"),
    ("function", "of_box(number)", "x (6 - 2x)^2 / 10", "number: 6", None),
    ("function", "of_box(number)", "(x - 2)^2 + 1", "number: 6", None),
    ("function", "of_box(number)", "x (5 - 2x)^2", "number: 6", "found f(0.375) = 6.77344, where the box holds"),
    ("draw.count", "beyond(counts)", BOWL, "counts: [2, 3]", None),
    ("draw.count", "beyond(counts)", BOWL, "counts: [3, 3]", "found 9, expected more than the 9 edges"),
    ("number", "inside(-2 to 2)", BOWL, "number: -3", "found -3, expected a value from -2 to 2"),
    ("number", "laddered(numbers, number so far)", BOWL, "number: 5, numbers: [1, 3]", None),
    ("number", "laddered(numbers, number so far)", BOWL, "number: 5, numbers: [1, 2]", None),
    ("number", "laddered(numbers, numbers)", BOWL, "number: 5, numbers: [1, 2, 4]", "with unequal steps"),
    ("numbers", "distinct()", BOWL, "numbers: [1, 5, 3]", None),
    ("numbers", "distinct()", BOWL, "numbers: [1, 5, 1]", "found 1 twice, expected different ones"),
    ("functions", "distinct()", BOWL, "functions: [f, g]", None),
    ("functions", "distinct()", BOWL, "functions: [f, g, f]", "found f twice"),
    ("functions", "distinct(function)", BOWL, "functions: [g]", None),
    ("functions", "distinct(function)", BOWL, "functions: [g, f]", "found f twice"),
    ("function", "settled(held)", BOWL, "held: {y: 1}", None),
    ("function", "settled(held)", BOWL, "", "found f(x, y) without a number for y"),
    ("function", "settled(held)", BOWL, "held: {x: 1, y: 1}", "with a number for x, along which it is drawn"),
    ("moves", "parameter(function)", BOWL, "moves: y", None),
    ("moves", "parameter(function)", BOWL, "moves: x", "found x, expected one of y"),
    ("function", "nonnegative(held, span)", BOWL, "held: {y: 1}", None),
    ("function", "nonnegative(held, span)", "x + y", "held: {y: 1}", "found f(x, y), which is -1 somewhere"),
    ("function", "one_free(held)", BOWL, "held: {y: 1}", None),
    ("function", "one_free(held)", BOWL, "", "found f(x, y) with 2 variables that may change, expected 1"),
    ("number", "on_curve(function, held)", r"\ln x + y", "number: 1, held: {y: 1}", None),
    ("number", "on_curve(function, held)", r"\ln x + y", "number: -1, held: {y: 1}", "found x = -1, y = 1, where f"),
    ("number", "touches(function, held)", r"\left|x\right| + y", "number: 1, held: {y: 1}", None),
    ("number", "touches(function, held)", r"\left|x\right| + y", "number: 0, held: {y: 1}", "f has no slope along x"),
    ("number", "follows(function, word, held)", r"\left|x\right|", "number: 0, word: secant", None),
    ("number", "follows(function, word, held)", r"\left|x\right|", "number: 1, word: tangent", None),
    ("number", "follows(function, word, held)", r"\left|x\right|", "number: 0, word: tangent", "f has no slope"),
    ("function", "computes(point)", "s", "point: {u: 2}", None),
    ("function", "computes(point)", "s", "point: {x: 1}", "found no number for u, expected one for each input"),
    ("function", "computes(point)", "s", "point: {u: 0}", "found u = 0, where r has no value or no slope"),
    ("function", "in_a_row()", "s", "", None),
    ("function", "in_a_row()", BOWL, "", "expected steps of one variable"),
    ("number", "carries(function, point)", "s", "number: 1, point: {u: 2}", None),
    ("number", "carries(function, point)", "s", "number: -2, point: {u: 2}", "found u = 0, where r has no value"),
    ("number", "carries(function, point)", r"\frac{1}{x - 1}", "number: -2, point: {x: 2}", "found x = 1, where f"),
    ("point", "adds_up(function, point)", "x + y", "point: {x: 1, y: 1}", None),
    ("point", "adds_up(function, point)", "x y", "point: {x: 1, y: 1}", "found that f changes by 3, where what"),
    ("point", "adds_up(function, point)", r"\sqrt{5 - x y}", "point: {x: 2, y: 2}", "found x = 4, y = 4, where f"),
    ("point", "inputs(function)", "s", "point: {u: 0}", None),
    ("point", "inputs(function)", "s", "point: {x: 0}", "found x, expected inputs: u"),
    ("moves", "used(function)", "s", "moves: u", None),
    ("moves", "used(function)", "s", "moves: x", "found x, expected one of u, r"),
    ("draw.count", "position(numbers, texts)", BOWL, "numbers: [1, 2, 3], texts: [a, b, c]", None),
    ("draw.count", "position(numbers)", BOWL, "numbers: [1, 2]", "found 9, expected at most 2"),
    ("texts", "levels(uses, numbers, points)", BOWL, "texts: [a]", None),
    ("texts", "levels(2, numbers, points)", BOWL, "texts: [a]", "found this action 2 times, expected 1"),
    ("draw.function", "runs(uses, numbers, functions, points)", BOWL, "numbers: [1]", None),
    ("draw.function", "runs(uses, numbers, functions, points)", BOWL, "", "found this action 1 times, expected 0"),
    ("numbers", "as_many_items(texts)", BOWL, "numbers: [1, 2], texts: [a, b]", None),
    ("numbers", "as_many_items(texts)", BOWL, "numbers: [1, 2], texts: [a]", "found 2 of them, expected 1"),
    ("numbers", "without(functions)", BOWL, "numbers: [1]", None),
    ("numbers", "without(functions)", BOWL, "numbers: [1], functions: [b]", "found both, expected one of them"),
    ("draw.count", "without(counts)", BOWL, "", None),
    ("draw.count", "without(counts)", BOWL, "counts: [1]", "found both, expected one of them"),
    ("functions", "same_variable()", BOWL, "functions: [b, c]", None),
    ("functions", "same_variable()", BOWL, "functions: [b, r]", "expected functions of one and the same variable"),
    ("point", "two()", BOWL, P, None),
    ("point", "two()", BOWL, "point: {x: 1}", "found 1 coordinates, expected two"),
    ("number", "nonzero()", BOWL, "number: 2", None),
    ("number", "nonzero()", BOWL, "number: 0", "found 0, expected another number"),
    ("point", "nonzero()", BOWL, P, None),
    ("point", "nonzero()", BOWL, "point: {x: 1, y: 0}", "found 0, expected another number"),
    ("number", "plain_fraction()", BOWL, r"number: '\frac{1}{3}'", None),
    ("matrix", "fractions()", BOWL, "matrix: [[0.25, '\\frac13'], [3, 4]]", None),
    ("matrix", "fractions()", BOWL, "matrix: [[1, '\\sqrt2'], [3, 4]]", "found 1.41421…, expected entries that are"),
    ("number", "plain_fraction()", BOWL, "number: 0.000000001", "found 1e-09, expected a fraction"),
    ("draw.count", "other_than(8)", BOWL, "", None),
    ("draw.count", "other_than(9)", BOWL, "", "found 9 twice, expected two different ones"),
    ("counts", "shares(numbers, 1, which, texts)", BOWL, "counts: [2], numbers: [0, 0, 0, 1], texts: [a, b]", None),
    ("counts", "shares(numbers, 1, which, texts)", BOWL, "counts: [1], numbers: [0, 0, 1], texts: [a, b]", "row 1, w"),
    ("counts", "shares(numbers, 2, which, texts)", BOWL, f"counts: [1], {SUMS}, which: column", "column 2, whose"),
    ("counts", "shares(numbers, 1, which, texts)", BOWL, f"counts: [1], {SUMS}, which: all", None),
    ("draw.count", "left(counts, labels, labels)", BOWL, "counts: [2, 9], labels: [0, 1]", None),
    ("draw.count", "left(counts, labels, labels)", BOWL, "counts: [1, 9], labels: [0, 1]", "leaves 1, 9, whose"),
    (
        "draw.count",
        "left(counts, labels, labels)",
        BOWL,
        "counts: [2], labels: [0, 1]",
        "found leaf 9, which is none of",
    ),
    ("texts", "paired(numbers)", BOWL, "texts: [a, b], numbers: [1, 2]", None),
    ("texts", "paired(numbers)", BOWL, "texts: [a, b]", "found 2 of them, and nothing that belongs to them"),
    ("texts", "numbered(numbers)", BOWL, "texts: [a, b], numbers: [1, 2]", None),
    ("texts", "numbered(numbers, function)", BOWL, "texts: [a, b]", None),
    ("texts", "numbered(numbers)", BOWL, "texts: [a, b]", "found 2 outcomes with a name and no number"),
    ("numbers", "spread_out(bell)", BOWL, "numbers: [0, 0.5, 0.5], bell: true", None),
    ("numbers", "spread_out(bell)", BOWL, "numbers: [0, 1], bell: true", "found one outcome that is sure"),
    ("matrix", "size(3, other)", BOWL, "matrix: [[1, 2], [3, 4]], other: [5, 6]", None),
    ("matrix", "size(2, other)", BOWL, "matrix: [[1, 2], [3, 4]], other: [5, 6]", "found 2 rows of 3 numbers"),
    ("other", "as_many_rows(matrix)", BOWL, "matrix: [[1, 2], [3, 4]], other: [5, 6]", None),
    (
        "other",
        "as_many_rows(matrix)",
        BOWL,
        "matrix: [[1, 2], [3, 4]], other: [5, 6, 7]",
        "found 3 rows beside a matrix of 2",
    ),
    ("matrix", "multiplies(other)", BOWL, "matrix: [[1, 2]], other: [5, 6]", None),
    ("matrix", "multiplies(other)", BOWL, "matrix: [[1, 2]], other: [5, 6, 7]", "found 1 by 2 times 3 by 1"),
    ("counts", "row_of(other)", BOWL, "counts: [2], other: [5, 6]", None),
    ("draw.count", "row_of(other)", BOWL, "other: [5, 6]", "found row 9, where the matrix has 2"),
    ("counts", "column_of(other)", BOWL, "counts: [2], other: [[5, 6]]", None),
    ("draw.count", "column_of(other)", BOWL, "other: [5, 6]", "found column 9, where the matrix has 1"),
    ("matrix", "chances(word)", BOWL, "matrix: [[0.5, 0.5], [0, 1]]", None),
    ("matrix", "chances(word)", BOWL, "matrix: [[0.5, 0.6], [0, 1]]", "row 1 with 0.5, 0.6, which add up to 1.1"),
    ("matrix", "chances(word)", BOWL, "matrix: [[0.9, 0.5], [0.1, 0.5]]", "the columns have them: write 'by: columns'"),
    ("other", "chances()", BOWL, "other: [2, -1]", "found column 1 with 2, -1"),
    ("texts", "names_rows(matrix)", BOWL, "texts: [a, b], matrix: [[1, 2], [3, 4]]", None),
    ("texts", "names_rows(matrix)", BOWL, "texts: [a], matrix: [[1, 2], [3, 4]]", "found 1 names for a matrix of 2"),
    ("matrix", "settles_down(word, other)", BOWL, "matrix: [[0.5, 0.5], [0, 1]]", None),
    ("matrix", "settles_down(word, other)", BOWL, "matrix: [[0, 1], [1, 0]], other: [0.5, 0.5]", None),
    ("matrix", "settles_down(word, other)", BOWL, "matrix: [[0, 1], [1, 0]]", "still changes from step to step"),
    ("matrix", "ways(2, 1)", BOWL, "matrix: [[0, 1], [1, 0]]", None),
    ("matrix", "ways(1, 2)", BOWL, "matrix: [[0.5, 0.5], [1, 0]]", None),
    ("matrix", "ways(1, 1)", BOWL, "matrix: [[0.5, 0.5], [1, 0]]", "found 2 arrows between 2 states"),
    ("other", "slides_in(matrix)", BOWL, "matrix: [[1, 2], [3, 4]], other: [[1, 2]]", None),
    ("other", "slides_in(matrix)", BOWL, "matrix: [[1, 2], [3, 4]], other: [1, 2, 3]", "found a kernel of 3 by 1"),
    ("counts", "place_in(matrix, other, 1)", BOWL, "counts: [2], matrix: [1, 2, 3], other: [1, 2]", None),
    ("counts", "place_in(matrix, other, 0)", BOWL, "counts: [2], matrix: [1, 2], other: [1, 2]", "expected at most 1"),
    ("column", "spreads(data)", BOWL, "column: x_i, data: x_i", None),
    ("column", "spreads(data)", BOWL, "column: k_i, data: l_i", "spread equally in all directions"),
    ("vector", "direction()", BOWL, "vector: [1, 0]", None),
    ("vector", "direction()", BOWL, "vector: [0, 0]", "found the zero vector"),
    ("vector", "basis(second)", BOWL, "vector: [1, 1], second: [1, 2]", None),
    ("vector", "basis(second)", BOWL, "vector: [1, 1], second: [2, 2]", "found two vectors on one line"),
    ("square", "keeps_lines()", BOWL, "square: [[2, 1], [1, 2]]", None),
    ("square", "keeps_lines()", BOWL, "square: [[1, 1], [0, 1]]", None),
    ("square", "keeps_lines()", BOWL, "square: [[0, -1], [1, 0]]", "found a matrix that turns every line"),
    ("square", "keeps_lines()", BOWL, "square: [[3, 0], [0, 3]]", "found a matrix that keeps every line"),
    ("number", "form_value(square)", BOWL, "number: 1, square: [[1, 0], [0, 1]]", None),
    ("number", "form_value(square)", BOWL, "number: -1, square: [[1, 0], [0, 1]]", "found -1, which the"),
    ("column", "data()", BOWL, "column: x_i", None),
    ("column", "data()", BOWL, "column: x", "found x, which has no data"),
    ("column", "data()", BOWL, "column: z_i", "found z_i, of which number 2 is beyond ±10¹²"),
    ("held", AMONG, "x y", f"{DATA}, point: {{y: 1}}, held: {{y: 1}}", None),
    ("held", AMONG, "x y", f"{DATA}, point: {{y: 1}}, held: {{y: 9}}", "found a curve that is at 9 over the point"),
    ("point", BEST, "x y", f"{DATA}, {P}, curve: q, free: [0, 9]", None),
    ("point", BEST, "x y", f"{DATA}, {P}, curve: q, free: [0, 2]", "found a curve that is at 3 over the point at 3, "),
    ("draw.count", ROLLS, "y^2", f"{ROLLING} 0.1, free: [0, 9]", None),
    ("draw.count", ROLLS, "y^2", f"{ROLLING} 1.5, free: [0, 9]", "of size 1.5, of which step 1 leaves the picture"),
    ("draw.count", ROLLS, "y^2", f"{ROLLING} 0.1, free: [2, 9]", "step 2 leads to a curve that is at 1.92 over the"),
    ("functions", "of_squares(function, column, data, point)", "x y", f"{DATA}, {P}, functions: [q]", None),
    ("functions", "of_squares(function, column, data, point)", "x y", f"{DATA}, {P}, functions: [w]", "is no multiple"),
    ("column", "as_many(data)", BOWL, "column: x_i, data: x_i", None),
    ("column", "as_many(data)", BOWL, "column: x_i, data: y_i", "found 3 numbers of x_i and 2 of y_i"),
    ("column", "groups()", BOWL, "column: x_i", None),
    ("column", "groups(2)", BOWL, "column: x_i", "found the group 2, expected whole numbers from 0 to 1"),
    ("column", "groups()", BOWL, "column: y_i", "found the group 0.5, expected whole numbers from 0 to 5"),
    ("function", "has_parameters()", BOWL, "", None),
    ("function", "has_parameters()", "x", "", "found f(x), expected parameters behind it"),
    ("point", "parameters(function)", BOWL, "point: {y: 1}", None),
    ("point", "parameters(function)", BOWL, "point: {x: 1}", "found x, expected parameters of f: y"),
    ("functions", "of_parameters(function)", BOWL, "functions: [w]", None),
    ("function", "of_parameters(function)", BOWL, "", "expected a function of y, in this order"),
    ("point", "fits(function, column)", r"\frac{1}{x} + y", "point: {y: 1}, column: x_i", None),
    ("point", "fits(function, column)", r"\frac{1}{x} + y", "point: {y: 1}, column: y_i", "found data at 0, where f"),
    ("function", "crosses(span, held)", "x + y", "held: {y: 1}", None),
    ("function", "crosses(span, held)", "x^2 + y", "held: {y: 1}", "which has no zero from -2 to 2"),
    ("function", "turns(word, span, held)", "x^2 + y", "held: {y: 1}, word: minimum", None),
    ("function", "turns(word, span, held)", "x^2 + y", "held: {y: 1}, word: maximum", "has no maximum from -2 to 2"),
    ("function", "one_way(free)", "x^3", "", None),
    ("function", "one_way(free)", "x^2", "", "which has a value at two places from -2 to 2"),
    ("number", r"called(the \eta)", BOWL, "number: 0.5", None),
    ("number", r"called(the \rho)", BOWL, r"number: 3, numbers: ['\rho']", None),
    ("number", r"called(the \rho)", BOWL, "number: 0.5", None),  # no picture of the section has another
    ("number", r"called(the \rho)", BOWL, r"number: 0.5, numbers: ['\rho']", "as \\rho, where the model says 3"),
    ("number", r"called(the \rho)", r"\rho x^2 + y", "number: 0.5", "as \\rho, where the model says 3"),
    ("number", r"own_letter(the \rho)", BOWL, "number: 0.5", None),
    ("number", r"own_letter(the \rho)", r"\rho x^2 + y", "number: 3", "found \\rho, which the model says is 3"),
    ("span", "reaches_over(1)", BOWL, "span: [0, 1]", None),
    ("span", "reaches_over(1)", BOWL, "span: [0.2, 0.6]", "found 0.2 to 0.6, expected ends that are at least 1 apart"),
    ("number", "from_to(0 to 1)", "x", "number: 1", None),
    (
        "number",
        "from_to(0 to 1)",
        "x",
        "number: 2",
        "found 2, expected a value from 0 to 1 [does-not-fit] a reason: choose",
    ),
    ("free", "from_to(0 to 100)", "x", "free: [50, 150]", "found 150, expected a value from 0 to 100 [does-not-fit]"),
    ("labels", "term()", "x", r"labels: ['\frac12', x]", None),
    ("labels", "term()", "x", r"labels: ['\frac12 = 0.5', x]", r"found \frac{1}{2} = 0.5, which claims something"),
    ("number", "some_outcome(numbers, numbers, curve)", "x", "number: 3, numbers: [1, 3]", None),
    (
        "number",
        "some_outcome(numbers, numbers, curve)",
        "x",
        "number: 2, numbers: [1, 3]",
        "found 2, where there is no outc",
    ),
    ("free", "some_outcome(numbers, numbers, curve)", "x", "free: [4, 5], numbers: [1, 3]", "found from 4 to 5, where"),
    ("number", "some_outcome(numbers, numbers, curve, span, number)", "x", "number: 2, numbers: [1, 3]", None),
    ("number", "some_outcome(numbers, numbers, curve, span, number)", "x", "number: 4, numbers: [1, 3]", "there is no"),
    ("number", "some_outcome(numbers, numbers, function, free)", "b", "number: 1", None),
    (
        "number",
        "some_outcome(numbers, numbers, function, free)",
        "b",
        "number: 0.5",
        "found 0.5, where there is no outcome",
    ),
    ("function", "stretches(free)", "b", "free: [0, 1]", None),
    (
        "function",
        "stretches(free)",
        "b",
        "free: [0, 5]",
        "found a stretch from 0 to 5, expected one inside the domain of b",
    ),
    ("function", "stretches(free)", r"\frac{1}{x}", "free: [1, 2]", None),
    ("function", "stretches(free)", r"\frac{1}{x}", "free: [-1, 2]", "which is not bounded or has no value somewhere"),
    ("moves", "held_by(held)", BOWL, "moves: y, held: {y: 1}", None),
    ("moves", "held_by(held)", BOWL, "moves: x, held: {y: 1}", "found x, expected one of y"),
    ("held", "holds(all functions)", BOWL, "functions: [r], held: {x: 1}", None),
    ("held", "holds(all functions)", BOWL, "held: {x: 1, z: 2}", "found z = 2, but f has no such variable"),
    ("counts", "still_open(draw since draw, 0)", BOWL, "", None),
    ("number", "counts_degrees()", BOWL, "number: 45", None),
    ("number", "counts_degrees()", BOWL, r"number: 45^\circ", r"found 45^\circ, expected degrees without their sign"),
    ("span", "in_sight(function)", r"\frac{1}{\sqrt{2\pi}} e^{-x^2/2}", "span: [2, 4]", None),
    ("span", "in_sight(function)", r"\frac{1}{\sqrt{2\pi}} e^{-x^2/2}", "span: [99, 200]", "next to nothing of f is"),
    ("counts", "still_open(2, 1)", BOWL, "counts: [1]", "found one that has been answered"),
    ("functions", "defined_at(numbers)", BOWL, "functions: [r], numbers: [1]", None),
    ("functions", "defined_at(numbers)", BOWL, "functions: [r], numbers: [1, 0]", "found r, which has no value at 0"),
    ("function", "outcomes(free, held)", "b", "", None),
    ("function", "outcomes(free, held)", "x", "free: [-1, 3]", "found f, which has -1 at -1; expected probabilities"),
    ("number", "band(number, span)", BOWL, "number: 1", None),
    ("number", "band(number, span)", BOWL, "number: 3", "found 3 and 3 to each side"),
    ("function", "terms(2, span)", "n", "", None),
    ("function", "terms(3, span)", "n", "", "found n(3) = 3, expected terms from -2 to 2"),
    ("draw.count", "iterates(function, point, numbers, functions, points)", BOWL, f"{P}, numbers: [0.1]", None),
    ("draw.count", "iterates(function, point, numbers, functions, points)", BOWL, f"{P}, numbers: [50]", "which step"),
    ("free", "shows(function, span)", "x^2", "free: [0, 1]", None),
    ("free", "shows(function, span)", "x^2", "free: [50, 51]", "where less than a hundredth of f from -2 to 2 lies"),
    ("number", "approached(function, number)", "x", "number: 1", None),
    ("number", "approached(function, number)", "x + 1", "number: 1", "found 1, where the curve comes to 2 and 2"),
    ("number", "anchored(numbers)", BOWL, "number: 1, numbers: [1]", None),
    ("number", "anchored(numbers)", BOWL, "number: 1, numbers: []", "found a band without a middle"),
    ("number", "lands(span, numbers)", BOWL, "number: 1, numbers: [1]", None),
    ("number", "lands(span, numbers)", BOWL, "number: 3, numbers: [3]", "found a hop to 3, expected one that lands"),
    ("point", "off_edge(span)", BOWL, P, None),
    ("point", "off_edge(span)", BOWL, "point: {x: 2, y: 1}", "found x = 2, expected a value inside of -2 to 2"),
    ("function", "seen(span)", "x", "", None),
    ("function", "seen(span)", r"\sqrt{-1 - x^2}", "", "found f, which has no values from -2 to 2"),
    ("function", "stands(number)", r"\frac{1}{x}", "number: 1", None),
    ("function", "stands(number)", r"\frac{1}{x}", "", "found x = 0, where f has no value"),
    ("function", "touched(number)", r"\left|x\right|", "number: 1", None),
    ("function", "touched(number)", r"\left|x\right|", "", "found x = 0, where f has no slope"),
    ("number", "reaches(function, number)", r"\ln x", "number: 1", None),
    ("number", "reaches(function, number)", r"\ln x", "number: -1", "a line from -1 to -2, where f does not have two"),
    ("draw.count", "newtons(function, 3, number)", "x^2 - 1", "number: 3", None),
    ("draw.count", "newtons(function, 3, number)", "x^2 - 1", "", "of which step 1, from 0, leads nowhere on f"),
    ("draw.count", "expands(function, number)", "x^9", "number: 1", None),
    ("draw.count", "expands(function, number)", r"\left|x\right|", "", "x = 0, where f has no derivative of order 1"),
    ("number", "swept(function, free)", "x", "number: 2, free: [0, 1]", None),
    ("number", "swept(function, free)", "x", "free: [0, 1]", "found 0, where the area begins"),
    ("functions", "meets(function, span)", "x^2", "functions: [n]", None),
    ("functions", "encloses(function, free)", r"\frac{1}{x}", "functions: [n], free: [1, 2]", None),
    ("functions", "encloses(function, free)", r"\frac{1}{x}", "functions: [n], free: [-1, 2]", "which is not bounded"),
    ("functions", "encloses(function, free)", r"\frac{1}{x}", "functions: [n]", "which is not bounded"),
    ("functions", "meets(function, span)", "x^2 + 9", "functions: [n]", "which have the same value nowhere"),
    ("number", "beside(function, number)", "x", "number: 1", None),
    ("number", "beside(function, number)", r"\frac{1}{x}", "number: 1", "which leads to 0, where f has no value"),
    ("number", "kept(function, number, span)", "x", "number: 1", None),
    ("number", "kept(function, number, span)", r"\lfloor x \rfloor", "number: 1", "come to no height, or to two"),
    ("function", "indexed(1, 3)", "x", "", None),
    ("function", "indexed(1, 3)", r"\frac{1}{x - 2}", "", "has no value, or one too large to draw, at 2"),
    ("function", "along_with(function, span)", "x", "", None),
    ("function", "along_with(function, span)", r"\sqrt{-1 - x^2}", "", "which have no values together from -2 to 2"),
    ("function", "along_with(function, span)", r"\sqrt{10^{-6} - x^2}", "", "values together on less than a hundredth"),
    ("function", "leads_on(function, span)", "x", "", None),
    ("function", "leads_on(function, span)", "0 x + 5", "", "found f and f, which stay at one place from -2 to 2"),
    ("function", "either(function, function)", "x", "", None),
    ("functions", "either(function, function)", "x", "functions: [n]", "found n, expected f or f"),
    ("function", "area_of_one(held, free)", r"\frac{1}{\sqrt{2 \pi}} e^{-\frac{x^2}{2}}", "", None),
    ("function", "area_of_one(held, free)", "b", "", "found b, under which the area is 0.333333"),
    ("function", "moment(1)", r"\frac{1}{\sqrt{2 \pi}} e^{-\frac{x^2}{2}}", "", None),
    ("function", "moment(1)", r"\frac{1}{\pi (1 + x^2)}", "", "found f, which has no mean: its tails add ever more"),
    ("function", "balances(1, held, free)", r"\frac{1}{2^x}", "free: [1, 30]", None),
    ("function", "balances(1)", "h", "", None),
    ("function", "balances(2)", "h", "", "found h, which has no deviation that can be shown: outcomes far out"),
    ("function", "lowest(point)", BOWL, P, None),
    ("function", "lowest(point)", "x^2 + 0 y", P, "found f, which from x = 1, y = 1 leads to no place that alone"),
    ("function", "lowest(point)", "(x + y)^2", P, "leads to no place that alone is lowest"),
    ("function", "seen(span)", "10^{200} x", "", "which has values as large as 2.32e+200"),
    ("function", "sum_of_one(span)", r"0 x + \frac{1}{5}", "", None),
    ("function", "sum_of_one(span)", "x^2", "", "found f, whose values add up to 10"),
    (
        "function",
        "sum_of_one(free)",
        r"\frac{1}{2^{x + 1}}",
        "free: [0, 3]",
        "up to 0.9375; from 0 to 13 they add up to 1",
    ),
    ("function", "sum_of_one(free)", r"\frac{1}{2^{x + 1}}", "free: [0, 13]", None),
    (
        "function",
        "sum_of_one(free)",
        r"\frac{1}{2^{x + 1}}",
        "free: [2, 30]",
        "up to 0.25; from 0 to 13 they add up to 1",
    ),
    ("function", "settles(free)", r"\frac{1}{x}", "", None),
    ("function", "settles(free)", "x^2", "", "which has no pole from -2 to 2 and comes to no line far out"),
    ("point", "goes_on(function, point)", "s", "point: {u: 2}", None),
    ("point", "goes_on(function, point)", "s", "point: {u: 0}", "found u = 0, where r has no value or no slope"),
    ("draw.count", "descends(function, point, number, count, span)", BOWL, f"{P}, number: 0.1", None),
    ("draw.count", "descends(function, point, number, count, span)", BOWL, f"{P}, number: 2", "step 3 leads to where"),
]


def told(at: str, need: str, function: str, given: str, count: int = 9) -> list[str]:
    signature = read_signature(SCENE.format(at=at, need=need), "picture.py")
    name = function if function in {"b", "c", "s", "n", "h"} else "f"
    values = f"function: {name}, {given}".removesuffix(", ")
    source = LESSON.format(function="1" if name != "f" else f"'{function}'", given=values, count=count)
    try:
        prove_lesson(read_script(source, "picture.yaml", {"Picture": signature}), decided)
    except Faulty as faulty:
        return [f"{fault.message} [{fault.rule}] {fault.hint}" for fault in faulty.faults]
    return []


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), BY_ROW)
def test_what_a_scene_needs_is_met_or_told_with_what_was_found_and_what_is_expected(at, need, function, given, said):
    found = told(at, need, function, given)
    assert len(found) == (said is not None)
    for message in found:
        assert said in message
        assert message.partition("[")[2].startswith("does-not-fit] a reason: ")


def test_every_need_is_computed_and_tried_both_ways():
    assert set(TABLE) | set(OF_LINES) == set(NEEDS)  # what steps of a calculation need has tests of its own
    known = set(TABLE) - {"given"}
    for verdict in (True, False):
        assert {need.partition("(")[0] for _, need, _, _, said in BY_ROW if (said is None) is verdict} == known


def test_a_value_that_cannot_be_read_is_told_once_and_nothing_is_needed_of_it():
    assert [one.partition("[")[2][:12] for one in told("number", "inside(span)", "x", "number: x")] == ["not-a-number"]


@pytest.mark.parametrize(
    ("at", "need", "given"),
    [
        ("labels", "fewer(counts)", "labels: [t, x], counts: [3, 1]"),
        ("function", "seen(span, held)", "held: {y: t}"),
        ("numbers", "distinct()", "numbers: [t, 1]"),
    ],
)
def test_nor_of_a_list_or_a_point_with_such_a_value_in_it(at, need, given):
    (one,) = told(at, need, "x", given)
    assert one.startswith("unknown name t")


def test_all_needs_of_a_section_are_one_question_while_they_are_met():
    asked = []

    def decide(task):
        asked.append(task)
        return decided(task)

    signature = read_signature(SCENE.format(at="number", need="inside(span)"), "picture.py")
    source = LESSON.format(function="x", given="function: f, number: 1", count=1)
    prove_lesson(read_script(source, "picture.yaml", {"Picture": signature}), decide)
    (fit,) = [task for task in asked if isinstance(task, Fit)]
    assert len(fit.needs) == 1
