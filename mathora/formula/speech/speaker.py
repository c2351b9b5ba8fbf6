"""Formulas as spoken English: captions, screen readers, transcripts.

Owns: `speak`.

Laws:
- Words only: letters, commas, hyphens, apostrophes; never TeX, never a digit. Names keep their case (`L`, `w one`).
- Heard once, the formula can be written down again: what is grouped by layout (fractions, roots, exponents, sums) is
  closed by a spoken end wherever something follows that could be taken for part of it.
- Simple things stay simple: `one half`, `a over b`, `x squared`, `two w one`, `f of x`.
"""

from __future__ import annotations

import re

from mathora.formula.speech.calculus import CALCULUS
from mathora.formula.speech.phrases import Follows
from mathora.formula.speech.statements import STATEMENTS
from mathora.formula.speech.terms import TERMS
from mathora.formula.tree import Node

_SPEAKERS = {**TERMS, **CALCULUS, **STATEMENTS}


def speak(node: Node) -> str:
    """A formula in spoken words.

    Parts are separated by single spaces, pauses are commas; there is no final stop.
    """
    words = _say(node, Follows.NOTHING)
    return re.sub(r"\s*,[\s,]*", ", ", re.sub(r"\s+", " ", words)).strip(" ,")


def _say(node: Node, follows: Follows) -> str:
    return _SPEAKERS[type(node)](node, follows, _say)
