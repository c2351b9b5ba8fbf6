"""Sentences and times as they stand in HTML."""

from __future__ import annotations

import hashlib
import json

from mathora.export.content.story import Sentence, Spelling, Story, spelt_in_tex
from mathora.export.html.markup import Markup, join, mathml


def prose(sentence: Sentence) -> Markup:
    """Words as text, formulas as MathML in the line."""
    return join(piece if isinstance(piece, str) else inline(piece) for piece in sentence)


def inline(formula: Spelling) -> Markup:
    """A formula in a line of text."""
    return mathml(formula.mathml, formula.spoken)


def block(formula: Spelling) -> Markup:
    """A displayed formula."""
    return mathml(formula.mathml_block, formula.spoken)


def clock(seconds: float) -> str:
    """Minutes and seconds.

    >>> clock(83.9)
    '1:23'
    """
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def iso_duration(seconds: float) -> str:
    """A time as a machine reads it in `<time datetime>`.

    >>> iso_duration(83.9)
    'PT1M23S'
    """
    return f"PT{int(seconds) // 60}M{int(seconds) % 60}S"


def facts(story: Story) -> tuple[str, str, str]:
    """The lesson's number, level and length in words."""
    words = story.words.lesson
    return words.number.format(number=f"{story.number:02d}"), story.level, words.minutes.format(minutes=story.minutes)


def content_key(*parts: Sentence | str) -> str:
    """A short digest of what the parts say: it changes when, and only when, they do."""
    said = json.dumps([part if isinstance(part, str) else spelt_in_tex(part) for part in parts])
    return hashlib.sha256(said.encode()).hexdigest()[:16]
