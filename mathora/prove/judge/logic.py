r"""Statements about statements: implications, conditions, quantifiers, membership, and what an assumption means.

Owns: `assumption`, `judge_logic`, `judge_membership`, `one_of_two`, `for_each`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

import sympy
from sympy import S

from mathora.formula import Model, Name, read, symbol_key, tree, write_latex
from mathora.formula.linear_algebra.vectors import shape_said
from mathora.formula.meaning.form import Meaning
from mathora.formula.meaning.linear import gap
from mathora.formula.meaning.scope import BENEATH, Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.regrouping import denied
from mathora.formula.tree.signs import with_sign
from mathora.formula.unfolding.sequences import laws_given
from mathora.lesson import Kind, Text
from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import place_of
from mathora.prove.judge.compare import Setting, compare, compare_meanings
from mathora.prove.judge.conditions import condition_of, difference, of_valued_names, one_of, outside, without_rest
from mathora.prove.judge.quantified import equations, exists, not_for_all, one_of_closed, tautology
from mathora.prove.judge.solved_premises import answered, at_each, solutions
from mathora.prove.tactics.inequalities import holds_everywhere
from mathora.prove.verdict import Verdict, Witness, asked_by, refuted, undecided

_SAYS_NEW: Final = "what follows says something new: state it in a formula of its own"

_OF_ALL = r"the premise may be meant for every value: say \forall x, or what the function is"

_STATED: Final = Verdict("notation", method="a problem is stated, nothing is claimed")

Inner = Callable[[tree.Node, Setting], Verdict]


def assumption(  # noqa: C901, PLR0911, PLR0912 - a row per kind
    node: tree.Node, setting: Setting, domain: Domain
) -> Domain:
    """The domain with a statement assumed: equations become constraints, other relations narrow it.

    Raises Untranslatable, Mismatch, Undefined.
    """
    match node:
        case tree.Relation((one, other), (r"\perp",)) if setting.model.kind_of(one) == "vector":
            return assumption(
                tree.Relation((tree.Product((one, other), (r"\cdot",)), tree.Number("0")), ("=",)), setting, domain
            )
        case tree.Relation(
            operators=(r"\sim" | r"\perp",) | (r"\perp", r"\mid")
        ):  # what is said of chance is known to the experiment
            return domain
        case tree.Annotated(body=body) | tree.Group(body=body):
            return assumption(body, setting, domain)
        case tree.Logic(operators=operators, operands=operands) if (
            set(operators) <= tree.AND | {"with"}
            or (operators == (",",) and _is_of_random(operands[-1], setting))  # `\mathbb E[X] = 1, X \ge 0` says both
        ):
            for one in operands:
                domain = assumption(one, setting, domain)
            return domain
        case tree.Logic() if laws_given((node,), setting.model):  # of some places of a sequence, see `sequences`
            return domain
        case tree.Congruence(chain=tree.Relation(operands=(left, right)), modulus=below):
            return domain.with_relations([without_rest(difference(left, right), below, setting)])
        case tree.Relation(operands=(below, above), operators=(r"\mid",)):
            return domain.with_relations([without_rest(above, below, setting)])
        case tree.Relation():
            for left, sign, right in node.links:
                domain = _assumed_link(left, sign, right, setting, domain)
            return domain
        case tree.Listing(items=items):
            for one in items:
                domain = assumption(one, setting, domain)
            return domain
        case _:
            return domain.with_relations([condition_of(setting.meaning(node).expression)])


def _is_of_random(node: tree.Node, setting: Setting) -> bool:
    """Whether a condition is of something random, of which no statement stands under it."""
    names = [setting.model.named(one) for one in node.operands] if isinstance(node, tree.Relation) else []
    return any(one is not None and one.kind == "random" for one in names)


def _assumed_link(left: tree.Node, sign: str, right: tree.Node, setting: Setting, domain: Domain) -> Domain:
    if sign not in {"=", r"\equiv"}:
        condition = condition_of(setting.meaning(tree.Relation((left, right), (sign,))).expression)  # type: ignore[arg-type]
        return domain.with_relations([condition, *_ends(condition)])
    one, other = setting.meaning(left), setting.meaning(right)
    domain = domain.with_relations((*one.domain, *other.domain, *one.conditions, *other.conditions))
    first, second = one.expression, other.expression
    return Domain(domain.relations, (*domain.givens, *gap(first, second)))


def _ends(condition: Expr) -> tuple[Expr, ...]:
    """What `|u| < c` says of a real u without the bars: `u < c` and `-c < u`."""
    if not isinstance(condition, (sympy.StrictLessThan, sympy.LessThan, sympy.StrictGreaterThan, sympy.GreaterThan)):
        return ()
    size, bound = condition.lts, condition.gts
    if not isinstance(size, sympy.Abs) or not size.args[0].is_real:
        return ()
    less = sympy.Lt if isinstance(condition, (sympy.StrictLessThan, sympy.StrictGreaterThan)) else sympy.Le
    return (less(size.args[0], bound), less(-bound, size.args[0]))


def judge_logic(  # noqa: C901, PLR0911, PLR0912 - a row per kind
    node: tree.Node, setting: Setting, inner: Inner
) -> Verdict:
    """Implications, equivalences, conjunctions, conditions and quantifiers."""
    by_table = tautology(node, setting)
    if by_table is not None:
        return by_table
    if isinstance(node, tree.Logic):
        node = node.with_children([equations(one) for one in node.operands])
    match node:
        case tree.Logic(operators=(r"\Rightarrow",), operands=(premise, conclusion)):
            return _behind_arrow(premise, conclusion, setting, inner)
        case tree.Logic(operators=(r"\Leftarrow",), operands=(conclusion, premise)):
            return _behind_arrow(premise, conclusion, setting, inner)
        case tree.Logic(operators=(sign,), operands=(one, other)) if sign in tree.EQUIVALENT:
            ways = [_behind_arrow(one, other, setting, inner), _behind_arrow(other, one, setting, inner)]
            return min(ways, key=lambda way: {"refuted": 0, "proved": 2}.get(way.kind, 1))
        case tree.Logic(operands=(tree.Relation(operators=(r"\to",)), way)) if _is_way(way):
            return Verdict("notation", method="nothing is claimed")  # of what is known, it says a limit
        case tree.Logic(operators=(word,), operands=(tree.Blank(), tree.Relation() as said)) if word in tree.SOUGHT:
            told = inner(said, setting)  # `\text{minimize } f(x) = x^2` says what f is
            return told if told.kind == "refuted" else _STATED
        case tree.Logic(operators=(word,), operands=(goal, _)) if word in tree.SOUGHT | {"s.t.", "subject to"}:
            if isinstance(goal, tree.Relation) and isinstance(goal.operands[0], tree.Extremum):
                return undecided(r"say in one condition where the best is looked for: \min_{x + y = 1} xy = …")
            return inner(goal, setting) if tree.SOUGHT & {*getattr(goal, "operators", ())} else _STATED
        case tree.Logic(operators=(word,), operands=(statement, condition)) if word in tree.CONDITIONS:
            fixed = of_valued_names(condition, setting)
            if fixed is not None and word in tree.OF_EACH:
                return judge_logic(tree.Quantified(r"\forall", fixed, statement), setting, inner)
            if fixed is not None and inner(fixed, setting).kind == "refuted":
                return refuted(f"{write_latex(fixed)} does not hold: the model says what stands in it")
            found = _implication(condition, statement, setting, inner)
            new = _new_under(condition, statement, setting, inner) if found.kind != "proved" else None
            return new or for_each(found, condition, "in the condition")
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.AND | {"so"}:
            verdicts = [inner(one, setting) for one in operands]
            open_ones = [one for one in verdicts if one.kind not in {"proved", "definition", "notation"}]
            whole = replace(verdicts[0], conditions=asked_by(verdicts))
            return next((one for one in open_ones if one.kind == "refuted"), (*open_ones, whole)[0])
        case tree.Quantified(quantifier=r"\exists"):
            return exists(node, setting, _rebound(node.bound, setting), inner)
        case tree.Quantified(quantifier=r"\forall", bound=bound, body=body):
            fresh = _rebound(bound, setting)
            found = _implication(bound, body, fresh, inner) if isinstance(bound, tree.Relation) else inner(body, fresh)
            counter = not_for_all(node, setting, fresh, inner) if found.kind == "undecided" else None
            return counter or for_each(found, bound, r"behind \forall")
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.OR:
            return one_of_closed(node, setting, inner) or one_of(operands, setting)
        case _:
            return undecided("a statement of a kind that is not decided")


def _new_under(condition: tree.Node, statement: tree.Node, setting: Setting, inner: Inner) -> Verdict | None:
    """The definition of a new name under a condition that speaks of others, and that something obeys; else None."""
    name = statement.children[0] if isinstance(statement, tree.Relation) else condition
    name = name.head if isinstance(name, tree.Application) else name
    if tree.mentions(condition, name) or (new := inner(statement, setting)).kind != "definition":
        return None
    opposite = denied(condition)
    never = opposite is not None and inner(opposite, setting).kind == "proved"
    return refuted(f"nothing obeys {write_latex(condition)}") if never else new


def _is_way(node: tree.Node) -> bool:
    r"""`x \to a`, in brackets or not."""
    node = node.body if isinstance(node, tree.Group) else node
    return isinstance(node, tree.Relation) and node.operators == (r"\to",)


def for_each(found: Verdict, bound: tree.Node, where: str) -> Verdict:
    r"""What is said of each x behind `∀`, or under a condition of x, has to have a value for each of them."""
    names = [re.escape(symbol_key(part)) for part in tree.symbols(bound)]
    spoken = re.compile(rf"(?<![A-Za-z\\])(?:{'|'.join(names)})(?![A-Za-z])")
    missing = [one for one in found.conditions if spoken.search(one)]
    if found.kind != "proved" or not missing:
        return found
    return undecided(f"it has a value only where {', '.join(missing)}: say so {where}")


_KINDS: dict[str, Kind] = {r"\mathbb{Z}": "integer", r"\mathbb{N}": "natural", r"\mathbb{C}": "complex"}


def _rebound(bound: tree.Node, setting: Setting) -> Setting:
    """The setting in which a quantifier's names are its own: without the value, the domain and the assumptions that a
    name of this spelling has outside.
    """
    container = bound.operands[1] if isinstance(bound, tree.Relation) and bound.operators == (r"\in",) else None
    kind = _KINDS.get(container.name, "real") if isinstance(container, tree.Constant) else "real"
    first = bound.operands[0] if isinstance(bound, tree.Relation) else bound
    head = first if container is not None or isinstance(first, tree.Symbol) else bound
    symbols = {symbol_key(part): part for part in tree.symbols(head)}
    outer = setting.model.names
    taken = {key for key, name in outer.items() if key in symbols and name.parameters}
    if container is None:  # in x > a, what has a value keeps it, unless nothing is left that is bound
        valued = {key for key in symbols if key in outer and outer[key].body is not None}
        taken |= valued if valued != set(symbols) else set()
    names = dict(outer)
    for key in symbols.keys() - taken:
        names[key] = Name(key, symbols[key], kind=kind)
    own = symbols.keys() - taken
    for name in names.values():
        body = name.body
        parameters = set(map(symbol_key, name.parameters))
        if body is not None and any(symbol_key(part) in own - parameters for _, part in tree.walk(body)):
            raise Untranslatable(f"{name.key} {BENEATH}")
    kept = Domain(*(tuple(one for one in part if not _speaks_of(one, own)) for part in _parts(setting.assumed)))
    return replace(setting, model=Model(names), assumed=kept)


def _parts(domain: Domain) -> tuple[tuple[Expr, ...], tuple[Expr, ...]]:
    return domain.relations, domain.givens


def _speaks_of(one: Expr, keys: AbstractSet[str]) -> bool:
    return any(symbol.name in keys for symbol in one.free_symbols)


def _behind_arrow(premise: tree.Node, conclusion: tree.Node, setting: Setting, inner: Inner) -> Verdict:
    return of_claim(_implication(premise, conclusion, setting, inner))


def of_claim(found: Verdict) -> Verdict:
    """The verdict on what follows from something: it claims, and defines nothing."""
    return undecided(_SAYS_NEW) if found.kind == "definition" else found


def _implication(premise: tree.Node, conclusion: tree.Node, setting: Setting, inner: Inner) -> Verdict:
    """The conclusion under the premise: where the premise has finitely many solutions, at each of them."""
    if isinstance(premise, tree.UprightWords):
        return inner(conclusion, setting)
    try:
        if len(ways := tree.alternatives(premise)) > 1:
            verdicts = [_implication(one, conclusion, setting, inner) for one in ways]
            whole = replace(verdicts[0], conditions=asked_by(verdicts))
            return next((one for one in verdicts if one.kind != "proved"), whole)
        domain = assumption(premise, setting, setting.assumed)
    except (Untranslatable, Mismatch, Undefined) as reason:
        return undecided(str(reason))
    solved = solutions(domain, setting)
    if solved is None:
        found = _following(premise, conclusion, inner(conclusion, replace(setting, assumed=domain)))
        if found.kind == "refuted" and any(given.has(sympy.Limit) for given in domain.givens):
            return undecided("whether a point meets a premise with a limit is not known")
        refutes = found.kind != "refuted" or _holds_of(found.witness, premise, setting, inner)
        return found if refutes else undecided(_OF_ALL)
    return at_each(solved, conclusion, setting)


def _following(premise: tree.Node, conclusion: tree.Node, found: Verdict) -> Verdict:
    """What is concluded about a name that the premise speaks of does not say what that name is, but by `:=`."""
    if isinstance(conclusion, tree.Relation) and ":=" in conclusion.operators:
        return found
    spoken = {part for _, part in tree.walk(premise)} & {part for _, part in tree.walk(conclusion)}
    if found.kind == "definition" and any(isinstance(one, tree.Symbol) for one in spoken - _arguments(conclusion)):
        return undecided("no rule shows that this follows from the premise")
    return found


def _holds_of(witness: Witness | None, premise: tree.Node, setting: Setting, inner: Inner) -> bool:
    """Whether the unknown functions of a witness obey a premise at each of their own x: `f(-x) = f(x)` may be said of
    all x, and then refutes nothing of a function that obeys it at one.
    """
    names = dict(setting.model.names)
    values = {} if witness is None else dict(witness.at)
    spoken = {part for _, part in tree.walk(premise)}
    for function in setting.model.functions.values():
        value = values.get(write_latex(tree.Application(function.symbol, None, function.parameters)))
        if function.body is None and function.symbol in spoken and value and spoken & {*function.parameters}:
            own = Model({symbol_key(one): Name(symbol_key(one), one) for one in function.parameters})
            names[function.key] = replace(function, body=read(Text.written(value), own).tree)
    if names == dict(setting.model.names):
        return True
    return inner(premise, replace(setting, model=Model(names))).kind == "proved"


def _arguments(node: tree.Node) -> set[tree.Node]:
    """What functions are applied to, the index of the member that an equation begins with, and all within it."""
    applied = [one for _, part in tree.walk(node) if isinstance(part, tree.Application) for one in part.arguments]
    match node:
        case tree.Relation(operands=(tree.Symbol(subscript=tree.Node() as index), *_)):
            applied.append(index)
    return {inner for one in applied for _, inner in tree.walk(one)}


def one_of_two(left: tree.Node, right: tree.Node, setting: Setting) -> Verdict:
    r"""`x = a ± b`: under the assumptions, (x − upper)(x − lower) = 0, and both values satisfy them."""
    try:
        one = setting.meaning(left)
        values = [setting.meaning(with_sign(right, sign)) for sign in ("+", "-")]
    except (Untranslatable, Mismatch, Undefined) as reason:
        return undecided(str(reason))
    product = sympy.expand((one.expression - values[0].expression) * (one.expression - values[1].expression))
    conditions = tuple(dict.fromkeys(part for each in (one, *values) for part in each.conditions))
    domain = tuple(dict.fromkeys(part for each in (one, *values) for part in each.domain))
    symbols = one.symbols | values[0].symbols
    left_side = Meaning(product, conditions, domain, symbols)
    if not setting.assumed.with_relations(domain).givens:
        return undecided("± on one side: nothing says which equation is solved")
    return compare_meanings(left_side, "=", Meaning(S.Zero, (), (), symbols), setting)


def judge_membership(  # noqa: C901, PLR0911 - a row per kind
    left: tree.Node, sign: str, right: tree.Node, setting: Setting
) -> Verdict:
    r"""`x ∈ S`, `A ⊂ B`, `u ⊥ v`, and their kin."""
    if sign == r"\perp":
        return compare(tree.Product((left, right), (r"\cdot",)), "=", tree.Number("0"), setting)
    if sign in {r"\ni", r"\supset", r"\supseteq"}:
        left, right, sign = right, left, {r"\ni": r"\in", r"\supset": r"\subset", r"\supseteq": r"\subseteq"}[sign]
    if sign == r"\in" and (told := _of_shape(left, right, setting.model)) is not None:
        return told
    try:
        one, other = setting.meaning(left), setting.meaning(right)
    except Untranslatable as reason:
        return undecided(str(reason))
    except (Mismatch, Undefined) as reason:
        return refuted(str(reason))
    container = other.expression
    if not isinstance(container, sympy.Set):
        return undecided("membership in what is not a set")
    if sign in {r"\subset", r"\subseteq"}:
        answer = one.expression.is_subset(container) if isinstance(one.expression, sympy.Set) else None
        return answered(answer)
    element = tuple(one.expression) if isinstance(one.expression, sympy.MatrixBase) else one.expression
    condition = container.contains(sympy.Tuple(*element) if isinstance(element, tuple) else element)
    domain = setting.assumed.with_relations((*one.domain, *other.domain))
    if condition not in (S.true, S.false) and holds_everywhere(condition, domain):
        condition = S.true
    if condition not in (S.true, S.false) and holds_everywhere(sympy.Not(condition), domain):
        condition = S.false
    if condition not in (S.true, S.false):
        place = outside(condition, domain, wanted=sign == r"\in")
        if place is not None:
            return refuted(
                "", witness=Witness(place_of(place), "outside" if sign == r"\in" else "inside", "the set", sign)
            )
    found = None if condition not in (S.true, S.false) else condition == S.true
    return answered(found if sign == r"\in" or found is None else not found)


def _of_shape(left: tree.Node, right: tree.Node, model: Model) -> Verdict | None:
    r"""What `A \in \mathbb{R}^{m \times n}` says of the shape of what is no number; None of anything else."""
    name = model.named(left)
    match right:
        case tree.Power(base=tree.Constant(name=r"\mathbb{R}" | r"\mathbb{C}"), exponent=size) if name is not None:
            said = shape_said(size)
            if name.shape is not None and said is not None and said != name.shape:
                return refuted(f"{name.key} has {name.shape[0]} rows and {name.shape[1]} columns")
            array = name.kind in {"matrix", "vector"} and (name.shape is None or said is None)
            array = array or (said is None and name.kind == "real" and name.body is None)
            return Verdict("notation", method="it says a shape, nothing is claimed") if array else None
        case _:
            return None
