"""Prints the table of `docs/licences.md` anew from what is installed."""

from tests.licences.installed import DOC, END, START, table

before, rest = DOC.read_text(encoding="utf-8").split(START)
DOC.write_text(before + START + table() + END + rest.split(END)[1], encoding="utf-8")
