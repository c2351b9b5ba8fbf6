"""Where each character of a YAML scalar was written, for every style of scalar.

Owns: the walk beside YAML's folding and escapes, and the way from an index of the source to line and column.

Laws:
- `index_places(value, …)` has `len(value) + 1` entries, never descending, all within the scalar's own source.
- A character that the source shows unescaped stands at its place: `source[places[i]] == value[i]`, unless it is a blank
  or line break that folding made out of a line break.
"""

from __future__ import annotations

from bisect import bisect_right

from mathora.lesson import Place

HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
LETTER_ESCAPES = frozenset("abtnvfre0NLP_\t")
"""Escapes of double quotes that swallow a LaTeX command's start (`\\frac`, `\\nabla`, `\\right`)."""


class LineIndex:
    """Turns an index of a source into its place; lines end at line feeds, as editors count them."""

    def __init__(self, source: str, file: str) -> None:
        self._file = file
        self.source = source
        self._starts = [0, *(index + 1 for index, character in enumerate(source) if character == "\n")]

    def place(self, index: int) -> Place:
        """The place of the character at `index` (0-based)."""
        line = bisect_right(self._starts, index)
        return Place(self._file, line, index - self._starts[line - 1] + 1)


def index_places(value: str, style: str | None, source: str, start: int, stop: int) -> list[int]:
    """For each character of `value` the index of `source` that wrote it, and the index behind the last.

    `style` is PyYAML's: None plain, ' and " quoted, | literal, > folded; `start` and `stop` bound the scalar's source.
    """
    if style in ("|", ">"):
        return _block_places(value, source, start, stop)
    if style is None and source[start:stop] == value:
        return list(range(start, stop + 1))
    return _flow_places(value, style or "", source, start if style is None else start + 1, stop)


def _flow_places(value: str, quote: str, source: str, start: int, stop: int) -> list[int]:
    places: list[int] = []
    at = start
    for character in value:
        length = 0
        while at < stop and not length:
            length = _written_length(character, quote, source, at)
            if not length:
                at += _skipped_length(quote, source, at)
        places.append(min(at, stop))
        at += length
    return [*places, min(at, stop)]


def _written_length(character: str, quote: str, source: str, at: int) -> int:
    """How many source characters from `at` on write `character`; 0 if `at` is only layout."""
    here = source[at]
    if quote == '"' and here == "\\":
        return 0 if source[at + 1] in "\r\n" else 2 + HEX_DIGITS.get(source[at + 1], 0)
    if quote == "'" and here == "'":
        return 2
    return 1 if here == character or (here == "\n" and character in " \n") else 0


def _skipped_length(quote: str, source: str, at: int) -> int:
    """The layout at `at`: one blank or break, or an escaped line break together with its backslash."""
    if quote == '"' and source[at] == "\\":
        return 3 if source[at + 1] == "\r" else 2
    return 1


def _block_places(value: str, source: str, start: int, stop: int) -> list[int]:
    """A block's lines are its content behind the indentation; what stands between two contents are line breaks."""
    header_end = source.find("\n", start, stop)
    if header_end < 0:
        return [stop] * (len(value) + 1)
    places: list[int] = []
    indent = -1
    line_start = header_end + 1
    break_at = header_end
    while line_start < stop and len(places) < len(value):
        line_end = source.find("\n", line_start)
        line_end = len(source) if line_end < 0 else line_end
        line = source[line_start:line_end].removesuffix("\r")
        if indent < 0 and line.strip(" "):
            indent = _indentation(line, value.lstrip("\n"))
        content = line[indent:] if indent >= 0 else ""
        if content:
            while len(places) < len(value) and not value.startswith(content, len(places)):
                places.append(break_at)
            places += range(line_start + indent, line_start + indent + len(content))
        break_at, line_start = line_end, line_end + 1
    end = min(break_at, stop)
    places += [end] * (len(value) - len(places))
    return [*places[: len(value)], end]


def _indentation(line: str, value: str) -> int:
    blanks = len(line) - len(line.lstrip(" "))
    return next((indent for indent in range(blanks) if value.startswith(line[indent:])), blanks)


def lossy_escape(source: str, start: int, stop: int) -> int | None:
    """The index of the first escape of a double-quoted scalar that would swallow the start of a LaTeX command."""
    at = start + 1
    while at < stop - 1:
        if source[at] == "\\":
            if source[at + 1] in LETTER_ESCAPES:
                return at
            at += 1
        at += 1
    return None
