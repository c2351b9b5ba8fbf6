r"""The nodes of values: leaves, names, arithmetic, brackets, matrices. See `tree` for the laws of all nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from mathora.formula.tree.node import NOWHERE, Node, Span

# ── leaves ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Number(Node):
    r"""`0.35`, `1{,}000`, `1\,000`: `text` is digits with a decimal point, `grouped`: thousands are set apart."""

    text: str
    grouped: bool = False

    @property
    def value(self) -> Fraction:
        """The exact rational that the digits say."""
        return Fraction(self.text)

    @property
    def decimals(self) -> int:
        """How many digits stand after the point."""
        return -int(Decimal(self.text).as_tuple().exponent)


ConstantName = Literal[
    "e", "i", r"\pi", r"\infty", r"\emptyset", r"\top", r"\bot", r"\mathbf{0}",
    r"\mathbb{R}", r"\mathbb{N}", r"\mathbb{Z}", r"\mathbb{Q}", r"\mathbb{C}",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constant(Node):
    r"""A constant known to every lesson, where no name of the model hides it: `e`, `i`, `\pi`, `\infty`, `\mathbb{R}`.
    The zero vector `\mathbf{0}` has the shape of what it is added to or compared with.

    `upright` says that it was written `\mathrm{e}` or `\mathrm{i}`.
    """

    name: ConstantName
    upright: bool = False


@dataclass(frozen=True, slots=True)
class FunctionName(Node):
    r"""A standard function: `\sin`, `\ln`, `\log_2` (the base is `subscript`), `\max`, `\det`, `\operatorname{tr}`.

    `name` is the bare word: `sin`, `max`, `tr`; `E` is the expectation `\mathbb{E}`, its subscript the measure; `Gamma`
    is the Γ of `\Gamma(n + 1)`, where the model has no name of that spelling.
    """

    name: str
    subscript: Node | None = None


@dataclass(frozen=True, slots=True)
class UprightWords(Node):
    r"""`\text{for all}`: words among the mathematics, without meaning for the prover. `text` is literal."""

    text: str


@dataclass(frozen=True, slots=True)
class UnitName(Node):
    r"""`\text{cm}`, `\mathrm{kg}`: the name of a unit, `text` as written; only inside `Quantity.unit`."""

    text: str


DotsMark = Literal[r"\dots", r"\cdots", r"\ldots", r"\vdots", r"\ddots"]


@dataclass(frozen=True, slots=True)
class Dots(Node):
    r"""`\dots`: something left out; a formula with it is schematic."""

    mark: DotsMark = r"\dots"


@dataclass(frozen=True, slots=True)
class Placeholder(Node):
    r"""`\answer`: where a question's options are put. Drawn as an empty box."""


@dataclass(frozen=True, slots=True)
class Blank(Node):
    """Nothing is drawn: the missing left side of a continued row (`&= 2x`) or an empty cell."""


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


Style = Literal["", "mathbf", "boldsymbol", "mathrm", "mathcal", "mathbb", "mathsf", "text", "operatorname"]


@dataclass(frozen=True, slots=True)
class Symbol(Node):
    r"""A name: `x`, `\alpha`, `w_1`, `\hat{y}_i`, `\mathbf{v}`, `\Delta x`, `\text{MSE}`, `x^*`, `x'`, `w^{(k)}`.

    `name`: a letter, a Greek command with its backslash, or a word (styles `text`, `operatorname`, `mathrm`).
    `accents`: outermost first, without backslash: `hat`, `bar`, `vec`, `tilde`, `dot`, `ddot`, `overline`, `widehat`,
    `widetilde`, or the prefix `Delta` / `delta` of `\Delta x` / `\delta x`.
    `marks`: `'`, `''`, … or `*` when they belong to the name (`x'`, `x^*`); the prime of a derivative is `Prime`.
    `subscript`: a part of the name (`1`, `i`, `\text{new}`, `i+1`); a bound index may stand in it.
    `superscript`: the `k` of `w^{(k)}`, drawn in round brackets; an iterate, not a power. Or a `Layer`.
    """

    name: str
    style: Style = ""
    accents: tuple[str, ...] = ()
    subscript: Node | None = None
    marks: str = ""
    superscript: Node | None = None


