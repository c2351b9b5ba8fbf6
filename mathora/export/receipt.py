"""The receipt of the proof gate: for each displayed formula where it stands, its TeX, and why it may be shown.

Owns: `proofs`, the text of `proofs.json`.

Laws:
- Every formula that the gate saw is in it, in the script's order, also those that hold by definition.
- With the model and each proof's certificate, `mathora verify` judges the proofs again; the digest of all tells whether
  anything was changed.
- Next to the formulas stands what was measured of the pictures: each invariant of each clip, its frames and largest
  residual; and what scenes wrote on them by themselves: terms, numbers, readings and claims.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mathora.prove import Proven, Receipt, content_digest, declarations
from mathora.render.clip import Clip

KINDS = ("term", "number", "reading", "claim")


def proofs(proven: Proven, clips: Mapping[str, Clip]) -> str:
    """The receipt as JSON, one formula to an entry; residuals are in the units of their scenes."""
    content: dict[str, Any] = {
        "lesson": proven.lesson.id,
        "model": declarations(proven.lesson.model),
        "formulas": [_formula(receipt) for receipt in proven.receipts],
        "pictures": [
            {
                "step": address,
                "invariant": one.name,
                "frames": one.frames,
                "largest": one.largest,
                "tolerance": one.tolerance,
            }
            for address, clip in clips.items()
            for one in clip.facts.invariants
        ],
        "labels": [
            {"step": address, **{kind: of_kind for kind in KINDS if (of_kind := _labels(clip, kind))}}
            for address, clip in clips.items()
        ],
    }
    content["digest"] = content_digest(content)
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _labels(clip: Clip, kind: str) -> list[str | dict[str, str]]:
    """A step's labels of one kind: TeX, and what a reading or a claim says of it."""
    labels = (label for label in clip.facts.labels if label.kind == kind)
    return [{"tex": one.tex, "says": one.says, "where": one.where} if one.says else one.tex for one in labels]


def _formula(receipt: Receipt) -> dict[str, Any]:
    verdict = receipt.verdict
    entry: dict[str, Any] = {
        "where": receipt.place.in_any_folder,
        "step": receipt.address,
        "tex": receipt.tex,
        "role": receipt.role,
        "verdict": verdict.kind,
        "method": verdict.method,
        "conditions": list(verdict.conditions),
    }
    if verdict.kind == "proved":
        entry["certificate"] = None if verdict.certificate is None else asdict(verdict.certificate)
    if verdict.witness is not None or verdict.reason:
        entry["because"] = verdict.why
    if verdict.waived:
        entry["waived"] = verdict.waived
    return entry
