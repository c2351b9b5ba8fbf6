"""The interactives of chance: a distribution whose parameters and interval move, a crowd whose shares move.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

import numpy as np

from mathora.export.content.given import GivenParts
from mathora.export.content.sliders import parameter, step_of, tidy
from mathora.export.content.story import DialsPlay, Slider
from mathora.formula import ModelFunction
from mathora.formula.meaning.read_values import read_number
from mathora.lesson import NumberValue

MOST = 60  # so many bars are drawn at most
COARSE, FINE = 0.01, 0.001  # the step of a share's slider; the second for a share that is less than the first


def bars(given: GivenParts) -> DialsPlay | None:
    """A discrete distribution."""
    return _distribution(given, discrete=True)


def density(given: GivenParts) -> DialsPlay | None:
    """A continuous one."""
    return _distribution(given, discrete=False)


def _distribution(given: GivenParts, *, discrete: bool) -> DialsPlay | None:
    if (function := given.function("function")) is None:
        return None
    at = given.point("at")
    if not set(function.variables[1:]) <= at.keys():
        return None
    span = _span(given, function, discrete=discrete)
    if span is None:
        return None
    words = given.words("bars" if discrete else "density")
    step = 1.0 if discrete else step_of(span)
    low, high = span[0] + 0.25 * (span[1] - span[0]), span[0] + 0.5 * (span[1] - span[0])
    ends = [round(low / step) * step, round(high / step) * step]
    dials = [parameter(function, key, at[key], given.speller) for key in function.variables[1:]]
    for end, start in zip(("low", "high"), ends, strict=True):
        dials.append(Slider((words[end],), *span, step, tidy(start)))
    return DialsPlay("bars" if discrete else "density", tuple(dials), {"span": span}, {"value": function.javascript()})


def population(given: GivenParts) -> DialsPlay | None:
    """A crowd: how many have something, and of how many a test says so."""
    match given.values:
        case {"prior": NumberValue(tex=prior), "hit": NumberValue(tex=hit), "alarm": NumberValue(tex=alarm)}:
            shares = {"prior": prior, "hit": hit, "alarm": alarm}
        case _:
            return None
    words, texts = given.words("population"), given.names("names")
    parts = ("event", "other", "marked", "unmarked")
    named = {part: texts[place] if place < len(texts) else words[part] for place, part in enumerate(parts)}
    dials = []
    for part, text in shares.items():
        start = read_number(text, given.model)
        dials.append(Slider((words[part].format(**named),), 0.0, 1.0, FINE if start < COARSE else COARSE, start))
    return DialsPlay("population", tuple(dials), {"count": min(given.count("count", 1000), 2000)}, names=named)


def _span(given: GivenParts, function: ModelFunction, *, discrete: bool) -> tuple[float, float] | None:
    """What the picture shows: what the script says, or the function's own range, as far as it has ends."""
    if (ends := given.ends("span")) is not None:
        low, high = ends
    else:
        low, high = function.domain(function.variables[0]) or (-4.0, 4.0)
        if not np.isfinite(high):
            high = max(low, 0.0) + (20.0 if discrete else 8.0)
        low = low if np.isfinite(low) else high - 8.0
    if discrete:
        low, high = float(np.ceil(low)), float(np.floor(high))
    return (low, high) if low < high and not (discrete and high - low > MOST) else None
