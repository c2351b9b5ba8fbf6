"""What the gate says of a formula, as plain values.

Owns: `Verdict`, `Witness`, `Receipt` and the words an author reads when a formula is false.

Laws:
- Plain data: strings and tuples only, so that a verdict is pickled, cached and compared without importing SymPy.
- A formula is *proved* only by a certificate that the kernel judged; *refuted* names one exact assignment where the
  sides provably differ (or says why a side has no value at all); everything else is *undecided* and says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mathora.lesson import Place, Role
from mathora.prove.kernel.certificate import Certificate

VerdictKind = Literal[
    "proved", "refuted", "undecided", "definition", "given", "assignment", "schematic", "notation", "mistake"
]

HOLDING: frozenset[VerdictKind] = frozenset(
    {"proved", "definition", "given", "assignment", "schematic", "notation", "mistake"}
)
"""The kinds that let a formula be drawn (a waived undecided one is drawn too, with its written reason)."""


@dataclass(frozen=True, slots=True)
class Witness:
    """An exact assignment where a claim fails: `at` gives TeX keys and exact values, both sides their values there."""

    at: tuple[tuple[str, str], ...]
    left: str
    right: str
    relation: str = "="

    def __str__(self) -> str:
        """The failing point in words.

        >>> print(Witness((("w_1", "1"), ("w_2", "0")), "2", "3"))
        at w_1 = 1, w_2 = 0 the left side is 2, the right side 3
        """
        where = "at " + ", ".join(f"{name} = {value}" for name, value in self.at) + " " if self.at else ""
        return f"{where}the left side is {self.left}, the right side {self.right}"


@dataclass(frozen=True, slots=True)
class Verdict:
    r"""One formula's verdict.

    `method` names the tactic that decided it; `conditions` are TeX relations under which it holds (`x \ne 1`);
    `reason` says why it was refuted without a witness or could not be decided; `link` is the failing link of a chain,
    as displayed; `waived` is the author's written reason to show an undecided formula. `certificate`: what the kernel
    judged, of a proved formula.
    """

    kind: VerdictKind
    method: str = ""
    conditions: tuple[str, ...] = ()
    reason: str = ""
    witness: Witness | None = None
    link: str = ""
    waived: str = ""
    certificate: Certificate | None = None

    @property
    def holds(self) -> bool:
        """Whether a formula with this verdict may be drawn."""
        return self.kind in HOLDING or (self.kind == "undecided" and bool(self.waived))

    @property
    def why(self) -> str:
        """The verdict's ground in one clause: the witness where there is one, else the reason, else the method."""
        ground = str(self.witness) if self.witness is not None else self.reason or self.method
        return f"in {self.link}: {ground}" if self.link and ground else ground


def refuted(reason: str = "", *, witness: Witness | None = None, method: str = "") -> Verdict:
    """A refutation: with a witness, or with the reason why a side has no value or the sides cannot be compared."""
    return Verdict("refuted", method=method, reason=reason, witness=witness)


def undecided(reason: str) -> Verdict:
    """No decision, and why."""
    return Verdict("undecided", reason=reason)


def asked_by(verdicts: Iterable[Verdict]) -> tuple[str, ...]:
    """The conditions of verdicts that hold together, each once."""
    return tuple(dict.fromkeys(text for one in verdicts for text in one.conditions))


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof gate's entry for one displayed formula: where it stands, what is displayed, and why it may be drawn.

    `address` is `section/step`, or `title`, `course`, `summary`, `model`; `shown` is the text that stands at `place`,
    and `tex` the statement that was judged for it; `role` is what the formula is there for.
    """

    place: Place
    address: str
    shown: str
    tex: str
    role: Role | Literal["prose", "number", "option", "parameter", "label", "model"]
    verdict: Verdict
