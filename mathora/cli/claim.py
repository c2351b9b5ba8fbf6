"""One formula of the command line with its model, read.

Owns: how `--let` and `--assume` become declarations and givens, and which names are taken as free.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mathora.cli.course import course, read_lesson, scene_folders, scripts
from mathora.formula import Formula, Model, Node, read, read_model
from mathora.lesson import Declaration, Faulty, ModelSource, Text

MOST_FREE_NAMES = 20
UNKNOWN = "unknown-name"


@dataclass(frozen=True, slots=True)
class Claim:
    """A formula, the model it is read in, what is assumed, and the names that were taken as free real numbers."""

    formula: Formula
    model: Model
    givens: tuple[Node, ...]
    free: tuple[str, ...]


def sources_of(tex: str, lets: Sequence[str], assumed: Sequence[str]) -> dict[str, str]:
    """What faults quote: the texts of the command line by the names that they have as files."""
    return {
        "TEX": tex,
        **{f"--let {at}": one for at, one in enumerate(lets, 1)},
        **{f"--assume {at}": one for at, one in enumerate(assumed, 1)},
    }


def read_claim(tex: str, lets: Sequence[str], assumed: Sequence[str], script: Path | None) -> Claim:
    """The claim; raises `Faulty`. With a script, every name has to be declared there or by `lets`."""
    texts = [Text.written(one, f"--assume {at}") for at, one in enumerate(assumed, 1)]
    declared = [*_of_script(script), *(_declaration(at, one) for at, one in enumerate(lets, 1))]
    sources = sources_of(tex, lets, assumed)
    free: dict[str, Declaration] = {}
    while True:
        try:
            model = read_model(ModelSource(declarations=(*declared, *free.values())))
            formula = read(Text.written(tex, "TEX"), model)
            return Claim(formula, model, tuple(read(text, model).tree for text in texts), tuple(free))
        except Faulty as faulty:
            names = set(_unknown(faulty, sources)) - free.keys()
            if script is not None or not names or len(free) + len(names) > MOST_FREE_NAMES:
                raise
            free |= {name: Declaration(head=Text.written(name, name)) for name in sorted(names)}


def _unknown(faulty: Faulty, sources: Mapping[str, str]) -> Iterator[str]:
    """The names that are unknown, as written, if nothing else is wrong."""
    if all(fault.rule == UNKNOWN and fault.place.file in sources for fault in faulty.faults):
        for fault in faulty.faults:
            start = fault.place.column - 1
            yield sources[fault.place.file][start : start + fault.length]


def _declaration(at: int, let: str) -> Declaration:
    """`V(x) = x^2` defines, `V(x)` or `x` alone declares."""
    whole = Text.written(let, f"--let {at}")
    head, equals, body = let.partition("=")
    if not body.strip():
        return Declaration(head=_trimmed(whole, 0, len(head) if not equals else len(let)))
    return Declaration(head=_trimmed(whole, 0, len(head)), body=_trimmed(whole, len(head) + 1, len(let)))


def _trimmed(whole: Text, start: int, stop: int) -> Text:
    part = whole.value[start:stop]
    return whole.cut(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _of_script(path: Path | None) -> Iterator[Declaration]:
    if path is not None:
        (script,) = scripts([path])
        yield from read_lesson(script, course(scene_folders(script)).catalogue).model.declarations
