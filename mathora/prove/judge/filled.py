r"""What stands for dots where the last term is shown: at n = 3, `x_1 + \dots + x_n` is `x_1 + x_2 + x_3`.

Owns: `schematic`, the verdict on a relation with dots.

Law: only what differs by equal steps in one place is filled in, up to a last one that makes the same steps in n; so a
relation that is false there is false, however its dots are meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

import sympy

from mathora.formula import Model, symbol_key, tree, write_latex
from mathora.formula.meaning.events import experiment_of
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.chance import measure_of, speaks_of_chance
from mathora.formula.tree.rational import in_digits
from mathora.formula.tree.substitution import substituted
from mathora.formula.tree.terms import Sign
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.judge.definitions import defines, is_fresh
from mathora.prove.judge.ellipsis import contradicted, has_dots, shown_components
from mathora.prove.verdict import Verdict, refuted

_ENDS = range(3, 7)
_THRICE = 3
_MOST: Final = 20  # terms that are filled in
_RUNS: Final = (
    *(tree.Addition, tree.Product, tree.Tuple, tree.SetLiteral, tree.SetOperation, tree.Logic, tree.Application),
)


class _UnclearError(Exception):
    """What the dots stand for is not told by what is shown."""


def schematic(
    node: tree.Relation,
    setting: Setting,
    linked: Callable[[tree.Node, str, tree.Node, bool], Verdict],
    judged: Callable[[tree.Node, Setting], Verdict],
) -> Verdict:
    """The links without an ellipsis are judged, and what is equal around one; in tuples, what is shown."""
    node = _with_means(node, setting.model)
    for place, (left, sign, right) in enumerate(node.links):
        if has_dots(left) or has_dots(right):
            verdict = shown_components(left, right, setting)
            if sign == "=" and verdict is None and not _says_name(left, right, setting):
                verdict = contradicted(left, right, setting)
        else:
            verdict = linked(left, sign, right, place == 0)
        if verdict is not None and verdict.kind in {"refuted", "undecided"}:
            return verdict
    named = any(_says_name(left, right, setting) for left, _, right in node.links)
    for where, full, there in () if named else _at_ends(node, setting):
        if (told := judged(full, there)).kind == "refuted":
            return refuted(f"{where}it says {write_latex(full)}: {told.why}")
    plain = [one for one in node.operands if not has_dots(one)]
    equal = pairwise(plain if set(node.operators) == {"="} else ())
    around = (compare(left, "=", right, setting) for left, right in equal if not _says_name(left, right, setting))
    if (false := next((one for one in around if one.kind == "refuted"), None)) is not None:
        return false
    return Verdict("schematic", method="the parts that are shown are checked")


def _with_means(node: tree.Relation, model: Model) -> tree.Relation:
    r"""`\bar x` beside `x_1 + \dots + x_n` as the n-th part of this, unless the model says what it is."""
    for one in {part for part in tree.symbols(node) if part.accents in {("bar",), ("overline",)}}:
        plain, known = replace(one, accents=()), model.named(one)
        for run in (part for _, part in tree.walk(node) if isinstance(part, tree.Addition) and has_dots(part)):
            first, last = run.terms[0], run.terms[-1]
            members = all(isinstance(at, tree.Symbol) and replace(at, subscript=None) == plain for at in (first, last))
            many = getattr(last, "subscript", None)
            if members and first == replace(plain, subscript=tree.Number("1")) and isinstance(many, tree.Symbol):
                mean = tree.Quotient(tree.Group(run), many)
                node = node if known is not None and known.body else tree.replaced(node, one, mean)  # type: ignore[assignment]
    return node


def _says_name(left: tree.Node, right: tree.Node, setting: Setting) -> bool:
    r"""Whether a name alone stands left, and nothing says what it is: `S = 1 + 2 + \dots + n`."""
    fresh = is_fresh(left, setting.model) or defines(left, right, setting.model)
    fresh = fresh and measure_of(left, setting.model) is None
    return fresh and isinstance(left.head if isinstance(left, tree.Application) else left, tree.Symbol)


def _at_ends(node: tree.Node, setting: Setting) -> Iterator[tuple[str, tree.Node, Setting]]:
    """What a relation with dots says at some ends, and in which setting; nothing where its sides speak of others."""
    if not _alike(node):
        return
    letters = sorted({one.name for one in tree.symbols(node) if not one.subscript})
    for letter in [tree.Symbol(one) for one in letters] or [tree.Symbol("n")]:
        for end in _ENDS[:1] if speaks_of_chance(node, setting.model) else _ENDS:  # of three events at most
            try:
                full = substituted(_filled(node, letter, end, setting), letter, in_digits(end))
            except (_UnclearError, Untranslatable, Mismatch, Undefined):
                continue
            if full is not None:
                where = f"at {symbol_key(letter)} = {end} " if letters else ""
                model = _with_members(full, setting.model)
                yield where, full, replace(setting, model=model, experiment=experiment_of(full, (), model))


def _alike(node: tree.Node) -> bool:
    r"""Whether each side speaks of the same families: `p_1 + \dots + p_n = 1` says what the p are."""
    bound = {one.index for _, one in tree.walk(node) if isinstance(one, tree.Big)}
    sides = [
        {one.name for one in tree.symbols(side) if one.subscript and one not in bound}
        for side in (node.children if isinstance(node, tree.Relation) else ())
    ]
    return len({frozenset(one) for one in sides}) == 1


def _filled(node: tree.Node, letter: tree.Symbol, end: int, setting: Setting) -> tree.Node:
    if (repeating := _repeating(node)) is not None:
        return repeating
    if isinstance(node, tree.Dots):
        raise _UnclearError
    if not isinstance(node, _RUNS) or not any(isinstance(one, tree.Dots) for one in node.children):
        return node.with_children([_filled(one, letter, end, setting) for one in node.children])
    head, items = node.children[: isinstance(node, tree.Application)], node.children
    place = next(at for at, one in enumerate(items) if isinstance(one, tree.Dots))
    shown, behind = [*items[len(head) : place]], items[place + 1 :]
    signs = [*getattr(node, "operators", ())]
    plain = isinstance(node, tree.Addition) or len(behind) == 1
    if not shown or not behind or not plain or len({*signs} - {"", r"\cdot"}) > 1 or "-" in signs:
        raise _UnclearError
    terms = [*_run(shown, behind[0], letter, end, setting), *behind[1:]]
    if signs:
        sign = r"\cdot" if isinstance(node, tree.Product) else signs[0]
        node = replace(node, operators=(sign,) * (len(terms) - 1))  # type: ignore[arg-type]
    return replace(node, **{_FIELDS.get(type(node), "operands"): tuple(terms)})  # type: ignore[arg-type]


_FIELDS: Final[Mapping[type[tree.Node], str]] = {
    **dict.fromkeys((tree.Tuple, tree.SetLiteral), "items"),
    tree.Addition: "terms",
    tree.Product: "factors",
    tree.Application: "arguments",
}


def _repeating(node: tree.Node) -> tree.Node | None:
    r"""The number of `0.333\dots`: its last digit, which stands there three times, goes on."""
    match node:
        case tree.Product(factors=(tree.Number(decimals=places) as shown, tree.Dots())) if places >= _THRICE:
            ninth = Fraction(int(shown.text[-1]), 9 * 10**places)
            whole = shown.value + ninth
            same = len(set(shown.text[-_THRICE:])) == 1
            return tree.Quotient(in_digits(whole.numerator), in_digits(whole.denominator)) if same else None
        case _:
            return None


def _run(
    shown: list[tree.Node], last: tree.Node, letter: tree.Symbol, end: int, setting: Setting
) -> Iterator[tree.Node]:
    """The terms from the first to the last."""
    try:
        yield from _by_place(shown, last, letter, end, setting)
    except _UnclearError:
        yield from _by_value(shown, last, letter, end, setting)


def _by_value(
    shown: list[tree.Node], last: tree.Node, letter: tree.Symbol, end: int, setting: Setting
) -> Iterator[tree.Node]:
    """Where numbers differ by equal steps, and the last one is one step farther for the next end."""
    own = setting.meaning(letter).expression
    values = [setting.meaning(one).expression for one in (*shown, last)]
    if not all(isinstance(one, sympy.Expr) for one in values):
        raise _UnclearError
    steps = {sympy.expand(b - a) for a, b in pairwise(values[:-1])}
    step = steps.pop() if len(steps) == 1 else sympy.S.Zero
    if not step.is_Integer or step == 0:
        raise _UnclearError
    many, more = (_whole(sympy.expand((values[-1] - values[0]) / step), own, at) for at in (end, end + 1))
    if more - many != 1 or not len(shown) <= many <= _MOST:
        raise _UnclearError
    sign: Sign = "+" if step > 0 else "-"
    yield shown[0]
    yield from (
        tree.Group(tree.Addition((shown[0], in_digits(k * abs(int(step)))), (sign,))) for k in range(1, many + 1)
    )


def _by_place(
    shown: list[tree.Node], last: tree.Node, letter: tree.Symbol, end: int, setting: Setting
) -> Iterator[tree.Node]:
    """Where the terms differ by equal steps in one place."""
    second = shown[1] if len(shown) > 1 else last
    places = [path for path, one in tree.leaves(shown[0]) if _at(second, path) != one]
    first, step, reached = places and _at(shown[0], places[0]), 1, places and _at(last, places[0])
    if not isinstance(first, tree.Number) or not isinstance(reached, tree.Node) or first.value.denominator != 1:
        raise _UnclearError
    if len(shown) > 1:
        after = _at(second, places[0])
        if not isinstance(after, tree.Number) or after.value.denominator != 1:
            raise _UnclearError
        step = int(after.value - first.value)
    start, upto = int(first.value), setting.meaning(reached).expression
    own = setting.meaning(letter).expression

    def term(index: tree.Node) -> tree.Node:
        node = shown[0]
        for path in places:
            node = tree.replace_at(node, path, index)
        return node

    if [*(term(in_digits(start + k * step)) for k in range(len(shown))), term(reached)] != [*shown, last]:
        raise _UnclearError
    stop = _whole(upto, own, end)
    if step < 1 or _whole(upto, own, end + 1) - stop != (step if upto.has(own) else 0):
        raise _UnclearError
    if stop < start + len(shown) * step or (stop - start) % step or stop > start + _MOST * step:
        raise _UnclearError
    yield from (term(in_digits(k)) for k in range(start, stop + 1, step))


def _at(node: tree.Node, path: tree.Path) -> tree.Node | None:
    try:
        return tree.at(node, path)
    except IndexError:
        return None


def _whole(value: Expr, letter: Expr, end: int) -> int:
    put = value.subs(letter, end) if isinstance(value, sympy.Expr) else value
    if not isinstance(put, sympy.Integer):
        raise _UnclearError
    return int(put)


def _with_members(node: tree.Node, model: Model) -> Model:
    """The model with the members of its families that a formula speaks of, as its first one is."""
    names = dict(model.names)
    for one in tree.symbols(node):
        key = symbol_key(one)
        like = (
            name
            for name in model.names.values()
            if replace(name.symbol, subscript=None) == replace(one, subscript=None)
        )
        if one.subscript and key not in names and (known := next(like, None)) is not None and known.body is None:
            names[key] = replace(known, key=key, symbol=one)
    return Model(names)
