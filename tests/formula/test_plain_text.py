"""A formula as a line of characters, for captions."""

import pytest
from sample_formulas import SPOKEN
from sample_models import model

from mathora.formula import read, write_plain
from mathora.lesson import Faulty, Text
from tests.corpus.adapter import readable

PLAIN = [
    ("loss", r"\frac{\partial L}{\partial w_1} = 2w_1", "∂L/∂w₁ = 2w₁"),
    ("loss", r"\nabla L = (2w_1,\; 6w_2)", "∇L = (2w₁, 6w₂)"),
    ("loss", r"w \leftarrow w - \eta \nabla L", "w ← w − η∇L"),
    ("loss", r"\frac{dL}{dt} = \frac{\partial L}{\partial w_1}\frac{dw_1}{dt}", "dL/dt = ∂L/∂w₁ dw₁/dt"),
    ("volume", r"V'(x) = (6-2x)^2 - 4x(6-2x)", "V′(x) = (6 − 2x)² − 4x(6 − 2x)"),
    ("volume", r"\frac{d}{dx}\sin(x^2) = 2x\cos(x^2)", "d/dx sin(x²) = 2x cos(x²)"),
    ("volume", r"\int_0^1 x^2 \, dx = \frac{1}{3}", "∫₀¹ x² dx = 1/3"),
    ("volume", r"\sqrt{x}^2", "(√x)²"),
    ("volume", r"\frac{x+1}{2x}", "(x + 1)/(2x)"),
    ("volume", r"\frac{3}{4} x", "3/4 x"),
    ("volume", r"\lim_{x \to 0} \frac{1}{x}", "lim_(x→0) 1/x"),
    ("volume", r"e^{-x^2}", "e^(−x²)"),
]


@pytest.mark.parametrize(("name", "tex", "plain"), PLAIN, ids=[row[1] for row in PLAIN])
def test_a_formula_in_one_line(name, tex, plain):
    assert write_plain(read(Text.written(tex), model(name)).tree) == plain


def trees():
    for name, tex, _ in SPOKEN:
        try:
            yield read(Text.written(tex), model(name)).tree
        except Faulty:  # a question's claim is read in its own way
            continue
    yield from readable()[:100]


def test_every_formula_has_a_line_without_tex():
    for tree in trees():
        line = write_plain(tree)
        assert line == " ".join(line.split())
        assert line
        assert "\\" not in line.replace("∖", "")
        assert line.isprintable()


def test_formulas_that_differ_in_a_number_differ_in_their_line():
    lines = {
        write_plain(read(Text.written(rf"x^{{{one}}} + {two}"), model("volume")).tree)
        for one in range(20)
        for two in range(9)
    }
    assert len(lines) == 180
