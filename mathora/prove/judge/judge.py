r"""The verdict on one formula.

Owns: `judge`: which statement a tree makes, and how its parts' verdicts join.

Laws:
- A chain is its links: one false link refutes it and is named; all must be proved.
- An ellipsis makes a formula schematic, never proved; what is shown of it is still read.
- Nothing escapes as an exception that an author could cause: what cannot be understood is undecided, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from mathora.formula import Formula, Model, statements, symbol_key, tree, walk, write_latex
from mathora.formula.calculus.compounds import convolves
from mathora.formula.calculus.implicit import with_slopes
from mathora.formula.inspection.naming import is_order
from mathora.formula.inspection.subscripts import written_out
from mathora.formula.meaning.events import MOST_INDEPENDENCES, experiment_of, independences, with_random
from mathora.formula.meaning.form import is_complex
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.tree.chance import relates_quantities, says_measure, speaks_of_chance
from mathora.formula.tree.defining import of_itself
from mathora.formula.tree.signs import has_both_signs, with_sign
from mathora.formula.unfolding.conventions import by_convention
from mathora.formula.unfolding.unfolding import unfolded
from mathora.lesson import Role
from mathora.prove.goal.domain import Domain
from mathora.prove.judge.approximate import approximately
from mathora.prove.judge.chance import stated, surely_refuted, under_laws
from mathora.prove.judge.compare import Setting, compare, unlike
from mathora.prove.judge.conditions import claimed, congruent
from mathora.prove.judge.definitions import (
    NOT_KNOWN,
    assignment,
    bold_numbers,
    defines,
    defines_unknown,
    definition,
    dependents,
    doubt,
    has_meaning,
    is_fresh,
    is_renewed,
)
from mathora.prove.judge.ellipsis import has_dots
from mathora.prove.judge.filled import schematic
from mathora.prove.judge.given_together import assumed
from mathora.prove.judge.growth import of_order
from mathora.prove.judge.in_turn import belied_in_turn
from mathora.prove.judge.laws import denied_by_moments
from mathora.prove.judge.logic import assumption, judge_logic, judge_membership, of_claim
from mathora.prove.judge.loose import LOOSE, hypotheses, leaves_its_set, of_hypotheses, of_loose_sign, of_remark
from mathora.prove.judge.of_names import of_names
from mathora.prove.judge.put_in import of_values
from mathora.prove.judge.small_matrices import in_small, refuted_by_matrices
from mathora.prove.judge.valued import said_otherwise
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict, VerdictKind, asked_by, refuted, undecided

_COMPARED = frozenset({"=", r"\equiv", r"\ne", "<", r"\le", ">", r"\ge"})


def judge(
    formula: Formula,
    model: Model,
    *,
    role: Role = "claim",
    tol: Fraction | None = None,
    givens: Sequence[tree.Node] = (),
) -> Verdict:
    """The verdict on a formula in a model; `givens` are statements assumed true, `tol` is what `≈` allows.

    A mistake that is refuted comes back as `mistake`; one that is not, as what it is.
    """

    def told(one: tree.Node) -> Verdict:
        return judge(replace(formula, tree=one), model, tol=tol, givens=givens)

    stated = formula.tree
    formula = replace(formula, tree=unfolded(stated, model, givens, assumed=role == "given"))
    laws, said = under_laws(formula.tree)
    if not laws:
        found = _judge_unfolded(formula, with_random(model, (formula.tree, *givens)), role, tol, givens)
        if found.kind in {"refuted", "undecided"} and (put_in := of_values(formula.tree, model, givens, told)):
            return _joined(put_in, formula.tree)
        if found.kind == "refuted" and (
            regular := with_slopes(written_out(stated, model), model, givens, regular=True)
        ):
            found = judge(replace(formula, tree=regular), model, givens=givens)
            return found if found.kind == "refuted" else undecided("only points where y' may be anything refute it")
        if found.kind == "refuted" and _solves(replace(formula, tree=stated), model, givens, found):
            return refuted(f"{found.why}; {_STEPS}")
        if found.kind not in {"definition", "notation"}:
            return found
        by_others = belied_in_turn(
            formula.tree, model, lambda one, at: judge(replace(formula, tree=one), at, tol=tol, givens=givens)
        )
        return by_others or found
    return of_claim(judge(replace(formula, tree=said), model, role=role, tol=tol, givens=(*givens, *laws)))


_STEPS = r"each row is said of all values; where the rows solve an equation, write &\iff before each but the first"


def _solves(formula: Formula, model: Model, givens: Sequence[tree.Node], found: Verdict) -> bool:
    """Whether rows that are not true of all values follow from each other, as the steps do that solve an equation."""
    rows = statements(formula.tree) if isinstance(formula.tree, tree.Aligned) else ()
    if len(rows) < 2 or found.witness is None or not found.witness.at:  # noqa: PLR2004 - one row is no step
        return False
    steps = [tree.Logic(pair, (r"\Rightarrow",)) for pair in pairwise(rows)]
    told = [judge(replace(formula, tree=one), model, givens=givens).kind for one in (*rows, *steps)]
    return "proved" not in told[: len(rows)] and set(told[len(rows) :]) == {"proved"}


def _judge_unfolded(
    formula: Formula, model: Model, role: Role, tol: Fraction | None, givens: Sequence[tree.Node]
) -> Verdict:
    try:
        setting = _setting(formula.tree, model, givens)
    except (Untranslatable, Mismatch, Undefined) as reason:
        return undecided(f"an assumption cannot be used: {reason}")
    if role == "given":
        return assumed(formula.tree, setting, givens)
    if role == "definition" and (defined := _defined(formula.tree, setting, tol)) is not None:
        slip = said_otherwise(formula.tree, setting.model)
        return undecided(slip) if slip and defined.kind == "definition" else defined
    verdict = refuted_by_matrices(Claim(formula.tree, model, tuple(givens), tol)) or _judged(formula.tree, setting, tol)
    if speaks_of_chance(formula.tree, model):
        verdict = surely_refuted(
            verdict,
            lambda other: _judged(formula.tree, replace(setting, experiment=other), tol),
            setting.experiment,
            related=relates_quantities(formula.tree, givens, model),
        )
    denied = verdict.kind in {"notation", "definition", "undecided"} and denied_by_moments(
        Claim(formula.tree, model, tuple(givens), tol),
        lambda one, law: judge(replace(formula, tree=one), model, givens=(*givens, *law)),
    )
    if denied:
        verdict = denied
    if verdict.kind == "undecided" and (small := in_small(formula.tree, model)) is not None:
        told = judge(formula, small, tol=tol, givens=givens)
        verdict = told if told.kind == "refuted" and told.witness is not None else verdict
    bold = next(bold_numbers(formula.tree, model), "")
    if verdict.kind == "refuted" and bold and (verdict.witness is None or bold not in dict(verdict.witness.at)):
        verdict = undecided(f"{bold} is bold, and nothing says how many components it has: give it a shape")
    if role == "mistake":
        return _mistake(verdict)
    if not denied and verdict.kind == "refuted":
        why = of_names(formula.tree, setting, verdict, lambda one: _understood(one, setting, tol))
        return undecided(why) if why else verdict
    return undecided(NOT_KNOWN) if verdict.kind == "undecided" and of_itself(formula.tree, model) else verdict


def _defined(node: tree.Node, setting: Setting, tol: Fraction | None) -> Verdict | None:
    r"""`s^2 = \frac{1}{n - 1} \sum …` with role: definition, where something left has no value yet.

    What a chain says behind it is judged: `v = \frac{d}{t} = \frac{100}{8} = 12.5`.
    """
    match node := claimed(node):
        case tree.Relation((_, right)) if of_itself(node, setting.model) and not has_meaning(right, setting):
            return definition(right, setting)
        case tree.Relation(operands=(left, right, *_), operators=("=", *signs)) if defines(left, right, setting.model):
            fresh = isinstance(left, tree.Symbol) and is_fresh(left, setting.model)
            new = _named(left, ":=", right, setting) if fresh else definition(right, setting)
            rest = _judged(tree.Relation(node.operands[1:], tuple(signs)), setting, tol) if signs else new
            alone = isinstance(left, tree.Symbol) or not has_meaning(right, setting)
            said = new if alone else assumed(tree.Relation((left, right), ("=",)), setting, ())
            return said if said.kind == "refuted" else _joined([new, rest], node)  # no x has this square
        case _:
            return None


def _judged(node: tree.Node, setting: Setting, tol: Fraction | None) -> Verdict:
    return _joined([_understood(one, setting, tol) for one in statements(tree.regrouped(node))], node)


def _setting(node: tree.Node, model: Model, givens: Sequence[tree.Node]) -> Setting:
    if speaks_of_chance(node, model):
        independent = tuple(independences(model, node, givens))
        givens = (*givens, *(independent if len(independent) <= MOST_INDEPENDENCES else ()))
    experiment = experiment_of(node, givens, model)
    setting = Setting(
        model, complex_plane=is_complex(node, model), dependents=dependents(node, model), experiment=experiment
    )
    domain = Domain()
    for given in givens:
        for one in statements(given):
            domain = assumption(one, setting, domain)
    return replace(setting, assumed=domain)


def _mistake(verdict: Verdict) -> Verdict:
    return replace(verdict, kind="mistake") if verdict.kind == "refuted" else verdict


def _joined(verdicts: list[Verdict], node: tree.Node) -> Verdict:
    """One verdict for several statements or links: the worst of them."""
    if len(verdicts) == 1:
        return verdicts[0]
    if has_dots(node) and all(one.kind != "refuted" for one in verdicts):
        return Verdict("schematic", method="the parts that are shown are checked")
    shown = asked_by(verdicts)
    for kind in ("refuted", "undecided"):
        for verdict in verdicts:
            if verdict.kind == kind:
                return replace(verdict, conditions=shown if kind == "undecided" else ())
    order: tuple[VerdictKind, ...] = ("definition", "proved")
    kinds = [one.kind for one in verdicts]
    return Verdict(
        next((kind for kind in order if kind in kinds), kinds[0]),
        method="; ".join(dict.fromkeys(one.method for one in verdicts if one.method)),
        conditions=shown,
    )


def _understood(node: tree.Node, setting: Setting, tol: Fraction | None) -> Verdict:
    """A statement's verdict; what has no translation is undecided, what does not fit or has no value is false."""
    try:
        return _statement(node, setting, tol)
    except Untranslatable as reason:
        return undecided(str(reason))
    except Mismatch as reason:
        return unlike(str(reason), map(symbol_key, tree.symbols(node)), setting.model)
    except Undefined as reason:
        return refuted(str(reason))


