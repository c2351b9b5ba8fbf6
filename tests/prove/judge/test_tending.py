"""A limit that the law of its sequence does not leave as it is, is refuted; of what need not go on nothing is said."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.lesson import Text
from mathora.prove.judge.tending import tends_otherwise
from mathora.prove.verdict import refuted, undecided
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import source, verdict

NAMES = {"n": {"kind": "natural"}, "a_n": {}, "b_n": {}}


def said(limit, law, judged):
    """What is said against a limit by a law, where `judged` answers for the formulas that are asked about."""
    model = read_model(with_free_names(Text.written(f"{limit} ; {law}"), source(NAMES)))
    node, given = (read(Text.written(one), model).tree for one in (limit, law))
    return tends_otherwise(node, (given,), model, judged)


def numbers(node):
    """Judges a relation of numbers as the prover does."""
    return verdict(write_latex(node), {})


@pytest.mark.parametrize(
    ("limit", "law"),
    [
        (r"a_n \to 1", r"a_{n+1} = \frac{a_n}{2}"),
        (r"\lim_{n \to \infty} a_n = 1", r"a_{n+1} = \frac{a_n}{2}"),
        (r"a_n \to 1 \text{ as } n \to \infty", r"a_{n+1} = \frac{a_n}{2}"),
        (r"a_n \to 2", r"a_{n+1} = \frac12 \left(a_n + \frac{2}{a_n}\right)"),
    ],
)
def test_what_the_law_does_not_leave_is_refuted(limit, law):
    found = said(limit, law, numbers)
    assert found.kind == "refuted"
    assert "it would be" in found.reason


@pytest.mark.parametrize(
    ("limit", "law"),
    [
        (r"a_n \to 0", r"a_{n+1} = \frac{a_n}{2}"),  # it is left
        (r"a_n \to \infty", r"a_{n+1} = 2 a_n"),
        (r"a_n \to 1", r"a_{n+1} = \lfloor a_n \rfloor"),  # nothing goes on in the limit
        (r"a_n \to 1", r"a_{n+1} = a_n^{a_n}"),
        (r"a_n \to 1", r"b_{n+1} = \frac{b_n}{2}"),  # of another sequence
        (r"a_n \to 1", r"a_{n+1} = a_n + \frac{1}{n^2}"),
    ],
)
def test_of_what_is_left_or_need_not_go_on_nothing_is_said(limit, law):
    assert said(limit, law, numbers) is None


def test_nor_where_the_sides_have_no_value_that_is_known():
    assert said(r"a_n \to 1", r"a_{n+1} = \frac{a_n}{2}", lambda _: undecided("planted")) is None
    assert said(r"a_n \to 1", r"a_{n+1} = \frac{a_n}{2}", lambda _: refuted("planted")) is None
