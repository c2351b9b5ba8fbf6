r"""The tree of a formula: one inert node for everything that LaTeX mathematics in a lesson may contain.

Owns: the node vocabulary, spans, paths, and the generic walks over a tree.

Laws:
- A tree is inert data: frozen, hashable, no arithmetic, no SymPy. Two trees are equal when they show and mean the
  same; a span (where it stands in the source) never decides equality.
- A tree is faithful to what is displayed: parentheses, `\cdot` or juxtaposition, `\frac` or `/`, `\dots` or `\cdots`
  are kept. Dropped are only spaces, invisible braces and the sizes of brackets. `read(write_latex(tree)) == tree`.
- A tree is decided: application or product, derivative or fraction, interval or pair, transpose or power, constant `e`
  or variable `e` are different nodes. What a reader cannot decide it refuses.
- `children` are the node's parts in the order of its fields (nearly always the order of drawing); a `Path` addresses a
  node by child indices from the root. Nodes that are not leaves may draw ink of their own (a sign, a bar, brackets, the `∂`): it belongs to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mathora.lesson import Text as SourceText

Path = tuple[int, ...]
"""Child indices from the root; `()` is the root."""


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start`…`stop` (0-based, half open) of the formula's source text."""

    start: int
    stop: int


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula. Subclasses' fields that hold nodes (or tuples of nodes) are its children, in field order."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)

    @property
    def children(self) -> tuple[Node, ...]:
        """The node's parts, in the order of its fields."""
        found: list[Node] = []
        for name in _part_names(type(self)):  # type: ignore[arg-type] # mypy finds no class hashable
            _collect(getattr(self, name), found)
        return tuple(found)

    def with_children(self, children: Sequence[Node]) -> Self:
        """The same node with other parts, as many as it has."""
        remaining = iter(children)
        names = _part_names(type(self))  # type: ignore[arg-type] # as above
        changed: dict[str, Any] = {name: _refill(getattr(self, name), remaining) for name in names}
        return replace(self, **changed)


@cache
def _part_names(kind: type[Node]) -> tuple[str, ...]:
    """The fields that may hold children: those whose annotation speaks of nodes."""
    words = ("Node", "Differential", "Case")
    return tuple(one.name for one in fields(kind) if any(word in str(one.type) for word in words))


def _collect(value: object, found: list[Node]) -> None:
    if isinstance(value, Node):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)


def _refill(value: object, remaining: Iterator[Node]) -> object:
    if isinstance(value, Node):
        return next(remaining)
    if isinstance(value, tuple):
        return tuple(_refill(item, remaining) for item in value)
    return value


# ── leaves ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Number(Node):
    r"""`0.35`, `1{,}000`: `text` is digits with a decimal point, `grouped` says that thousands are set apart."""

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
    "e", "i", r"\pi", r"\infty", r"\emptyset", r"\mathbb{R}", r"\mathbb{N}", r"\mathbb{Z}", r"\mathbb{Q}", r"\mathbb{C}"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constant(Node):
    r"""A constant known to every lesson, where no name of the model hides it: `e`, `i`, `\pi`, `\infty`, `\mathbb{R}`.

    `upright` says that it was written `\mathrm{e}` or `\mathrm{i}`.
    """

    name: ConstantName
    upright: bool = False


@dataclass(frozen=True, slots=True)
class FunctionName(Node):
    r"""A standard function: `\sin`, `\ln`, `\log_2` (the base is `subscript`), `\max`, `\det`, `\operatorname{tr}`.

    `name` is the bare word: `sin`, `max`, `tr`; `E` is the expectation `\mathbb{E}`, its subscript the measure.
    """

    name: str
    subscript: Node | None = None


