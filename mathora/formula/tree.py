r"""The tree of a formula: one inert node for everything that LaTeX mathematics in a lesson may contain.

Owns: the vocabulary as a whole, and `Formula`; its parts are `node`, `tree_terms` and `tree_statements`.

Laws:
- A tree is inert data: frozen, hashable, no arithmetic, no SymPy. Two trees are equal when they show and mean the
  same; a span (where it stands in the source) never decides equality.
- A tree is faithful to what is displayed: parentheses, `\cdot` or juxtaposition, `\frac` or `/`, `\dots` or `\cdots`
  are kept. Dropped are only spaces, invisible braces and the sizes of brackets. `read(write_latex(tree)) == tree`.
- A tree is decided: application or product, derivative or fraction, interval or pair, transpose or power, constant `e`
  or variable `e` are different nodes. What a reader cannot decide it refuses.
- `children` are the node's parts in the order of its fields (nearly always the order of drawing); a `Path` addresses a
  node by child indices from the root. Nodes that are not leaves may draw ink of their own (a sign,
  a bar, brackets, the `∂`): it belongs to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mathora.formula.node import (
    NOWHERE,
    Node,
    Path,
    Span,
    at,
    leaves,
    replace_at,
    walk,
)
from mathora.formula.tree_statements import (
    Aligned,
    Annotated,
    Application,
    ArgumentBracket,
    Big,
    Derivative,
    DerivativeSign,
    Differential,
    Directional,
    Evaluated,
    Extremum,
    Integral,
    Limit,
    Logic,
    LogicSign,
    Nabla,
    NablaKind,
    Negation,
    NthPrime,
    Prime,
    Quantified,
    Relation,
    RelationSign,
    Signature,
    statements,
)
from mathora.formula.tree_terms import (
    Absolute,
    Addition,
    Binomial,
    Blank,
    Bracket,
    Case,
    Cases,
    Constant,
    ConstantName,
    Degrees,
    Dots,
    DotsMark,
    Factorial,
    FunctionName,
    Group,
    Interval,
    Listing,
    Matrix,
    Norm,
    Number,
    Percent,
    Placeholder,
    Power,
    Product,
    Quantity,
    Quotient,
    QuotientStyle,
    Root,
    Rounded,
    SetBuilder,
    SetLiteral,
    SetOperation,
    SetOperator,
    Sign,
    Signed,
    Style,
    Symbol,
    Times,
    Transpose,
    Tuple,
    UnitName,
    Words,
)

if TYPE_CHECKING:
    from mathora.lesson import Text


@dataclass(frozen=True, slots=True)
class Formula:
    """A LaTeX text exactly as it is displayed, and the tree that was read from it."""

    text: Text
    tree: Node


__all__ = [
    "Absolute",
    "Addition",
    "Aligned",
    "Annotated",
    "Application",
    "ArgumentBracket",
    "Big",
    "Binomial",
    "Blank",
    "Bracket",
    "Case",
    "Cases",
    "Constant",
    "ConstantName",
    "Degrees",
    "Derivative",
    "DerivativeSign",
    "Differential",
    "Directional",
    "Dots",
    "DotsMark",
    "Evaluated",
    "Extremum",
    "Factorial",
    "Formula",
    "FunctionName",
    "Group",
    "Integral",
    "Interval",
    "Limit",
    "Listing",
    "Logic",
    "LogicSign",
    "Matrix",
    "NOWHERE",
    "Nabla",
    "NablaKind",
    "Negation",
    "Node",
    "Norm",
    "NthPrime",
    "Number",
    "Path",
    "Percent",
    "Placeholder",
    "Power",
    "Prime",
    "Product",
    "Quantified",
    "Quantity",
    "Quotient",
    "QuotientStyle",
    "Relation",
    "RelationSign",
    "Root",
    "Rounded",
    "SetBuilder",
    "SetLiteral",
    "SetOperation",
    "SetOperator",
    "Sign",
    "Signature",
    "Signed",
    "Span",
    "Style",
    "Symbol",
    "Times",
    "Transpose",
    "Tuple",
    "UnitName",
    "Words",
    "at",
    "leaves",
    "replace_at",
    "statements",
    "walk",
]
