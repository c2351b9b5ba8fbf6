"""What an editor is told of a script: pure functions of its text, its course's scenes, and what was proved last.

Owns: `Suggestion`, `suggestions`, `explained`, `defined_at`, `named_alike`, `step_at`. What may be written instead is
in `mends`.

Laws:
- Lines and columns count from 1, in code points, as everywhere; the protocol's own counting is the server's business.
- A text that is half written gets the suggestions that can be seen from it: nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mathora.formula import speak
from mathora.formula.reader import commands
from mathora.formula.symbols.functions import SYMBOLS
from mathora.lesson import ActionSignature, Lesson, Parameter, SceneSignature
from mathora.prove import Proven, Receipt

WORD = re.compile(r"\\?[A-Za-z]\w*(?:_\{?\w+\}?)?")
SCENE = re.compile(r"\bscene:\s*([A-Za-z]\w*)?")
ACTION = re.compile(r"\bdo:\s*([a-z_]\w*)?")
QUOTED = re.compile(r"""(?<![^\s\[{,:])(?:'[^']*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$))""")
IN_LINES_BELOW = re.compile(r"(?:^|[\s:])[|>][-+0-9]*\s*(?:\s#.*)?$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may stand here: of which kind, and what it is in a line."""

    word: str
    kind: Literal["scene", "action", "parameter", "name", "command", "move"]
    says: str = ""


def suggestions(
    lines: Sequence[str], line: int, column: int, catalogue: Mapping[str, SceneSignature]
) -> list[Suggestion]:
    """What may be written at a place, the place being just behind what is written already; nothing in a comment."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    return [] if _in_comment(lines, line, before) else _fitting(lines, line, before, catalogue)


def _fitting(lines: Sequence[str], line: int, before: str, catalogue: Mapping[str, SceneSignature]) -> list[Suggestion]:
    """What may be written in a line behind what stands `before`."""
    if re.search(r"\bscene:\s*\w*$", before):
        return [Suggestion(name, "scene", scene.summary) for name, scene in sorted(catalogue.items())]
    scene = catalogue.get(_above(lines, line, SCENE))
    if re.search(r"\bdo:\s*\w*$", before):
        actions = scene.actions if scene else ()
        return [Suggestion(action.name, "action", action.describes) for action in actions]
    if re.search(r"\\[A-Za-z]*$", before):
        return [Suggestion(word, "command") for word in known_commands()]
    action = _action(scene, lines, line)
    if re.search(r"\{[a-z_]*$", before) and "say:" in before and action and action.moves:
        return [Suggestion(move, "move", "starts with the next word") for move in action.moves]
    if given := _given(lines, line, before):
        parameters = _parameters(scene, action, given == "step")
        return [Suggestion(one.name, "parameter", _kind(one)) for one in parameters]
    return [Suggestion(name, "name") for name in names_of_model(lines)]


def _in_comment(lines: Sequence[str], line: int, before: str) -> bool:
    """Whether a place stands behind the sign of a comment; quotes and a text in the lines below its key have none."""
    if not re.search(r"(?:^|\s)#", QUOTED.sub("", before)):
        return False
    deep = _depth(lines[line - 1])
    head = next((text for text in reversed(lines[: line - 1]) if text.strip() and _depth(text) < deep), "")
    return not IN_LINES_BELOW.search(head)


def known_commands() -> list[str]:
    """The LaTeX commands that are understood, with their backslash."""
    tables = (commands.GREEK, commands.ALIASES, commands.RELATIONS, commands.TIMES, commands.SET_OPERATORS)
    words = {word for table in tables for word in table if word.startswith("\\") and word[1:].isalpha()}
    words |= {f"\\{name.lstrip(chr(92))}" for name in SYMBOLS if name.lstrip(chr(92)).isalpha()}
    plain = ("frac", "sqrt", "sum", "prod", "int", "lim", "partial", "nabla", "begin", "end", "text", "left", "right")
    words |= {f"\\{word}" for word in (*plain, *commands.ACCENTS, *commands.STYLES)}
    return sorted(words)


def _above(lines: Sequence[str], line: int, what: re.Pattern[str]) -> str:
    """The word that the nearest line above, or this one, gives for a key."""
    for text in reversed(lines[:line]):
        if (found := what.search(text)) and found[1]:
            return found[1]
    return ""


def _action(scene: SceneSignature | None, lines: Sequence[str], line: int) -> ActionSignature | None:
    name = _above(lines, line, ACTION)
    return next((action for action in scene.actions if action.name == name), None) if scene else None


def _given(lines: Sequence[str], line: int, before: str) -> Literal["", "section", "step"]:
    """Whether a parameter's name may stand here: of a step's `with:`, or of the section's."""
    inline = re.search(r"\bwith:\s*\{(?:(?:[^{}\[\]]|\{[^{}]*\}|\[[^\[\]]*\])*,)?\s*\w*$", before) is not None
    deep = len(before) - len(before.lstrip())
    block = next((text for text in reversed(lines[: line - 1]) if text.strip() and _depth(text) < deep), "")
    if not inline and not (block.strip() == "with:" and re.fullmatch(r"\s*\w*", before)):
        return ""
    for text in reversed(lines[:line]):
        if ACTION.search(text):
            return "step"
        if SCENE.search(text):
            return "section"
    return ""


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip())


