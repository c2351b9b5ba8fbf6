"""What an editor may write in place of what a fault underlines: misspelt words, and the traps of YAML and LaTeX.

Owns: `Mend`, `mend_of`, and the table of mends.

Laws:
- A mend is made from the fault's hint and its line alone. A line of another form has none.
- A value that is put into quotes keeps its characters: YAML reads out of them what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mathora.lesson import Fault

MEANT = re.compile(r"did you mean '([^']+)'\?")
COMMAND = re.compile(r"write (\\[A-Za-z]+)")
BLANK = re.compile(r"write '([\w-]+): (.*)'")
QUOTES = re.compile(r"has to be in quotes|put the (?:whole )?text in quotes")
ENTRY = re.compile(r"(\s*(?:- )?[\w-]+: +)(?!['\"|>{\[])(.*?)\s*")
"""A key with a plain text behind it, in a line of its own."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A stretch of the fault's line (columns from 1), and what is written there; `says` what that does."""

    column: int
    length: int
    text: str
    says: str


def mend_of(fault: Fault, line: str) -> Mend | None:
    """How the fault is mended in its line; None if that is not known."""
    return next((found for make in MENDS if (found := make(fault, line))), None)


def _word(fault: Fault, _: str) -> Mend | None:
    """The word that was meant."""
    found = MEANT.search(fault.hint)
    return _instead(fault, found[1]) if found else None


def _command(fault: Fault, _: str) -> Mend | None:
    r"""`sin` in a formula: `\sin`."""
    found = COMMAND.fullmatch(fault.hint)
    return _instead(fault, found[1]) if found and fault.rule == "spelled-out" else None


def _blank(fault: Fault, line: str) -> Mend | None:
    """`title:Slopes`, with the blank behind its colon."""
    found = BLANK.search(fault.hint)
    at = line.find(f"{found[1]}:") if found and "blank is missing" in fault.message + fault.hint else -1
    if found is None or at < 0:
        return None
    end = at + len(found[1]) + 1
    return Mend(end + 1, 0, " ", f"Write '{found[1]}: …'") if line[end : end + 1].strip() else None


def _quotes(fault: Fault, line: str) -> Mend | None:
    """A text that YAML takes for something else, in single quotes."""
    found = ENTRY.fullmatch(line) if QUOTES.search(fault.hint) else None
    if found is None or not found[2]:
        return None
    quoted = "'" + found[2].replace("'", "''") + "'"
    return Mend(len(found[1]) + 1, len(found[2]), quoted, "Put the text in single quotes")


def _single_quotes(fault: Fault, line: str) -> Mend | None:
    r"""LaTeX in double quotes, where `\f` is YAML's: in single ones."""
    if fault.rule != "double-quoted-latex":
        return None
    spans = [found.span() for found in re.finditer(r'"(?:[^"\\]|\\.)*"', line)]
    around = next(((start, end) for start, end in spans if start < fault.place.column <= end), None)
    if around is None:
        return None
    inside = line[around[0] + 1 : around[1] - 1]
    text = "'" + inside.replace("\\\\", "\\").replace('\\"', '"').replace("'", "''") + "'"
    return Mend(around[0] + 1, around[1] - around[0], text, "Put the LaTeX in single quotes")


def _dollars(fault: Fault, line: str) -> Mend | None:
    """A formula where one stands anyway, without its dollars."""
    at = fault.place.column - 1
    written = line[at : at + fault.length]
    if fault.rule != "dollars" or not re.fullmatch(r"\$[^$]+\$", written):
        return None
    return _instead(fault, written[1:-1])


def _instead(fault: Fault, text: str) -> Mend:
    return Mend(fault.place.column, fault.length, text, f"Write '{text}'")


MENDS: tuple[Callable[[Fault, str], Mend | None], ...] = (
    *(_blank, _word, _command, _single_quotes, _dollars, _quotes),
)
"""Looked at in this order; one that is new is one row."""
