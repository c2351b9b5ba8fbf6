"""PyYAML's syntax errors in an author's words.

Owns: the table from what PyYAML says to what an author has to know and do. Positions are those of the cause where one
is found (`yaml_causes`), else PyYAML's.
"""

from __future__ import annotations

import re

import yaml
from yaml.reader import ReaderError

from mathora.lesson import Fault
from mathora.script.scalars import LineIndex
from mathora.script.yaml_causes import cause, comment_within, named

IN_WORDS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon and a blank start a value here, where none can stand",
     "a text that contains ': ' has to be in quotes; a nested key has to be indented"),
    ("found character '\\t'", "a tab stands where blanks have to stand", "write blanks instead of tabs"),
    ("found character '@'", "a text cannot start with '@'", "put the text in quotes"),
    ("found character '`'", "a text cannot start with '`'", "put the text in quotes"),
    ("found character '%'", "a text cannot start with '%'", "put the text in quotes"),
    ("found unexpected end of stream", "the quotes that were opened are never closed", "close them, or leave them out"),
    ("found unexpected document separator", "the quotes that were opened are never closed",
     "close them, or leave them out"),
    ("expected ',' or ']'", "this list in brackets is not closed, or lacks a comma",
     "write [a, b]; a text with a comma, a bracket, ': ' or ' #' has to be in quotes"),
    ("expected ',' or '}'", "this mapping in braces is not closed, or lacks a comma",
     "write {a: 1, b: 2}; a text with a comma, a bracket, a brace, ': ' or ' #' has to be in quotes"),
    ("expected <block end>, but found '-'", "this dash does not line up with the lines above",
     "indent all dashes of a list alike"),
    ("expected <block end>, but found '<scalar>'", "this line does not line up with the lines above",
     "indent all keys of a mapping alike; a text with a quote or ' #' inside has to be in quotes as a whole"),
    ("expected <block end>", "this line does not fit the lines above", "indent all lines of a list or mapping alike"),
    ("could not find expected ':'", "a line without a colon stands among keys",
     "write 'key: value'; a text that has ' #' in it, or goes on after a comment, has to be in quotes"),
    ("expected chomping or indentation indicators", "after | or > the text starts in the next line",
     "start a new line"),
    ("expected a comment or a line break", "after | or > the text starts in the next line", "start a new line"),
    ("expected '<document start>'", "the script is over before this", "delete the '...' or the closing bracket above"),
    ("sequence entries are not allowed", "a dash and a blank start a list here, where none can stand",
     "a text that starts with '- ' has to be in quotes; the entries of a list stand in lines of their own"),
    ("mapping keys are not allowed", "a '?' and a blank mean something of YAML's here", "put the text in quotes"),
    ("expected the node content", "a value is missing here", "write it, or put the text in quotes"),
    ("expected alphabetic or numeric character", "a text cannot start with '*' or '&'", "put the text in quotes"),
    ("found undefined tag handle", "a tag is not allowed; a text cannot start with '!'", "put the text in quotes"),
)  # fmt: skip


AT_ITS_START = ("unexpected end of stream", "unexpected document separator", "alphabetic or numeric")
"""What is told at the place where the broken thing begins, not where PyYAML gave up."""


ESCAPE = re.compile("unknown escape character|escape sequence of")


def escape_fault(lines: LineIndex, index: int) -> Fault:
    """The fault of a backslash in double quotes: YAML makes of it, or tries to make, something else than LaTeX."""
    escape = lines.source[index : index + 2]
    message = f"'{escape}' in double quotes is an escape of YAML's, not LaTeX"
    lines_of_a_program = "; the lines of a program stand after |" if escape == r"\n" else ""
    hint = f"LaTeX needs single quotes '…', or lines of its own after >-{lines_of_a_program}"
    return Fault(lines.place(index), "double-quoted-latex", message, hint, 2)


def syntax_fault(error: yaml.YAMLError, lines: LineIndex) -> Fault:
    """The fault that a syntax error of PyYAML's is: where it says, in our words, else in its own."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = mark.index if mark is not None else int(getattr(error, "position", 0))
    if ESCAPE.search(said):
        return escape_fault(lines, lines.source.rfind("\\", 0, index))
    known = next(((words, hint) for part, words, hint in IN_WORDS if part in said), None)
    if isinstance(error, ReaderError):
        known = f"{named(chr(error.character))} cannot be shown", "delete it"
    message, hint = known or (f"this is not YAML: {said}", "put the text in quotes, or indent the line as those above")
    context = getattr(error, "context_mark", None)
    directive = lines.source.startswith("%", context.index if context else index)
    found = None
    if context is not None and not directive and any(part in said for part in AT_ITS_START):
        index = context.index
        if lines.source.startswith("* ", index):
            found = cause(lines.source, index, lines)
    elif context is not None and "expected ',' or" in said and context.line < (mark.line if mark else 0):
        if lost := comment_within(lines.source, context.index, lines):
            return lost
        index, message = context.index, "this bracket or brace is never closed"
    else:
        found = cause(lines.source, index, lines)
    return found or Fault(lines.place(index), "yaml", message, hint)