def _statement(node: tree.Node, setting: Setting, tol: Fraction | None) -> Verdict:  # noqa: C901, PLR0911, PLR0912 - rows
    match node:
        case tree.Annotated(body=body) | tree.Group(body=body):
            return _statement(body, setting, tol)
        case tree.Relation():
            return _relation(node, setting, tol)
        case tree.Cases(rows=rows) if all(isinstance(one.value, tree.Relation) for one in rows):
            told = [_statement(one.value, setting, tol) for one in rows if one.condition is None]
            false = (one for one in told if one.kind == "refuted" and not (one.witness and one.witness.at))
            return next(false, Verdict("notation", method="a system, nothing is claimed"))
        case tree.Constant(r"\bot"):
            return refuted("it says what is false")
        case tree.Noted(note=tree.UprightWords(text=text)) if text in tree.DEMANDS:
            return Verdict("notation", method="demanded, not claimed")
        case tree.Noted(left=left, right=right, sign=sign):
            return _relation(tree.Relation((left, right), (sign,)), setting, tol)
        case tree.Product(factors=(_, tree.UprightWords(), *_)):
            return undecided("words of which nothing shows that they are true: say it in a formula")
        case tree.Congruence():
            return congruent(node, setting)
        case tree.Logic(operators=(word,), operands=(tree.Blank(), said)) if word in tree.CONDITIONS:
            return of_remark(said, setting, lambda one: _statement(one, setting, tol))
        case tree.Signature(arrow=r"\to"):
            left_it = leaves_its_set(node, setting, lambda one: _understood(one, setting, tol))
            return left_it or Verdict("notation", method="nothing is claimed")
        case tree.Logic() if says := hypotheses(node):
            return of_hypotheses(says, lambda one: _statement(one, setting, tol))
        case tree.Logic() | tree.Quantified() | tree.Negation():
            return judge_logic(tree.regrouped(node), setting, lambda one, inner: _statement(one, inner, tol))
        case _:
            return Verdict("notation", method="nothing is claimed")


