"""Every fault says what to write instead: by the source, each call that makes one hands in a hint.

And `check` tells all of them: what draws raises nothing that is no need of a scene, for then it is too late.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "mathora"
ROOMS = ("export", "formula", "plan", "prove", "voice")
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
PLACES = {"fail": 3, "_fault": 3, "Fault": 3, "_faulty": 4}
"""What makes a fault: at which place of its arguments the hint stands."""
OWN = {("fitting.py", "_fault"), ("calculating.py", "_fault"), ("stillness.py", "_fault")}
"""Makers that put the hint in themselves."""


def without_hint(source: str, file: str) -> Iterator[int]:
    """The lines at which a fault is made without a hint, or with an empty one."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = PLACES.get(name)
        if place is None or (file, name) in OWN:
            continue
        hint = node.args[place] if len(node.args) > place else None
        if hint is None or (isinstance(hint, ast.Constant) and not hint.value):
            yield node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_fault_says_what_to_write(path):
    assert list(without_hint(path.read_text(encoding="utf-8"), path.name)) == []


def test_a_fault_without_a_hint_is_seen():
    assert list(without_hint('cursor.fail(token, "syntax", "wrong")', "x.py")) == [1]
    assert list(without_hint('Fault(place, "rule", "wrong", "")', "x.py")) == [1]
    assert list(without_hint('Fault(place, "rule", "wrong", "write it")', "x.py")) == []


DRAWING = [*sorted((ROOT.parent / "scenes").glob("*.py")), *sorted((ROOT / "stage" / "figures").glob("*.py"))]
UNDECODED = {"raster.py": 2}
"""Pictures whose bytes only a decoder can judge."""


def told_too_late(source: str) -> int:
    """How often a scene or a figure raises: each is a need that was not declared."""
    return sum(isinstance(node, ast.Raise) for node in ast.walk(ast.parse(source)))


@pytest.mark.parametrize("path", DRAWING, ids=lambda path: path.name)
def test_what_a_scene_cannot_draw_is_a_need_and_no_raise(path):
    assert told_too_late(path.read_text(encoding="utf-8")) == UNDECODED.get(path.name, 0)


def test_a_raise_in_a_scene_is_seen():
    assert told_too_late("if not of:\n    raise ValueError('found nothing to add')\n") == 1
