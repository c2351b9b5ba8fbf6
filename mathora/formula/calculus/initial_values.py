r"""Linear differential equations whose solution is told: the one with initial values, or all by their constants.

| written | said |
| --- | --- |
| `y' = xy, \; y(0) = 1 \Rightarrow y = e^{x^2/2}` | `(e^{x^2/2})' = x e^{x^2/2}`, and `e^0 = 1` |
| `y' = 3y, \; y(0) = 2 \Rightarrow y(t) = 2e^{3t}` | `(2e^{3t})' = 3 \cdot 2e^{3t}`, and `2e^{3 \cdot 0} = 2` |
| `y' = 3y \Rightarrow y = Ce^{3t}` | `(Ce^{3t})' = 3Ce^{3t}`, and `e^{3 \cdot 0} \ne 0` |

Law: a linear equation of order n with continuous coefficients, of which the first is a number and not 0, beside what
is continuous, has one solution on all of R for n values at one place (W. Walter, "Ordinary Differential Equations",
§15). A function with derivatives everywhere is it if, and only if, it solves the equation and has these values. Of
other equations and functions nothing is said.

Letters that stand behind the arrow alone are its constants: the solutions are told for some values of them. Those of an
equation of order n are p + c_1 u_1 + … + c_n u_n for one of them and n that are independent, which they are exactly
where their determinant (Wronski's) is not 0 at one place (ibid., §15). What is linear in n letters is all of them if,
and only if, it solves the equation and has such u.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from mathora.formula import tree as t
from mathora.formula.calculus.premises import with_functions_put_in
from mathora.formula.symbols.functions import SMOOTH
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.formula.tree.signs import has_both_signs
from mathora.formula.tree.substitution import substituted

MOST_CONSTANTS = 3
_SIGNS = frozenset(["", r"\cdot", r"\times", "+", "-"])
_NUMBERS = frozenset({"real", "positive", "nonnegative", "integer", "natural"})


def with_solution_put_in(node: t.Node, model: Model, givens: Sequence[t.Node] = ()) -> t.Node:
    """The equation and its values said of what is told to solve it; the very same if there may be other solutions."""
    match node:
        case t.Logic((premise, t.Relation((left, value), ("=",)) as told), (sign,)):
            known = model.named(left.head if isinstance(left, t.Application) else left)
        case _:
            return node
    if sign not in {r"\Rightarrow", *t.EQUIVALENT} or known is None or known.body is not None or known.domain:
        return node
    spoken = (known.symbol, *known.parameters)
    if has_both_signs(node) or len(spoken) != 2 or any(t.mentions(one, part) for one in givens for part in spoken):  # noqa: PLR2004 - y and t
        return node
    solved, equations = _Unknown(*spoken, model), t.taken_apart(premise)
    constants = solved.constants(value, premise)
    if solved.order(left) != 0 or not solved.is_smooth(value) or not solved.is_determined(equations, len(constants)):
        return node
    said = with_functions_put_in(t.Logic((told, t.together(equations)), (r"\Rightarrow",)), model)
    if t.mentions(said, known.symbol):
        return node
    independent = solved.independent(value, constants) if constants else None
    return t.together((said, independent)) if independent else said


@dataclass(frozen=True, slots=True)
class _Unknown:
    """The function that is looked for, and its variable."""

    name: t.Symbol
    letter: t.Symbol
    model: Model

    def constants(self, value: t.Node, premise: t.Node) -> tuple[t.Symbol, ...]:
        """The letters for any numbers of which a value is linear, and of which the premise does not speak."""
        names = [(one, self.model.named(one)) for one in dict.fromkeys(t.symbols(value))]
        free = [
            one
            for one, name in names
            if one != self.letter and name is not None and name.kind == "real" and name.body is None and not name.domain
        ]
        own = tuple(one for one in free if self.is_constant(one) and not t.mentions(premise, one))
        return own if len(own) <= MOST_CONSTANTS and _degree(value, own) == 1 else ()

    def independent(self, value: t.Node, constants: tuple[t.Symbol, ...]) -> t.Node | None:
        """That Wronski's determinant of what stands beside the constants is not 0 at 0."""
        zero = t.Number("0")
        at_zero = t.Relation((self.letter, zero), ("=",))
        rows = []
        for one in constants:
            ends = t.all_known(_with_values(value, constants, {one: number}) for number in (t.Number("1"), zero))
            if ends is None:
                return None
            beside = t.Group(t.Addition(ends, ("-",)))
            slopes = (
                t.Derivative("d", beside, (self.letter,), (order,), inline=False) for order in range(1, len(constants))
            )
            rows.append(tuple(t.Group(t.Evaluated(part, at_zero, None)) for part in (beside, *slopes)))
        whole = rows[0][0] if len(rows) == 1 else t.Matrix(tuple(rows), "vmatrix")
        return t.Relation((whole, zero), (r"\ne",))

    def is_determined(self, equations: Sequence[t.Node], constants: int) -> bool:
        """Whether one linear equation and the values or the constants that it needs are told, and no more."""
        values = [one for one in equations if self.initial(one)]
        sides = [side for one in equations if one not in values for side in one.children]
        orders, places = zip(*(at for one in values for at in self.initial(one)), strict=True) if values else ((), ())
        terms = [term for one in sides for term in self.terms(one, counted=True)]
        wanted = len(values) or constants
        first = [counted for order, counted in terms if order >= wanted]
        letter = self.model.named(self.letter)
        return (
            (letter is None or (letter.kind == "real" and letter.body is None and not letter.domain))
            and len(equations) == len(values) + 1
            and all(isinstance(one, t.Relation) and one.operators == ("=",) for one in equations)
            and sorted(orders) == [*range(len(values))]
            and (len({*places}) == 1 if values else constants > 0)
            and first == [True]
            and (wanted, True) in terms
        )

    def terms(self, node: t.Node, *, counted: bool) -> Iterator[tuple[float, bool]]:
        """The order of each term with the function, and whether its coefficient is a number that is not 0; of infinite
        order is what is not known to be linear, or continuous.
        """
        match node:
            case _ if self.is_smooth(node):
                return
            case _ if (order := self.order(node)) is not None:
                yield order, counted
            case t.Addition() | t.Group() | t.Signed():
                for one in node.children:
                    yield from self.terms(one, counted=counted)
            case t.Quotient(above, below) if self.is_constant(below):
                yield from self.terms(above, counted=counted)
            case t.Product(parts, signs) if {*signs} <= _SIGNS:
                factors = [one for one in parts if self.is_smooth(one)]
                rest = [one for one in parts if one not in factors]
                numbers = counted and all(rational(one) or self.is_positive(one) for one in factors)
                yield from self.terms(rest[0], counted=numbers) if len(rest) == 1 else ((inf, False),)
            case _:
                yield inf, False

    def order(self, node: t.Node) -> int | None:
        """Which derivative of the function at its own variable this is; None of anything else."""
        match node:
            case t.Prime(one, order) if one == self.name:
                return order
            case t.Derivative(operand=one, variables=(by,), orders=(order,)) if by == self.letter and one == self.name:
                return order
            case t.Application(head, None, (where,)) if where == self.letter:
                return self.order(head)
            case _:
                return 0 if node == self.name else None

    def initial(self, node: t.Node) -> tuple[tuple[int, t.Node], ...]:
        """Of which derivative a statement says a value, and where; empty if it says none."""
        match node:
            case t.Relation((t.Application(head, None, (place,)), value)) if (
                self.is_constant(place) and self.is_constant(value) and (order := self.order(head)) is not None
            ):
                return ((order, place),)
            case _:
                return ()

    def is_constant(self, node: t.Node) -> bool:
        """Whether a term is one number, whatever the variable is."""
        if not isinstance(node, t.Symbol):
            return all(map(self.is_constant, node.children))
        name = self.model.named(node)
        if name is None or name.kind not in _NUMBERS or name.parameters or t.mentions(node, self.letter):
            return False
        return name.body is None or self.is_constant(name.body)

    def is_positive(self, node: t.Node) -> bool:
        """Whether this is a name for a positive number."""
        name = self.model.named(node)
        return name is not None and name.kind == "positive" and self.is_constant(node)

    def is_smooth(self, node: t.Node) -> bool:
        """Whether a term of the variable has all derivatives at each number."""
        parts = node.children
        match node:
            case _ if node == self.letter or self.is_constant(node):
                return True
            case t.Quotient(above, below) if self.is_constant(below):
                parts = (above,)
            case t.Power(part, t.Number(decimals=0)) | t.Power(t.Constant("e"), part):
                parts = (part,)
            case t.Application(t.FunctionName(name, None), None) if name in SMOOTH:
                parts = node.arguments
            case t.Addition() | t.Group() | t.Signed() | t.Product() if _SIGNS.issuperset(
                getattr(node, "operators", ())
            ):
                pass
            case _:
                return False
        return all(map(self.is_smooth, parts))


def _degree(node: t.Node, letters: tuple[t.Symbol, ...]) -> float:  # noqa: PLR0911 - a row each
    """Of which degree a term is in the letters; infinite where that is not seen by its form."""
    match node:
        case _ if not any(t.mentions(node, one) for one in letters):
            return 0
        case t.Symbol():
            return 1
        case t.Group(part) | t.Signed(_, part):
            return _degree(part, letters)
        case t.Addition(terms):
            return max(_degree(one, letters) for one in terms)
        case t.Product(factors, signs) if {*signs} <= _SIGNS:
            return sum(_degree(one, letters) for one in factors)
        case t.Quotient(above, below):
            return _degree(above, letters) if _degree(below, letters) == 0 else inf
        case _:
            return inf


def _with_values(node: t.Node, names: Sequence[t.Symbol], values: Mapping[t.Symbol, t.Node]) -> t.Node | None:
    """The term with values for names, and 0 for the others."""
    for one in names:
        found = substituted(node, one, values.get(one, t.Number("0")))
        if found is None:
            return None
        node = found
    return node