@dataclass(frozen=True, slots=True)
class Words(Node):
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
    `superscript`: the `k` of `w^{(k)}`, drawn in round brackets; an iterate, not a power.
    """

    name: str
    style: Style = ""
    accents: tuple[str, ...] = ()
    subscript: Node | None = None
    marks: str = ""
    superscript: Node | None = None


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


Times = Literal["", r"\cdot", r"\times", r"\circ", r"\odot", r"\otimes"]


@dataclass(frozen=True, slots=True)
class Product(Node):
    r"""`2xy`, `a \cdot b`, `u \times v`, `f \circ g`: `operators[k]` stands before `factors[k + 1]`.

    Either all operators are `""` (juxtaposition, binds tighter) or none is: `2d \cdot be` is (2d)·(be).
    Dot and cross products are this node too: the factors' shapes decide.
    """

    factors: tuple[Node, ...]
    operators: tuple[Times, ...]


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


@dataclass(frozen=True, slots=True)
class Transpose(Node):
    r"""`A^T`, `A^\top`, `A^{\mathsf{T}}`, `A^{\mathrm{T}}`: `mark` is the superscript as written."""

    operand: Node
    mark: Literal["T", r"\top", r"\mathsf{T}", r"\mathrm{T}"] = "T"


@dataclass(frozen=True, slots=True)
class Root(Node):
    r"""`\sqrt{x}`, `\sqrt[3]{x}`; the degree is drawn first."""

    degree: Node | None
    radicand: Node


@dataclass(frozen=True, slots=True)
class Factorial(Node):
    r"""`n!`; `marks` is `!` or `!!`."""

    operand: Node
    marks: Literal["!", "!!"] = "!"


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
class Rounded(Node):
    r"""`\lfloor x \rfloor` (`floor`), `\lceil x \rceil` (`ceil`)."""

    body: Node
    kind: Literal["floor", "ceil"]


@dataclass(frozen=True, slots=True)
class Tuple(Node):
    r"""`(2w_1, 6w_2)`: a point or a vector of two or more components."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Listing(Node):
    r"""`x = 1, y = 2` or the index `i, j`: parts parted by commas, without brackets."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Interval(Node):
    r"""`[0, 3]`, `(0, 3]`, and `(0, 3)` where a set is meant (`x \in (0, 3)`)."""

    lower: Node
    upper: Node
    left: Literal["[", "("] = "["
    right: Literal["]", ")"] = "]"


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


@dataclass(frozen=True, slots=True)
class Matrix(Node):
    r"""`\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}`: `rows` all of one length; a column vector has rows of length 1.

    `bracket`: `bmatrix` […], `pmatrix` (…), `vmatrix` |…| (the determinant), `Vmatrix` ‖…‖, `matrix` without.
    """

    rows: tuple[tuple[Node, ...], ...]
    bracket: Literal["bmatrix", "pmatrix", "vmatrix", "Vmatrix", "matrix"] = "bmatrix"


@dataclass(frozen=True, slots=True)
class Case(Node):
    r"""One row of `Cases`: the value, and when it holds (`x > 0`, or the words `otherwise`)."""

    value: Node
    condition: Node | None


@dataclass(frozen=True, slots=True)
class Cases(Node):
    r"""`\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}`."""

    rows: tuple[Case, ...]


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ArgumentBracket = Literal["", "(", "[", "{"]


@dataclass(frozen=True, slots=True)
class Application(Node):
    r"""A function applied: `f(x)`, `\sin x`, `\sin^2 \theta`, `V'(x)`, `\nabla L(1, 1)`, `\max(0, x)`, `\mathbb{E}[X]`.

    `head`: `Symbol` (a function of the model), `FunctionName`, `Prime`, `Nabla`, an inline `Derivative`
    (`\frac{\partial L}{\partial w_1}(1, 1)`), or a `Group` of a composition. A derivative is taken first, then applied.
    `power` is the 2 of `\sin^2 x`, (sin x)²; power −1 is the inverse function (`\cos^{-1}(0)`, `f^{-1}(x)`).
    `bracket` is what encloses the arguments; `""` for `\sin x` (one argument).
    """

    head: Node
    power: Node | None
    arguments: tuple[Node, ...]
    bracket: ArgumentBracket = "("

    @property
    def inverse(self) -> bool:
        """Whether the power −1 makes this the inverse function."""
        return isinstance(self.power, Signed) and self.power == Signed("-", Number("1"))


# ── calculus ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Prime(Node):
    r"""Lagrange's and Newton's derivative by the function's only variable: `f'`, `f''`, `f^{(4)}`, `\dot{x}`, `(x^2)'`.

    `mark` says how the order is drawn: `prime`, `number` (in round brackets, superscript) or `dot`.
    """

    operand: Node
    order: int
    mark: Literal["prime", "number", "dot"] = "prime"


@dataclass(frozen=True, slots=True)
class NthPrime(Node):
    r"""`f^{(n)}`: the derivative of an order that is not a literal."""

    operand: Node
    order: Node


DerivativeSign = Literal["d", r"\mathrm{d}", r"\partial"]


@dataclass(frozen=True, slots=True)
class Derivative(Node):
    r"""Leibniz' derivative: `\frac{\partial^2 L}{\partial w_1 \partial w_2}`, `\frac{dy}{dx}`, `\frac{d}{dx} x^2`.

    `sign` is the letter; `variables` in their written order with `orders` (`\partial x^2` has order 2);
    `inline`: the operand stands in the numerator (`\frac{dy}{dx}`), else behind the fraction and reaches over a
    product, but not over a sum. `style` is the fraction's (`/` for `dy/dx`).
    Children: the operand, then the variables.
    """

    sign: DerivativeSign
    operand: Node
    variables: tuple[Node, ...]
    orders: tuple[int, ...]
    inline: bool = True
    style: Literal["frac", "tfrac", "dfrac", "/"] = "frac"

    @property
    def order(self) -> int:
        """The total order."""
        return sum(self.orders)


@dataclass(frozen=True, slots=True)
class Differential(Node):
    r"""`dx`, `\mathrm{d}x`, `dw_1`: the differential of a variable."""

    variable: Node
    sign: Literal["d", r"\mathrm{d}"] = "d"


NablaKind = Literal["gradient", "divergence", "curl", "laplacian"]


@dataclass(frozen=True, slots=True)
class Nabla(Node):
    r"""`\nabla L` (gradient), `\nabla \cdot F` (divergence), `\nabla \times F` (curl), `\nabla^2 f` (laplacian).

    `subscript` of `\nabla_w L`: the variables of the gradient; or, where it is a vector of the model, a direction.
    """

    kind: NablaKind
    subscript: Node | None
    operand: Node


@dataclass(frozen=True, slots=True)
class Directional(Node):
    r"""`D_{\mathbf{u}} f`: the derivative of `operand` in the direction `along`."""

    along: Node
    operand: Node


@dataclass(frozen=True, slots=True)
class Evaluated(Node):
    r"""`\left.\frac{dy}{dx}\right|_{x = 1}`, `\left[\frac{x^3}{3}\right]_0^1`, `\left. F \right|_0^1`.

    With `upper`: the difference of the body at both ends. Without: the body where the relation(s) `lower` hold
    (`x = 1`, a `Listing`, or `(x, y) = (1, 2)`), or a bare value for the only variable.
    """

    body: Node
    lower: Node
    upper: Node | None
    bracket: Literal["|", "["] = "|"


@dataclass(frozen=True, slots=True)
class Limit(Node):
    r"""`\lim_{x \to 0^+} f(x)`: `side` is `+`, `-` or nothing; the variable may be a `Tuple` of variables."""

    variable: Node
    target: Node
    body: Node
    side: Literal["", "+", "-"] = ""


@dataclass(frozen=True, slots=True)
class Big(Node):
    r"""`\sum_{i=1}^{n} a_i`, `\prod`, `\bigcup`, `\bigcap`: reaches over a product, but not over a sum.

    `under` is the relation `i = 1` or `i \in S`, or the bare index `i`; `over` the upper end.
    """

    operator: Literal[r"\sum", r"\prod", r"\bigcup", r"\bigcap"]
    under: Node | None
    over: Node | None
    body: Node

    @property
    def index(self) -> Node | None:
        """The bound index, if one is named."""
        return self.under.operands[0] if isinstance(self.under, Relation) else self.under

    @property
    def start(self) -> Node | None:
        """The lower end of `i = 1`, if there is one."""
        if isinstance(self.under, Relation) and self.under.operators == ("=",):
            return self.under.operands[1]
        return None


@dataclass(frozen=True, slots=True)
class Integral(Node):
    r"""`\int_0^1 x^2 \, dx`, `\iint_D f \, dx \, dy`, `\int \frac{dx}{x}`, `\oint`.

    `differentials` ends the integral, in the written order; it is empty when the differential stands inside the body
    (`\int \frac{dx}{x}`). `body` is `None` for `\int dx`. `lower` alone is a domain (`\iint_D`).
    """

    operator: Literal[r"\int", r"\iint", r"\iiint", r"\oint"]
    lower: Node | None
    upper: Node | None
    body: Node | None
    differentials: tuple[Differential, ...]


@dataclass(frozen=True, slots=True)
class Extremum(Node):
    r"""`\max_{0 \le x \le 3} V(x)`, `\min_x`, `\operatorname*{arg\,min}_w L(w)`: over a condition or a name."""

    operator: Literal["max", "min", "argmax", "argmin", "sup", "inf"]
    under: Node
    body: Node


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────────

RelationSign = Literal[
    "=", "<", ">", r"\le", r"\ge", r"\ne", r"\approx", r"\equiv", r"\sim", r"\propto", r"\cong", r"\ll", r"\gg",
    r"\in", r"\notin", r"\ni", r"\subset", r"\subseteq", r"\supset", r"\supseteq", r"\perp", r"\parallel", r"\mid",
    ":=", r"\leftarrow", r"\to", r"\mapsto",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation(Node):
    r"""A chain `a = b \le c`: two or more operands; `operators[k]` stands between `operands[k]` and `operands[k + 1]`.

    Each link is a statement of its own. Also `:=` (definition), `\leftarrow` (assignment), `\to` (tends to), `\mapsto`.
    The first operand may be `Blank` in a row of `Aligned`.
    """

    operands: tuple[Node, ...]
    operators: tuple[RelationSign, ...]


@dataclass(frozen=True, slots=True)
class Signature(Node):
    r"""`f \colon \mathbb{R} \to \mathbb{R}`: what a function takes and gives."""

    function: Node
    domain: Node
    codomain: Node


LogicSign = Literal[
    r"\Rightarrow", r"\Leftarrow", r"\Leftrightarrow", r"\land", r"\lor",
    "and", "or", "if", "for", "where", "so", "with",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Logic(Node):
    r"""`2x = 6 \Rightarrow x = 3`, `x = 1 \text{ or } x = 2`; `operators[k]` stands before `operands[k + 1]`.

    Operators without a backslash are words (`\text{ or }`). Mixed operators are nested: arrows bind weakest.
    """

    operands: tuple[Node, ...]
    operators: tuple[LogicSign, ...]


@dataclass(frozen=True, slots=True)
class Negation(Node):
    r"""`\lnot p`."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    r"""`\forall x \in \mathbb{R} : x^2 \ge 0`; `bound` is the name or its relation."""

    quantifier: Literal[r"\forall", r"\exists"]
    bound: Node
    body: Node


@dataclass(frozen=True, slots=True)
class Aligned(Node):
    r"""`\begin{aligned} f(x) &= … \\ &= … \end{aligned}`: rows under each other.

    A row is a statement; a continued row is a `Relation` (or `Logic`) whose first operand is `Blank`. `marks[k]` is the
    index of the operator of row k before which the `&` stands, or `None`. `statements` joins continued rows.
    """

    rows: tuple[Node, ...]
    marks: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Annotated(Node):
    r"""`\boxed{x}`, `\cancel{x}`, `\underbrace{x}_{n}`, `\overbrace{x}^{n}`: drawn around the body, means the body."""

    kind: Literal["boxed", "cancel", "underbrace", "overbrace"]
    body: Node
    note: Node | None = None


# ── a formula, and the walks ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Formula:
    """A LaTeX text exactly as it is displayed, and the tree that was read from it."""

    text: SourceText
    tree: Node


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every node with its path, a node before its children."""
    yield path, node
    for index, child in enumerate(node.children):
        yield from walk(child, (*path, index))