def _relation(node: tree.Relation, setting: Setting, tol: Fraction | None) -> Verdict:
    if any(isinstance(operand, tree.UprightWords) for operand in node.operands):
        return Verdict("notation", method="words, nothing is claimed")
    if has_dots(node):
        return schematic(
            node,
            setting,
            lambda left, sign, right, first: _link(left, sign, right, setting, tol, first=first),
            lambda one, there: _understood(one, there, tol),
        )
    if any(is_order(part, setting.model) for _, part in walk(node)):
        links = (_of_orders(one, setting, tol, first=place == 0) for place, one in enumerate(node.links))
        return next((one for one in links if one.kind == "refuted"), None) or of_order(node, setting)
    if has_both_signs(node):
        return _both_signs(node, setting, tol)
    verdicts = []
    for place, (left, sign, right) in enumerate(node.links):
        verdict = _link(left, sign, right, setting, tol, first=place == 0)
        if len(node.operators) > 1 and not verdict.link:
            link = f"{write_latex(left)} {sign} {write_latex(right)}"
            verdict = (
                Verdict(verdict.kind, verdict.method, verdict.conditions, verdict.reason, verdict.witness, link)
                if verdict.kind in {"refuted", "undecided"}
                else verdict
            )
        verdicts.append(verdict)
    return _joined(verdicts, node)


