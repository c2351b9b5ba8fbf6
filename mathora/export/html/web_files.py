"""The page's own style sheets and scripts, as they stand in `mathora/export/web/`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

PAGE_SCRIPTS = (
    "words.js",
    "numbers.js",
    "dom.js",
    "scrolling.js",
    "store.js",
    "heard.js",
    "jumping.js",
    "captions.js",
    "addresses.js",
    "clip.js",
    "film.js",
    "plot.js",
    "curve.js",
    "area.js",
    "gradient.js",
    "chance.js",
    "cells.js",
    "lines.js",
    "fields.js",
    "dials.js",
    "computation.js",
    "plane.js",
    "quiz.js",
    "start.js",
)
"""In this order they make one script: a page opened from a file cannot load modules."""

TRANSCRIPT_SCRIPTS = ("scrolling.js",)
"""All that moves on a transcript: the Tab key stops at a formula that is wider than its box."""

PAGE_STYLES = ("formulas.css", "page.css", "plays.css", "adapting.css")  # the page's look; the last overrules the first
DECK_STYLES = ("formulas.css", "slides.css")  # the deck's look, over that of reveal.js


def one_style(names: Sequence[str]) -> str:
    """The files as one style sheet."""
    return "\n".join(map(web_file, names))


def web_file(name: str) -> str:
    """The text of a file of `mathora/export/web/`."""
    return resources.files("mathora.export").joinpath("web", name).read_text(encoding="utf-8")


def one_script(names: Sequence[str], before: str = "") -> str:
    """The files as one strict script that leaves no name behind; `before` is code that stands first."""
    return "\n".join(('"use strict";\n(() => {', before, *(web_file(name) for name in names), "})();"))
