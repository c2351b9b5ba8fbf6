r"""Formulas: LaTeX text → one tree → LaTeX, Typst, MathML, spoken words, SymPy. Pure.

Importing this package does not import SymPy: only `to_sympy` and what needs numbers does, when it is first used.
"""

from mathora.formula.function import ModelFunction, model_function, number
from mathora.formula.ink import ink
from mathora.formula.latex import symbol_key, write_latex
from mathora.formula.matching import match
from mathora.formula.mathml import write_mathml
from mathora.formula.model import Model, Name, Range
from mathora.formula.reader import read
from mathora.formula.reader_model import read_model
from mathora.formula.speech import speak
from mathora.formula.tex import TexPage, in_line, node_tags, tex_sources, write_tex
from mathora.formula.tree import Formula, Node, Path, Span, at, leaves, replace_at, statements, walk
from mathora.formula.typst import write_typst
from mathora.formula.uncomputable import UncomputableError

__all__ = [
    "Formula",
    "Model",
    "ModelFunction",
    "Name",
    "Node",
    "Path",
    "Range",
    "Span",
    "TexPage",
    "UncomputableError",
    "at",
    "in_line",
    "ink",
    "leaves",
    "match",
    "model_function",
    "node_tags",
    "number",
    "read",
    "read_model",
    "replace_at",
    "speak",
    "statements",
    "symbol_key",
    "tex_sources",
    "walk",
    "write_latex",
    "write_mathml",
    "write_tex",
    "write_typst",
]
