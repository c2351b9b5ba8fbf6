"""Each spelling has one normal form, and each normal form a sign."""

import pytest
from readings import reading

from mathora.formula.reader.commands import ACCENTS, ALIASES, GREEK, RELATIONS, STYLES
from mathora.formula.symbols.glyphs import LETTERS


def test_an_alias_is_no_normal_form_of_another():
    assert not {one for one, normal in ALIASES.items() if normal != one} & set(ALIASES.values())


def test_each_greek_letter_can_be_drawn_and_said():
    assert set(LETTERS) >= GREEK


def test_tables_do_not_overlap():
    assert not ACCENTS & STYLES
    assert not GREEK & set(RELATIONS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"x \leq 1", r"x \le 1"),
        (r"x \neq 1", r"x \ne 1"),
        (r"x \rightarrow 1", r"x \to 1"),
        (r"\lvert x \rvert", "|x|"),
    ],
)
def test_spellings_of_one_sign_are_one_tree(one, other):
    assert reading(one) == reading(other)
