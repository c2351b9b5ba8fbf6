"""A new lesson is made of the scenes' own sections, or of plain ones that say what they need."""

import pytest

from mathora.script.starter import plain_name_of, starter_course


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Slopes", "slopes"),
        ("The chain rule", "the-chain-rule"),
        ("Über Größe", "uber-grosse"),
        ("A  -- b ", "a-b"),
        ("?", "my-lesson"),
    ],
)
def test_a_name_is_made_of_words(words, name):
    assert plain_name_of(words) == plain_name_of(name) == name


def test_a_new_course_is_yaml_with_its_schema():
    assert "schema" in starter_course("analysis", "schema.json")
