"""HTML from templates that a web designer can edit: the `.html` files of `mathora/export/web/`.

Owns: `fill_in`, and the filters that a template has for what a story holds.

Laws:
- Every string is text: what a template puts in is escaped, unless a filter here made it (`prose`, `block`, `inline`).
- A name that is not there is an error, never an empty place.
- A line break between tags is nothing: templates are indented and broken as one likes, the page has no space from it.
"""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from mathora.export.content.standing import what_holds
from mathora.export.content.story import (
    AreaPlay,
    Check,
    ComputationPlay,
    CurvePlay,
    DialsPlay,
    Moment,
    PlanePlay,
    Story,
    spoken,
)
from mathora.export.html.branding import logo
from mathora.export.html.markup import Markup, text
from mathora.export.html.sentences import block, clock, facts, inline, iso_duration, prose
from mathora.export.html.web_files import web_file

BREAK = re.compile(r"(?<=[>}])[ ]*\n\s*|\n\s*(?=[<{]|$)")


def fill_in(template: str, **values: object) -> Markup:
    """The template with these values, as markup; raises `jinja2.UndefinedError` for a name that is not there."""
    return Markup(_environment().get_template(template).render(values))


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(_source), auto_reload=False
    )
    environment.filters |= {
        "block": block,
        "clock": clock,
        "facts": facts,
        "inline": inline,
        "isolated": text,
        "iso_duration": iso_duration,
        "logo": logo,
        "moment_of": _moment_of,
        "prose": prose,
        "seconds": _seconds,
        "spoken": spoken,
        "what_holds": what_holds,
    }
    environment.tests["curve_play"] = lambda play: isinstance(play, CurvePlay)
    environment.tests["dials_play"] = lambda play: isinstance(play, DialsPlay)
    environment.tests["computation_play"] = lambda play: isinstance(play, ComputationPlay)
    environment.tests["plane_play"] = lambda play: isinstance(play, PlanePlay)
    environment.tests["area_play"] = lambda play: isinstance(play, AreaPlay)
    return environment


def _source(name: str) -> str:
    return BREAK.sub("", web_file(name))


def _moment_of(story: Story, check: Check) -> Moment:
    """The step that explains a question."""
    return next(moment for moment in story.moments if moment.id == check.moment)


def _seconds(time: float) -> str:
    """A time as a script reads it."""
    return f"{time:.3f}"
