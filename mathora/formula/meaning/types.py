"""The one type of SymPy's objects in annotations: SymPy is untyped, and each docstring says what is meant."""

from __future__ import annotations

from typing import Any, TypeAlias

Expr: TypeAlias = Any
"""A SymPy number, matrix, set, condition or symbol."""
