"""The proofs of a lesson judged again, from their receipt alone.

Owns: `verified`, and what `proofs.json` holds for it: the model's `declarations` and the `content_digest`.

Laws:
- Neither the script nor a search is needed, and SymPy is not imported: each formula is read anew, and the kernel judges
  its certificate.
- A proof without a certificate is told, and is no success.
- Any change of the receipt is told: a certificate is tied to its formula and to the model, all else to the digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, get_args

from mathora.formula import Model, Node, read, read_model, write_latex
from mathora.formula.inspection.members import said_of_members
from mathora.formula.tree.defining import defining, with_givens
from mathora.formula.unfolding.unfolding import unfolded
from mathora.lesson import Declaration, Faulty, Kind, ModelSource, Text
from mathora.prove.kernel import Certificate, Claim, Refused, holds

_MENTIONED = frozenset({"number", "option", "label"})  # roles of formulas that define nothing


@dataclass(frozen=True, slots=True)
class Verification:
    """How many proofs the kernel judged, and one sentence for each thing that is wrong."""

    lesson: str
    judged: int
    faults: tuple[str, ...]


def verified(content: Mapping[str, Any]) -> Verification:
    """Judges what a `proofs.json` holds, as read from JSON."""
    try:
        return _verified(content)
    except (LookupError, TypeError, ValueError, AttributeError, Faulty) as error:
        reason = f"it has no {error}" if isinstance(error, KeyError) else error
        return Verification("", 0, (f"this is no receipt of proofs: {reason}",))


def _verified(content: Mapping[str, Any]) -> Verification:
    faults = [] if content["digest"] == content_digest(content) else ["the receipt was changed after it was written"]
    model, givens, judged = read_model(_source(content["model"])), tuple[Node, ...](), 0
    for entry in content["formulas"]:
        kind = entry["verdict"]
        if kind not in {"proved", "definition", "given"}:
            continue
        node = read(Text.written(entry["tex"]), model).tree
        if kind == "given":
            givens = (*givens, node)
        elif kind == "definition" and entry["role"] not in _MENTIONED:
            model = defining(model, node)
        elif kind == "proved":
            try:
                _judge(entry, node, *with_givens(model, givens))
                judged += 1
            except Refused as reason:
                faults.append(f"{entry['where']}: {entry['tex']}: {reason}")
    return Verification(str(content["lesson"]), judged, tuple(faults))


def _judge(entry: Mapping[str, Any], node: Node, model: Model, givens: tuple[Node, ...]) -> None:
    if entry["certificate"] is None:
        raise Refused("called proved, without a certificate")
    certificate = Certificate.from_json(entry["certificate"])
    try:
        tolerance = Fraction(certificate.tolerance) if certificate.tolerance else None
    except (ValueError, ZeroDivisionError):
        raise Refused("the tolerance is no number") from None
    declared = (relation for name in model.names.values() for relation in name.domain)
    known = (*givens, *declared, *said_of_members(unfolded(node, model, givens), model))
    by_text = {write_latex(one): one for one in known}
    if not by_text.keys() >= {*certificate.assumed}:
        raise Refused("something is assumed that is not given")
    assumed = tuple(by_text[text] for text in certificate.assumed)
    holds(Claim(unfolded(node, model, assumed), model, assumed, tolerance), certificate)


# ── what the receipt holds ────────────────────────────────────────────────────────────────────────────────────────────


def content_digest(content: Mapping[str, Any]) -> str:
    """A digest of all that a receipt says but the digest itself."""
    rest = {key: value for key, value in content.items() if key != "digest"}
    plain = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def declarations(source: ModelSource) -> list[dict[str, Any]]:
    """The model as the author declared it, as JSON's own types."""
    return [
        {
            "head": one.head.value,
            "is": None if one.body is None else one.body.value,
            "domain": [relation.value for relation in one.domain],
            "kind": one.kind,
            "shape": None if one.shape is None else list(one.shape),
            "unit": None if one.unit is None else one.unit.value,
        }
        for one in source.declarations
    ]


def _source(entries: list[Mapping[str, Any]]) -> ModelSource:
    return ModelSource(declarations=tuple(_declaration(one) for one in entries))


def _declaration(entry: Mapping[str, Any]) -> Declaration:
    kind, shape = entry["kind"], entry["shape"]
    if kind is not None and kind not in get_args(Kind):
        raise ValueError(f"{kind} is no kind of name")
    return Declaration(
        head=Text.written(entry["head"]),
        body=None if entry["is"] is None else Text.written(entry["is"]),
        domain=tuple(Text.written(one) for one in entry["domain"]),
        kind=kind,
        shape=None if shape is None else (int(shape[0]), int(shape[1])),
        unit=None if entry["unit"] is None else Text.written(entry["unit"]),
    )
