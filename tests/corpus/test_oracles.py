"""Other readers of LaTeX read the corpora's expressions as we do, wherever they are sound.

Each eighth formula by `make test`, all of them by `make long`.
"""

from collections import Counter

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from tests.corpus.adapter import CORPUS, FURTHER, entries
from tests.corpus.oracles import ORACLES, UNSOUND, Expression, asked, expressions
from tests.rows import long

AT_LEAST = {"lark": 150, "latex2sympy2_extended": 220}
"""How many expressions of all an oracle must have confirmed, so that its silence is noticed."""


@pytest.mark.slow
@pytest.mark.parametrize("every", [8, long(1)])
@pytest.mark.parametrize("name", ORACLES)
def test_an_oracle_reads_the_corpora_as_we_do(name, every):
    rows = [entry for entry in (*entries(CORPUS), *entries(FURTHER)) if not entry.id.startswith("bomb")]
    counted, different = Counter(), []
    for one in expressions(tuple(rows[::every])):
        if (name, one.origin) in UNSOUND:
            continue
        found = asked(ORACLES[name], one)
        counted[found.same] += 1
        if found.same is False:
            different.append((one.origin, one.tex, found.reading))
    print(f"{name}: {counted[True]} read alike, {counted[None]} not read by it")  # noqa: T201 - the share is reported
    assert different == []
    assert counted[True] >= AT_LEAST[name] // every


def expression(tex):
    names = tuple(Declaration(head=Text.written(name)) for name in ("a", "x", "w_1"))
    model = read_model(ModelSource(declarations=names))
    return Expression("planted", tex, read(Text.written(tex), model).tree, model)


@pytest.mark.parametrize("name", ORACLES)
@pytest.mark.parametrize("tex", ["x^2 + a", r"\frac{d}{dx} x^3", r"\sqrt{x} \cdot w_1", r"\sin(a x)", r"x(a + 1)"])
def test_what_both_read_alike_agrees(name, tex):
    assert asked(ORACLES[name], expression(tex)).same is not False


@pytest.mark.parametrize("name", ORACLES)
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("x^2 + a", "x^2 - a"), (r"\frac{d}{dx} x^3", "x^3"), (r"\sin(a x)", r"a \sin x"), ("x w_1", "x w_2")],
)
def test_a_different_reading_is_caught(name, ours, theirs):
    found = asked(lambda _tex: ORACLES[name](theirs), expression(ours))
    assert found.same is False
