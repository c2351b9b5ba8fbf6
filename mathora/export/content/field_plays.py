"""The interactives of functions of two variables: a slice, a field, a constraint on a map.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

import numpy as np

from mathora.export.content.given import GivenParts
from mathora.export.content.sliders import between, tidy
from mathora.export.content.story import DialsPlay
from mathora.formula import ModelFunction
from mathora.formula.meaning.read_values import read_key
from mathora.lesson import NameValue

SPAN = (-2.0, 2.0)  # what is shown if the script does not say
RINGS = 8  # equal steps between the level sets of a map
ROOM = 0.06  # what stays free above and below a slice, as a share of its heights


def slice_of(given: GivenParts) -> DialsPlay | None:
    """A function of two variables: where one is held, and where on the slice its tangent stands."""
    function, moves = given.function("function"), given.values.get("moves")
    if function is None or len(function.variables) != 2 or not isinstance(moves, NameValue):  # noqa: PLR2004
        return None
    moving = read_key(moves.tex, given.model)
    held = next(key for key in function.variables if key != moving)
    span, start = given.ends("span") or SPAN, given.point("frozen").get(held, 0.0)
    heights = _heights(function, span)
    dials = [
        between((given.speller.declared(key),), *span, at) for key, at in ((held, start), (moving, _between(span)))
    ]
    return DialsPlay(
        "slice",
        tuple(dials),
        {
            "span": span,
            "up": (tidy(heights[0]), tidy(heights[1])),
            "moving": function.variables.index(moving),
            "symbol": given.label(moving),
            "held": given.label(held),
            "name": given.label(function.key),
        },
        {"value": function.javascript(), "slope": function.partial(moving).javascript()},
    )


def field(given: GivenParts) -> DialsPlay | None:
    """A field of directions: the point through which a curve follows it."""
    up, across = (given.function(part) for part in ("up", "across"))
    if up is None or len(up.variables) != 2:  # noqa: PLR2004 - a plane has two directions
        return None
    spans = [given.ends(part) or SPAN for part in ("span", "heights")]
    dials = [
        between((given.speller.declared(key),), *span, _between(span))
        for key, span in zip(up.variables, spans, strict=True)
    ]
    functions = {"v": up.javascript(), **({"u": across.javascript()} if across else {})}
    names = [given.label(key) for key in up.variables]
    data = {"across": spans[0], "up": spans[1], "names": names}
    return DialsPlay("flow" if across else "slopes", tuple(dials), data, functions)


def constraint(given: GivenParts) -> DialsPlay | None:
    """A map with a constraint: a point, with the gradients of both."""
    function, held = (given.function(part) for part in ("function", "constraint"))
    if function is None or held is None or len(function.variables) != 2:  # noqa: PLR2004 - a map has two directions
        return None
    span = given.ends("span") or SPAN
    low, high = _heights(function, span)
    functions = {"value": function.javascript(), "held": held.javascript()}
    for name, one in (("value", function), ("held", held)):
        for place, key in zip(("first", "second"), function.variables, strict=True):
            functions[f"{name}-{place}"] = one.partial(key).javascript()
    colours = [given.speller.colour(rf"\nabla {function.key}") or "yellow", given.speller.colour(held.key) or "pink"]
    return DialsPlay(
        "constraint",
        tuple(between((given.speller.declared(key),), *span, _between(span)) for key in function.variables),
        {
            "span": span,
            "level": given.number("level", 0.0),
            "levels": [tidy(low + (high - low) * ring / RINGS) for ring in range(1, RINGS)],
            "names": [given.label(key) for key in function.variables],
            "colours": colours,
            "function": given.label(function.key),
            "constraint": given.label(held.key),
        },
        functions,
    )


def _between(span: tuple[float, float]) -> float:
    """Where a point begins: off the middle, where most pictures are level."""
    return span[0] + 0.65 * (span[1] - span[0])


def _heights(function: ModelFunction, span: tuple[float, float]) -> tuple[float, float]:
    """What holds a function of two variables over a square, with some room; of one with poles, most of it."""
    axis = np.linspace(*span, 61)
    with np.errstate(all="ignore"):
        values = np.asarray(function.value(*np.meshgrid(axis, axis)), dtype=float)
    known = values[np.isfinite(values)]
    if not known.size:
        return 0.0, 1.0
    whole = known.size == values.size
    low, high = (float(one) for one in (np.quantile(known, (0.05, 0.95)) if not whole else (known.min(), known.max())))
    room = ROOM * (high - low) or 1.0
    return low - room, high + room
