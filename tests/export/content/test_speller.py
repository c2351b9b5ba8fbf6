"""A lesson's texts are spelt from its proved trees, in its colours and in its language."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from mathora.export.content.speller import Speller
from mathora.export.content.story import spoken
from mathora.lesson import Text


def test_a_formula_is_written_and_spoken(story):
    rule = story.chapters[0].moments[0].shows[0]
    assert rule.tex == r"w \leftarrow w - \eta \nabla L"
    assert rule.mathml.startswith("<math")
    assert 'display="block"' in rule.mathml_block
    assert rule.spoken == "w becomes w minus eta times the gradient of L"
    assert "ink-yellow" in rule.mathml
    assert "#8a6200" in rule.typst


def test_the_conditions_of_a_proof_go_with_its_formula(order):
    proven = order.proven
    shown = proven.receipts[0]
    told = replace(shown, verdict=replace(shown.verdict, conditions=(r"w_1 \ne 0", r"w_2 > 0", r"? 1")))
    speller = Speller(SimpleNamespace(receipts=(told,), model=proven.model, lesson=proven.lesson))  # type: ignore[arg-type]
    pieces = speller.conditions([Text(shown.shown, (shown.place,) * (len(shown.shown) + 1))])
    assert spoken(pieces) == "where w one is not equal to zero, w two is greater than zero, one"
    assert speller.conditions([]) == ()


def test_titles_and_checked_numbers_are_read_out(story):
    assert spoken(story.chapters[0].title) == "Steepest descent, minus the gradient of L"
    assert spoken(story.chapters[1].moments[1].say) == "The volume is 9.8."


@pytest.mark.parametrize(
    ("key", "base", "index", "colour"), [("w_1", "w", "1", "blue"), (r"\eta", "η", "", ""), ("V", "V", "", "pink")]
)
def test_a_name_is_a_pictures_label_with_its_colour(order, key, base, index, colour):
    label = Speller(order.proven).symbol(key)
    assert (label.index, label.colour) == (index, colour)
    assert label.base == base


def test_a_formula_is_spelt_once(order):
    speller = Speller(order.proven)
    formula = order.proven.formulas[0].text
    assert speller.spelling(formula) is speller.spelling(formula)


def test_a_decimal_sign_is_the_languages(order):
    lesson = order.proven.lesson
    german = Speller(replace(order.proven, lesson=replace(lesson, language="de")))
    said = lesson.sections[1].steps[1].say
    assert spoken(german.sentence(said)) == "The volume is 9,8."
    assert "0,5" in german.declared("0.5").mathml
    assert "0.5" in Speller(order.proven).declared("0.5").mathml


@pytest.mark.parametrize(
    ("key", "base", "index", "line"),
    [
        (r"\ell", "ℓ", "", "ℓ"),
        (r"\Gamma", "Γ", "", "Γ"),
        (r"\varphi_2", "φ", "2", "φ₂"),
        (r"w_i", "w", "i", "wᵢ"),
        (r"\hat{y}_1", "y\u0302", "1", "y\u0302₁"),
        (r"\mathcal{L}", "ℒ", "", "ℒ"),
    ],
)
def test_a_name_is_written_as_it_is_seen(order, key, base, index, line):
    speller = Speller(order.proven)
    label = speller.symbol(key)
    assert (label.base, label.index, label.line) == (base, index, line)
