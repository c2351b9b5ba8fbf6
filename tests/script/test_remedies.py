"""Every fault of a script or of a scene's file says how to mend it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mathora

ROOM = Path(mathora.__file__).parent / "script"
MAKERS = {"Fault": 3, "refuse": 3, "_fault": 3}
"""What makes a fault, and which of its arguments is the hint."""


def silent(source: str) -> Iterator[int]:
    """The lines in which a fault is made without a hint, or with an empty one."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        at = 3 if name == "add" and len(node.args) > 2 else MAKERS.get(name)
        if at is None:
            continue
        named = next((one.value for one in node.keywords if one.arg == "hint"), None)
        hint = node.args[at] if len(node.args) > at else named
        if hint is None or (isinstance(hint, ast.Constant) and not hint.value):
            yield node.lineno


@pytest.mark.parametrize("file", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_every_fault_carries_a_remedy(file):
    assert list(silent(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "made",
    [
        'Fault(place, "rule", "message")',
        'Fault(place, "rule", "message", "", 5)',
        'refuse(text, "rule", "message")',
        'gathering.add(place, "rule", "message")',
        'self._fault(node, "rule", "message", hint="")',
    ],
)
def test_a_fault_without_a_remedy_is_found(made):
    assert list(silent(made)) == [1]


def test_all_bad_scripts_are_told_how_to_be_mended():
    lines = [line for file in (Path(__file__).parent / "bad").glob("*.txt") for line in file.read_text().splitlines()]
    assert [line for line in lines if "] = " not in line] == []
