"""Every bad script in `bad/` gives exactly the faults in the `.txt` beside it: place, field, found, expected, hint.

A line is `file:line:column: message [rule] = hint ~length of the caret`. To add one, add both files.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mathora.lesson import Fault, Faulty
from mathora.script import read_script

FOLDER = Path(__file__).parent / "bad"
SCRIPTS = sorted(FOLDER.glob("*.yaml"))

RULES = {
    "answer-missing", "latex-in-words", "long-word",
    "claim-missing", "comment-in-text", "control-character", "dollars", "double-quoted-latex", "long-title",
    "duplicate-id", "duplicate-key", "empty-formula", "empty-interval", "empty-number", "empty-script", "missing-key",
    "merge-conflict", "missing-parameter", "missing-value", "no-answer-in-claim", "not-a-number", "not-a-plain-name",
    "not-a-word", "nothing-stands", "odd-blank", "one-correct-option", "open-cue", "open-formula", "open-number",
    "reading-order", "too-big", "too-deep", "too-few", "too-many",
    "unknown-action", "unknown-key", "unknown-parameter", "unknown-scene", "unknown-word", "wrong-type", "yaml",
    "yaml-alias", "yaml-key", "yaml-tag",
}  # fmt: skip


def line_of(fault: Fault) -> str:
    hint = f" = {fault.hint}" if fault.hint else ""
    return f"{fault.place}: {fault.message} [{fault.rule}]{hint} ~{fault.length}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_bad_script_gives_its_faults_and_no_others(script, catalogue):
    source = script.read_bytes().decode()
    with pytest.raises(Faulty) as raised:
        read_script(source, script.name, catalogue)
    assert [line_of(fault) for fault in raised.value.faults] == script.with_suffix(".txt").read_text().splitlines()


def test_every_rule_has_a_script_that_breaks_it():
    text = "".join(path.with_suffix(".txt").read_text() for path in SCRIPTS)
    assert set(re.findall(r" \[([a-z-]+)\](?: =| ~)", text)) == RULES


def test_what_is_underlined_is_what_was_found(catalogue, good):
    source = good.replace("title: A curve", "title: A curve\n    colour: blue")
    with pytest.raises(Faulty) as raised:
        read_script(source, "x.yaml", catalogue)
    (fault,) = raised.value.faults
    line = source.split("\n")[fault.place.line - 1]
    assert line[fault.place.column - 1 :][: fault.length] == "colour"
