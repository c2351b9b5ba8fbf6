r"""Statements of chance.

Owns: `stated`: what a probability on the left of an equality claims; `under_laws`: what is concluded from laws;
`surely_refuted`; `settled`: the kernel asked; `BOUNDS` of each measure.

Laws:
- Only the kernel makes a `proved`. What it proves and the search refutes is a fault of ours, and told as one; where the
  search does not know all that is stated (`_is_beyond`), its refutation counts for nothing.
- What is not known yet is stated: `P(D) = 0.01` says what P(D) is, and is known from then on. What follows from what
  is known is judged.
- A statement never contradicts what is known, nor what all probabilities obey.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Final

from mathora.formula import symbol_key, tree, write_latex
from mathora.formula.meaning.events import MOST_INDEPENDENCES, Experiment, independences
from mathora.formula.meaning.form import Meaning
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.tree.chance import measure_of, parts_with_definitions, speaks_of_chance
from mathora.formula.unfolding.laws_claimed import FRESH
from mathora.prove.judge.by_values import defines_by_values, defines_conditional
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.judge.of_both import defines_of_both
from mathora.prove.judge.trials import refuted_at_point, refuted_by_trial
from mathora.prove.judge.values_said import HAS_LAW, belied, is_hidden, values_said
from mathora.prove.judge.well_known import known_otherwise, otherwise
from mathora.prove.kernel import Certificate, Claim
from mathora.prove.kernel.chance.knowledge import conditions_of
from mathora.prove.kernel.chance.known import known_of
from mathora.prove.verdict import Verdict, refuted, undecided

UNJUDGED = "it looks true, but the kernel has no rule that proves it: show a step in between"

_MOMENTS = (r"\mathbb{E}[", r"\operatorname{Var}(", r"\operatorname{Cov}(")
_UNKNOWN = ("P(", r"\#(", *_MOMENTS)
"""How the symbols begin that stand for what is not known of chance."""


def stated(  # noqa: PLR0911 - a row for each way to say a measure
    left: tree.Application, right: tree.Node, setting: Setting
) -> Verdict:
    """The verdict on `left = right`, where the left side is a probability, an expectation, …"""
    of_both = defines_of_both(left, right)
    if of_both or defines_by_values(left, right, setting.model):
        return Verdict("definition", method="as it is defined by the values and their probabilities")
    if defines_conditional(left, right):
        return Verdict("definition", method="as conditional probability is defined")
    if slip := known_otherwise(left) if of_both is False else otherwise(left, right, setting.model):
        return undecided(slip)
    try:
        meaning = setting.meaning(left)
    except (Mismatch, Undefined) as reason:
        return refuted(str(reason))
    except Untranslatable as reason:
        return undecided(str(reason)) if speaks_of_chance(right, setting.model) else _said("")
    if speaks_of_chance(right, setting.model) or not _open(meaning):
        return compare(left, "=", right, setting)
    return _consistent(left, right, setting)


_ASSUMED: Final = frozenset({r"\sim", r"\perp", "<", ">", r"\le", r"\ge"})


def under_laws(node: tree.Node) -> tuple[tuple[tree.Node, ...], tree.Node]:
    r"""What `X \sim \mathcal{N}(\mu, \sigma^2) \Rightarrow …` assumes of chance alone, and what it concludes."""
    match node:
        case tree.Logic(operators=(r"\Rightarrow",), operands=(premise, conclusion)):
            together = isinstance(premise, tree.Logic) and set(premise.operators) <= tree.AND
            parts = [one for part in (premise.children if together else (premise,)) for one in tree.statements(part)]
            signs = [set(one.operators) if isinstance(one, tree.Relation) else {""} for one in parts]
            laws = any(one <= {r"\sim", r"\perp"} for one in signs) and all(one <= _ASSUMED for one in signs)
            return (tuple(parts), conclusion) if laws else ((), node)
        case _:
            return (), node


def settled(claim: Claim, verdict: Verdict, certificate_of: Callable[[Claim], Certificate | None]) -> Verdict:
    """The verdict on a formula of chance, after the kernel was asked."""
    if verdict.kind in {"refuted", "mistake"} and _speaks_in_words(claim.node):
        return undecided("nothing says how these words go together: declare events, kind: event, and what relates them")
    if verdict.kind in {"refuted", "mistake"} and verdict.witness is None and _has_matrices(claim):
        verdict = undecided(r"nothing says what a random vector is made of: declare it so, \mathbf{X}: (X_1, X_2)")
    of_law = any(part == FRESH for _, part in tree.walk(claim.node))  # refuted by its mean or variance alone
    if verdict.kind in {"refuted", "mistake"} and not of_law and _is_beyond(claim):
        verdict = undecided("no rule decides it: show a step in between, or say more of what is random")
    hidden = not of_law and any(is_hidden(claim, one) for one in _measures_in(claim))
    parted = isinstance(claim.node, tree.Logic) and set(claim.node.operators) <= tree.OR
    if verdict.kind in {"refuted", "mistake"} and (parted or verdict.witness is not None) and hidden:
        verdict = undecided(HAS_LAW)  # the search took it for a number that may be any
    says = values_said(claim) if verdict.kind == "definition" else ()
    if verdict.kind not in {"proved", "undecided"} and not says:
        return verdict
    certificate = certificate_of(claim)
    if certificate is None and not says:
        verdict = refuted_by_trial(claim) or refuted_at_point(claim) or verdict
    if certificate is not None:
        return _proved(claim, verdict, certificate)
    if verdict.kind == "proved":
        return undecided(UNJUDGED)
    if not says:
        return verdict
    return refuted_at_point(claim) or belied(says, claim) or verdict


def _proved(claim: Claim, verdict: Verdict, certificate: Certificate) -> Verdict:
    """What the kernel proved, with its conditions in the formula's own words; that a mean exists has to be known."""
    raised = any(isinstance(part, tree.Power) for one in _measures_in(claim) for _, part in tree.walk(one))
    if raised and any(one.endswith("> 0") for one in certificate.conditions):
        return undecided(_NOT_ALWAYS)
    method = verdict.method if verdict.kind == "proved" else "; ".join(dict.fromkeys(certificate.rules))
    return Verdict("proved", method, _conditions(claim, verdict), certificate=certificate)


