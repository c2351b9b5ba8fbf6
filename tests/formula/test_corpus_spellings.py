"""Every formula of the corpora is drawn leaf by leaf, marked up and spoken, with nothing lost or added;
each fourth by `make test`, the others by `make long`.
"""

import re
from collections import Counter

import pytest
from test_combinations import GROWING, WORDS
from test_mathml import characters_of_boxes, parsed
from test_typst import characters_of, colours_of, drawing, glyphs_by_path, ink_of, shapes_of, without_colours

from mathora.formula import leaves, speak, write_typst
from mathora.formula import tree as t
from mathora.formula.typeset.layout import typeset
from tests.corpus.adapter import CORPUS, FURTHER, entries, read_or_none
from tests.rows import each

ENTRIES = [*entries(CORPUS), *entries(FURTHER)]


@pytest.mark.parametrize("entry", each(ENTRIES, 4), ids=lambda entry: entry.id)
def test_leaves_and_glyphs_agree(entry):
    node = read_or_none(entry)
    if node is None:
        return
    placed, _ = glyphs_by_path(node)
    expected = ink_of(typeset(node))
    assert placed.keys() == expected.keys()
    for path, text in expected.items():
        assembled = GROWING & set(text)
        assert len(placed[path]) == len(text) or (assembled and len(placed[path]) > len(text))
    for path, leaf in leaves(node):
        characters = characters_of(leaf)
        assert placed[path] or isinstance(leaf, t.Blank)
        for character, glyph in zip(characters or "", placed[path], strict=False):
            assert glyph in shapes_of(character), (leaf, character)


@pytest.mark.parametrize("entry", each(ENTRIES, 4), ids=lambda entry: entry.id)
def test_colours_move_nothing(entry):
    node = read_or_none(entry)
    if node is not None:
        painted = drawing(write_typst(node, colours_of(node).get))
        assert without_colours(painted) == without_colours(drawing(write_typst(node, lambda _path: None)))


@pytest.mark.parametrize("entry", each(ENTRIES, 4), ids=lambda entry: entry.id)
def test_markup_and_speech_are_whole(entry):
    node = read_or_none(entry)
    if node is not None:
        shown = Counter(element.text for element in parsed(node).iter() if element.text)
        assert shown == Counter(text.replace(" ", "\xa0") for text in characters_of_boxes(typeset(node)))
        assert WORDS.fullmatch(speak(node))
        assert not re.search(r"open paren close paren|, ,", speak(node))
