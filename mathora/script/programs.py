"""Lines of a program in a script: what a scene may show of them."""

from __future__ import annotations

import re

from mathora.lesson import ProgramValue, refuse
from mathora.script.fields import expected, scalar
from mathora.script.nodes import YamlNode

MOST_LINES, WIDEST = 12, 44
"""How many lines a program has at most, and how many characters each, so that it can be read."""

NO_CODE = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03c9]")
"""What a program may not have: tabs, control characters, and what is neither Latin nor Greek."""


def program(node: YamlNode) -> ProgramValue:
    """A few lines of a program; blank lines at its end do not count."""
    what = "lines of a program under each other, behind 'program: |'"
    whole = scalar(node, what).text
    written = whole.cut(0, len(whole.value.rstrip()))
    if not written.value:
        expected(node, what)
    if strange := NO_CODE.search(written.value):
        message = f"found the character {strange[0]!r} (U+{ord(strange[0]):04X}) in a program"
        refuse(written.cut(*strange.span()), "glyph-missing", message, "write Latin or Greek, blanks for tabs")
    lines = written.value.split("\n")
    written_in = [place.line for place in written.places]
    if len(set(written_in[:-1])) > len(lines):
        message = "found lines that are joined to one, expected the lines of a program"
        refuse(written.cut(0, 1), "wrong-type", message, "write them behind 'program: |'")
    if len(lines) > MOST_LINES:
        message = f"found a program of {len(lines)} lines, expected at most {MOST_LINES}"
        refuse(written.cut(0, len(lines[0])), "out-of-limits", message, "show the lines that matter")
    begin = 0
    for number, line in enumerate(lines, 1):
        if len(line) > WIDEST:
            message = f"found {len(line)} characters in line {number} of a program, expected at most {WIDEST}"
            refuse(written.cut(begin, begin + len(line)), "out-of-limits", message, "break it, or shorten its names")
        begin += len(line) + 1
    return ProgramValue(text=written)
