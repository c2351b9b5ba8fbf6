"""What scenes need of a section's values, as faults.

Owns: `unfit`.

Law: the needs of a section are asked together, for they are mostly met; only if one is not is each asked by itself, and
what is wrong for the same reason is told once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mathora.formula import Model
from mathora.lesson import NEEDS, Fault, ListValue, Need, PointValue, Text, Value
from mathora.prove.verdict import Verdict
from mathora.prove.work.task import Decide, Fit


def unfit(needs: Sequence[Need], model: Model, decide: Decide, unread: Collection[Value]) -> list[Fault]:
    """A fault for each need that is not met; needs of or against values that are `unread` are passed over."""
    asked = tuple(one for one in needs if not any(value in unread for value in _values(one)))
    if not asked or decide(Fit(asked, model)).kind == "proved":
        return []
    told: dict[Text, Fault] = {}
    for need in asked:
        verdict = decide(Fit((need,), model))
        if verdict.kind != "proved":
            fault = _fault(need, verdict)
            if not any(fault.message == one.message for one in told.values()):
                told.setdefault(need.at, fault)
    return list(told.values())


def _values(need: Need) -> Iterator[Value]:
    pending = [need.subject, *(one for one in need.given if one is not None and not isinstance(one, int))]
    while pending:
        value = pending.pop()
        yield value
        pending += value.items if isinstance(value, ListValue) else ()


def _fault(need: Need, verdict: Verdict) -> Fault:
    """The first reason; what could not be looked at is told, too."""
    at = _coordinate(need, verdict.link) or need.at
    said = verdict.reason if verdict.kind == "refuted" else f"could not be looked at: {verdict.reason}"
    hint = f"{need.why}: {NEEDS[need.name].mend}"
    return Fault(at.place, "does-not-fit", f"{need.parameter}: {said}", hint, max(1, len(at.value)))


def _coordinate(need: Need, key: str) -> Text | None:
    """The number of a point's coordinate that a verdict is about."""
    coordinates = need.subject.coordinates if isinstance(need.subject, PointValue) else ()
    return next((at for name, at in coordinates if key and name.value.strip() == key), None)