def _of_orders(
    link: tuple[tree.Node, str, tree.Node], setting: Setting, tol: Fraction | None, *, first: bool
) -> Verdict:
    """A link of a chain with orders: of them, or of what stands before them."""
    left, sign, right = link
    if any(is_order(part, setting.model) for side in (left, right) for _, part in walk(side)):
        return of_order(tree.Relation((left, right), (sign,)), setting)  # type: ignore[arg-type]
    return _link(left, sign, right, setting, tol, first=first)


def _link(  # noqa: C901, PLR0911, PLR0913 - one row for each kind of relation
    left: tree.Node, sign: str, right: tree.Node, setting: Setting, tol: Fraction | None, *, first: bool
) -> Verdict:
    if (
        sign in {"=", ":="}
        and first
        and isinstance(left, tree.Application)
        and says_measure(left, right, setting.model)
    ):
        return stated(left, right, setting)
    if sign in {"=", ":="} and first and is_fresh(left, setting.model) and not tree.mentions(right, left):
        return _named(left, sign, right, setting)
    new = sign in {"=", ":="} and first
    if new and (defines_unknown(left, right, setting.model) or convolves(left, right)):
        return definition(right, setting)
    if sign == ":=" and is_renewed(left, right, setting.model):
        return assignment(left, right, setting)
    if sign == ":=" and isinstance(left, tree.Symbol) and defines(left, right, setting.model):
        return definition(right, setting)
    if sign == r"\mid":
        return compare(tree.Product((right, left), (r"\bmod",)), "=", tree.Number("0"), setting)
    if sign == ":=":
        checked = compare(left, "=", right, setting)
        return checked if checked.kind != "proved" else Verdict("definition", method="as the model defines it")
    if sign == r"\leftarrow":
        return assignment(left, right, setting)
    if sign in _COMPARED:
        return compare(left, "=" if sign == r"\equiv" else sign, right, setting)  # type: ignore[arg-type]
    if sign == r"\approx":
        return approximately(left, right, setting, tol)
    if sign in LOOSE:
        return of_loose_sign(left, sign, right, setting)
    return judge_membership(left, sign, right, setting)


def _named(left: tree.Node, sign: str, right: tree.Node, setting: Setting) -> Verdict:
    r"""A fresh name; one that is known by its spelling (`\sigma_X`) may not say what is false of it."""
    usual = by_convention(left, setting.model)
    if usual is not None:
        with suppress(Untranslatable):
            if (checked := compare(usual, "=", right, setting)).kind == "refuted":
                return checked
    slip = "" if sign == ":=" else doubt(left, right, setting.model)
    return undecided(slip) if slip else definition(right, setting)


def _both_signs(node: tree.Relation, setting: Setting, tol: Fraction | None) -> Verdict:
    r"""`±` on both sides: both readings must hold. On one side only: the other is one or the other of the values."""
    with_signs = [has_both_signs(operand) for operand in node.operands]
    if with_signs[:2] == [False, True] and node.operators[0] == "=":
        from mathora.prove.judge.logic import one_of_two  # noqa: PLC0415

        left, right = node.operands[:2]
        new = is_fresh(left, setting.model)
        first = _named(left, "=", with_sign(right, "+"), setting) if new else one_of_two(left, right, setting)
        rest = tree.Relation(node.operands[1:], node.operators[1:])
        return _joined([first, _statement(rest, setting, tol)], node) if rest.operators else first
    return _joined([_statement(with_sign(node, sign), setting, tol) for sign in ("+", "-")], tree.Blank())
