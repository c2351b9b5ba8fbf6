"""What an editor may write in place of a fault takes that fault away, and changes nothing else."""

from __future__ import annotations

import pytest
from bad_scenes import BAD, faults_of

from mathora.cli.lsp.mends import mends_of
from mathora.lesson import Fault, Place


def mended(rule, hint, marked):
    """The line with its mend written in; the underlined part stands in « »."""
    start, end = marked.index("«"), marked.index("»") - 1
    line = marked.replace("«", "").replace("»", "")
    found = mends_of(Fault(Place("x.yaml", 1, start + 1), rule, "", hint, end - start), line)
    return [line[: one.column - 1] + one.text + line[one.column - 1 + one.length :] for one in found]


IN_QUOTES = "a text that contains ': ' has to be in quotes; a nested key has to be indented"


@pytest.mark.parametrize(
    ("rule", "hint", "line", "after"),
    [
        ("unknown-command", r"did you mean \frac?", r"show: «\fracc»{1}{2}", r"show: \frac{1}{2}"),
        ("double-quoted-latex", "single quotes", r'with: {a: "x", b: "«\s»in x"}', r"""with: {a: "x", b: '\sin x'}"""),
        ("unknown-key", "did you mean 'title'?", "«titel»: A", "title: A"),
        ("unknown-key", "write a title", "«titel»: A", ""),
        ("spelled-out", r"write \sin", "show: «sin»(x)", r"show: \sin(x)"),
        ("spelled-out", r"write 5\,\text{$}", "show: 5«$»", ""),
        ("unknown-key", "a blank is missing behind the colon: write 'title: A'", "«title:A»", "title: A"),
        ("yaml", "put the text in quotes", "  - say: «@»home's", "  - say: '@home''s'"),
        ("yaml", IN_QUOTES, "say: Now«:» this", "say: 'Now: this'"),
        ("yaml", "put the text in quotes", "with: {a: «@»}", ""),
        ("double-quoted-latex", "single quotes", r'show: "\\frac{1}{2}«\n»u"', r"show: '\frac{1}{2}\nu'"),
        ("dollars", "leave the dollars out", "show: «$x^2$»", "show: x^2"),
    ],
)
def test_what_is_meant_can_be_written_in_place(rule, hint, line, after):
    assert mended(rule, hint, line) == ([after] if after else [])


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("say: Here «$»f is open.", ["say: Here $f$ is open.", r"say: Here \$f is open."]),
        ("say: Now «$»x + 1, say", ["say: Now $x + 1$, say", r"say: Now \$x + 1, say"]),
        (r"say: «$»\frac{1}{2} x.", [r"say: $\frac{1}{2} x$.", r"say: \$\frac{1}{2} x."]),
        ('say: "It costs «$»5 today"', [r'say: "It costs \\$5 today"']),
        ("say: so «$»", [r"say: so \$"]),
    ],
)
def test_a_dollar_alone_is_closed_or_is_money(line, after):
    assert mended("open-formula", "close it", line) == after


@pytest.mark.parametrize("script", BAD, ids=lambda path: path.stem)
def test_what_is_offered_as_a_mend_takes_the_fault_away(script):
    text = script.read_bytes().decode()
    for fault in faults_of(text, script.name):
        lines = text.splitlines()
        line = lines[fault.place.line - 1] if fault.place.line <= len(lines) else ""
        for found in mends_of(fault, line):
            at = found.column - 1
            lines[fault.place.line - 1] = line[:at] + found.text + line[at + found.length :]
            left = faults_of("\n".join(lines) + "\n", script.name)
            assert (fault.message, fault.place.line) not in [(one.message, one.place.line) for one in left]
