"""A proven lesson believes nobody: it looks for all that is displayed, and for a receipt that holds at each place."""

from dataclasses import replace

import pytest
from gated import claim, lesson, proved, question, text, words

from mathora.lesson import Argument, Confusion
from mathora.prove import Proven
from mathora.prove.verdict import Receipt, Verdict


def test_only_what_holds_is_proven():
    receipt = Receipt(text("x").place, "one/a", "1 = 2", "1 = 2", "claim", Verdict("refuted"))
    held = proved(lesson())
    with pytest.raises(ValueError, match="not proved"):
        Proven(held.lesson, held.model, (*held.receipts, receipt), ())


def everything():
    """A proven lesson that displays something of each kind."""
    value = Confusion(myth=words("No."), fact=words("Yes."), wrong=claim("1 = 2"), right=claim("1 = 1"))
    asked = question("1 - 2 w_1", "1 + 2 w_1", r"2 \cdot \answer = 2 - 4 w_1")
    return proved(lesson(arguments=(asked, Argument(name="confusions", value=value))))


def test_a_proven_lesson_looks_for_itself_and_misses_each_receipt_that_is_not_there():
    held = everything()
    assert {receipt.role for receipt in held.receipts} >= {"option", "mistake", "claim"}
    for missing in held.receipts:
        others = tuple(one for one in held.receipts if (one.place, one.shown) != (missing.place, missing.shown))
        with pytest.raises(ValueError, match="not proved"):
            Proven(held.lesson, held.model, others, held.formulas)


def test_a_receipt_for_another_text_is_none():
    held = everything()
    for shown in {receipt.shown for receipt in held.receipts}:
        swapped = [replace(one, shown="1 + 1 = 3") if one.shown == shown else one for one in held.receipts]
        with pytest.raises(ValueError, match="not proved"):
            Proven(held.lesson, held.model, tuple(swapped), held.formulas)


def test_a_part_of_it_is_proven_with_its_own_sections_alone():
    held = everything()
    assert held.part({"one"}) == held
    assert held.part(set()).lesson.sections == ()
    assert held.part(set()).receipts == held.receipts


def test_the_same_text_means_the_same_everywhere_in_it():
    held = everything()
    formula = held.formulas[0]
    assert held.formula(text(formula.text.value)) == formula
    with pytest.raises(KeyError):
        held.formula(text("1 + 1 = 2 + 0"))
