"""What has been proved of a lesson and what has not, in words: said on every product that speaks of it.

Law: the numbers are those of the proof gate's receipt; nothing is claimed of what the gate does not see.
"""

from __future__ import annotations

from collections.abc import Mapping

from mathora.export.story import Story

KINDS: Mapping[str, tuple[str, str]] = {
    "proved": ("was proved before it was drawn", "were proved before they were drawn"),
    "definition": ("is a definition", "are definitions"),
    "given": ("is given by the author", "are given by the author"),
    "notation": ("only names something", "only name something"),
    "assignment": ("is a step of a computation (←)", "are steps of a computation (←)"),
    "schematic": ("shows only a form", "show only a form"),
    "mistake": ("is a mistake on purpose, and was refuted", "are mistakes on purpose, and were refuted"),
    "undecided": (
        "could not be decided and is shown for a reason that the author gave",
        "could not be decided and are shown for a reason that the author gave",
    ),
}
"""Kind of verdict → what is so of one, and of several; in the order in which it is said."""


def what_holds(story: Story) -> tuple[str, ...]:
    """The sentences; none for a lesson without formulas."""
    counts = dict(story.verdicts)
    total = sum(counts.values())
    if not total:
        return ()
    said = [f"{counts[kind]} {forms[counts[kind] != 1]}" for kind, forms in KINDS.items() if counts.get(kind)]
    return (
        f"Of the {total} formulas and checked numbers of this lesson, {'; '.join(said)}.",
        _REST,
    )


_REST = (
    "Other numbers in the text are the author's words. Numbers that change while something moves are computed from the "
    "same functions with floating-point arithmetic, and rounded at their last digit."
)
