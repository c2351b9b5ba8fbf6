r"""Names of scenes' own sections are exchanged where they are names, and nowhere else."""

from mathora.script import read_signature
from mathora.script.renaming import side_by_side

SCENE = read_signature(
    '''
class Cards(LessonScene):
    """Cards."""

    function: Function
    at: Point
    title: Prose

    @action("A card.")
    def turn(self, step: StepView, a: Number) -> None: ...
''',
    "cards.py",
)
ONE = "model:\n  f(x): x^2\n  a: {kind: real}\nsections:\n  - scene: Cards\n"
TWO = r"""model:
  # f is steep, a is not
  f(x): x^3   # of f
  x_i: {data: [1, 2]}
  a: 2
colors:
  f: blue
sections:
  - id: f
    title: If $f$ is a curve
    scene: Cards
    with: {function: f, at: {a: 1, x: 2}, title: a f is $f$}
    steps:
      - do: turn
        with: {a: a}
        say: Here a curve, $f$, is [8](f(a)) and $\max(x_1, f) \frac{a}{2}$.
        show: [f(a) = 8, {tex: '\sum_{a=1}^{2} w_f w_{f} f'' = f_x', role: given}]
"""


def renamed(*texts):
    return side_by_side([(SCENE, text) for text in texts])


def test_only_what_means_something_else_gets_another_name():
    assert renamed(ONE, ONE) == [ONE, ONE]
    first, second = renamed(ONE, TWO)
    assert first == ONE
    assert second == (
        TWO.replace("# f is", "# g is")
        .replace("f(x): x^3   # of f", "g(x): x^3   # of g")
        .replace("  a: 2", "  h: 2")
        .replace("f: blue", "g: blue")
        .replace("$f$", "$g$")
        .replace("function: f, at: {a: 1", "function: g, at: {h: 1")
        .replace("with: {a: a}", "with: {a: h}")
        .replace(r"[8](f(a)) and $\max(x_1, f) \frac{a}", r"[8](g(h)) and $\max(x_1, g) \frac{h}")
        .replace("f(a) = 8", "g(h) = 8")
        .replace(r"\sum_{a=1}^{2} w_f w_{f} f''", r"\sum_{h=1}^{2} w_f w_{f} g''")
    )


def test_a_variable_that_another_section_gives_a_value_is_another_and_data_keep_their_index():
    first, second, third = renamed(ONE, "model:\n  x: 3\nsections:\n", TWO)
    assert first == ONE
    assert second == "model:\n  g: 3\nsections:\n"
    assert "x_i: {data" in third
    again = renamed(TWO, TWO.replace("[1, 2]}", "[1, 5]}"))[1]
    assert "g_i: {data: [1, 5]}" in again
    assert r"\max(g_1, f)" in again


def test_what_speaks_of_chances_keeps_its_p_and_another_thing_of_that_name_gives_way():
    matrix = "model:\n  P: [[1, 0], [0, 1]]\nsections:\n  - scene: Cards\n"
    chances = "model:\n  P(D): 0.02\nsections:\n  - scene: Cards\n"
    assert renamed(matrix, chances) == [matrix.replace("P:", "F:"), chances]


def test_a_differential_goes_with_its_variable():
    used = "model:\n  x: 2\nsections:\n  - scene: Cards\n"
    second = renamed(used, "model:\n  x: {kind: real}\nsections:\n  - scene: Cards\n    say: $\\int x \\, dx$\n")[1]
    assert r"$\int g \, dg$" in second


def test_a_function_of_an_exchanged_variable_is_another_function():
    constant = "model:\n  y: 2\nsections:\n  - scene: Cards\n"
    function = "model:\n  H(x, y): x + y\nsections:\n  - scene: Cards\n"
    _, second, third = renamed(constant, function, function)
    assert "  H(x, g): x + g\n" in second
    assert "  F(x, h): x + h\n" in third
