"""The interactives' markup: what `best_box.js` and `gradient.js` bring to life. Hidden until they do."""

from __future__ import annotations

from typing import assert_never

from mathora.export.markup import Markup, element, join
from mathora.export.sentences import inline, prose
from mathora.export.story import BoxPlay, Chapter, MapPlay, Symbol


def play_figure(chapter: Chapter) -> Markup | None:
    """The section's interactive, if it has one."""
    match chapter.play:
        case BoxPlay() as play:
            return _frame(chapter.id, "Try it: the best box", *_box(play))
        case MapPlay() as play:
            return _frame(chapter.id, "Try it: the gradient under your finger", *_map(play))
        case None:
            return None
        case unknown:
            assert_never(unknown)


def _frame(section: str, title: str, *parts: Markup) -> Markup:
    place = f"{section}-play"
    return element(
        "section",
        {"class": "play", "id": place, "aria-labelledby": f"{place}-title", "hidden": True},
        element("h3", {"id": f"{place}-title"}, title),
        *parts,
    )


def _picture(name: str, title: str | None) -> Markup:
    seen: dict[str, str | bool | None] = {"role": "img", "aria-label": title} if title else {"role": "group"}
    return element("svg", {"data-part": name, "viewBox": "0 0 1 1", **seen})


def _slider(name: str, label: Markup, reading: str, described_by: str | None = None) -> tuple[Markup, Markup]:
    slider = element("input", {"type": "range", "data-part": name, "aria-labelledby": described_by, "step": "any"})
    return element("span", None, label, " = ", element("output", {"data-part": reading})), slider


def _box(play: BoxPlay) -> tuple[Markup, ...]:
    remarks = (("uphill", play.uphill), ("level", play.level), ("downhill", play.downhill))
    best = element("button", {"type": "button", "class": "best", "data-part": "best", "aria-pressed": "false"})
    cut = inline(play.cut.spelling)
    return (
        element(
            "p",
            {"class": "how"},
            "Move the slider to cut bigger or smaller squares from the corners. How much does the folded box hold?",
        ),
        element(
            "div",
            {"class": "bench"},
            element(
                "div",
                {"class": "pieces"},
                _picture("sheet", "The sheet with a square cut from each corner"),
                _picture("box", "The open box that is folded from it"),
            ),
            _picture("plot", "The volume as a curve over the cut, with its tangent"),
        ),
        element(
            "div",
            {"class": "sliding"},
            element(
                "label", None, element("span", None, "Cut ", cut, " = ", element("output", {"data-part": "at"})), best
            ),
            element("button", {"type": "button", "data-part": "less", "aria-label": "A smaller cut"}, "−"),
            element("input", {"type": "range", "data-part": "slider", "aria-label": f"Cut {play.cut.spelling.spoken}"}),
            element("button", {"type": "button", "data-part": "more", "aria-label": "A bigger cut"}, "+"),
        ),
        element("p", {"class": "verdict", "data-part": "sentence"}),
        element(
            "p",
            {"class": "how"},
            *(element("span", {"data-part": name, "hidden": True}, prose(remark)) for name, remark in remarks),
            element("span", {"data-part": "remark"}),
        ),
    )


def _map(play: MapPlay) -> tuple[Markup, ...]:
    first, second = play.variables
    readings = (
        (inline(play.name), "height"),
        (inline(play.partial_names[0]), "partial-first"),
        (inline(play.partial_names[1]), "partial-second"),
        (inline(play.gradient_name), "gradient"),
    )
    rows = (
        part
        for name, reading in readings
        for part in (element("dt", None, name), element("dd", {"data-part": reading}))
    )
    return (
        element(
            "p",
            {"class": "how"},
            "Drag the point, or give it the focus and use the arrow keys. The full arrow is the gradient: straight "
            "across the level set, and uphill. The dashed one is the way down.",
        ),
        element(
            "div",
            {"class": "field"},
            element("div", {"class": "map"}, _picture("map", None)),
            element(
                "div",
                None,
                element("dl", {"class": "reading"}, *rows),
                *_variable_slider(first, "first"),
                *_variable_slider(second, "second"),
                element(
                    "div",
                    {"class": "doing"},
                    element(
                        "button", {"type": "button", "class": "strong", "data-part": "descend"}, "One step of descent"
                    ),
                    element("button", {"type": "button", "data-part": "again"}, "Start again"),
                ),
                element(
                    "p",
                    {"class": "how"},
                    inline(play.step_rule) if play.step_rule else None,
                    " with step size ",
                    element("output", {"data-part": "rate"}),
                ),
                element("p", {"class": "how", "data-part": "remark"}),
            ),
        ),
    )


def _variable_slider(variable: Symbol, name: str) -> tuple[Markup]:
    label = element("span", None, inline(variable.spelling), " = ", element("output", {"data-part": f"at-{name}"}))
    slider = element("input", {"type": "range", "data-part": name, "aria-label": variable.spelling.spoken})
    return (element("div", {"class": "sliding"}, element("label", None, label), join((slider,))),)
