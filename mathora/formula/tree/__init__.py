r"""The tree of a formula: one inert node for everything that LaTeX mathematics in a lesson may contain.

Owns: the vocabulary as a whole, and `Formula`; its parts are `node`, `terms`, `statements` and `chance`.

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

from mathora.formula.tree.chance import Complement, Parted, Parting
from mathora.formula.tree.indices import symbols
from mathora.formula.tree.node import (
    NOWHERE,
    Node,
    Path,
    Span,
    all_known,
    at,
    leaves,
    mentions,
    replace_at,
    replaced,
    through,
    walk,
    with_each,
    with_each_known,
)
from mathora.formula.tree.parts import Component, NthDerivative, Overline
from mathora.formula.tree.regrouping import alternatives, as_set, conditions_said, regrouped, taken_apart, together
from mathora.formula.tree.rows import sign_at, sign_places
from mathora.formula.tree.statements import (
    AGAINST,
    AND,
    ARROWS,
    CONDITIONS,
    DEMANDS,
    EQUIVALENT,
    OF_EACH,
    OR,
    SOUGHT,
    Aligned,
    Annotated,
    AnnotationKind,
    Application,
    ArgumentBracket,
    Big,
    BigOperator,
    Congruence,
    Derivative,
    DerivativeSign,
    DerivativeStyle,
    Differential,
    Directional,
    Evaluated,
    Extremum,
    ExtremumName,
    Integral,
    IntegralSign,
    Limit,
    Logic,
    LogicSign,
    MapArrow,
    Nabla,
    NablaKind,
    Negation,
    Noted,
    NthPrime,
    Prime,
    Quantified,
    Quantifier,
    Relation,
    RelationSign,
    Side,
    Signature,
    statements,
)
from mathora.formula.tree.terms import (
    Absolute,
    Addition,
    Binomial,
    Blank,
    Bracket,
    Case,
    Cases,
    ClosingBracket,
    Constant,
    ConstantName,
    Degrees,
    Dots,
    DotsMark,
    Factorial,
    FactorialMarks,
    FunctionName,
    Group,
    InnerProduct,
    IntervalSet,
    Layer,
    Listing,
    Matrix,
    MatrixBracket,
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
    RoundedKind,
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
    TransposeMark,
    Tuple,
    UnitName,
    UprightWords,
    added,
    is_indicator,
    side_by_side,
)
from mathora.lesson import Text


@dataclass(frozen=True, slots=True)
class Formula:
    """A LaTeX text exactly as it is displayed, and the tree that was read from it."""

    text: Text
    tree: Node
