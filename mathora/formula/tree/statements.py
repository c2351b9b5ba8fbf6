r"""The nodes of functions, calculus and statements. See `tree` for the laws of all nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from mathora.formula.tree.node import Node
from mathora.formula.tree.terms import Blank, Listing, Number, Signed

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
DerivativeStyle = Literal["frac", "tfrac", "dfrac", "/", "subscript", "subscripts"]


@dataclass(frozen=True, slots=True)
class Derivative(Node):
    r"""Leibniz' derivative: `\frac{\partial^2 L}{\partial w_1 \partial w_2}`, `\frac{dy}{dx}`, `\frac{d}{dx} x^2`.

    `sign` is the letter; `variables` in their written order with `orders` (`\partial x^2` has order 2);
    `inline`: the operand stands in the numerator (`\frac{dy}{dx}`), else behind the fraction and reaches over a
    product, but not over a sum. `style` is the fraction's (`/` for `dy/dx`); or there is none: `subscript` for all
    variables under one sign (`\partial_{xy} f`), `subscripts` for a sign each (`\partial_x^2 \partial_y f`).
    Children: the operand, then the variables.
    """

    sign: DerivativeSign
    operand: Node
    variables: tuple[Node, ...]
    orders: tuple[int, ...]
    inline: bool = True
    style: DerivativeStyle = "frac"

    @property
    def order(self) -> int:
        """The total order."""
        return sum(self.orders)


DifferentialSign = Literal["d", r"\mathrm{d}"]


@dataclass(frozen=True, slots=True)
class Differential(Node):
    r"""`dx`, `\mathrm{d}x`, `dw_1`: the differential of a variable."""

    variable: Node
    sign: DifferentialSign = "d"


NablaKind = Literal["gradient", "divergence", "curl", "hessian", "laplacian"]


@dataclass(frozen=True, slots=True)
class Nabla(Node):
    r"""`\nabla L` (gradient), `\nabla \cdot F` (divergence), `\nabla \times F` (curl), `\nabla^2 L` (Hessian).

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


EvaluationBracket = Literal["|", "["]


@dataclass(frozen=True, slots=True)
class Evaluated(Node):
    r"""`\left.\frac{dy}{dx}\right|_{x = 1}`, `\left[\frac{x^3}{3}\right]_0^1`, `\left. F \right|_0^1`.

    With `upper`: the difference of the body at both ends. Without: the body where the relation(s) `lower` hold
    (`x = 1`, a `Listing`, or `(x, y) = (1, 2)`), or a bare value for the only variable.
    """

    body: Node
    lower: Node
    upper: Node | None
    bracket: EvaluationBracket = "|"


Side = Literal["", "+", "-"]


@dataclass(frozen=True, slots=True)
class Limit(Node):
    r"""`\lim_{x \to 0^+} f(x)`: `side` is `+`, `-` or nothing; the variable may be a `Tuple` of variables."""

    variable: Node
    target: Node
    body: Node
    side: Side = ""


BigOperator = Literal[r"\sum", r"\prod", r"\bigcup", r"\bigcap"]


@dataclass(frozen=True, slots=True)
class Big(Node):
    r"""`\sum_{i=1}^{n} a_i`, `\prod`, `\bigcup`, `\bigcap`: reaches over a product, but not over a sum.

    `under` is the relation `i = 1` or `i \in S`, or the bare index `i`; `over` the upper end.
    """

    operator: BigOperator
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


IntegralSign = Literal[r"\int", r"\iint", r"\iiint", r"\oint"]


@dataclass(frozen=True, slots=True)
class Integral(Node):
    r"""`\int_0^1 x^2 \, dx`, `\iint_D f \, dx \, dy`, `\int \frac{dx}{x}`, `\oint`.

    `differentials` ends the integral, in the written order; it is empty when the differential stands inside the body
    (`\int \frac{dx}{x}`). `body` is `None` for `\int dx`. `lower` alone is a domain (`\iint_D`).
    """

    operator: IntegralSign
    lower: Node | None
    upper: Node | None
    body: Node | None
    differentials: tuple[Differential, ...]


ExtremumName = Literal["max", "min", "argmax", "argmin", "sup", "inf"]


