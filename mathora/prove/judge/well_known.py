r"""Definitions of what is well known by its name, written otherwise than it is.

Owns: `otherwise`, `known_otherwise`, what is told of it; `letter_of`.

| written | is |
| --- | --- |
| `H(X) = -\sum_x p(x)^2 \log p(x)` | `-\sum_x p(x) \log p(x)`, an entropy |
| `H(p, q) = -\sum_i q_i \ln p_i` | `-\sum_i p_i \ln q_i`, a cross-entropy |
| `D_{KL}(P \| Q) = \sum_x P(x) \ln \frac{Q(x)}{P(x)}` | `\sum_x P(x) \ln \frac{P(x)}{Q(x)}` |
| `\mathbb{E}[X] = \int x^2 f(x)\,dx` | `\int x f(x)\,dx` |
| `\operatorname{Var}(X) = \int (x - \mu) f(x)\,dx` | `\int (x - \mu)^2 f(x)\,dx` |
| `\text{MSE} = \sum_{i=1}^n (y_i - \hat y_i)^2`, MAE, RMSE, Var | a mean: divided by n; its root |
| `\bar x = \frac{1}{n-1} \sum_{i=1}^n x_i` | `\frac1n \sum_{i=1}^n x_i` |
| `s^2 = \frac1n \sum_{i=1}^n (x_i + \bar x)^2` | a difference, divided by n or n - 1; of `\hat y_i` also n - 2 |
| `\text{SE} = \frac{\sigma}{n}`, `z = \frac{x - \mu}{\sigma^2}` | `\frac{\sigma}{\sqrt n}`, `\frac{x - \mu}{\sigma}` |
| `M_X(t) = \mathbb{E}[e^{-tX}]`, `G_X(s) = \mathbb{E}[X^s]` | `\mathbb{E}[e^{tX}]`, `\mathbb{E}[s^X]` |
| `F_X(x) = P(X \ge x)`, `f_X(x) = P(X \le x)` | `P(X \le x)`; of one value |
| `\operatorname{logit}(p) = \ln \frac{1 - p}{p}` | `\ln \frac{p}{1 - p}` |
| `\operatorname{GELU}(x) = x\Phi(2x)`, ELU, ReLU, softplus, sigmoid | `x\Phi(x)` |
| `\sigma(x) = \frac{1}{1 + e^x}` | `\frac{1}{1 + e^{-x}}`; other functions may be called sigma, too |
| `\varphi(x) = \frac{1}{2\pi} e^{-x^2/2}` | `\frac{1}{\sqrt{2\pi}} e^{-x^2/2}` |
| `\text{odds} = \frac{1 - p}{p}`, `F_1 = \frac{PR}{P + R}` | `\frac{p}{1 - p}`; twice as much |
| `\mathcal{P}(S) = 8`, `\delta[n] = 1` | a set; cases |
| `N(A) = C(A)` of a matrix A | the vectors with `Ax = 0`; others |

Laws:
- What is compared is the one term of a sum, an integral or an expectation, with what stands before it, as numbers.
- A right side of another form, or of other letters, is left alone: it may be a definition that nobody knows here.
"""

from __future__ import annotations

import cmath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import permutations, product
from typing import Final

from mathora.formula import Model, tree, write_latex
from mathora.formula.tree.chance import is_random, measure_of, names_divergence
from mathora.prove.judge.as_numbers import (
    At,
    Form,
    Number,
    agree,
    atoms_of,
    has_numbers,
    normal,
    number_of,
    side_number,
    sums_in,
)


def _entropy(a: Number) -> Number:
    return -a * cmath.log(a)


_ENTROPIES: Final[tuple[Callable[..., complex], ...]] = (
    _entropy,
    lambda a: _entropy(a) / cmath.log(2),
    lambda a: _entropy(a) / cmath.log(10),
)
"""In nats, and in bits and digits as `\\frac{1}{\\ln 2}` makes them of nats."""


def _square(a: Number, b: Number) -> Number:
    return (a - b) ** 2


def _cross_entropy(a: Number, b: Number) -> Number:
    return -a * cmath.log(b)


def _divergence(a: Number, b: Number) -> Number:
    return a * cmath.log(a / b)


