"""One formula by itself: letters are real variables unless something is declared, and nothing impossible is assumed."""

import pytest

from mathora.formula import write_latex
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from mathora.prove.gate.single import declaration, prove_one
from mathora.prove.task import decided

SCRIPT = ModelSource(declarations=(Declaration(head=Text.written("V(x)"), body=Text.written("x (6 - 2x)^2")),))


def judgement(tex, declared=None, *, let=(), assume=()):
    let, assume = ([Text.written(one) for one in many] for many in (let, assume))
    return prove_one(Text.written(tex), declared, decided, let=let, assume=assume)


@pytest.mark.parametrize(
    ("tex", "let", "assume", "kind"),
    [
        ("(a + b)^2 = a^2 + 2ab + b^2", (), (), "proved"),
        ("(a + b)^2 = a^2 + b^2", (), (), "refuted"),
        (r"\sqrt{x^2} = x", (), (), "refuted"),
        (r"\sqrt{x^2} = x", (), ("x > 0",), "proved"),
        (r"\sqrt{x^2} = x", ("x: positive",), (), "proved"),
        (r"\sqrt{x^2} = x", ("x = -2",), (), "refuted"),
        ("f'(2) = 4", ("f(x) = x^2",), (), "proved"),
        ("f'(2) = 4", ("f(x) := x^3",), (), "refuted"),
        ("(-1)^{2n} = 1", ("n: integer",), (), "proved"),
    ],
)
def test_a_formula_is_judged_in_what_is_declared_and_assumed(tex, let, assume, kind):
    found = judgement(tex, let=let, assume=assume)
    assert (found.verdict.kind, found.proved) == (kind, kind == "proved")


def test_letters_that_nobody_declared_are_told_once_and_in_their_order():
    assert judgement("y_1 + a = a + y_1").free == ("y_1", "a")
    assert judgement("x = x", let=("x = 3",)).free == ()
    assert judgement(r"\sum_{k=1}^{n} 1 = n", let=("n: natural",)).free == ()  # k is the sum's own


@pytest.mark.parametrize("tex", ["V(y) = 0", r"\operatorname{vol}(3) = 1"])
def test_beside_a_script_and_of_words_nothing_is_taken_for_a_variable(tex):
    with pytest.raises(Faulty):
        judgement(tex, SCRIPT if tex.startswith("V") else None)
    assert judgement("V(1) = 16", SCRIPT).proved


@pytest.mark.parametrize("assume", [("1 = 2",), ("x > 0", "x < 0"), ("x^2 = -1",)])
def test_what_cannot_be_is_not_assumed(assume):
    with pytest.raises(Faulty) as caught:
        judgement("x = 1", assume=assume)
    assert [fault.rule for fault in caught.value.faults] == ["contradiction"]


def test_it_says_what_it_read():
    found = judgement(r"\frac{1}{2} \cdot x=x/2")
    assert found.reading == write_latex(found.formula.tree)
    assert "over" in found.spoken or "half" in found.spoken


@pytest.mark.parametrize(
    ("written", "head", "body", "kind"),
    [
        ("x", "x", None, None),
        (" V(x) = x^2 ", "V(x)", "x^2", None),
        ("V(x): x^2", "V(x)", "x^2", None),
        ("c := 3", "c", "3", None),
        ("n: integer", "n", None, "integer"),
        ("x_{a=b} = 1", "x_{a=b}", "1", None),  # within brackets it parts nothing
    ],
)
def test_a_declaration_is_a_name_and_what_is_said_of_it(written, head, body, kind):
    found = declaration(Text.written(written))
    assert (found.head.value, found.body and found.body.value, found.kind) == (head, body, kind)


def test_a_declaration_without_its_value_is_told():
    with pytest.raises(Faulty, match="nothing stands behind"):
        declaration(Text.written("x ="))
