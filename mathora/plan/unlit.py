r"""Where a narration points at a term of the picture, and the film passes it over.

Owns: `unlit`, the faults of such marks.

Law: a term is lit on a picture that stands (`mathora.plan.liveliness`). A mark whose word is said while the picture
still moves, or while another term is lit, shows nothing; who wrote it is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mathora.formula import write_latex
from mathora.lesson import Fault, TermCue
from mathora.plan.drawn import StepFacts
from mathora.plan.timeline import Timeline

if TYPE_CHECKING:
    from mathora.prove import Proven


def unlit(proven: Proven, timeline: Timeline, facts: Mapping[str, StepFacts]) -> tuple[Fault, ...]:
    """The faults of the marks that are never lit; `facts["section/step"]` are those of its clip."""
    steps = proven.lesson.steps
    found = []
    for slot in timeline.slots:
        own = facts[slot.address].loops
        lit = [own[one.loop].name for one in slot.loops]
        for cue in steps[slot.address].say.pointed:
            name = write_latex(proven.formula(cue.tex).tree)
            if name in lit:
                lit.remove(name)
            else:
                found.append(_told(cue))
    return tuple(found)


def _told(cue: TermCue) -> Fault:
    return cue.tex.fault(
        "not-lit",
        f"{cue.tex.value} is not lit: while the words after this mark are said, the picture still moves, or another "
        "term is lit",
        "put the mark before a later word, when the picture stands, or leave it out",
    )
