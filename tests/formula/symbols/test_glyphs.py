"""A sign is one character with its meaning, and words that fit into a sentence."""

import pytest

from mathora.formula.symbols import glyphs
from mathora.formula.symbols.glyphs import LETTERS, Glyph

TABLES = {
    name: table
    for name, table in vars(glyphs).items()
    if name.isupper() and isinstance(table, dict) and all(isinstance(one, Glyph) for one in table.values())
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_each_sign_has_a_character_and_words_without_punctuation(name):
    for command, glyph in TABLES[name].items():
        assert glyph.character, command
        assert not set(glyph.spoken) & set(".;:!?\\"), command


def test_variants_of_a_letter_are_drawn_differently_and_said_alike():
    assert LETTERS[r"\epsilon"].character != LETTERS[r"\varepsilon"].character
    assert LETTERS[r"\varepsilon"].spoken == "epsilon"


def test_letters_of_one_character_are_one_letter():
    spoken = {}
    for glyph in LETTERS.values():
        spoken.setdefault(glyph.character, set()).add(glyph.spoken)
    assert all(len(words) == 1 for words in spoken.values())
