"""Formulas put into formulas: every writer copes with every combination of constructs, not only the usual ones."""

import re
from functools import cache
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_formulas import FORMULAS, tree
from test_typst import colours_of, drawing, glyphs_by_path, ink_of, without_colours

from mathora.formula import replace_at, speak, walk, write_mathml, write_typst
from mathora.formula import tree as t
from mathora.formula.typeset.layout import typeset

TERMS = (t.Symbol, t.Quotient, t.Power, t.Root, t.Group, t.Application, t.Derivative, t.Big, t.Integral, t.Limit)
TERMS += (t.Nabla, t.Absolute, t.Norm, t.Matrix, t.Tuple, t.Evaluated, t.Binomial, t.Factorial, t.Prime, t.Signed)
GROWING = set("()[]{}|‖⌊⌋⌈⌉√⏟")
WORDS = re.compile(r"[A-Za-z]+(-[a-z]+)*(,? [A-Za-z]+(-[a-z]+)*)*")


@cache
def terms():
    return [part for formula in FORMULAS for _, part in walk(tree(*formula)) if isinstance(part, TERMS)]


@st.composite
def combined(draw):
    """A formula of the corpus with up to three of its names and numbers replaced by terms of other formulas."""
    node = tree(*draw(st.sampled_from(FORMULAS)))
    for term in draw(st.lists(st.sampled_from(terms()), max_size=3)):
        places = [path for path, part in walk(node) if path and isinstance(part, t.Number | t.Symbol)]
        if places:
            node = replace_at(node, draw(st.sampled_from(places)), term)
    return node


@settings(max_examples=60)
@given(combined())
def test_typst_draws_the_same_glyphs_with_and_without_colours(node):
    painted = drawing(write_typst(node, colours_of(node).get))
    assert without_colours(painted) == without_colours(drawing(write_typst(node, lambda _path: None)))


@settings(max_examples=60)
@given(combined())
def test_typst_draws_every_node(node):
    placed, _ = glyphs_by_path(node)
    expected = ink_of(typeset(node))
    assert placed.keys() == expected.keys()
    for path, text in expected.items():
        assembled = GROWING & set(text)  # what is very tall is put together from several glyphs
        assert len(placed[path]) == len(text) or (assembled and len(placed[path]) > len(text))


@given(combined())
def test_mathml_is_well_formed(node):
    ET.fromstring(write_mathml(node, block=True, colour=lambda _path: "blue"))  # noqa: S314 - our own words


@given(combined())
def test_speech_is_words(node):
    assert WORDS.fullmatch(speak(node))
