"""Sentences and times as they stand in HTML."""

import pytest

from mathora.export.content.story import Spelling
from mathora.export.html.sentences import block, clock, content_key, inline, iso_duration, prose

X = Spelling(
    tex="x",
    mathml="<math><mi>x</mi></math>",
    mathml_block="<math display='block'><mi>x</mi></math>",
    spoken="x",
    typst="x",
)


def test_words_are_text_and_formulas_are_mathml():
    found = str(prose(("a < b & ", X)))
    assert found.startswith("a &lt; b &amp; ")
    assert "<mi>x</mi>" in found


def test_a_formula_stands_in_the_line_or_by_itself():
    assert "block" not in str(inline(X))
    assert "block" in str(block(X))


@pytest.mark.parametrize(
    ("seconds", "shown", "machine"), [(0, "0:00", "PT0M0S"), (83.9, "1:23", "PT1M23S"), (600, "10:00", "PT10M0S")]
)
def test_a_time_is_minutes_and_seconds(seconds, shown, machine):
    assert (clock(seconds), iso_duration(seconds)) == (shown, machine)


def test_a_key_changes_when_and_only_when_what_is_said_does():
    assert content_key("one", ("two", X)) == content_key("one", ("two", X))
    assert content_key("one", "two") != content_key("onetwo") != content_key("one", "two", "")
