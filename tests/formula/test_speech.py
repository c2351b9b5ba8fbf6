"""Formulas are spoken in words, and what is heard has one reading."""

import re
from dataclasses import replace

import pytest
from sample_formulas import FORMULAS, SPOKEN, tree

from mathora.formula import tree as t
from mathora.formula.speech.numbers import spoken_fraction, spoken_number, spoken_ordinal
from mathora.formula.speech.speaker import speak
from mathora.formula.symbols.units import spoken_unit


@pytest.mark.parametrize(("name", "tex", "words"), SPOKEN)
def test_a_formula_is_spoken_in_these_words(name, tex, words):
    assert speak(tree(name, tex)) == words


@pytest.mark.parametrize(("name", "tex"), FORMULAS)
def test_only_words_are_spoken(name, tex):
    assert re.fullmatch(r"[A-Za-z]+(-[a-z]+)*(,? [A-Za-z]+(-[a-z]+)*)*", speak(tree(name, tex)))


def meaning(node):
    """The tree without what means nothing: `sin(x)` is `sin x`, `a/b` and `∂_x f` are fractions."""
    match node.with_children([meaning(child) for child in node.children]):
        case t.Application(bracket="") as applied:
            return replace(applied, bracket="(")
        case t.Quotient() as quotient:
            return replace(quotient, style="frac")
        case t.Derivative() as derivative:
            return replace(derivative, style="frac")
        case t.Power(base=t.Group(body=t.Symbol() | t.Number() as name)) as power:
            return replace(power, base=name)
        case other:
            return other


def test_different_formulas_are_heard_differently():
    heard = {}
    for name, tex in FORMULAS:
        node = meaning(tree(name, tex))
        heard.setdefault(speak(node), set()).add(node)
    confused = {words: trees for words, trees in heard.items() if len(trees) > 1}
    assert not confused


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\frac{a}{b + c}", r"\frac{a}{b} + c"),
        (r"\sqrt{x + 1}", r"\sqrt{x} + 1"),
        (r"a^{n + 1}", "a^n + 1"),
        (r"a^{n + 1} b", "a^n + 1 b"),
        (r"\sum_{k=1}^{n} k + 1", r"\sum_{k=1}^{n} (k + 1)"),
        (r"\sin(x + 1)", r"\sin(x) + 1"),
        (r"\sqrt{x}^2", r"\sqrt{x^2}"),
        (r"(\sin x)^2", r"\sin x^2"),
        ("(a b)^2", "a b^2"),
        ("-(a + b)", "-a + b"),
        (r"\frac{a}{b} c", r"\frac{a}{b c}"),
        (r"(a + b)(c + d)", "a + b(c + d)"),
        ("2(x + 1)", "2x + 1"),
        ("n!!", "(n!)!"),
        (r"\binom{n}{k + 1}", r"\binom{n}{k} + 1"),
        (r"\frac{\frac{a}{b}}{c}", r"\frac{a}{\frac{b}{c}}"),
        (r"e^{x^2}", r"(e^x)^2"),
        (r"|a + b|", r"|a| + b"),
        (r"\lim_{x \to 0} x + 1", r"\lim_{x \to 0} (x + 1)"),
        (r"\log_2 8", r"\log_2 x + 8"),
    ],
)
def test_grouping_is_heard(one, other):
    assert speak(tree("letters", one)) != speak(tree("letters", other))


def test_every_node_kind_has_a_speaker():
    from mathora.formula.speech import speaker  # noqa: PLC0415
    from mathora.formula.typeset import layout  # noqa: PLC0415# noqa: PLC0415 - two tables that must cover the same kinds

    assert set(speaker._SPEAKERS) == set(layout.SETTERS)
    assert {kind.__name__ for kind in speaker._SPEAKERS} == {kind.__name__ for kind in t.Node.__subclasses__()}


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("0", "zero"),
        ("7", "seven"),
        ("20", "twenty"),
        ("21", "twenty-one"),
        ("100", "one hundred"),
        ("115", "one hundred fifteen"),
        ("1000", "one thousand"),
        ("299792458", "two hundred ninety-nine million seven hundred ninety-two thousand four hundred fifty-eight"),
        ("0.05", "zero point zero five"),
        ("10000000000000000", "one " + " ".join(["zero"] * 16)),
    ],
)
def test_numbers_are_words(digits, words):
    assert spoken_number(digits) == words


def test_fractions_and_ordinals_have_names_as_far_as_these_are_usual():
    assert spoken_fraction(1, 4) == "one quarter"
    assert spoken_fraction(5, 100) == "five hundredths"
    assert spoken_fraction(1, 13) is None
    assert [spoken_ordinal(order) for order in (2, 12)] == ["second", "order twelve"]


def test_units_agree_with_their_number():
    assert spoken_unit("kg", many=False) == "kilogram"
    assert spoken_unit("kg", many=True) == "kilograms"
    assert speak(t.Quantity(t.Number("1"), t.UnitName("m"))) == "one metre"


def test_literal_words_lose_their_signs():
    assert speak(t.UprightWords('a "b" \\ 12 {c}')) == "a b twelve c"
