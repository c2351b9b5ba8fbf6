"""Certificates, made and judged.

Owns: `attest`, which makes a certificate, and `holds`, which judges one.

Law: a certificate holds only if the rules make the very same one anew.
"""

from __future__ import annotations

from mathora.formula.inspection.analytic import goes_by_the_real_line
from mathora.formula.tree.canonical_latex import write_latex
from mathora.prove.kernel.certificate import Certificate, Claim, HintBook, Refused, claim_digest, sealed
from mathora.prove.kernel.rules import Judging
from mathora.prove.kernel.signs.facts import Facts


def attest(claim: Claim, hints: tuple[str, ...] = (), facts: Facts | None = None) -> Certificate:
    """The certificate of a claim that the rules prove with these hints. Raises Refused.

    Fresh `facts` of the caller's count what was asked.
    """
    facts = facts or Facts()
    try:
        return _attested(claim, hints, facts)
    except Refused:
        if facts.is_exhausted:
            raise Exhausted from None
        raise


class Exhausted(Refused):
    """A proof that asks for too many signs; other hints are of no use."""

    def __init__(self) -> None:
        super().__init__("the proof asks for too many signs")


def _attested(claim: Claim, hints: tuple[str, ...], facts: Facts) -> Certificate:
    if goes_by_the_real_line(claim.node, claim.model):
        raise Refused("a slope or a limit of complex numbers, along the real line alone")
    book = HintBook(hints)
    judging = Judging(claim.model, book, facts, claim.tol)
    judging.know(claim)
    rules = tuple(judging.statement(claim.node))
    book.close()
    tolerance = "" if claim.tol is None else str(claim.tol)
    assumed = tuple(write_latex(one) for one in claim.givens)
    return sealed(
        Certificate(claim_digest(claim), tolerance, assumed, rules, hints, tuple(dict.fromkeys(judging.conditions)))
    )


def holds(claim: Claim, certificate: Certificate) -> None:
    """Judges a certificate: raises Refused unless the rules make the very same one anew."""
    if certificate.claim != claim_digest(claim):
        raise Refused("the certificate belongs to another formula, or to another model")
    if attest(claim, certificate.hints) != certificate:
        raise Refused("the certificate does not say what the rules give")
