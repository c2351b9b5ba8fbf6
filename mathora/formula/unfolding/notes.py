r"""What is noted over, under and behind a formula, as statements of their own.

| written | said |
| --- | --- |
| `\underbrace{x + x}_{2x} + 1 = 2x + 1` | the formula, and `x + x = 2x` |
| `f(x) \xrightarrow{x \to 2} 4`, `f(x) \to 4 \text{ as } x \to 2` | `\lim_{x \to 2} f(x) = 4` |
| `a_n = \frac1n \xrightarrow{n \to \infty} 0` | `\lim_{n \to \infty} \frac1n = 0` |
| `f \sim g \text{ as } x \to 0`, `f \overset{x \to 0}{\sim} g` | `\lim_{x \to 0} \frac{f}{g} = 1` |
| `e^x \approx 1 + x \text{ near } x = 0`, `… \text{ for small } x` | `\lim_{x \to 0} \frac{e^x - (1 + x)}{x^1} = 0` |
| `f(x) \approx f(a) + f'(a)(x - a)`, where f(x) is known | the same near x = a |
| `x = 3: \quad x^2 = 9`, `x = 3, \text{ so } x^2 = 9` | `x = 3 \Rightarrow x^2 = 9` (see `lists`) |
| `\int f \, dx \overset{u = x^2}{=} \int g \, du = …` | `u = x^2 \Rightarrow \int f \, dx = \int g \, du = …` |
| `A \xrightarrow{R_2 - 3R_1} B` (see `row_operations`) | A after the operation `= B` |
| `\text{if } x = 2 \text{ then } x^2 = 4` | `x = 2 \Rightarrow x^2 = 4` |

Laws:
- A label claims something where it speaks of nothing but what stands at its brace. One that counts
  (`\underbrace{5 + 5 + 5}_{3}`), names (`\underbrace{Wx + b}_{z}`), or says the value at some point, claims nothing.
- What tends to something is a limit where it is known; of unknown functions, sequences and random quantities nothing
  is claimed, nor where the right side names the limit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mathora.formula import tree as t
from mathora.formula.linear_algebra.row_operations import row_operations_said
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.model import Model
from mathora.formula.unfolding.places_said import last_of


def with_notes_said(node: t.Node, model: Model, givens: Sequence[t.Node] = ()) -> t.Node:
    """The formula with what its notes say; the very same where they claim nothing."""
    if operations := row_operations_said(node):
        return t.together(operations)
    plain = _stated(node, model, givens)
    claims = tuple(dict.fromkeys(_labels(plain, model)))
    return t.together((*t.statements(plain), *claims)) if claims else plain


def _stated(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node:  # noqa: C901, PLR0911, PLR0912 - a row each
    match node:
        case t.Logic(operators=(":",), operands=(t.Symbol(), _)):
            return node  # a hypothesis with its name
        case t.Logic(operators=("if",), operands=(t.Blank(), t.Logic(operators=("then",), operands=both))):
            return t.Logic(both, (r"\Rightarrow",))
        case t.Logic(operators=(":",), operands=(t.Logic((t.Blank(), premise)) | premise, said)):
            return t.Logic((premise, said), (r"\Rightarrow",))
        case t.Logic(operators=("so" | "hence",), operands=(t.Relation() as before, said)):
            return t.together((before, said))
        case t.Logic((t.Relation(operators=(r"\approx",)) as near, *place), words):
            way = _place(place, words)
            return (way and _tangent(near, way)) or node
        case t.Relation((left, right), (r"\approx",)) if (way := _touched(left, right, model)) is not None:
            return _tangent(node, way) or node
        case t.Logic(operators=(word,), operands=(t.Relation((*before, last, to), ("=", *signs, r"\to")), way)) if set(
            signs
        ) <= {"="} and (word in t.CONDITIONS or word == "as"):
            limit = _limit(last, to, way, model)
            return node if limit is None else t.together((t.Relation((*before, last), ("=", *signs)), limit))
        case t.Logic(operators=(r"\therefore" | r"\because" | "so" | "hence" | "since",), operands=(t.Blank(), said)):
            return _stated(said, model, givens)
        case t.Relation((t.Noted(sign="=") as link, *_)) | (t.Noted(sign="=") as link) if put := _put_in(link, model):
            rest = node.children[1:] if node is not link else ()
            signs = node.operators if isinstance(node, t.Relation) else ()
            return t.Logic((put, t.Relation((link.left, link.right, *rest), ("=", *signs))), (r"\Rightarrow",))
        case t.Noted(t.Relation((*before, last), signs) as left, right=right, sign=r"\to", note=way) if {*signs} <= {
            "=",
            ":=",
        }:
            limit = _limit(last, right, way, model)
            free = all(isinstance(one, t.Symbol) and model.is_free(one) for one in before)  # a_n = … says what it is
            named = free and not any(t.mentions(part, one) for part in (last, right, *givens) for one in before)
            return node if limit is None else limit if named else t.together((left, limit))
        case t.Noted(left, right=right, sign=r"\to", note=mode) if way := _by_number(left, mode, model):
            return _limit(left, right, way, model) or node
        case t.Noted(left, right=right, sign=r"\to", note=t.Relation() as way):
            return _limit(left, right, way, model) or node
        case t.Noted(left, right=right, sign=r"\sim", note=t.Relation() as way):
            return _limit(t.Quotient(left, right, "frac"), t.Number("1"), way, model) or node
        case t.Logic(operators=(word,), operands=(t.Relation(operators=(sign,), operands=(left, right)), way)) if (
            sign in {r"\to", r"\sim"} and (word in t.CONDITIONS or word == "as")
        ):
            body, target = (left, right) if sign == r"\to" else (t.Quotient(left, right, "frac"), t.Number("1"))
            return _limit(body, target, way.body if isinstance(way, t.Group) else way, model) or node
        case _:
            return node


def _by_number(left: t.Node, mode: t.Node, model: Model) -> t.Relation | None:
    r"""The way of a sequence that is said to tend in law, in probability or almost surely: nothing random is in it."""
    if isinstance(mode, t.Relation) or "".join(filter(str.isalpha, write_latex(mode))).lower() not in _MODES:
        return None
    symbols = {*t.symbols(left)}
    counts = [one for one in symbols if model.kind_of(one) == "natural"]
    endless = t.Constant(r"\infty")
    if not symbols:
        return t.Relation((t.Symbol("n"), endless), (r"\to",))
    return (
        t.Relation((counts[0], endless), (r"\to",)) if len(counts) == 1 and not speaks_of_chance(left, model) else None
    )


_STYLES = ("", "text", "mathrm", "mathcal", "mathbb")
_MODES = frozenset(
    f"{style}{one}"
    for style in _STYLES
    for one in ("d", "p", "as", "l", "w", "inlaw", "inprobability", "indistribution", "almostsurely", "weakly")
)
"""What stands over an arrow of convergence, without what dresses it."""


def _put_in(link: t.Noted, model: Model) -> t.Relation | None:
    """The note over `=` that puts in a letter of which nothing is said so far."""
    match link.note:
        case t.Relation((t.Symbol() as new, value), ("=",)) as note:
            name = model.named(new)
            known = name and (name.body is not None or name.domain or name.parameters or name.kind != "real")
            return None if known or t.mentions(link.left, new) or t.mentions(value, new) else note
        case _:
            return None


def _place(place: list[t.Node], words: tuple[t.LogicSign, ...]) -> t.Node | None:
    """Near where something is said to be, as a condition: of `for x near 1` and `for small x`, too."""
    match place, words:
        case [way], (word,) if word in t.CONDITIONS or word in {"as", "near"}:
            return way
        case [t.Symbol() as letter], ("for small",):
            return t.Relation((letter, t.Number("0")), ("=",))
        case [t.Symbol() as letter, target], ("for", "near"):
            return t.Relation((letter, target), ("=",))
        case _:
            return None


def _touched(left: t.Node, right: t.Node, model: Model) -> t.Node | None:
    r"""Where a tangent touches: at a, of `f(x) \approx f(a) + f'(a)(x - a)`, where the model says what f(x) is."""
    match left:
        case t.Application(t.Symbol() as head, None, (t.Symbol() as letter,)):
            name = model.named(head)
        case _:
            return None
    parts = [part for _, part in t.walk(right)]
    places = {part.arguments for part in parts if isinstance(part, t.Application) and part.head == head}
    slopes = [part for part in parts if isinstance(part, t.Prime)]
    ((place,), *others) = [*places] or [(letter,)]
    away = t.Group(t.Addition((letter, place), ("-",)))
    touches = (
        name is not None
        and name.body is not None
        and bool(slopes)
        and not others
        and (place == t.Number("0") or away in parts)
    )
    return t.Relation((letter, place), ("=",)) if touches else None


def _tangent(near: t.Relation, way: t.Node) -> t.Node | None:
    r"""`\sin x \approx x \text{ near } x = 0`: to the highest power on the right the error is small."""
    left, right = near.operands
    match way.body if isinstance(way, t.Group) else way:
        case t.Relation((t.Symbol() as letter, target), ("=" | r"\to" | r"\approx",)):
            pass
        case t.Relation((t.Absolute(t.Symbol() as letter) | (t.Symbol() as letter), t.Number("1")), (r"\ll",)):
            target = t.Number("0")
        case _:
            return None
    from_there = letter if target == t.Number("0") else t.Group(t.Addition((letter, target), ("-",)))
    order = _degree(right, letter, from_there)
    if order is None or not t.mentions(left, letter):
        return None
    error: t.Node = t.Group(t.Addition((t.Group(left), t.Group(right)), ("-",)))
    error = t.Quotient(error, t.Power(from_there, t.Number(str(order)))) if order else error
    return t.Relation((t.Limit(letter, target, error), t.Number("0")), ("=",))


def _degree(node: t.Node, letter: t.Symbol, from_there: t.Node) -> int | None:  # noqa: PLR0911 - a row each
    """The highest power of a polynomial in powers of `from_there`; None of anything else."""
    if not t.mentions(node, letter):
        return 0
    match node:
        case t.Group(body) if node != from_there:
            return _degree(body, letter, from_there)
        case t.Group() | t.Symbol():
            return 1
        case t.Power(base, t.Number(text)) if text.isdigit() and base == from_there:
            return int(text)
        case t.Signed(operand=operand):
            return _degree(operand, letter, from_there)
        case t.Quotient(above, below) if not t.mentions(below, letter):
            return _degree(above, letter, from_there)
        case t.Addition(parts) | t.Product(parts):
            orders = t.all_known(_degree(one, letter, from_there) for one in parts)
            return None if orders is None else sum(orders) if isinstance(node, t.Product) else max(orders)
        case _:
            return None


def _limit(left: t.Node, right: t.Node, way: t.Node, model: Model) -> t.Node | None:
    match way:
        case t.Relation(operators=(r"\to",), operands=(t.Symbol() as letter, _)) if not t.mentions(left, letter):
            known = not _free(left, model) and not _free(right, model) and not speaks_of_chance(left, model)
            return t.Relation((left, right), ("=",)) if known else None
        case t.Relation(operators=(r"\to",), operands=(t.Symbol() as letter, target)):
            parts = [part for part in t.symbols(left) if part != letter]
            named = isinstance(right, t.Symbol) and not t.mentions(left, right) and right in _free(right, model)
            if named or speaks_of_chance(left, model) or any(_is_unknown(one, model) for one in parts):
                return None
            body = left if isinstance(left, t.Symbol | t.Application | t.Group) else t.Group(left)
            return t.Relation((t.Limit(letter, last_of(letter, model) or target, body, ""), right), ("=",))
        case _:
            return None


def _is_unknown(symbol: t.Symbol, model: Model) -> bool:
    """Whether a name is a function or a member of a sequence of which the model says no formula."""
    name = model.named(symbol)
    return (name is None or name.body is None) and (symbol.subscript is not None or bool(name and name.parameters))


def _labels(node: t.Node, model: Model) -> Iterator[t.Relation]:
    for _, part in t.walk(node):
        for said in t.taken_apart(part.note) if isinstance(part, t.Noted) else ():
            numbers = not any(isinstance(one, t.Symbol) for _, one in t.walk(said))
            if isinstance(said, t.Relation) and numbers:
                yield said  # `\overset{2 + 2 = 4}{=}`
        if not isinstance(part, t.Annotated) or part.note is None:
            continue
        match part.note:
            case t.Relation((t.Blank(), *rest), signs):  # `= 5`, `\ge 0` at the brace
                claim = t.Relation((part.body, *rest), signs)
            case note if (counted := _counted(part.body, note)) is not None:
                yield counted
                continue
            case note if _is_comparable(part.body, note):
                claim = t.Relation((part.body, note), ("=",))
            case _:
                continue
        own, spoken = _free(part.body, model), _free(part.note, model)
        of_all = "=" not in claim.operators or bool(own) == bool(spoken)  # `\ge 0` of all values, `6` perhaps of one
        if of_all and spoken <= own and all(symbol_key(one) in model for one in own):
            yield claim


def _free(node: t.Node, model: Model) -> set[t.Symbol]:
    """The names of which the model says no value."""
    symbols = {*t.symbols(node)}
    return {one for one in symbols if (name := model.named(one)) is None or name.body is None}


def _is_comparable(body: t.Node, note: t.Node) -> bool:
    """Whether a label may be what the body is: no word, no name for it, no number of its parts, no shape."""
    arrays = [any(isinstance(part, t.Matrix | t.Tuple) for _, part in t.walk(side)) for side in (body, note)]
    parts = [part for side in (body, note) for _, part in t.walk(side)]
    if arrays[0] != arrays[1] or isinstance(note, t.Symbol | t.Listing | t.Relation | t.Logic):
        return False
    return not any(isinstance(one, t.Dots | t.UprightWords) for one in parts) and not _counts(body, note)


_COUNTED = ("times", "terms", "factors", "mal", "Summanden", "Faktoren")


def _counted(body: t.Node, note: t.Node) -> t.Relation | None:
    r"""What `\underbrace{1 + 1 + 1}_{3 \text{ times}}` says of the number of equal parts."""
    match note:
        case t.Product((t.Number() as number, t.UprightWords(text))) if text.strip() in _COUNTED:
            parts = _parts(body)
            equal = len(set(parts)) == 1 and not isinstance(parts[0], t.Dots)
            return t.Relation((t.Number(str(len(parts))), number), ("=",)) if equal else None
        case _:
            return None


def _parts(body: t.Node) -> tuple[t.Node, ...]:
    return body.terms if isinstance(body, t.Addition) else body.factors if isinstance(body, t.Product) else ()


def _counts(body: t.Node, note: t.Node) -> bool:
    parts = _parts(body)
    return isinstance(note, t.Number) and note.text == str(len(parts))
