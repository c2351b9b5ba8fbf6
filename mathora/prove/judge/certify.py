"""From a proof to its certificate.

Owns: `certified`, which looks for the hints that the kernel's rules need.

Law: what is found here is worth nothing before the kernel has judged it; a proof without a certificate stays as it is,
and says so (`Verdict.how`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from mathora.formula import tree
from mathora.prove.kernel import Certificate, Claim, Refused, attest
from mathora.prove.verdict import Verdict

MOST_ATTEMPTS = 24
"""Sets of hints that are tried for one formula."""


def certified(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict with a certificate, if the kernel's rules prove the claim with hints that are found here."""
    if verdict.kind != "proved":
        return verdict
    certificate = certificate_of(claim)
    return verdict if certificate is None else replace(verdict, certificate=certificate)


def certificate_of(claim: Claim) -> Certificate | None:
    """A certificate, or None."""
    for hints in islice(_hints(claim.node), MOST_ATTEMPTS):
        with suppress(Refused, RecursionError):
            return attest(claim, hints)
    return None


def _hints(node: tree.Node) -> Iterator[tuple[str, ...]]:
    """Sets of hints: none; the numbers that stand in conclusions; plain places for an extremum."""
    yield ()
    parts = [part for _, part in tree.walk(node)]
    if any(isinstance(part, tree.Logic) for part in parts):
        yield from _roots(node)
    if any(isinstance(part, tree.Extremum) for part in parts):
        yield from ((str(place),) for place in _places(node))


def _roots(node: tree.Node) -> Iterator[tuple[str, ...]]:
    for _, part in tree.walk(node):
        if isinstance(part, tree.Logic) and part.operators == (r"\Rightarrow",):
            yield tuple(str(number) for number in _numbers(part.operands[1]))


def _places(node: tree.Node) -> Iterator[Fraction]:
    """Numbers of the formula, and simple ones: where an extremum may lie."""
    yield from _numbers(node)
    yield from (Fraction(top, below) for below in (1, 2, 3, 4) for top in range(-3, 4))


def _numbers(node: tree.Node) -> list[Fraction]:
    found: list[Fraction] = []
    for _, part in tree.walk(node):
        match part:
            case tree.Signed(sign="-", operand=tree.Number(value=value)):
                found.append(-value)
            case tree.Number(value=value):
                found.append(value)
            case tree.Quotient(numerator=tree.Number(value=above), denominator=tree.Number(value=below)) if below:
                found.append(above / below)
            case _:
                continue
    return list(dict.fromkeys(found))
