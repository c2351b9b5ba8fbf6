"""Where a thing stands in a script, and what is wrong with it.

Owns: `LINE_END`; `Place` (file, line, column), `Text` (a string that remembers where each of its characters was
written), `Fault` (an author's mistake as a value) and how a fault is shown.

Laws:
- A fault is a value. Stages return or collect faults and report all of a file's faults together; an exception
  is a bug of ours or a broken machine. `Faulty` is the one exception, and it only carries faults upwards.
- Lines and columns count from 1, in Unicode code points; column 1 is the first character of the line.
- Nothing here reads a file: the quoted line of a fault is looked up by whoever shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final, NoReturn

LINE_END: Final = re.compile(r"\r*\n|\r")  # where a line of a file ends, as editors end it


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a script: `file` as the author named it, `line` and `column` from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def in_any_folder(self) -> str:
        """The place with its file's name alone, so that a course's folder can be anywhere."""
        return str(replace(self, file=self.file.replace("\\", "/").rpartition("/")[2]))


@dataclass(frozen=True, slots=True)
class Text:
    """A string of a script together with the place of each of its characters.

    `value` is the string after YAML's escapes and folding; `places[i]` is the place where `value[i]` was
    written, and the last entry (`len(places) == len(value) + 1`) is the place just behind the text.
    Two texts are equal when their values are: a place never decides what is drawn.
    """

    value: str
    places: tuple[Place, ...] = field(compare=False, repr=False)

    def __str__(self) -> str:
        return self.value

    def at(self, offset: int) -> Place:
        """The place of the character at `offset` (0-based); past the end, the place behind the text."""
        return self.places[min(max(offset, 0), len(self.places) - 1)]

    @property
    def place(self) -> Place:
        """Where the text begins."""
        return self.places[0]

    def cut(self, start: int, stop: int) -> Text:
        """The part from `start` up to `stop`, its characters still knowing where they were written."""
        return Text(self.value[start:stop], self.places[start : stop + 1])

    def stripped(self) -> Text:
        """Without blanks and line breaks at its ends."""
        start = len(self.value) - len(self.value.lstrip())
        return self.cut(start, max(start, len(self.value.rstrip())))

    def fault(self, rule: str, message: str, hint: str = "") -> Fault:
        """What is wrong with the text, which the caret underlines as a whole."""
        return Fault(self.place, rule, message, hint, max(1, len(self.value)))

    @staticmethod
    def written(value: str, file: str = "<text>", line: int = 1, column: int = 1) -> Text:
        """A text that stands in one run from `line`:`column` (a command's argument, a test)."""
        places: list[Place] = []
        for character in value:
            places.append(Place(file, line, column))
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
        places.append(Place(file, line, column))
        return Text(value, tuple(places))


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """What is wrong in a script: where, which rule, what was found, and how to mend it.

    `rule` is a stable kebab-case id (`unknown-key`, `formula-false`); `message` says what was found and what
    is expected, in one sentence without a final stop; `hint`, if any, says how to mend it.
    `length` is the number of characters that the caret underlines, from `place` on.
    """

    place: Place
    rule: str
    message: str
    hint: str = ""
    length: int = 1

    def shown(self, line: str | None) -> str:
        """The fault as an author reads it; `line` is the script's line at `place`, without its newline.

        >>> fault = Fault(Place("x.yaml", 2, 5), "unknown-key", "unknown key 'tilte'", "did you mean 'title'?", 5)
        >>> print(fault.shown("    tilte: A"))
        x.yaml:2:5: unknown key 'tilte' [unknown-key]
            2 |     tilte: A
              |     ^^^^^
              = did you mean 'title'?
        """
        head = f"{self.place}: {self.message} [{self.rule}]"
        number = str(self.place.line)
        gutter = " " * len(number)
        parts = [head]
        if line is not None:
            before = self.place.column - 1
            carets = "^" * max(1, min(self.length, len(line) - before))
            parts += [f"    {number} | {line}", f"    {gutter} | {' ' * before}{carets}"]
        if self.hint:
            parts.append(f"    {gutter} = {self.hint}")
        return "\n".join(parts)


class Faulty(Exception):
    """Carries an author's faults out of a stage; caught at the edge of the stage, never shown as a traceback."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("; ".join(f"{fault.place}: {fault.message}" for fault in self.faults))


def refuse(text: Text, rule: str, message: str, hint: str = "") -> NoReturn:
    """Raises `Faulty` with one fault that underlines `text`."""
    raise Faulty([text.fault(rule, message, hint)])


def did_you_mean(found: str, known: Sequence[str]) -> str:
    """The hint for a misspelt word: the nearest known one, else what is known.

    >>> did_you_mean("tilte", ["title", "id"])
    "did you mean 'title'?"
    >>> did_you_mean("Quiz", ["QuickCheck", "Curve"])
    "did you mean 'QuickCheck'?"
    >>> did_you_mean("de-AT", ["en", "de"])
    "did you mean 'de'?"
    >>> did_you_mean("zzz", ["title", "id"])
    "known here: 'id', 'title'"
    """
    if near := nearest(found, known):
        return f"did you mean '{near}'?"
    return "known here: " + ", ".join(f"'{word}'" for word in sorted(known)) if known else ""


def nearest(found: str, known: Sequence[str]) -> str:
    """The known word that a misspelt one means, if there is one."""
    near = get_close_matches(found, known, n=1) or [
        one for one in known if one[:3].lower() == found[:3].lower() or re.fullmatch(rf"{re.escape(one)}[-_].*", found)
    ]
    return near[0] if len(near) == 1 and found else ""
