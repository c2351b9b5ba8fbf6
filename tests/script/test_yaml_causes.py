"""The cause of a syntax error is looked for in the lines before it, and characters are named."""

import pytest

from mathora.lesson import Faulty
from mathora.script.nodes import compose
from mathora.script.yaml_causes import named


def fault(source):
    with pytest.raises(Faulty) as raised:
        compose(source, "x.yaml")
    (one,) = raised.value.faults
    return one


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("a: 1\nb:2\nc: 3\n", 2, "write 'b: 2'"),
        ("id: s\ntitle:Slopes\nmodel:\n", 2, "write 'title: Slopes'"),
        ("a: 1\nb\nc: 3\n", 2, "colon"),
        ("a: 'one\nb: two\nc: three\n", 1, "closed"),
        ("a:\n  b: 1\n   c: 2\n", 3, "put 2 blanks before it"),
        ("a\uff1a 1\nb: 2\n", 1, "colon"),
        ("%a: 1\n", 1, "%"),
        ("a:\n  -{b: 1, c: 2}\n", 2, "write '- {b: 1, c: 2}'"),
        ("a: {b: [0, 10^{-3}]}\n", 1, "put a value with braces in quotes"),
        ("a: {b: {x: 1}, c: 10^{-10}}\n", 1, "put a value with braces in quotes"),
        ("a: [0, 10^{3}]\n", 1, "put each entry with braces in quotes: ['10^{3}', …]"),
        ("a: {b: {x: 1}} c\n", 1, "something stands behind the brace"),
    ],
)
def test_it_is_told_at_its_own_line(source, line, said):
    one = fault(source)
    assert one.place.line == line
    assert said in f"{one.message} {one.hint}"


@pytest.mark.parametrize(("character", "part"), [("\u00a0", "U+00A0"), ("\u200b", "U+200B"), ("\uff1a", "U+FF1A")])
def test_a_character_is_named_never_shown(character, part):
    assert part in named(character)
    assert character not in named(character)
