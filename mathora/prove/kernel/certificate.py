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
from dataclasses import dataclass, fields, replace
from fractions import Fraction

from mathora.formula import Model, Name, Node, symbol_key, tree, write_latex


class Refused(Exception):
    """The kernel does not follow: no rule applies, or an obligation is not met. The message says which."""


class Contradicted(Refused):
    """What is given holds nowhere."""


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
    a maximum, the roots of a premise, an antiderivative, a closed form, each as `part := value` in the formula's own
    language. `conditions` are where the claim has a value, beyond what is declared. `seal` is a digest of the rest.
    """

    claim: str
    tolerance: str
    assumed: tuple[str, ...]
    rules: tuple[str, ...]
    hints: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    seal: str = ""

    @staticmethod
    def from_json(content: object) -> Certificate:
        """Raises Refused if it is not exactly a certificate's JSON (the fields by their names, lists for tuples)."""
        names = [one.name for one in fields(Certificate)]
        if not isinstance(content, Mapping) or set(content) != set(names):
            raise Refused("this is no certificate")
        words, lists = [content[name] for name in (*names[:2], "seal")], [content[name] for name in names[2:-1]]
        texts = [*words, *(text for one in lists if isinstance(one, (list, tuple)) for text in one)]
        if not all(isinstance(one, (list, tuple)) for one in lists) or not all(isinstance(one, str) for one in texts):
            raise Refused("this is no certificate")
        assumed, rules, hints, conditions = (tuple(one) for one in lists)
        return Certificate(words[0], words[1], assumed, rules, hints, conditions, words[2])


def claim_digest(claim: Claim) -> str:
    """A digest of the tree, the model, the assumptions and the tolerance."""
    parts = (claim.node, claim.model.written, claim.givens, claim.tol)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def sealed(certificate: Certificate) -> Certificate:
    """The certificate with its seal."""
    bare = replace(certificate, seal="")
    return replace(bare, seal=hashlib.sha256(repr(bare).encode()).hexdigest())


def hint(part: Node, value: str) -> str:
    """A hint's text."""
    return f"{write_latex(part)}{_MARK}{value}"


_MARK = " := "


class HintBook:
    """The hints of one certificate, by the part that asks for them; and the rules that were used."""

    def __init__(self, hints: tuple[str, ...]) -> None:
        found = [text.partition(_MARK) for text in hints]
        if any(not mark for _, mark, _ in found) or len({part for part, _, _ in found}) < len(found):
            raise Refused("hints that cannot be told apart")
        self._texts = {part: value for part, _, value in found}
        self.asked: set[str] = set()
        self.used: list[str] = []

    def value(self, node: Node, model: Model) -> Node:
        """The hint for a part, read as a formula. Raises Refused if there is none."""
        part = write_latex(node)
        if part not in self._texts:
            raise Refused("a hint is missing")
        from mathora.formula import read  # noqa: PLC0415 - the reader is needed for hints only
        from mathora.lesson import Faulty, Text  # noqa: PLC0415

        bound = [one for one in tree.symbols(node) if symbol_key(one) not in model]
        names = dict(model.names) | {symbol_key(one): Name(symbol_key(one), one) for one in bound}
        self.asked.add(part)
        try:
            return read(Text.written(self._texts[part]), Model(names)).tree
        except Faulty:
            raise Refused("a hint that cannot be read") from None

    def use(self, rule: str) -> None:
        """Notes a rule that was used."""
        self.used.append(rule)

    def close(self) -> None:
        """Raises Refused if there is a hint that no rule asked for."""
        if self._texts.keys() - self.asked:
            raise Refused("a hint that no rule asked for")