@dataclass(frozen=True, slots=True)
class Layer(Node):
    r"""The `[l]` above a name of a network, `W^{[l]}`: which layer it belongs to."""

    index: Node


def is_indicator(node: Node) -> bool:
    r"""Whether a name is the 1 of `\mathbf{1}_A` and `\mathbb{1}\{x > 0\}`."""
    return isinstance(node, Symbol) and node.name == "1" and node.style in {"mathbf", "mathbb"}


# ── arithmetic ────────────────────────────────────────────────────────────────────────────────────────────────────────


Sign = Literal["+", "-", r"\pm", r"\mp"]


@dataclass(frozen=True, slots=True)
class Signed(Node):
    r"""`-x`, `+x`, `\pm x`: a sign before a term; binds weaker than powers and products (`-x^2`, `-2x`)."""

    sign: Sign
    operand: Node


@dataclass(frozen=True, slots=True)
class Addition(Node):
    r"""`a + b - c \pm d`: two or more terms; `operators[k]` stands before `terms[k + 1]`."""

    terms: tuple[Node, ...]
    operators: tuple[Sign, ...]


Times = Literal["", r"\cdot", r"\times", r"\circ", r"\odot", r"\otimes", r"\bmod", "*", "of"]


@dataclass(frozen=True, slots=True)
class Product(Node):
    r"""`2xy`, `a \cdot b`, `u \times v`, `f \circ g`, `f * g`: `operators[k]` stands before `factors[k + 1]`.

    Either all operators are `""` (juxtaposition, binds tighter) or none is: `2d \cdot be` is (2d)·(be).
    Dot and cross products are this node too: the factors' shapes decide.
    """

    factors: tuple[Node, ...]
    operators: tuple[Times, ...]


def side_by_side(factors: Sequence[Node], span: Span = NOWHERE) -> Product:
    """The product of two or more factors by juxtaposition."""
    operators: list[Times] = [""] * (len(factors) - 1)
    return Product(tuple(factors), tuple(operators), span=span)


def added(terms: Sequence[Node]) -> Node:
    """The sum of terms; one alone is itself."""
    plus = tuple[Literal["+"], ...]("+" for _ in terms[1:])
    return Addition(tuple(terms), plus) if plus else terms[0]


QuotientStyle = Literal["frac", "tfrac", "dfrac", "/", "div"]


@dataclass(frozen=True, slots=True)
class Quotient(Node):
    r"""`\frac{a}{b}`, `\tfrac{a}{b}`, `\dfrac{a}{b}`, `a/b`, `a \div b`."""

    numerator: Node
    denominator: Node
    style: QuotientStyle = "frac"


@dataclass(frozen=True, slots=True)
class Power(Node):
    r"""`x^2`, `e^{-x}`, `A^{-1}` (a matrix' inverse), `\mathbb{R}^2`."""

    base: Node
    exponent: Node


TransposeMark = Literal["T", r"\top", r"\mathsf{T}", r"\mathrm{T}", "-T", r"-\top"]


@dataclass(frozen=True, slots=True)
class Transpose(Node):
    r"""`A^T`, `A^\top`, `A^{\mathsf{T}}`, `A^{\mathrm{T}}`: `mark` is as written; `-T` is of the inverse."""

    operand: Node
    mark: TransposeMark = "T"


@dataclass(frozen=True, slots=True)
class Root(Node):
    r"""`\sqrt{x}`, `\sqrt[3]{x}`; the degree is drawn first."""

    degree: Node | None
    radicand: Node


FactorialMarks = Literal["!", "!!"]


@dataclass(frozen=True, slots=True)
class Factorial(Node):
    r"""`n!`; `marks` is `!` or `!!`."""

    operand: Node
    marks: FactorialMarks = "!"


@dataclass(frozen=True, slots=True)
class Binomial(Node):
    r"""`\binom{n}{k}`."""

    upper: Node
    lower: Node


