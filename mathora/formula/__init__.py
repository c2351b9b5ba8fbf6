r"""Formulas: LaTeX text → one tree → LaTeX, Typst, MathML, spoken words, SymPy. Pure.

Importing this package does not import SymPy: only `to_sympy` and what needs numbers does, when it is first used.
"""

from mathora.formula.latex import symbol_key, write_latex
from mathora.formula.model import Model, Name, Range
from mathora.formula.reader import read
from mathora.formula.reader_model import read_model
from mathora.formula.tree import Formula, Node, Path, Span, at, leaves, replace_at, statements, walk

__all__ = [
    "Formula",
    "Model",
    "Name",
    "Node",
    "Path",
    "Range",
    "Span",
    "at",
    "leaves",
    "read",
    "read_model",
    "replace_at",
    "statements",
    "symbol_key",
    "walk",
    "write_latex",
]
