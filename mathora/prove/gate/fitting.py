"""What scenes need of a section's values, and of the model, as faults.

Owns: `unfit`, `seen`, `empty_domains`, `misfit_values`, `contradicted`, `texts_of`.

Law: the needs of a section are asked together, for they are mostly met; only if one is not is each asked by itself, and
what is wrong for the same reason is told once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress

from mathora.formula import Formula, Model, ModelFunction, UncomputableError, read, read_model, tree, write_latex
from mathora.formula.inspection.naming import all_keys_in
from mathora.lesson import (
    NEEDS,
    ArrayValue,
    Declaration,
    Fault,
    Faulty,
    IntervalValue,
    ListValue,
    ModelSource,
    NameValue,
    Need,
    NumberValue,
    Place,
    PointValue,
    Shown,
    Text,
    Value,
    WordValue,
)
from mathora.prove.gate.calculating import STEPS
from mathora.prove.task import Decide, Fit, Task
from mathora.prove.verdict import Verdict

OF_LETTERS = ("called", "own_letter")  # needs of letters that a scene writes by itself
OF_DOMAIN = ("seen", "somewhere")  # needs of a function on what is drawn, which is its domain where no span is given


OF_POINT = ("settled", "computes")  # needs of a function that a point lacks a number for, which is told at the point

CHANCE = re.compile(r"\s*(?:P|\\Pr|\\mathbb\{P\})\s*\(")


def name_of(declaration: Declaration) -> str:
    """What is declared, without its parameters."""
    return declaration.head.value.partition("(")[0].strip()


def unfit(  # noqa: PLR0913, PLR0917 - what is looked at, and what is known of it
    needs: Sequence[Need],
    model: Model,
    decide: Decide,
    unread: Collection[Place],
    declared: Mapping[str, Declaration],
    wrong: Collection[Place] = (),
) -> list[Fault]:
    """A fault for each need that is not met; those of or against values with a text at `unread` are passed over, and so
    is what could not be looked at of those at `wrong`. It is the model's fault if a function has no values on the
    domain which is `declared` for it.
    """
    asked = tuple(one for one in needs if not any(text.place in unread for text in _texts(one)))
    if not asked or decide(Fit(asked, model)).kind == "proved":
        return []
    empty = _empty(asked, model, decide, declared)
    told: dict[Text, Fault] = {}
    unknown: list[tuple[Need, Verdict]] = []
    for need in sorted(asked, key=lambda one: one.name != "within"):
        if any(text.value in empty for text in _texts(need)) or _follows(need, told):
            continue
        verdict = decide(Fit((need,), model))
        if verdict.kind == "refuted":
            _tell(told, need, verdict, declared)
        elif verdict.kind != "proved":
            unknown.append((need, verdict))
    for need, verdict in unknown:  # what could not be looked at is mostly wrong in a way that is told by now
        if not _follows(need, told) and not any(text.place in wrong for text in _texts(need)):
            _tell(told, need, verdict, declared)
    return [*empty.values(), *told.values()]


def _follows(need: Need, told: Mapping[Text, Fault]) -> bool:
    """Whether something that a need looks at is told to be wrong: what else there is to say may only follow from it."""
    wrong = {fault.place for fault in told.values()}
    return any(text.place in wrong for value in need.given for text in texts_of(value))


def _tell(told: dict[Text, Fault], need: Need, verdict: Verdict, declared: Mapping[str, Declaration]) -> None:
    fault = _fault(need, verdict, declared)
    if not any(fault.message == one.message for one in told.values()):
        told.setdefault(need.at, fault)


def seen(needs: Sequence[Need], pictured: Sequence[Text], model: Model) -> Sequence[Need]:
    """The needs without those of a letter that neither stands in the section's pictures nor in what these are made of:
    it may mean something else in another section.
    """
    if not any(need.name in OF_LETTERS for need in needs):
        return [need for need in needs if need.name not in STEPS]
    trees = []
    for text in pictured:
        with suppress(Faulty):  # told already
            trees.append(read(text, model).tree)
    known = all_keys_in(trees, model)

    def is_seen(need: Need) -> bool:
        return any(isinstance(one, WordValue) and one.text.value in known for one in need.given)

    return [one for one in needs if one.name not in STEPS and (one.name not in OF_LETTERS or is_seen(one))]


def empty_domains(source: ModelSource, model: Model, decide: Decide) -> list[Fault]:
    """A fault for each domain without any value: its ends cross each other, or a part of it is false by itself."""
    faults = []
    for one in source.declarations:
        name = model.get(name_of(one)) if one.domain else None
        if name is None:
            continue
        ends: dict[str, tuple[float, float] | None] = {}
        with suppress(UncomputableError):  # told where something needs its values
            function = ModelFunction(model, name.key, tuple(dict(name.ranges)))
            ends = {key: function.domain(key) for key in function.variables}
        crossed = [
            f"no {key} is in this domain: from {both[0]:g} to {both[1]:g}"
            for key, both in ends.items()
            if both and (both[0] > both[1] or (both[0] == both[1] and function.leaves_out(key)))
        ]
        links = (link for whole in name.domain if isinstance(whole, tree.Relation) for link in whole.links)
        known = (
            tree.Relation((left, right), (sign,))
            for left, sign, right in links
            if not all_keys_in((left, right), model)
        )
        false = (
            write_latex(part) for part in known if decide(Task(Formula(one.domain[0], part), model)).kind == "refuted"
        )
        told = next(iter(crossed), None) or next(
            (f"{part} is false, so nothing is in this domain" for part in false), None
        )
        if told:
            faults.append(one.domain[0].fault("empty-domain", told, "write relations that hold together"))
    return faults


def misfit_values(source: ModelSource, model: Model, decide: Decide) -> list[Fault]:
    """A fault for each value that is none of its name's kind, or not in its domain."""
    asked = (
        (one.body, part)
        for one in source.declarations
        if one.body is not None and (name := model.get(name_of(one))) is not None
        for part in name.asked_of_value
    )
    return [
        body.fault("does-not-fit", f"{write_latex(part)} is false", "change the value, or its kind or domain")
        for body, part in asked
        if decide(Task(Formula(body, part), model)).kind == "refuted"
    ]


