"""Data of a lesson: a column of numbers in the script, or of a CSV file beside it, as names of the model.

Owns: the file's form, and how `x_i: {data: [1, 2]}` becomes `x_i`, `x_1: 1` and `x_2: 2`.

Laws:
- A file is text that is handed in; nothing here opens one. For every text it gives numbers or `Faulty`.
- Each number keeps its place, so that a fault in a file is told at its line and column there.
- Numbers are decimal, as written: `1.50`, `-3`, `2e3`; with semicolons or tabs between cells also `1,5`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from mathora.lesson import LINE_END, Declaration, Fault, Faulty, Place, Text, did_you_mean, refuse
from mathora.script.fields import shorten
from mathora.script.pictures import PATH

Beside = Callable[[Text], tuple[str, str]]
"""Gives the text of the file that a script names, and its path; raises `Faulty` if it may not be read."""

MOST_ROWS = 64  # so many terms of a sum are written out and computed one by one

RUNNING = re.compile(r"(?P<base>\\[a-z]+ [^_\s]|[^_\s]+)_(?P<index>[a-z]|\{[a-z]\})")
FILE = re.compile(rf"(?=.*\.csv\Z){PATH.pattern}", re.IGNORECASE)
NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE](?P<power>[+-]?\d{1,3}))?", re.ASCII
)
GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+", re.ASCII)
CELL = re.compile(r'[ \t]*(?:"(?P<quoted>(?:[^"]|"")*)"[ \t]*|(?P<plain>[^"]*?)[ \t]*)')
SEPARATORS = (";", "\t", ",")


def declarations(head: Text, numbers: Sequence[Text]) -> Iterator[Declaration]:
    """`x_i` free, and for each number a name with its place in the list: `x_1`, `x_2`, …"""
    running = RUNNING.fullmatch(head.value)
    if running is None:
        message = f"found '{head.value}' for data, expected a name that runs over an index"
        refuse(head, "data-name", message, f"such as {head.value.partition('_')[0][:1] or 'x'}_i")
    yield Declaration(head=head)
    for place, number in enumerate(numbers, 1):
        name = f"{running['base']}_{{{place}}}"
        yield Declaration(head=Text(name, (number.place,) * (len(name) + 1)), body=number)


def column(source: str, file: str, wanted: Text | None, named: Text) -> tuple[Text, ...]:
    """The numbers of a CSV file's column: the one called `wanted`, or the only one.

    `named` is where the script names the file. The first line has the columns' names. Raises `Faulty`.
    """
    lines = LINE_END.split(source.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    if not lines[0].strip():
        message = f"the file '{shorten(named.value)}' has no first line with the columns' names"
        refuse(named, "empty-data", message, "write the columns' names into its first line")
    if "\0" in source:
        message = f"the file '{shorten(named.value)}' is no text, whatever its name says"
        refuse(named, "empty-data", message, "save it as CSV from the program that wrote it")
    separator = max(SEPARATORS, key=lines[0].count)
    head = [cell.value for cell in _cells(lines[0], separator, file, 1)]
    twice = next((name for index, name in enumerate(head) if name in head[:index]), None)
    if twice is not None:
        message = f"the file '{shorten(named.value)}' has two columns called '{shorten(twice)}'"
        refuse(named, "data-column", message, "give each column a name of its own")
    at = _index(head, wanted, named)
    faults: list[Fault] = []
    numbers: list[Text] = []
    for line, content in enumerate(lines[1:], 2):
        if not content.strip():
            continue
        try:
            cell = _row(content, separator, len(head), Place(file, line, 1))[at]
            numbers.append(_number(cell, separator, told=len(head) > 1))
        except Faulty as faulty:
            faults += faulty.faults
    if len(numbers) > MOST_ROWS:
        message = f"found {len(numbers)} rows of data, expected at most {MOST_ROWS}"
        refuse(named, "too-many", message, "take a sample: a sum over them is computed term by term")
    if not numbers and not faults:
        message = f"the file '{shorten(named.value)}' has no rows of data"
        refuse(named, "empty-data", message, "each row is a line of numbers below the columns' names")
    if faults:
        raise Faulty(faults)
    return tuple(numbers)


def _index(head: Sequence[str], wanted: Text | None, named: Text) -> int:
    if wanted is None and len(head) == 1:
        if NUMBER.fullmatch(head[0].strip()):
            message = f"the file '{shorten(named.value)}' has the number {shorten(head[0])} for its column's name"
            refuse(named, "data-column", message, "write a name above the numbers, or name the column with 'column:'")
        return 0
    if wanted is None:
        hint = f"columns here: {', '.join(head)}"
        refuse(named, "data-column", f"found {len(head)} columns, expected 'column:' with the name of one", hint)
    if wanted.value not in head:
        refuse(
            wanted, "data-column", f"the file has no column '{shorten(wanted.value)}'", did_you_mean(wanted.value, head)
        )
    return head.index(wanted.value)


def _row(line: str, separator: str, width: int, place: Place) -> list[Text]:
    """The cells of a row, as many as there are columns."""
    cells = _cells(line, separator, place.file, place.line)
    if len(cells) != width:
        message = f"found {len(cells)} cells, expected {width}, one for each column"
        raise Faulty([Fault(place, "data-cells", message, "a cell with a comma in it stands in quotes", len(line))])
    return cells


def _cells(line: str, separator: str, file: str, number: int) -> list[Text]:
    """The cells of a line, each knowing where it stands."""
    inside, ends = False, [-1]
    for index, character in enumerate(line):
        inside ^= character == '"'
        if character == separator and not inside:
            ends.append(index)
    whole = Text.written(line, file, number)
    found = []
    for before, end in pairwise([*ends, len(line)]):
        cell = CELL.fullmatch(line, before + 1, end)
        if cell is None:
            message = f"found '{shorten(line[before + 1 : end])}', expected a cell with its quotes around all of it"
            hint = "a quote inside of quotes is written twice"
            raise Faulty([Fault(whole.at(before + 1), "data-cell", message, hint)])
        part = "plain" if cell["quoted"] is None else "quoted"
        found.append(whole.cut(*cell.span(part)))
    return found


def _number(cell: Text, separator: str, *, told: bool) -> Text:
    """A cell as a number in the model's language; `told`: the first line says what stands between cells."""
    written = cell.value.strip().replace("\N{MINUS SIGN}", "-")
    decimal = written if separator == "," else written.replace(",", ".")
    number = NUMBER.fullmatch(decimal)
    if not told and GROUPED.fullmatch(written):
        message = f"found '{shorten(written)}', which is a number with three decimals, or one of thousands"
        hint = f"write {written.replace(',', '')}, or {written.replace(',', '.')}"
        refuse(cell, "data-cell", message, hint)
    if number is None:
        message = (
            f"found '{shorten(written)}', expected a number" if written else "found an empty cell, expected a number"
        )
        hint = "write it as 1.5, -3 or 2e3, or leave the row out"
        refuse(cell, "data-cell", message, hint)
    digits = number["digits"].rstrip(".") if "." in number["digits"] else number["digits"]
    sign = "-" if number["sign"] == "-" else ""
    value = sign + (f"0{digits}" if digits.startswith(".") else digits)
    if number["power"]:
        value = rf"{value} \cdot 10^{{{int(number['power'])}}}"
    return Text(value, (cell.place,) * (len(value) + 1))