_GENERATING: Final[Mapping[str, tuple[Form, ...]]] = {
    "M": (lambda t, x: cmath.exp(t * x),),
    "G": (lambda s, x: s**x,),
    r"\varphi": (lambda t, x: cmath.exp(1j * t * x), lambda t, x: cmath.exp(t * x)),
    r"\phi": (lambda t, x: cmath.exp(1j * t * x), lambda t, x: cmath.exp(t * x)),
}
"""What is expected of a quantity by its generating functions."""
_REALS: Final = (-1.3, 0.57, 0.83)


def _logistic(x: Number, a: int = 1, b: int = 1, c: int = -1) -> Number:
    return 1 / (a + b * cmath.exp(c * x))


_NAMED: Final[Mapping[str, tuple[tuple[Number, ...], tuple[Form, ...]]]] = {
    "logit": ((0.31, 0.83), (lambda p: cmath.log(p / (1 - p)),)),
    **dict.fromkeys(("expit", "logistic", "sigmoid"), (_REALS, (partial(_logistic, a=1, b=1, c=-1),))),
    **dict.fromkeys(("SiLU", "swish", "Swish"), (_REALS, (lambda x: x * _logistic(x),))),
    "ReLU": (_REALS, (lambda x: max(0, x),)),
    "softplus": (_REALS, (lambda x: cmath.log(1 + cmath.exp(x)),)),
    "ELU": (_REALS, (lambda x, a=1: x if x > 0 else a * (cmath.exp(x) - 1),)),
    "GELU": (
        _REALS,
        (lambda x: x * normal(x), lambda x: x / 2 * (1 + cmath.tanh((2 / cmath.pi) ** 0.5 * (x + 0.044715 * x**3)))),
    ),
}
"""Functions that have a name in words: where their forms are compared, and the forms."""
_OF_LETTERS: Final[Mapping[tree.Symbol, tuple[dict[str, int], Form]]] = {
    tree.Symbol("SE"): ({r"\sigma": 0, "s": 0, "S": 0, "n": 1}, lambda s, n: s / n**0.5),
    **dict.fromkeys(map(tree.Symbol, "zZ"), ({"x": 0, "X": 0, r"\mu": 1, r"\sigma": 2}, lambda x, m, s: (x - m) / s)),
    tree.Symbol("odds"): ({"p": 0}, lambda p: p / (1 - p)),
    tree.Symbol("F", subscript=tree.Number("1")): ({"P": 0, "R": 1}, lambda p, r: 2 * p * r / (p + r)),
}
"""Names of what is made of letters that are known by theirs: their places in the form, and the form."""
_WITH_PARAMETER: Final = ("ELU",)
_MISSIGNED: Final[tuple[Form, ...]] = tuple(
    partial(_logistic, a=a, b=b, c=c) for a, b, c in product((1, -1), repeat=3) if (a, b, c) != (1, 1, -1)
)
"""The logistic function with a sign changed: of the functions called sigma, it is the one that was meant."""
_MISSCALED: Final[tuple[Form, ...]] = tuple(
    partial(lambda x, scale: scale * cmath.exp(-x * x / 2), scale=scale / cmath.pi**power)
    for power, scale in ((1, 0.5), (1, 1), (0.5, 1), (0.5, 0.5), (-0.5, 2**0.5), (1, 0.5**0.5))
)
"""The density of a standard normal quantity with another factor before it."""


def otherwise(left: tree.Node, right: tree.Node, model: Model) -> str:
    """Why a right side is not what the left side is known as; "" where nothing speaks against it."""
    found = [one for one in _meant(left, right, model) if one is not None]
    return known_otherwise(left) if found and not any(found) else ""


def known_otherwise(left: tree.Node) -> str:
    """What is told of a name that is known as something else."""
    return f"{write_latex(left)} is known as something else: write it so, or with := if this is a new name"


