"""A small scene and a lesson for it, in which one need is met or not."""

from __future__ import annotations

from collections.abc import Iterable

from mathora.lesson import Faulty
from mathora.prove import prove_lesson
from mathora.prove.task import decided
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
    vectors: tuple[PlaneVector, ...] = ()
    columns: tuple[AnyMatrix, ...] = ()
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
  j(x): {{is: '\\frac{{1}}{{2 \\sqrt{{x}}}}', domain: 0 < x \\le 1}}
  x_i: {{data: [1, 2, 3]}}
  y_i: {{data: [0, 0.5]}}
  z_i: {{data: [1, '10^{{400}}']}}
  k_i: {{data: [1, 0, -1, 0]}}
  l_i: {{data: [0, 1, 0, -1]}}
  h(k): {{is: '\\frac{{1}}{{k^3}}', domain: k \\ge 1}}
  n(x): x
  o(x): \\cos x
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


def told(at: str, need: str, function: str, given: str, count: int = 9) -> list[str]:
    signature = read_signature(SCENE.format(at=at, need=need), "picture.py")
    name = function if function in {"b", "c", "s", "n", "h", "j"} else "f"
    values = f"function: {name}, {given}".removesuffix(", ")
    source = LESSON.format(function="1" if name != "f" else f"'{function}'", given=values, count=count)
    try:
        prove_lesson(read_script(source, "picture.yaml", {"Picture": signature}), decided)
    except Faulty as faulty:
        return [f"{fault.message} [{fault.rule}] {fault.hint}" for fault in faulty.faults]
    return []


def holds(at: str, need: str, function: str, given: str, said: str | None) -> bool:
    """Whether a need is met where nothing is to be said, else told with what was found and what is expected."""
    found = told(at, need, function, given)
    wanted = said is not None
    rule = all(one.partition("[")[2].startswith("does-not-fit] a reason: ") for one in found)
    return len(found) == wanted and rule and all(said is not None and said in one for one in found)


def tried(rows: Iterable[tuple[str, str, str, str, str | None]]) -> list[set[str]]:
    """The needs that are met in some row, and those that are not in another."""
    return [{need.partition("(")[0] for _, need, _, _, said in rows if (said is None) is met} for met in (True, False)]
