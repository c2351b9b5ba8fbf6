"""What an editor may write in place of what a fault underlines: misspelt words, and the traps of YAML and LaTeX.

Owns: `Mend`, `mends_of`, and the table of mends.

Laws:
- A mend is made from the fault's hint and its line alone. A line of another form has none.
- A value that is put into quotes keeps its characters: YAML reads out of them what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mathora.lesson import Fault

MEANT = re.compile(r"did you mean (?:'([^']+)'|(\\[A-Za-z]+))\?")
COMMAND = re.compile(r"write (\\[A-Za-z]+)")
BLANK = re.compile(r"write '([\w-]+): (.*)'")
QUOTES = re.compile(r"has to be in quotes|put the (?:whole )?text in quotes")
ENTRY = re.compile(r"(\s*(?:- )?[\w-]+: +)(?!['\"|>{\[])(.*?)\s*")
"""A key with a plain text behind it, in a line of its own."""

DOUBLY_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?')
FORMULA = re.compile(
    r"\$(?!\d+(?:[.,]\d+)?\b)(\S+?(?: (?:[-+=<>*/|]|\\\w+|[\d({\\]\S*?|\w(?!\w)\S*?))*)(?=[.,;:!?'\"]*(?:\s|$))"
)
"""What is a formula's, from a dollar on that no other follows: up to the first word of several letters."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A stretch of the fault's line (columns from 1), and what is written there; `says` what that does."""

    column: int
    length: int
    text: str
    says: str


def mends_of(fault: Fault, line: str) -> list[Mend]:
    """How the fault can be mended in its line, the likeliest first."""
    return [found for make in MENDS if (found := make(fault, line))]


def _word(fault: Fault, _: str) -> Mend | None:
    """The word that was meant."""
    found = MEANT.search(fault.hint)
    return _instead(fault, found[1] or found[2]) if found else None


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
    around = _doubly_quoted(fault, line)
    if around is None or not around[0].endswith('"', 1):
        return None
    text = "'" + around[0][1:-1].replace("\\\\", "\\").replace('\\"', '"').replace("'", "''") + "'"
    return Mend(around.start() + 1, len(around[0]), text, "Put the LaTeX in single quotes")


def _doubly_quoted(fault: Fault, line: str) -> re.Match[str] | None:
    """The double quotes around a fault, with what stands between them."""
    spans = DOUBLY_QUOTED.finditer(line)
    return next((one for one in spans if one.start() < fault.place.column <= one.end()), None)


def _dollars(fault: Fault, line: str) -> Mend | None:
    """A formula where one stands anyway, without its dollars."""
    at = fault.place.column - 1
    written = line[at : at + fault.length]
    if fault.rule != "dollars" or not re.fullmatch(r"\$[^$]+\$", written):
        return None
    return _instead(fault, written[1:-1])


def _closing_dollar(fault: Fault, line: str) -> Mend | None:
    """`$f is`, with the dollar that closes the formula: `$f$ is`."""
    found = FORMULA.match(line, fault.place.column - 1) if fault.rule == "open-formula" else None
    return Mend(found.end() + 1, 0, "$", f"Close the formula: '{found[0]}$'") if found else None


def _money(fault: Fault, line: str) -> Mend | None:
    r"""`$5`, which is no formula: `\$5`."""
    if fault.rule != "open-formula":
        return None
    escaped = "\\\\$" if _doubly_quoted(fault, line) else "\\$"
    return Mend(fault.place.column, 1, escaped, f"Write '{escaped}', a dollar")


def _instead(fault: Fault, text: str) -> Mend:
    return Mend(fault.place.column, fault.length, text, f"Write '{text}'")


MENDS: tuple[Callable[[Fault, str], Mend | None], ...] = (
    *(_blank, _word, _command, _single_quotes, _dollars, _closing_dollar, _money, _quotes),
)
"""Looked at in this order; one that is new is one row."""
