"""What a proof rests on, as data.

Owns: `Claim` (what is to be judged), `Certificate` (the rule of each link, the hints that the rules need, the
conditions) and the digest that ties one to the other.

Laws:
- A certificate is plain data: strings and tuples, the same in memory and in JSON.
- It is worth nothing by itself: the kernel recomputes all that it says. A changed field is another certificate, and is
  refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction

from mathora.formula.tree import Node
from mathora.formula.tree.model import Model


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """The kernel does not follow: no rule applies, or an obligation is not met. The message says which."""


@dataclass(frozen=True)
class Claim:
    """A statement, in a model, under assumptions; `tol` is what `≈` allows where the author says so."""

    node: Node
    model: Model
    givens: tuple[Node, ...] = ()
    tol: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A proof of a claim.

    `claim` is its digest, `tolerance` what `≈` allows ("" where the literal says it), `assumed` what is taken as true.
    `rules` names the rule of each link, in order. `hints` are what the rules could not find by themselves: the place of
    a maximum, the roots of a premise, as exact numbers. `conditions` are where the claim has a value, beyond what is
    declared.
    """

    claim: str
    tolerance: str
    assumed: tuple[str, ...]
    rules: tuple[str, ...]
    hints: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    @staticmethod
    def from_json(content: object) -> Certificate:
        """Raises Refused if it is not exactly a certificate's JSON (the fields by their names, lists for tuples)."""
        names = [one.name for one in fields(Certificate)]
        if not isinstance(content, Mapping) or set(content) != set(names):
            raise Refused("this is no certificate")
        words, lists = [content[name] for name in names[:2]], [content[name] for name in names[2:]]
        texts = [*words, *(text for one in lists if isinstance(one, (list, tuple)) for text in one)]
        if not all(isinstance(one, (list, tuple)) for one in lists) or not all(isinstance(one, str) for one in texts):
            raise Refused("this is no certificate")
        return Certificate(words[0], words[1], *(tuple(one) for one in lists))


def claim_digest(claim: Claim) -> str:
    """A digest of the tree, the model, the assumptions and the tolerance."""
    names = sorted(claim.model.names.items())
    parts = (claim.node, names, claim.givens, claim.tol)
    return hashlib.sha256(repr(parts).encode()).hexdigest()
