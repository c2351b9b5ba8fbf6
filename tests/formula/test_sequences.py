"""A law that a statement gives of a sequence works out its members: true ones are proved, false ones are not."""

import pytest

from mathora.formula import read, read_model
from mathora.formula.unfolding.sequences import with_members_worked_out
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove import Task
from mathora.prove.task import decided

FREE = ("a_n", "x_n", "F_n", "r", "d")
MODEL = read_model(
    ModelSource(
        declarations=(
            *(Declaration(head=Text.written(name)) for name in FREE),
            *(Declaration(head=Text.written(name), kind="natural") for name in ("n", "k")),
        )
    )
)
FIBONACCI = r"F_1 = F_2 = 1, F_n = F_{n-1} + F_{n-2}"
NEWTON = r"x_0 = 1, \; x_{n+1} = \frac12\left(x_n + \frac{2}{x_n}\right)"
VERDICTS = [
    ("proved", r"a_n = n^2, \; a_5 = 25"),
    ("refuted", r"a_n = n^2, \; a_5 = 3"),
    ("refuted", r"a_5 = 3 \text{ where } a_n = n^2"),
    ("refuted", r"a_n = 2n + 1, \; a_0 = 1, \; a_1 = 3, \; a_2 = 6"),
    ("proved", r"a_n = 2n + 1 \Rightarrow a_{n+1} - a_n = 2"),
    ("refuted", r"a_n = 2n + 1 \Rightarrow a_{n+1} - a_n = 3"),
    ("proved", r"a_n = n, \; \sum_{k=1}^n a_k = \frac{n(n+1)}{2}"),
    ("refuted", r"a_n = n, \; \sum_{k=1}^n a_k = \frac{n(n-1)}{2}"),
    ("proved", r"a_n = \frac1n, \; \lim_{n \to \infty} a_n = 0"),
    ("refuted", r"a_n = \frac1n, \; \lim_{n \to \infty} a_n = 1"),
    ("proved", r"a_n = a_1 + (n-1)d, \; a_1 = 3, \; d = 4 \Rightarrow a_{10} = 39"),
    ("proved", r"x_0 = 2, \; x_{n+1} = 2x_n, \; x_2 = 8"),
    ("refuted", r"x_0 = 2, \; x_{n+1} = 2x_n, \; x_2 = 9"),
    ("refuted", r"x_0 = 2, \; x_{n+1} = 2x_n, \; x_0 = 3"),
    ("refuted", r"x_2 = 9 \text{ for } x_{n+1} = 2 x_n, x_0 = 2"),
    ("proved", r"x_{n+1} = r x_n, \; x_0 = 5 \Rightarrow x_3 = 5r^3"),
    ("refuted", r"x_{n+1} = r x_n, \; x_0 = 5 \Rightarrow x_3 = 5r^2"),
    ("proved", r"x_{n+1} = (1 - 2r) x_n \Rightarrow x_n = (1 - 2r)^n x_0"),
    ("refuted", r"x_{n+1} = (1 - 2r) x_n \Rightarrow x_n = (1 - r)^n x_0"),
    ("undecided", r"x_{n+1} = r x_n \Rightarrow x_n = r^n x_1"),
    ("proved", r"F_0 = 0, \; F_n = 0.5 F_{n-1} + x_n, \; x_1 = 1, \; x_2 = 2x_1, \; F_2 = 2.5"),
    ("proved", r"a_n = x_n^2, \; x_3 = 4, \; a_3 = 16"),
    ("refuted", r"a_n = x_n^2, \; x_3 = 4, \; a_3 = 15"),
    ("refuted", r"a_n = x_n^2, \; a_3 = 16, \; x_3 = 4, \; x_3 = 5"),
    ("proved", rf"{FIBONACCI}, F_{{10}} = 55"),
    ("refuted", rf"F_{{10}} = 89 \text{{ where }} {FIBONACCI}"),
    ("proved", rf"{NEWTON}, \; x_1 = 1.5, \; x_2 = \frac{{17}}{{12}}"),
    ("proved", rf"{NEWTON}, \; x_2 \approx 1.4167"),
    ("refuted", rf"{NEWTON}, \; x_2 \approx 1.4142"),
    ("proved", r"a_0 = 2, \; a_{n+1} = 3a_n \Rightarrow a_n = 2 \cdot 3^n"),
    ("refuted", r"a_0 = 2, \; a_n = 3a_{n-1} \Rightarrow a_n = 2 \cdot 3^{n+1}"),
    ("proved", r"a_1 = 1, \; a_{n+1} = a_n + 2n + 1, \; a_n = n^2"),
    ("refuted", r"a_1 = 1, \; a_{n+1} = a_n + 2n, \; a_n = n^2"),
]


@pytest.mark.parametrize(("kind", "tex"), VERDICTS)
def test_what_is_said_with_a_law_is_judged_by_it(kind, tex):
    assert decided(Task(read(Text.written(tex), MODEL), MODEL)).kind == kind


@pytest.mark.parametrize(
    "tex",
    [
        r"x_0 = 2, \; x_{n+1} = 2x_n",
        "a_n = n^2",
        r"x_{n+1} = 2x_n, \; x_3 = 16",
        r"x_0 = 2, \; x_{n+1} = x_{n+2}, \; x_3 = 16",
        r"x_0 = 2, \; x_n = 2x_n, \; x_3 = 16",
        r"x_0 = 2, \; x_{n+1} = 2x_n, \; x_{999} = 0",
        r"x_0 = 2, \; x_{n+1} = 2x_n, \; x_k = 16",
        r"a_n = kn, \; \sum_{k=1}^3 a_k = 14",
    ],
)
def test_what_gives_no_law_or_too_little_with_it_stays_as_it_was(tex):
    tree = read(Text.written(tex), MODEL).tree
    assert with_members_worked_out(tree, MODEL) == tree