def _parameters(
    scene: SceneSignature | None,
    action: ActionSignature | None,
    of_step: bool,  # noqa: FBT001 - which of two
) -> Sequence[Parameter]:
    if of_step:
        return action.parameters if action else ()
    return scene.parameters if scene else ()


def _kind(parameter: Parameter) -> str:
    kind = " or ".join(parameter.words) or parameter.kind
    return f"{kind}{', a list' if parameter.many else ''}{'' if parameter.required else ', may be left out'}"


def names_of_model(lines: Sequence[str]) -> list[str]:
    """The names that the script's `model:` declares, as they are written there, without parameters."""
    return [name for name, _, _ in _declared(lines)]


def _declared(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Names of the model with their line and column."""
    inside = False
    for number, text in enumerate(lines, 1):
        if re.match(r"\S", text):
            inside = text.startswith("model:")
        elif inside and (found := re.match(r"\s+['\"]?((?:\\?[A-Za-z]\w*|\\text\{[^}]*\})(?:_\{?\w+\}?)?)", text)):
            yield found[1], number, found.start(1) + 1


def defined_at(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | None:
    """Where the name at a place is declared in the model: line and column."""
    word = _word_at(lines, line, column)
    return next(((at, begin) for name, at, begin in _declared(lines) if name == word), None)


def named_alike(lines: Sequence[str], line: int, column: int) -> Iterator[tuple[int, int, int]]:
    """Where else the name of the model that stands at a place is written: line, column and length of each."""
    word = _word_at(lines, line, column)
    for number, text in enumerate(lines, 1) if word in names_of_model(lines) else ():
        yield from ((number, found.start() + 1, len(word)) for found in WORD.finditer(text) if found[0] == word)


def _word_at(lines: Sequence[str], line: int, column: int) -> str:
    text = lines[line - 1] if line <= len(lines) else ""
    return next((found[0] for found in WORD.finditer(text) if found.start() < column <= found.end() + 1), "")


def explained(
    lines: Sequence[str], line: int, column: int, catalogue: Mapping[str, SceneSignature], proven: Proven | None
) -> str:
    """What stands at a place, as Markdown: a formula's reading and verdict, what a scene, an action or a parameter is,
    how a name is declared; or "".
    """
    receipt = _receipt_at(proven, line, column)
    if proven is not None and receipt is not None:
        return _of_receipt(proven, receipt)
    word = _word_at(lines, line, column)
    if word in catalogue:
        return f"**{word}**: {catalogue[word].summary}"
    scene = catalogue.get(_above(lines, line, SCENE))
    action = next((one for one in scene.actions if one.name == word), None) if scene else None
    if action:
        return f"**{word}**: {action.describes}"
    if given := _given(lines, line, lines[line - 1][: column - 1] if line <= len(lines) else ""):
        asked = _parameters(scene, _action(scene, lines, line), given == "step")
        if kind := next((_kind(one) for one in asked if one.name == word), ""):
            return f"**{word}**: {kind}"
    declared = next((at for name, at, _ in _declared(lines) if name == word), 0)
    return f"`{lines[declared - 1].strip()}`" if declared else ""


def step_at(lesson: Lesson, lines: Sequence[str], line: int) -> str:
    """The step whose `do:` stands in a line, as `section/step`; "" for any other line."""
    if line > len(lines) or not ACTION.search(lines[line - 1]):
        return ""
    return next((address for address, step in lesson.steps.items() if step.action.place.line == line), "")


def _receipt_at(proven: Proven | None, line: int, column: int) -> Receipt | None:
    receipts = proven.receipts if proven else ()
    here = (
        one
        for one in receipts
        if one.place.line == line and one.place.column <= column <= one.place.column + len(one.shown)
    )
    return min(here, key=lambda one: len(one.shown), default=None)


def _of_receipt(proven: Proven, receipt: Receipt) -> str:
    verdict = receipt.verdict
    parts = [f"**{verdict.kind}**" + (f" ({verdict.why})" if verdict.why else "")]
    formula = next((one for one in proven.formulas if one.text.value == receipt.shown), None)
    if formula is not None:
        parts.append(f"read as: *{speak(formula.tree, proven.lesson.language)}*")
    if verdict.conditions:
        parts.append("where " + ", ".join(f"`{one}`" for one in verdict.conditions))
    return "\n\n".join(parts)