def at(node: Node, path: Path) -> Node:
    """The node that `path` addresses; raises `IndexError` if there is none."""
    for index in path:
        node = node.children[index]
    return node


def leaves(node: Node) -> Iterator[tuple[Path, Node]]:
    """The nodes without children, from left to right, with their paths."""
    return ((path, part) for path, part in walk(node) if not part.children)


def replace_at(node: Node, path: Path, new: Node) -> Node:
    """The tree with `new` in place of the node that `path` addresses."""
    if not path:
        return new
    children = list(node.children)
    children[path[0]] = replace_at(children[path[0]], path[1:], new)
    return node.with_children(children)


def statements(node: Node) -> tuple[Node, ...]:
    r"""The statements of a formula: rows of `Aligned` with continued rows joined into one chain, parts of a `Listing`.

    Anything else is one statement. `f &= a \\ &= b` is the one chain f = a = b.
    """
    if isinstance(node, Listing):
        return tuple(one for item in node.items for one in statements(item))
    if not isinstance(node, Aligned):
        return (node,)
    joined: list[Node] = []
    for row in node.rows:
        before = joined[-1] if joined else None
        match row, before:
            case Relation(operands=(Blank(), *_)), Relation():
                joined[-1] = Relation(
                    before.operands + row.operands[1:], before.operators + row.operators, span=before.span
                )
            case Logic(operands=(Blank(), *_)), Node():
                joined[-1] = Logic((before, *row.operands[1:]), row.operators, span=before.span)
            case _:
                joined.append(row)
    return tuple(joined)