def contradicted(source: ModelSource, model: Model, decide: Decide) -> list[Fault]:
    """A fault for the first known probability that contradicts those before it; then all about them is false."""
    known = [one for one in source.declarations if one.body is not None and CHANCE.match(one.head.value)]
    for index, one in enumerate(known):
        before = tuple(other for other in source.declarations if other not in known[index + 1 :])
        part = read_model(ModelSource(declarations=before))
        positive = read(Text.written(rf"0 \le {one.head.value}"), part)
        name = model.get(write_latex(positive.tree.children[-1]))
        if name is None or name.quantity is None or one.body is None:
            continue
        verdict = decide(Task(positive, part))
        if verdict.kind == "refuted":
            return [one.body.fault("contradiction", verdict.reason, "change it, or one of those before it")]
    return []


def _texts(need: Need) -> Iterator[Text]:
    for value in (need.subject, *need.given):
        yield from texts_of(value)


def texts_of(value: Value | int | None) -> Iterator[Text]:
    """What of a value is read in the model's language."""
    match value:
        case NameValue(tex=text) | NumberValue(tex=text) | ArrayValue(tex=text) | Shown(tex=text):
            yield text
        case IntervalValue(low=low, high=high):
            yield from (low, high)
        case PointValue(coordinates=coordinates):
            yield from (text for both in coordinates for text in both)
        case ListValue(items=items):
            for one in items:
                yield from texts_of(one)


def _fault(need: Need, verdict: Verdict, declared: Mapping[str, Declaration]) -> Fault:
    """The first reason; what could not be looked at is told, too; what the model's data lack, where they are."""
    named = need.subject.tex.value if isinstance(need.subject, NameValue) and need.name == "as_many" else ""
    data = declared[named].head if named in declared else None
    at = data or _coordinate(need, verdict.link)
    said = verdict.reason if verdict.kind == "refuted" else f"could not be looked at: {verdict.reason}"
    hint = f"{need.why}: {NEEDS[need.name].mend}"
    if need.name in OF_POINT and (point := next((one for one in need.given if isinstance(one, PointValue)), None)):
        return point.coordinates[0][1].fault("does-not-fit", said, hint)
    return (at or need.at).fault("does-not-fit", f"{need.parameter}: {said}", hint)


def _empty(
    needs: Sequence[Need], model: Model, decide: Decide, declared: Mapping[str, Declaration]
) -> dict[str, Fault]:
    """The functions, of which the domain is drawn, that have no values there."""
    faults = {}
    for need in needs:
        name = need.subject.tex.value if isinstance(need.subject, NameValue) else ""
        domain = declared[name].domain if name in declared else ()
        if need.name in OF_DOMAIN and domain and not any(need.given[:1]):
            verdict = decide(Fit((need,), model))
            if verdict.kind != "proved":
                hint = "state a domain on which it has values"
                faults[name] = domain[0].fault("does-not-fit", verdict.reason, hint)
    return faults


def _coordinate(need: Need, key: str) -> Text | None:
    """The number of a point's coordinate that a verdict is about."""
    coordinates = need.subject.coordinates if isinstance(need.subject, PointValue) else ()
    return next((at for name, at in coordinates if key and name.value.strip() == key), None)
