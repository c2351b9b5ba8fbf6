"""Statements of chance.

Owns: `stated`: what a probability on the left of an equality claims; `surely_refuted`.

Laws:
- What is not known yet is stated: `P(D) = 0.01` says what P(D) is, and is known from then on. What follows from what
  is known is judged.
- A statement never contradicts what is known, nor what all probabilities obey.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import lcm

from mathora.formula import tree
from mathora.formula.meaning.events import Experiment
from mathora.formula.meaning.form import Meaning, Mismatch, Undefined, Untranslatable
from mathora.formula.tree.chance import speaks_of_chance
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.verdict import Verdict, refuted, undecided

_UNKNOWN = ("P(", r"\#(", r"\mathbb{E}[")
"""How the symbols begin that stand for what is not known of chance."""


def stated(left: tree.Application, right: tree.Node, setting: Setting) -> Verdict:
    """The verdict on `left = right`, where the left side is a probability, an expectation, …"""
    if _defines_conditional(left, right):
        return Verdict("definition", method="as conditional probability is defined")
    try:
        meaning = setting.meaning(left)
    except (Mismatch, Undefined) as reason:
        return refuted(str(reason))
    except Untranslatable as reason:
        return undecided(str(reason)) if speaks_of_chance(right, setting.model) else _said("")
    if speaks_of_chance(right, setting.model) or not _open(meaning):
        return compare(left, "=", right, setting)
    return _consistent(left, right, setting)


def _said(reason: str) -> Verdict:
    return refuted(reason) if reason else Verdict("definition", method="it says what is not known yet")


def _open(meaning: Meaning) -> bool:
    """Whether a quantity is not determined by what is known."""
    return any(one.name.startswith(_UNKNOWN) for one in meaning.expression.free_symbols)


def _consistent(left: tree.Application, right: tree.Node, setting: Setting) -> Verdict:
    """Whether a value may be stated: it is no number outside of 0 and 1, and agrees with what is known."""
    for low, high in ((tree.Number("0"), right), (right, tree.Number("1"))):
        bounded = compare(low, r"\le", high, setting)
        if bounded.kind == "refuted" and not any(isinstance(part, tree.Symbol) for _, part in tree.walk(right)):
            return refuted(f"a probability lies between 0 and 1: {bounded.why}")
    experiment = replace(setting.experiment, known=(*setting.experiment.known, (left, right)))
    try:
        replace(setting, experiment=experiment).meaning(left)
    except Undefined as reason:
        return refuted(str(reason))
    except (Untranslatable, Mismatch) as reason:
        return undecided(str(reason))
    return _said("")


def surely_refuted(verdict: Verdict, again: Callable[[Experiment], Verdict], experiment: Experiment) -> Verdict:
    """A refutation that would hold for a quantity that counts, too: whether X does is not known."""
    named = {level.event for level in experiment.levels}
    relations = [key for key in experiment.events if " " in key and not key.startswith(r"\text")]
    loose = [key for key in relations if key not in named]
    if verdict.kind != "refuted" or not relations:
        return _counted(verdict)
    if len(loose) + bool(experiment.levels) > 1:
        return undecided("nothing is known of how these events go together: say what is distributed how")
    counting = again(replace(experiment, counting=True))
    if counting.kind != "refuted":
        return undecided("it holds for a quantity that counts, but not for all: say what it is distributed as")
    return _counted(counting)


def _counted(verdict: Verdict) -> Verdict:
    """A witness of chance in whole numbers of outcomes."""
    if verdict.witness is None:
        return verdict
    numbers = [Fraction(text) for name, text in verdict.witness.at if name.startswith(r"\#(") and _is_plain(text)]
    scale = lcm(*(number.denominator for number in numbers)) if numbers else 1
    at = tuple(
        (name, str(Fraction(text) * scale) if name.startswith(r"\#(") and _is_plain(text) else text)
        for name, text in verdict.witness.at
    )
    return replace(verdict, witness=replace(verdict.witness, at=at))


def _is_plain(text: str) -> bool:
    return text.replace("/", "", 1).isdigit()


def _defines_conditional(left: tree.Application, right: tree.Node) -> bool:
    r"""`P(A \mid B) = \frac{P(A \cap B)}{P(B)}`."""
    match left.arguments, right:
        case (
            (tree.Parted(left=subject, right=condition, sign=r"\mid"),),
            tree.Quotient(
                numerator=tree.Application(head=above, arguments=(both,)),
                denominator=tree.Application(head=below, arguments=(under,)),
            ),
        ):
            pairs = {tree.SetOperation(pair, (r"\cap",)) for pair in ((subject, condition), (condition, subject))}
            listed = {tree.Listing(pair) for pair in ((subject, condition), (condition, subject))}
            return above == below == left.head and under == condition and both in pairs | listed
        case _:
            return False
