"""The words and formulas of a section as HTML: what page and transcript both show."""

from __future__ import annotations

from collections.abc import Iterator

from mathora.export.markup import Child, Markup, element
from mathora.export.sentences import block, prose
from mathora.export.story import Cleared, Moment, Sentence, Spelling


def moment_words(moment: Moment, shows: tuple[Spelling, ...]) -> Iterator[Child]:
    """What stands in the picture and what is said with it; `shows` are the formulas. One note leads, several follow."""
    if len(moment.notes) == 1:
        yield element("p", {"class": "lead"}, prose(moment.notes[0]))
    yield element("p", None, prose(moment.say))
    if len(moment.notes) > 1:
        yield points_list(moment.notes)
    if shows:
        box = {"class": "formulas", "role": "group", "aria-label": "Formula"}
        yield element("div", box, *(element("div", None, block(one)) for one in shows))


def points_list(points: tuple[Sentence, ...]) -> Markup | None:
    """The points as a list; nothing if there are none."""
    if not points:
        return None
    return element("ul", {"class": "points"}, *(element("li", None, prose(point)) for point in points))


def confusion_cards(cleared: Cleared) -> Markup:
    """A myth beside the fact that clears it, with their formulas."""
    return element(
        "div",
        {"class": "confusion"},
        element(
            "div",
            {"class": "myth"},
            element("h3", None, element("span", {"aria-hidden": "true"}, "✗"), "Myth"),
            element("p", None, prose(cleared.myth)),
            block(cleared.wrong) if cleared.wrong else None,
        ),
        element(
            "div",
            {"class": "fact"},
            element("h3", None, element("span", {"aria-hidden": "true"}, "✓"), "Fact"),
            element("p", None, prose(cleared.fact)),
            block(cleared.right) if cleared.right else None,
        ),
    )