_NOT_ALWAYS: Final = "not every value of the letters has such a mean: give them a domain, such as t < 2"
_OF_OTHERS: Final = ("at least", "at most", "none", "no ", "not ", "never", "any ", "some ", "all ", "both", "other")


def _speaks_in_words(node: tree.Node) -> bool:
    """Whether events are written in words that speak of each other: "none", "at least one"."""
    words = (f"{part.text.strip()} " for _, part in tree.walk(node) if isinstance(part, tree.UprightWords))
    return any(text.startswith(_OF_OTHERS) for text in words)


def _has_matrices(claim: Claim) -> bool:
    return any(claim.model.kind_of(one) in {"vector", "matrix"} for _, one in tree.walk(claim.node))


def _is_beyond(claim: Claim) -> bool:
    """Whether the search does not know all that is stated of chance, so that its experiments may be none."""
    model = claim.model
    parts = list(parts_with_definitions(claim.node, model))
    measures = {measure_of(part, model) for part in parts if isinstance(part, tree.Application)}
    known = known_of(model, (claim.node,), claim.givens)
    defined = {key for key, name in model.names.items() if name.body is not None and not name.quantity}
    used = {symbol_key(part) for part in parts if isinstance(part, tree.Symbol)}
    within = any(
        known.is_random(symbol_key(part))
        for key in defined & used
        for part in tree.symbols(model.names[key].body or tree.Blank())
    )
    orders = any(
        isinstance(one, tree.Relation) and not {r"\sim", r"\perp"} & set(one.operators)
        for key in known.random & used & model.names.keys()
        for one in model.names[key].domain
    )
    applied = any(
        isinstance(part, tree.Application)
        and isinstance(part.head, tree.Symbol)
        and (name := model.named(part.head)) is not None
        and name.body is not None
        and speaks_of_chance(name.body, model)
        for part in parts
    )
    tabled = any(_random_in(name.quantity, known.random) & used for name in model.names.values() if name.quantity)
    nested = any(name.quantity and name.body and speaks_of_chance(name.body, model) for name in model.names.values())
    mixed = "P" in measures and bool(measures & {"E", "Var", "Cov", "Corr"})
    indicator = any(isinstance(part, tree.Symbol) and part.name == "1" for part in parts)
    beyond_pairs = any(len(one) > 2 for one in known.independent)  # noqa: PLR2004 - the search knows pairs
    many = len(tuple(independences(model, claim.node, claim.givens))) > MOST_INDEPENDENCES
    said = known.given_independent or known.alike or known.listed or beyond_pairs or many
    levels = "P" in measures and any(one <= known.random for one in known.independent)  # X ≤ 1 beside Y ≤ 2
    return any((indicator, within, orders, applied, tabled, nested, mixed, levels, bool(said)))


def _random_in(node: tree.Node, random: AbstractSet[str]) -> set[str]:
    """The random quantities of which a measure is known."""
    return {symbol_key(part) for part in tree.symbols(node)} & random