@dataclass(frozen=True, slots=True)
class Extremum(Node):
    r"""`\max_{0 \le x \le 3} V(x)`, `\min_x`, `\operatorname*{arg\,min}_w L(w)`: over a condition or a name."""

    operator: ExtremumName
    under: Node
    body: Node


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────────


RelationSign = Literal[
    "=", "<", ">", r"\le", r"\ge", r"\ne", r"\approx", r"\equiv", r"\sim", r"\propto", r"\cong", r"\ll", r"\gg",
    r"\in", r"\notin", r"\ni", r"\subset", r"\subseteq", r"\supset", r"\supseteq", r"\perp", r"\parallel", r"\mid",
    r"\nmid", r"\succ", r"\succeq", r"\prec", r"\preceq", ":=", r"\leftarrow", r"\to", r"\leftrightarrow", r"\mapsto",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation(Node):
    r"""A chain `a = b \le c`: two or more operands; `operators[k]` stands between `operands[k]` and `operands[k + 1]`.

    Each link is a statement of its own. Also `:=` (definition), `\leftarrow` (assignment), `\to` (tends to), `\mapsto`.
    The first operand may be `Blank` in a row of `Aligned`.
    """

    operands: tuple[Node, ...]
    operators: tuple[RelationSign, ...]

    @property
    def links(self) -> tuple[tuple[Node, RelationSign, Node], ...]:
        """Each link: what stands left of a sign, the sign, and what stands right of it."""
        return tuple(zip(self.operands, self.operators, self.operands[1:], strict=False))


MapArrow = Literal[r"\to", r"\mapsto"]


@dataclass(frozen=True, slots=True)
class Signature(Node):
    r"""`f \colon \mathbb{R} \to \mathbb{R}`, `f \colon x \mapsto x^2`: what a function takes and gives."""

    function: Node
    domain: Node
    codomain: Node
    arrow: MapArrow = r"\to"


LogicSign = Literal[
    r"\Rightarrow", r"\Leftarrow", r"\Leftrightarrow", r"\land", r"\lor", "minimize", "maximize", "minimise",
    "and", "or", "if", "for", "for all", "where", "when", "with", "so", "then", "since", "hence", "maximise",
    "for every", "for any", "for some", "if and only if", "iff", "such that", "s.t.", "subject to", "provided", "as",
    "at", "near", "for small", "on", "vs.", "against", "()", ",", ":", "", r"\forall", r"\therefore", r"\because",
]  # fmt: skip

AND: Final = frozenset[LogicSign]([r"\land", "and"])
OR: Final = frozenset[LogicSign]([r"\lor", "or"])
EQUIVALENT: Final = frozenset[LogicSign]([r"\Leftrightarrow", "iff", "if and only if"])
OF_EACH: Final = frozenset[LogicSign](["for", "for all", "for every", "for any"])
"""Behind these words a bound of a name means every such number, as behind `\\forall`, whatever value the name has."""
CONDITIONS: Final = frozenset[LogicSign]([
    "if", "for", "for all", "for every", "for any", "where", "with", "when", "provided", "such that", "at", "()", ",",
    r"\forall",
])  # fmt: skip
"""Words, and what stands for one, behind which the condition of a statement comes."""
SOUGHT: Final = frozenset[LogicSign](["minimize", "maximize", "minimise", "maximise"])  # words before a goal
AGAINST: Final = frozenset[LogicSign](["vs.", "against"])  # words between two hypotheses
ARROWS: Final = frozenset[LogicSign]([r"\Rightarrow", r"\Leftarrow", r"\Leftrightarrow"])


@dataclass(frozen=True, slots=True)
class Logic(Node):
    r"""`2x = 6 \Rightarrow x = 3`, `x = 1 \text{ or } x = 2`; `operators[k]` stands before `operands[k + 1]`.

    Operators without a backslash are words (`\text{ or }`); `()` and `,` are no sign at all but the brackets around a
    condition (`(n \ne -1)`), and the comma before it; `:` stands behind a premise, and the empty one before a remark
    (`\quad \text{divide by } 2`), which claims nothing. Mixed operators are nested: arrows bind weakest, then words
    such as "if", then "iff", "or", "and".
    """

    operands: tuple[Node, ...]
    operators: tuple[LogicSign, ...]


@dataclass(frozen=True, slots=True)
class Negation(Node):
    r"""`\lnot p`."""

    operand: Node


DEMANDS = frozenset({"!", "?"})  # `\overset{!}{=}`, `\overset{?}{=}`: what is demanded or asked, and not claimed


@dataclass(frozen=True, slots=True)
class Noted(Node):
    r"""`X_n \xrightarrow{d} X`, `X \overset{\text{iid}}{\sim} F`: one link with a note over its sign.

    The note claims nothing; with one of `DEMANDS` as its note, nor does the link.
    """

    left: Node
    note: Node
    right: Node
    sign: RelationSign


@dataclass(frozen=True, slots=True)
class Congruence(Node):
    r"""`3^4 \equiv 4 \pmod 7`: the links of a chain, up to multiples of a modulus."""

    chain: Node
    modulus: Node


Quantifier = Literal[r"\forall", r"\exists", r"\exists!"]


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    r"""`\forall x \in \mathbb{R} : x^2 \ge 0`; `bound` is the name, its relation, or several.

    Without `colon`, as in `\forall x\, P(x)`, it reaches over no more than one relation, or what is in brackets.
    """

    quantifier: Quantifier
    bound: Node
    body: Node
    colon: bool = True


@dataclass(frozen=True, slots=True)
class Aligned(Node):
    r"""`\begin{aligned} f(x) &= … \\ &= … \end{aligned}`: rows under each other.

    A row is a statement; a continued row is a `Relation` (or `Logic`) whose first operand is `Blank`. `marks[k]` counts
    the signs of row k left of the one before which the `&` stands; `None` without it. `statements` joins such rows.
    """

    rows: tuple[Node, ...]
    marks: tuple[int | None, ...]


AnnotationKind = Literal["boxed", "cancel", "underbrace", "overbrace"]


@dataclass(frozen=True, slots=True)
class Annotated(Node):
    r"""`\boxed{x}`, `\cancel{x}`, `\underbrace{x}_{n}`, `\overbrace{x}^{n}`: drawn around the body, means the body."""

    kind: AnnotationKind
    body: Node
    note: Node | None = None


def statements(node: Node) -> tuple[Node, ...]:  # noqa: C901 - a row each
    r"""The statements of a formula, without remarks: rows of `Aligned`, of which `f &= a \\ &= b` are one, and parts of
    a `Listing`.
    """
    if isinstance(node, Listing):
        return tuple(one for item in node.items for one in statements(item))
    if not isinstance(node, Aligned):
        return (_without_remark(node),)
    joined: list[Node] = []
    for row in map(_without_remark, node.rows):
        before = joined[-1] if joined else None
        match row, before:
            case Relation(operands=(Blank(), *_)), Relation():
                joined[-1] = _chained(before, row)
            case Relation(operands=(Blank(), *_)), Logic(operands=(Relation() as first, *rest)) if {
                *before.operators
            } <= CONDITIONS:
                joined[-1] = Logic((_chained(first, row), *rest), before.operators, span=before.span)
            case Logic(operands=(Relation(operands=(Blank(), *_)) as first, *rest)), Relation() if {
                *row.operators
            } <= CONDITIONS:
                joined[-1] = Logic((_chained(before, first), *rest), row.operators, span=before.span)
            case Relation(operands=(Blank(), *_)), Logic(operands=(*_, Relation() as last)):
                joined[-1] = Logic((*before.operands[:-1], _chained(last, row)), before.operators, span=before.span)
            case Logic(operands=(Blank(), *_)), Logic() if {*row.operators, *before.operators} <= ARROWS:
                joined[-1] = Logic(
                    (*before.operands, *row.operands[1:]), before.operators + row.operators, span=before.span
                )
            case Node(), Logic(operands=(Node() as first, last), operators=("s.t." | "subject to",)):
                joined[-1] = Logic((first, Logic((last, row), ("and",))), before.operators, span=before.span)
            case Logic(operands=(Blank(), *_)), Node() if not SOUGHT & {*row.operators}:
                joined[-1] = Logic((before, *row.operands[1:]), row.operators, span=before.span)
            case _:
                joined.append(row)
    return tuple(joined)


def _without_remark(node: Node) -> Node:
    return node.operands[0] if isinstance(node, Logic) and node.operators == ("",) else node


def _chained(before: Relation, row: Relation) -> Relation:
    return Relation(before.operands + row.operands[1:], before.operators + row.operators, span=before.span)