def _meant(  # noqa: C901, PLR0912 - a row for each name
    left: tree.Node, right: tree.Node, model: Model
) -> Iterator[bool | None]:
    """Whether the right side is one of the forms that the left side is known by; None where that cannot be said."""
    match left:
        case tree.Application(arguments=(tree.Parted(left=p, right=q, sign=r"\|"),)) if names_divergence(left.head):
            yield _in_order(right, (p, q), _divergence)
        case tree.Application(head=tree.Symbol("H"), arguments=(p, q)) if not (is_random(p, model)):
            yield _in_order(right, (p, q), _cross_entropy)
        case tree.Application(head=tree.Symbol("H"), arguments=arguments) if not any(
            isinstance(one, tree.Parted) for one in arguments
        ):
            yield _in_any_order(right, _ENTROPIES, 1)
            yield False if any(is_random(one, model) for one in arguments) and _weighs_letters(right) else None
        case tree.Application(arguments=(said,)) if measure_of(left, model) == "E":
            yield _mean_of(said, right, model)
        case tree.Application(arguments=(tree.Symbol() as said,)) if measure_of(left, model) == "Var":
            yield _spread_of(said, right, model)
            yield from (_in_any_order(right, (_square,), 2, mean=True, less=less) for less in (0, 1))
        case tree.Application(head=tree.Symbol("P", "mathcal"), arguments=(of,)):
            yield False if _is_set(of, model) and number_of(right) is not None else None
        case tree.Product(factors=(tree.Symbol(r"\delta"), tree.Group(bracket="["))):
            yield False if number_of(right) is not None else None
        case tree.Application(head=tree.Symbol("N" | "C" | "R") as space, arguments=(tree.Symbol() as of,)):
            yield False if _is_matrix(of, model) and _is_other_space(space, right) else None
        case tree.Application(
            head=tree.Symbol(name, subscript=tree.Symbol() as of), arguments=(tree.Symbol() as t,)
        ) if name in _GENERATING:
            yield from (
                _expected(right, lambda at, form=form: form(at[t], at[of]), {t, of}, model)  # type: ignore[misc]
                for form in _GENERATING[name]
            )
        case tree.Application(tree.Symbol("F" | "f", subscript=tree.Symbol() as of) as head, None, (place,)):
            yield _is_distribution(right, of, place) if head.name == "F" else _is_density(right, of, place)
        case tree.Application(
            tree.Symbol(name=word, style="operatorname") | tree.FunctionName(name=word), None, (tree.Symbol() as place,)
        ) if word in _NAMED:
            places, forms = _NAMED[word]
            yield from (_is_form(right, place, form, places, word in _WITH_PARAMETER) for form in forms)
        case tree.Application(tree.Symbol(r"\sigma", subscript=None), None, (tree.Symbol() as place,)):
            yield False if any(_is_form(right, place, form) for form in _MISSIGNED) else None
        case tree.Application(tree.Symbol(r"\varphi" | r"\phi", subscript=None), None, (tree.Symbol() as place,)):
            yield False if any(_is_form(right, place, form) for form in _MISSCALED) else None
        case tree.Symbol(name="MSE"):
            yield _in_any_order(right, (_square,), 2, mean=True)
        case tree.Symbol(name="RMSE"):
            yield _in_any_order(right, (_square,), 2, mean=True, power=0.5)
        case tree.Symbol(name="MAE"):
            yield _in_any_order(right, (lambda a, b: abs(a - b),), 2, mean=True)
        case tree.Symbol(accents=("bar",) | ("overline",), subscript=None):
            plain = replace(left, accents=())
            own = {one for one in atoms_of(right) if isinstance(one, tree.Symbol) and _bare(one) == plain}
            yield _in_any_order(right, (lambda a: a,), 1, mean=True) if len(own) == 1 else None
        case tree.Power(tree.Symbol(name="s" | "S" | r"\sigma"), tree.Number("2")):
            fitted = any(isinstance(one, tree.Symbol) and "hat" in one.accents for one in atoms_of(right))
            for less in (0, 1, 2) if fitted else (0, 1):
                yield _in_any_order(right, (_square,), 2, mean=True, less=less)
        case tree.Symbol() if known := _OF_LETTERS.get(replace(left, style="")):
            yield _of_letters(right, *known)
        case _:
            return


def _is_form(
    right: tree.Node, place: tree.Symbol, form: Form, places: Sequence[Number] = _REALS, parameters: int = 0
) -> bool | None:
    """Whether a side is a form of this place, and of one parameter that it may have; None of an equation to be solved,
    such as `x = 1`.
    """
    others = [one for one in atoms_of(right) if one != place]
    made = any(isinstance(part, tree.Application | tree.Cases | tree.Constant) for _, part in tree.walk(right))
    if not made or not tree.mentions(right, place) or len(others) > parameters:
        return None
    put = [{place: x, **dict.fromkeys(others, 0.7)} for x in places]
    return has_numbers(right, ((at, partial(form, *at.values())) for at in put))