def _measures_in(claim: Claim) -> Iterator[tree.Application]:
    """The measures of chance that a claim speaks of."""
    for part in parts_with_definitions(claim.node, claim.model):
        if isinstance(part, tree.Application) and measure_of(part, claim.model) is not None:
            yield part


def _conditions(claim: Claim, verdict: Verdict) -> tuple[str, ...]:
    """The conditions in the formula's own words: of what a probability is given by, and of denominators."""
    given = dict.fromkeys(text for _, text in conditions_of(claim.node, claim.model))
    plain = [text for text in verdict.conditions if r"\#(" not in text and not text.startswith(("P(", "p(", r"\Pr"))]
    below = [
        rf"{write_latex(part.denominator)} \ne 0"
        for _, part in tree.walk(claim.node)
        if isinstance(part, tree.Quotient) and speaks_of_chance(part.denominator, claim.model)
    ]
    hidden = any(r"\#(" in text for text in verdict.conditions)
    return tuple(dict.fromkeys((*given, *plain, *(below if hidden else ()))))


def _said(reason: str) -> Verdict:
    return refuted(reason) if reason else Verdict("definition", method="it says what is not known yet")


def _open(meaning: Meaning) -> bool:
    """Whether a quantity is not determined by what is known."""
    return any(one.name.startswith(_UNKNOWN) for one in meaning.expression.free_symbols)


def _consistent(left: tree.Application, right: tree.Node, setting: Setting) -> Verdict:
    """Whether a value may be stated: it is no number outside of 0 and 1, and agrees with what is known."""
    measure = measure_of(left, setting.model)
    low, high, words = BOUNDS.get(measure or "", (None, None, ""))
    if not any(isinstance(part, tree.Symbol) for _, part in tree.walk(right)):
        for one, other in ((low, right), (right, high)):
            if one is None or other is None:
                continue
            bounded = compare(one, r"\le", other, setting)
            if bounded.kind == "refuted":
                return refuted(f"a {words}: {bounded.why}")
    experiment = replace(setting.experiment, known=(*setting.experiment.known, (left, right)))
    try:
        replace(setting, experiment=experiment).meaning(left)
    except Undefined as reason:
        return refuted(str(reason))
    except (Untranslatable, Mismatch) as reason:
        return undecided(str(reason))
    return _said("")


_RELATED: Final = "an experiment does not know how random quantities lie to each other: put in what they are"
_TRIALS: Final = (
    ((0, 1, 2, 5), (1, 0, 3, -1), (2, 2, -1, 0), (0, 4, 1, 1)),
    ((-1, 0, 1), (1, 0, 1), (0, 2, 1), (1, 1, 0)),
    ((0, 0, 1, 1), (0, 1, 0, 1), (1, 0, 0, 1), (1, 1, 0, 0)),
)
"""Values of up to four random quantities for equally likely outcomes; in the last trial any two are independent."""


def surely_refuted(  # noqa: PLR0911 - one return for each kind of experiment
    verdict: Verdict, again: Callable[[Experiment], Verdict], experiment: Experiment, *, related: bool
) -> Verdict:
    """A refutation that stands: shown by an experiment that there may be, of quantities that are not `related`."""
    if verdict.kind != "refuted":
        return verdict
    places = [name for name, _ in verdict.witness.at] if verdict.witness is not None else []
    said = {symbol_key(part) for _, law in experiment.laws for part in tree.symbols(law)}
    said |= {symbol_key(part) for _, one in experiment.known for part in tree.symbols(one)}
    if set(places) & set(experiment.events):
        return undecided("one letter is an outcome and a number here: show a step in between")  # \int p(x \mid z) dz
    mean = next((name for name in places if name.startswith((r"\mu", r"\sigma", r"\bar")) and name not in said), None)
    if mean is not None and experiment.random:
        return undecided(f"nothing says what {mean} is: declare it, such as {mean}: \\mathbb{{E}}[X] in the model")
    if any(name.startswith(_MOMENTS) for name in places):
        return undecided(_RELATED) if related else _by_trial(again, experiment)
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
        places = found.witness.at if found.witness is not None else ()
        if found.kind == "refuted" and not any(name.startswith(_MOMENTS) for name, _ in places):
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


_ZERO, _ONE = tree.Number("0"), tree.Number("1")
BOUNDS: Final[Mapping[str, tuple[tree.Node | None, tree.Node | None, str]]] = {
    "P": (_ZERO, _ONE, "probability lies between 0 and 1"),
    "Var": (_ZERO, None, "variance is not negative"),
    "SD": (_ZERO, None, "standard deviation is not negative"),
    "Corr": (tree.Signed("-", _ONE), _ONE, "correlation lies between -1 and 1"),
}
"""Between which numbers a quantity lies."""