@dataclass(frozen=True, slots=True)
class Percent(Node):
    r"""`63.2\%`: a hundredth of its operand."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Degrees(Node):
    r"""`90^\circ`: an angle, π/180 times its operand."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Quantity(Node):
    r"""`9.8\,\text{m}/\text{s}^2`: a value and its unit.

    The unit is made of `UnitName`, `Product`, `Quotient`, `Power`, `Number`.
    """

    value: Node
    unit: Node


# ── brackets ──────────────────────────────────────────────────────────────────────────────────────────────────────────


Bracket = Literal["(", "["]


@dataclass(frozen=True, slots=True)
class Group(Node):
    r"""`(a + b)`, `[a + b]`: brackets that the author displays; the meaning is the body's."""

    body: Node
    bracket: Bracket = "("


@dataclass(frozen=True, slots=True)
class Absolute(Node):
    r"""`|x|`: modulus; the determinant of a matrix, the size of a set."""

    body: Node


@dataclass(frozen=True, slots=True)
class Norm(Node):
    r"""`\|x\|`, `\|x\|_2`; `order` is the subscript."""

    body: Node
    order: Node | None = None


@dataclass(frozen=True, slots=True)
class InnerProduct(Node):
    r"""`\langle u, v \rangle` of two vectors: their dot product."""

    left: Node
    right: Node


RoundedKind = Literal["floor", "ceil"]


@dataclass(frozen=True, slots=True)
class Rounded(Node):
    r"""`\lfloor x \rfloor` (`floor`), `\lceil x \rceil` (`ceil`)."""

    body: Node
    kind: RoundedKind


@dataclass(frozen=True, slots=True)
class Tuple(Node):
    r"""`(2w_1, 6w_2)`, `\langle 2, 6 \rangle`: a point or a vector of two or more components."""

    items: tuple[Node, ...]
    bracket: Literal["(", r"\langle "] = "("


@dataclass(frozen=True, slots=True)
class Listing(Node):
    r"""`x = 1, y = 2` or the index `i, j`: parts parted by commas, without brackets."""

    items: tuple[Node, ...]


ClosingBracket = Literal["]", ")"]


@dataclass(frozen=True, slots=True)
class IntervalSet(Node):
    r"""`[0, 3]`, `(0, 3]`, and `(0, 3)` where a set is meant (`x \in (0, 3)`)."""

    lower: Node
    upper: Node
    left: Bracket = "["
    right: ClosingBracket = "]"


@dataclass(frozen=True, slots=True)
class SetLiteral(Node):
    r"""`\{1, 2, 3\}`; no items is `\{\}`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class SetBuilder(Node):
    r"""`\{x \in \mathbb{R} \mid x > 0\}`."""

    element: Node
    condition: Node


SetOperator = Literal[r"\cup", r"\cap", r"\setminus"]


@dataclass(frozen=True, slots=True)
class SetOperation(Node):
    r"""`A \cup B \cap C`: read from the left; `operators[k]` stands before `operands[k + 1]`."""

    operands: tuple[Node, ...]
    operators: tuple[SetOperator, ...]


MatrixBracket = Literal["bmatrix", "pmatrix", "vmatrix", "Vmatrix", "matrix"]


@dataclass(frozen=True, slots=True)
class Matrix(Node):
    r"""`\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}`: `rows` all of one length; a column vector has rows of length 1.

    `bracket`: `bmatrix` […], `pmatrix` (…), `vmatrix` |…| (the determinant), `Vmatrix` ‖…‖, `matrix` without.
    `ruled`: how many columns stand before a vertical rule, as in `\begin{array}{cc|c} … \end{array}`; 0 without one.
    """

    rows: tuple[tuple[Node, ...], ...]
    bracket: MatrixBracket = "bmatrix"
    ruled: int = 0


@dataclass(frozen=True, slots=True)
class Case(Node):
    r"""One row of `Cases`: the value, and when it holds (`x > 0`, or the words `otherwise`)."""

    value: Node
    condition: Node | None


@dataclass(frozen=True, slots=True)
class Cases(Node):
    r"""`\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}`."""

    rows: tuple[Case, ...]