def _is_distribution(right: tree.Node, of: tree.Symbol, place: tree.Node) -> bool | None:
    r"""Whether `P(X \le x)`, or `P(X < x)`, stands right of `F_X(x)`; None of what is no chance, nor a density."""
    match right:
        case tree.Addition((tree.Number("1"), tree.Application() as opposite), ("-",)):
            told = _is_distribution(opposite, of, place)
            return None if told is None else not told and not _is_density(opposite, of, place)
        case tree.Application(tree.Symbol("f" | "p", subscript=below), None, (at,)) if (below, at) == (of, place):
            return False
        case tree.Application(arguments=(tree.Relation((one, other), (sign,)),)) if {one, other} == {of, place}:
            return sign in ({"<", r"\le"} if one == of else {">", r"\ge"})
        case _:
            return None


def _is_density(right: tree.Node, of: tree.Symbol, place: tree.Node) -> bool | None:
    """Whether a chance of one value stands right of a density; None of what is no chance, and no distribution."""
    match right:
        case tree.Application(tree.Symbol("F", subscript=below), None, (at,)) if (below, at) == (of, place):
            return False
        case tree.Application(arguments=(tree.Relation((one, other), (sign,)),)) if {one, other} == {of, place}:
            return sign == "="
        case tree.Integral(body=tree.Application(tree.Symbol("F", subscript=below))) if below == of:
            return False
        case _:
            return None


def _is_set(of: tree.Node, model: Model) -> bool:
    name = model.named(of)
    of = of if name is None or name.body is None else name.body
    return isinstance(of, tree.SetLiteral) or (name is not None and name.kind == "set")


def _is_matrix(of: tree.Symbol, model: Model) -> bool:
    name = model.named(of)
    return name is not None and (name.kind == "matrix" or isinstance(name.body, tree.Matrix))


def _is_other_space(space: tree.Symbol, right: tree.Node) -> bool:
    """Whether a space of a matrix is said to be another: the rows of A are no columns but those of its transpose."""
    match right:
        case tree.Application(head=tree.Symbol("N" | "C" | "R") as other, arguments=(of,)) | tree.Product(
            (tree.Symbol("N" | "C" | "R") as other, tree.Group(of))
        ):
            turned = isinstance(of, tree.Transpose) and tree.Symbol("N") not in {space, other}
            return other != space and not turned
        case _:
            return False


def _bare(one: tree.Symbol) -> tree.Symbol:
    return replace(one, subscript=None, superscript=None)


# ── what stands right, as numbers ─────────────────────────────────────────────────────────────────────────────────────


def _term(node: tree.Node) -> tree.Node | None:
    """What stands in the one sum, or integral, of a side."""
    bodies = [one.body for one in sums_in(node)]
    return bodies[0] if len(bodies) == 1 else None


def _count(over: tree.Node) -> tuple[tree.Node, Number] | None:
    """To which letter or number a sum runs, and how many terms more than that it has."""
    match over:
        case tree.Big(
            under=tree.Relation(operands=(_, tree.Number(value=first))), over=tree.Symbol() | tree.Number() as last
        ):
            return last, complex(1 - first)
        case tree.Big(
            under=tree.Relation(operands=(_, tree.Number(value=first))),
            over=tree.Addition(terms=(tree.Symbol() as last, tree.Number(value=less)), operators=("-",)),
        ):
            return last, complex(1 - first - less)
        case _:
            return None


def _in_any_order(  # noqa: PLR0913 - of a mean, how it is taken
    right: tree.Node, forms: Sequence[Form], many: int, *, mean: bool = False, less: int = 0, power: float = 1
) -> bool | None:
    """Whether the one term of a sum is a form of its atoms, in some order; of a mean, a power of its part of them."""
    if (body := _term(right)) is None:
        return None
    count = _count(*sums_in(right)) if mean else None
    counted = atoms_of(count[0]) if count else []
    own = [one for one in atoms_of(body) if one not in counted]
    if len(own) != many or not {*atoms_of(right)} <= {*own, *counted}:
        return None

    def wanted(form: Form, order: Sequence[tree.Node]) -> Callable[[At], Number]:
        def at_place(at: At) -> Number:
            divided = side_number(count[0], at) + count[1] - less if count else 1
            return (form(*(at[one] for one in order)) / divided) ** power

        return at_place

    told = [agree(right, [*own, *counted], wanted(form, order)) for form in forms for order in permutations(own)]
    if mean and count is None:
        return False if None not in told and any(told) else None  # of how many is not said, and nothing is divided
    return None if None in told else any(told)


