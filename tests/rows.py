"""Rows of a test, some of them left to `make long`: one claim is held against many cases there, against a few here."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def long(*row: Any) -> Any:
    """A row that is left to `make long`."""
    return pytest.param(*row, marks=pytest.mark.long)


def each(rows: Iterable[Any], every: int) -> list[Any]:
    """The rows, of which each `every`-th is not left to `make long`; a row of several values is a tuple."""
    return [row if at % every == 0 else long(*row if isinstance(row, tuple) else (row,)) for at, row in enumerate(rows)]


def all_but(slow: Collection[str], rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    """The rows, of which those with a value among the `slow` are left to `make long`."""
    return [long(*row) if slow & {one for one in row if isinstance(one, str)} else row for row in rows]
