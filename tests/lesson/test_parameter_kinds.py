"""Each kind of parameter says how an author writes a value of it."""

from typing import get_args

from mathora.lesson.parameter_kinds import WRITTEN, ParameterKind


def test_each_kind_but_the_listed_words_is_described():
    assert set(WRITTEN) == set(get_args(ParameterKind)) - {"Word"}


def test_a_description_goes_behind_expected():
    assert all(text[0].islower() or text.startswith("a PNG") for text in WRITTEN.values())
    assert len(set(WRITTEN.values())) == len(WRITTEN)