def _in_order(right: tree.Node, of: Sequence[tree.Node], form: Form) -> bool | None:
    """The same of two distributions, each atom being of the one whose letter it has."""
    own = atoms_of(body) if (body := _term(right)) is not None else []
    named = [[one for one in own if letter_of(one) == letter_of(law)] for law in of]
    if sorted(map(len, named)) == [0, 1] and len(own) == 1 and {*atoms_of(right)} == {*own}:
        return False  # of one of them alone
    if [len(one) for one in named] != [1, 1] or len(own) != 2 or {*atoms_of(right)} != {*own}:  # noqa: PLR2004 - both
        return None
    return agree(right, own, lambda at: form(*(at[one] for (one,) in named)))


def letter_of(node: tree.Node) -> str:
    """The small letter that a name, or a function, goes by."""
    head = node.head if isinstance(node, tree.Application) else node
    return head.name.lower() if isinstance(head, tree.Symbol) else write_latex(node)


def _weighs_letters(right: tree.Node) -> bool:
    r"""Whether letters stand beside their chances alone: `\sum_x x \log p(x)`."""
    own = {*atoms_of(right)}
    weights = {one for one in own if isinstance(one, tree.Application)}
    letters = {part for one in weights for part in one.arguments}
    return len(sums_in(right)) == len(weights) == 1 and own - weights == letters


def _spread_of(quantity: tree.Symbol, right: tree.Node, model: Model) -> bool | None:
    r"""Whether `\int (x - \mu)^2 f(x)\,dx`, or `\int x^2 f(x)\,dx - \mu^2`, stands right of the variance of X."""
    mean = tree.Symbol(r"\mu")
    for part in {part for _, part in tree.walk(right) if isinstance(part, tree.Application)}:
        if measure_of(part, model) == "E" and part.arguments == (quantity,):
            right = tree.replaced(right, part, mean)
    own = atoms_of(right)
    weights = [one for one in own if isinstance(one, tree.Application) and len(one.arguments) == 1]
    if len(sums_in(right)) != 1 or len(weights) != 1 or measure_of(weights[0], model):
        return None
    (value,) = weights[0].arguments
    rest = {*own} - {weights[0], value}
    if not isinstance(value, tree.Symbol) or letter_of(value) != letter_of(quantity) or not rest <= {mean}:
        return None
    atoms = (value, weights[0], mean)
    told = [
        agree(right, atoms, lambda at: at[weights[0]] * (at[value] - at[mean]) ** 2),
        agree(right, atoms, lambda at: at[weights[0]] * at[value] ** 2 - at[mean] ** 2),
    ]
    return None if None in told else any(told)


def _mean_of(said: tree.Node, right: tree.Node, model: Model) -> bool | None:
    r"""Whether `\int g(x) f(x)\,dx` stands right of the expectation of g(X)."""
    body = _term(right)
    random = {part for part in tree.symbols(said) if is_random(part, model)}
    if body is None or len(random) != 1 or isinstance(said, tree.Parted):
        return None
    own, (quantity,) = atoms_of(body), random
    weights = [one for one in own if isinstance(one, tree.Application) and len(one.arguments) == 1]
    symbols: list[tree.Node] = [one for one in own if isinstance(one, tree.Symbol)]
    values = symbols or [part for one in weights for part in one.arguments]
    if len(weights) != 1 or len(values) != 1 or not {*atoms_of(right)} <= {*own} <= {*values, *weights}:
        return None
    if letter_of(values[0]) != letter_of(quantity) or values[0] not in weights[0].arguments:
        return None
    wanted = tree.replaced(said, quantity, values[0])
    return agree(right, (values[0], weights[0]), lambda at: side_number(wanted, at) * at[weights[0]])


def _expected(right: tree.Node, form: Callable[[At], Number], letters: set[tree.Node], model: Model) -> bool | None:
    """Whether an expectation stands right whose inside is a form of these letters."""
    if not isinstance(right, tree.Application) or measure_of(right, model) != "E" or len(right.arguments) != 1:
        return None
    (inside,) = right.arguments
    return agree(inside, letters, form) if {*atoms_of(inside)} <= letters else None


def _of_letters(right: tree.Node, roles: dict[str, int], form: Form) -> bool | None:
    """Whether a right side is a form of letters, each known by its name."""
    own = atoms_of(right)
    known = {
        roles[one.name]: one for one in own if isinstance(one, tree.Symbol) and one.name in roles and not one.accents
    }
    if len(known) != len(own) or len(known) != len({*roles.values()}) or sums_in(right):
        return None
    return agree(right, own, lambda at: form(*(at[known[one]] for one in sorted(known))))
