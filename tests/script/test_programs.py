"""Lines of a program in a script: kept as written, and few enough to be read."""

import pytest

from mathora.lesson import Faulty, Text
from mathora.script.nodes import ScalarNode
from mathora.script.programs import MOST_LINES, WIDEST, program


def read(written):
    return program(ScalarNode(Text.written(written, "t.yaml", 3), plain=False)).text.value


def test_lines_keep_their_indentation_and_blank_ones_at_the_end_leave():
    assert read("for x in y:\n    go(x)\n\nprint('ä', λ)\n\n") == "for x in y:\n    go(x)\n\nprint('ä', λ)"
    assert read("\n".join(["x" * WIDEST] * MOST_LINES))


@pytest.mark.parametrize(
    ("written", "line", "message"),
    [
        ("a\n\tb", 4, r"found the character '\\t' \(U\+0009\)"),
        ("a = '木'", 3, "found the character '木'"),
        ("\n".join("a" * (MOST_LINES + 1)), 3, f"found a program of {MOST_LINES + 1} lines"),
        (f"a\n\n{'b' * (WIDEST + 1)}", 5, f"found {WIDEST + 1} characters in line 3"),
        (" \n ", 3, "expected lines of a program"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_stands(written, line, message):
    with pytest.raises(Faulty, match=message) as caught:
        read(written)
    assert caught.value.faults[0].place.line == line
