"""Prints `docs/faults.md`: every fault that `check` can tell, as it is told, with what mends it (`make messages`).

Owns: `page`, `told`, `rules_in_the_code`.

Law: nothing is written by hand but the examples: a message is what the code says of the example today.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from mathora.cli.faults import harmless
from mathora.lesson import Fault, Faulty
from mathora.prove import prove_lesson
from mathora.script import read_script
from mathora.voice.wording import unspeakable
from tests.docs.fault_examples import BASE, EXAMPLES, FURTHER
from tests.standard_scenes import standard_scenes
from tests.verdicts import known_or_decided

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("script", "formula", "prove", "voice", "plan", "cli")
MAKERS = {"Fault": 1, "refuse": 1, "_fault": 1, "fail": 1, "add": 1, "_faulty": 2, "_refuse": 1}
"""What makes a fault, and which of its arguments is the rule."""
NO_RULES = {"lines", "param", "rule", "speech", "theme", "verdict"}
"""Names that other calls of the same names are given."""

HEAD = """\
# What `check` tells, and what mends it

Each fault says where it is, what was found, and how to mend it; the word in brackets at its end is its name on this
page. Below stands each as it is told of a small lesson about slopes, and the line that holds. All of a file's faults
of form are told at once, then all of its formulas', then its words'. Printed from the code: `make messages`.
"""

FURTHER_HEAD = """\
## Further faults

These want more than a line to be made.

| fault | when, and what mends it |
| --- | --- |
"""


def told(text: str) -> tuple[Fault, ...]:
    """The faults of a lesson, in their order."""
    try:
        return tuple(unspeakable(prove_lesson(read_script(text, "slopes.yaml", standard_scenes()), known_or_decided)))
    except Faulty as faulty:
        return tuple(sorted(faulty.faults))


def page() -> str:
    """The whole page."""
    found: dict[str, str] = {}
    for good, bad in EXAMPLES:
        text = BASE.replace(good, bad, 1)
        for fault in told(text):
            found.setdefault(fault.rule, _example(fault, text, good, bad))
    chapters = [f"## {rule}\n\n{found[rule]}" for rule in sorted(found)]
    rows = "\n".join(f"| `{rule}` | {FURTHER[rule]} |" for rule in sorted(FURTHER) if rule not in found)
    return "\n\n".join((HEAD.rstrip(), *chapters, FURTHER_HEAD + rows)) + "\n"


def _example(fault: Fault, text: str, good: str, bad: str) -> str:
    lines = text.split("\n")
    line = lines[fault.place.line - 1] if fault.place.line <= len(lines) else None
    mended = good.rstrip("\n") if good != bad else ""
    kept = [one[2:] for one in difflib.ndiff(bad.split("\n"), mended.split("\n")) if one.startswith("+ ")]
    shown = "\n".join(one for one in kept if one.strip()) or "(without these lines)"
    return f"```text\n{harmless(fault.shown(line))}\n```\n\nMended:\n\n```text\n{shown}\n```"


def rules_in_the_code() -> set[str]:
    """Each rule that some call in the code gives to what makes a fault; those of scene files are told to engineers."""
    found = {rule for room in ROOMS for path in (ROOT / "mathora" / room).rglob("*.py") for rule in _rules(path)}
    return {rule for rule in found - NO_RULES if not rule.startswith("scene-")}


def _rules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            rule = node.args[MAKERS[name]] if name in MAKERS and len(node.args) > MAKERS[name] else None
            if isinstance(rule, ast.Constant) and re.fullmatch(r"[a-z]+(?:-[a-z]+)*", str(rule.value)):
                yield str(rule.value)


if __name__ == "__main__":
    (ROOT / "docs" / "faults.md").write_text(page(), encoding="utf-8")
