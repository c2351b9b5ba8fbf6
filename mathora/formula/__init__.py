r"""Formulas: LaTeX text → one tree → LaTeX, Typst, MathML, spoken words, SymPy. Pure.

Importing this package does not import SymPy: only `to_sympy` and what needs numbers does, when it is first used.
"""

from mathora.formula.tree import Formula, Node, Path, Span, at, leaves, replace_at, statements, walk

__all__ = ["Formula", "Node", "Path", "Span", "at", "leaves", "replace_at", "statements", "walk"]
