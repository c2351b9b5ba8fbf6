"""A slip of the pen is not proved: each mutant that is proved is true at every place where it is evaluated.

The evaluation is SymPy's (`evalf`, 30 digits, at rational points), not the prover's balls.
"""

import pytest
import sympy

from mathora.formula import read, read_model, statements, tree
from mathora.formula.meaning.form import to_sympy
from mathora.formula.meaning.scope import Undefined, Untranslatable
from mathora.lesson import Faulty, Text
from mathora.prove.goal.domain import Domain, points
from mathora.prove.judge.judge import judge
from tests.corpus.adapter import CORPUS, entries, with_free_names
from tests.corpus.mutants import mutants

SIGNS = {"=": sympy.Eq, r"\ne": sympy.Ne, "<": sympy.Lt, r"\le": sympy.Le, ">": sympy.Gt, r"\ge": sympy.Ge}
TRUE_ALL_THE_SAME = {
    r"\int \frac{dx}{x} = \ln|x| - C": "an antiderivative up to a constant, whatever the constant's sign",
    r"x = \frac{-b \mp \sqrt{b^2-4ac}}{2a}": "the same two solutions, the other one first",
}
"""Mutants that no evaluation at a point can show true, and why they are."""


def pool():
    rows = [(entry, tex) for entry in entries(CORPUS) for tex in sorted(set(mutants(entry.text.value)))]
    return [row for row in rows if not row[0].id.startswith("bomb")]


def evaluated(left, sign, right, model):
    """False at the first point where the link is false; None if it could not be evaluated anywhere."""
    sides = [to_sympy(side, model) for side in (left, right)]
    expressions = [side.expression for side in sides]
    if not all(isinstance(one, sympy.Expr) for one in expressions) or sign not in SIGNS:
        return None
    domain = Domain().with_relations([one for side in sides for one in (*side.domain, *side.conditions)])
    names = tuple(sorted(set().union(*(one.free_symbols for one in expressions)), key=str))
    answer = None
    for point in points(names, domain, most=5):
        values = [sympy.N(one.subs(point).doit(), 30) for one in expressions]
        if not all(value.is_number and value.is_finite for value in values):
            continue
        gap = sympy.N(values[0] - values[1], 30)
        close = abs(gap) < sympy.Float("1e-18")
        answer = bool(close) if sign in {"=", r"\ne"} else bool(close or SIGNS[sign](sympy.re(gap), 0))
        answer = not answer if sign == r"\ne" else answer
        if not answer:
            return False
    return answer


def links(node):
    for one in statements(node):
        if isinstance(one, tree.Relation):
            yield from zip(one.operands, one.operators, one.operands[1:], strict=False)


@pytest.mark.slow
def test_every_mutant_that_is_proved_is_true():
    proved, false = 0, []
    for entry, tex in pool():
        text = Text.written(tex)
        try:
            model = read_model(with_free_names(text, entry.source))
            formula = read(text, model)
        except Faulty:
            continue
        if judge(formula, model).kind != "proved" or tex in TRUE_ALL_THE_SAME:
            continue
        proved += 1
        for left, sign, right in links(formula.tree):
            try:
                if evaluated(left, sign, right, model) is False:
                    false.append(tex)
            except (Untranslatable, Undefined, NotImplementedError, TypeError, AttributeError):
                continue
    assert proved > 0
    assert false == []


def test_the_evaluation_would_catch_a_false_proof():
    model = read_model(with_free_names(Text.written("x"), entries(CORPUS)[0].source))
    formula = read(Text.written("(x + 1)^2 = x^2 + 1"), model)
    assert [evaluated(left, sign, right, model) for left, sign, right in links(formula.tree)] == [False]


def test_a_text_has_many_mutants():
    assert {"x^3 = 4", "x^2 = 5", "y^2 = 4"} <= set(mutants("x^2 = 4"))
    assert "\\sin x - 1" in set(mutants(r"\sin x + 1"))
