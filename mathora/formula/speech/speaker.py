"""Formulas as spoken words: captions, screen readers, transcripts.

Laws:
- Words only: letters, commas, hyphens, apostrophes; never TeX, in English never a digit. Names keep their case (`L`).
- Heard once, the formula can be written down again: what is grouped by layout (fractions, roots, exponents, sums) is
  closed by a spoken end wherever something follows that could be taken for part of it.
- Simple things stay simple: `one half`, `a over b`, `x squared`, `two w one`, `f of x`.
"""

from __future__ import annotations

import re

from mathora.formula.speech.calculus import CALCULUS
from mathora.formula.speech.phrases import Follows, Say
from mathora.formula.speech.statements import STATEMENTS
from mathora.formula.speech.terms import TERMS
from mathora.formula.tree import Node
from mathora.lesson import LanguageName
from mathora.words import words_of

_SPEAKERS = {**TERMS, **CALCULUS, **STATEMENTS}


def speak(node: Node, language: LanguageName = "en") -> str:
    """A formula in spoken words of a language.

    Parts are separated by single spaces, pauses are commas; there is no final stop. A comma right before a digit is a
    decimal sign.
    """
    words = Say(_SPEAKERS, words_of(language))(node, Follows.NOTHING)
    return re.sub(r"\s*,(?!\d)[\s,]*", ", ", re.sub(r"\s+", " ", words)).strip(" ,")
