"""Claims to the kernel, written as text."""

from mathora.formula import Model, read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove.judge.certify import certificate_of
from mathora.prove.kernel import Claim, Refused, attest, holds
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.reading.relations import facts_of as declared
from mathora.prove.kernel.reading.relations import links
from mathora.prove.kernel.rules import reading_of
from mathora.prove.kernel.signs.facts import Facts

ANY, POSITIVE, WHOLE = {}, {"kind": "positive"}, {"kind": "natural"}


def modelled(lets) -> Model:
    """The model of names, each with what it is (`is`), its domain, its kind, its shape, its unit."""
    declarations = tuple(
        Declaration(
            head=Text.written(head),
            body=Text.written(entry["is"]) if "is" in entry else None,
            domain=tuple(Text.written(one) for one in entry.get("domain", ())),
            kind=entry.get("kind"),
            shape=entry.get("shape"),
            unit=Text.written(entry["unit"]) if "unit" in entry else None,
        )
        for head, entry in lets.items()
    )
    return read_model(ModelSource(declarations=declarations))


def claim(tex, lets, tol=None) -> Claim:
    """A formula as a claim in the model of these names."""
    model = modelled(lets)
    return Claim(read(Text.written(tex), model).tree, model, tol=tol)


def rules_of(tex, lets) -> tuple[str, ...] | None:
    """The rules by which the kernel proves a claim, judged a second time; None if it refuses."""
    asked = claim(tex, lets)
    certificate = certificate_of(asked)
    if certificate is None:
        return None
    holds(asked, certificate)
    return certificate.rules


def refusal(tex, lets, *hints) -> str:
    """Why the kernel refuses a claim with these hints, each `(part, value)`; empty if it proves it."""
    asked = claim(tex, lets)
    try:
        attest(asked, tuple(f"{part} := {value}" for part, value in hints))
    except Refused as reason:
        return str(reason)
    return ""


def number_of(tex, lets, conditions=None) -> Ratio:
    """A formula as one of the kernel's numbers; `conditions` gathers where it has a value."""
    asked = claim(tex, lets)
    reading = reading_of(asked)
    value = reading.number(asked.node)
    if conditions is not None:
        conditions += [(sign, ratio.text) for sign, ratio in reading.conditions.found]
    return value


def facts_of(lets, *said) -> Facts:
    """What the kernel knows of these names, and of what is said besides (`x > 1`)."""
    asked = claim("0 = 0", lets)
    model = asked.model
    reading = reading_of(Claim(asked.node, model))
    facts = declared(model, frozenset(model.names), reading)
    for tex in said:
        facts = facts.with_(*links(reading, read(Text.written(tex), model).tree))
    return facts
