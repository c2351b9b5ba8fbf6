"""Formulas in German: every phrase of the speakers and every sign, function and unit has its German words."""

from string import Formatter

import pytest
from sample_formulas import FORMULAS, tree

from mathora.formula.reader.commands import CONNECTIVE_WORDS
from mathora.formula.speech.phrases import Follows, Say
from mathora.formula.speech.speaker import _SPEAKERS, speak
from mathora.formula.symbols.functions import SYMBOLS
from mathora.formula.symbols.glyphs import DOUBLE_STRUCK, LETTERS, OPERATORS, RELATIONS
from mathora.formula.symbols.units import UNITS
from mathora.words import words_of
from tests.corpus.adapter import CORPUS, entries, formula_of

SPOKEN = words_of("de").spoken


class Listening(Say):
    """Notes each English phrase that it is asked for."""

    def __init__(self):
        super().__init__(_SPEAKERS, words_of("de"))
        self.asked = set()

    def word(self, english):
        if any(map(str.isalpha, english)):
            self.asked.add(english)
        return super().word(english)


def every_formula():
    yield from (tree(name, tex) for name, tex in FORMULAS)
    for entry in entries(CORPUS):
        if entry.verdict not in {"ambiguous", "undecided", "refuted", "notation"}:
            yield formula_of(entry).tree


def test_no_phrase_of_a_formula_is_left_in_english():
    listening = Listening()
    for formula in every_formula():
        listening(formula, Follows.NOTHING)
    assert listening.asked - SPOKEN.keys() == set()
    assert len(listening.asked) > 140


def test_every_sign_function_and_unit_has_its_german_words():
    signs = {glyph.spoken for table in (LETTERS, DOUBLE_STRUCK, RELATIONS, OPERATORS) for glyph in table.values()}
    functions = {symbol.spoken for symbol in SYMBOLS.values()}
    units = {form for unit in UNITS.values() for form in (unit.one, unit.many)}
    assert {one for one in signs | functions | units | CONNECTIVE_WORDS if one} - SPOKEN.keys() == set()


def test_a_phrase_has_the_same_parts_in_both_languages():
    def parts(phrase):
        return {name for _, name, _, _ in Formatter().parse(phrase) if name}

    assert {english for english, german in SPOKEN.items() if parts(english) != parts(german)} == set()


@pytest.mark.parametrize(
    ("name", "tex", "words"),
    [
        ("loss", r"\frac{\partial L}{\partial w_1} = 2w_1", "partielle Ableitung von L nach w 1 gleich 2 w 1"),
        ("loss", r"\nabla L = (2w_1,\; 6w_2)", "Gradient von L gleich Vektor 2 w 1, 6 w 2"),
        ("volume", r"V(0.35) \approx 9.8", "V von 0,35 ungefähr gleich 9,8"),
        ("volume", r"0 \le x \le 3", "0 kleiner oder gleich x kleiner oder gleich 3"),
        ("volume", r"V''(x) \ne \sqrt{x}", "V zwei Strich von x ungleich Quadratwurzel aus x"),
    ],
)
def test_a_formula_is_spoken_in_these_words(name, tex, words):
    assert speak(tree(name, tex), "de") == words
