r"""Formulas: LaTeX text → one tree → LaTeX, Typst, MathML, spoken words, SymPy. Pure.

Importing this package does not import SymPy: only `to_sympy` and what needs numbers does, when it is first used.
"""

from mathora.formula.inspection.matching import match
from mathora.formula.inspection.places import speaks_of_one_place, speaks_of_slopes
from mathora.formula.meaning.model_field import ModelField, model_field
from mathora.formula.meaning.model_function import ModelFunction, model_function, number
from mathora.formula.meaning.model_matrix import ModelMatrix, model_matrix
from mathora.formula.meaning.steps import numbers_of_index, steps_of
from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.reader.declarations import read_model, read_name
from mathora.formula.reader.reader import read
from mathora.formula.speech.speaker import speak
from mathora.formula.tree import Formula, Node, Path, Span, at, leaves, replace_at, statements, walk
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.model import Model, Name, Range
from mathora.formula.typeset.decimal_sign import with_decimal
from mathora.formula.typeset.ink import ink
from mathora.formula.typeset.latex_source import TexPage, in_line, node_tags, tex_sources, write_tex
from mathora.formula.typeset.mathml import write_mathml
from mathora.formula.typeset.plain_text import write_plain
from mathora.formula.typeset.typst import write_typst
