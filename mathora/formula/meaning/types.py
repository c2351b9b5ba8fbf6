"""The one type of SymPy's objects in annotations: SymPy is untyped, and each docstring says what is meant; and what it
raises where it has no answer.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import sympy
from sympy.polys.polyerrors import BasePolynomialError

Expr: TypeAlias = Any  # a SymPy number, matrix, set, condition or symbol

NO_ANSWER: Final = (NotImplementedError, ValueError, TypeError, KeyError, sympy.PoleError, BasePolynomialError)
"""What SymPy's `solve`, `degree` and `limit` raise where they know no way; it is no mistake of a formula's."""
