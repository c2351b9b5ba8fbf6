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
from typing import Final

from mathora.formula import tree
from mathora.formula.meaning.events import Experiment
from mathora.formula.meaning.form import Meaning, Mismatch, Undefined, Untranslatable
from mathora.formula.tree.chance import measure_of, speaks_of_chance
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.verdict import Verdict, refuted, undecided

_MOMENTS = (r"\mathbb{E}[", r"\operatorname{Var}(", r"\operatorname{Cov}(")
_UNKNOWN = ("P(", r"\#(", *_MOMENTS)
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
    measure = measure_of(left, setting.model)
    ends = {"P": ((tree.Number("0"), right), (right, tree.Number("1"))), "Var": ((tree.Number("0"), right),)}
    for low, high in ends.get(measure or "", ()):
        bounded = compare(low, r"\le", high, setting)
        if bounded.kind == "refuted" and not any(isinstance(part, tree.Symbol) for _, part in tree.walk(right)):
            return refuted(f"a {'variance is not negative' if measure == 'Var' else _BETWEEN}: {bounded.why}")
    experiment = replace(setting.experiment, known=(*setting.experiment.known, (left, right)))
    try:
        replace(setting, experiment=experiment).meaning(left)
    except Undefined as reason:
        return refuted(str(reason))
    except (Untranslatable, Mismatch) as reason:
        return undecided(str(reason))
    return _said("")


_TRIALS: Final = (
    ((0, 1, 2, 5), (1, 0, 3, -1), (2, 2, -1, 0), (0, 4, 1, 1)),
    ((-1, 0, 1), (1, 0, 1), (0, 2, 1), (1, 1, 0)),
    ((0, 0, 1, 1), (0, 1, 0, 1), (1, 0, 0, 1), (1, 1, 0, 0)),
)
"""Values of up to four random quantities for equally likely outcomes; in the last trial any two are independent."""


def surely_refuted(  # noqa: PLR0911 - one return for each kind of experiment
    verdict: Verdict, again: Callable[[Experiment], Verdict], experiment: Experiment
) -> Verdict:
    """A refutation that stands: shown by an experiment that there may be."""
    if verdict.kind != "refuted":
        return verdict
    places = [name for name, _ in verdict.witness.at] if verdict.witness is not None else []
    mean = next((name for name in places if name.startswith((r"\mu", r"\sigma", r"\bar"))), None)
    if mean is not None and experiment.random:
        return undecided(f"nothing says what {mean} is: declare it, such as {mean}: \\mathbb{{E}}[X] in the model")
    if any(name.startswith(_MOMENTS) for name in places):
        return _by_trial(again, experiment)
    relations = [key for key in experiment.events if " " in key and not key.startswith(r"\text")]
    if not relations or not any(name.startswith(("P(", r"\#(")) for name in places):
        return _counted(verdict)
    named = {level.event for level in experiment.levels}
    if len([key for key in relations if key not in named]) + bool(experiment.levels) > 1:
        return undecided("nothing is known of how these events go together: say what is distributed how")
    counting = again(replace(experiment, counting=True))
    if counting.kind != "refuted":
        return undecided("it holds for a quantity that counts, but not for all: say what it is distributed as")
    return _counted(counting)


def _by_trial(again: Callable[[Experiment], Verdict], experiment: Experiment) -> Verdict:
    """The refutation by random quantities with a few values."""
    keys = sorted(experiment.random)
    if experiment.laws or len(keys) > len(_TRIALS[0]) or experiment.known:
        return undecided("what is known does not decide it: state in a formula before what is not known yet")
    for values in _TRIALS[-1:] if experiment.independent else _TRIALS:
        trial = tuple(zip(keys, values, strict=False))
        found = again(replace(experiment, trial=trial))
        if found.kind == "refuted":
            shown = tuple((key, f"({', '.join(map(str, numbers))})") for key, numbers in trial)
            if found.witness is None:
                return found
            return replace(found, witness=replace(found.witness, at=(*shown, *found.witness.at)))
    return undecided("no experiment with a few outcomes contradicts it, and no law of expectations proves it")


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


_BETWEEN: Final = "probability lies between 0 and 1"


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
