"""The interactives of lines and steps: two numbers, a combination of vectors, a repeated computation, terms, groups.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from mathora.export.content.given import GivenParts
from mathora.export.content.sliders import between, parameter, tidy
from mathora.export.content.story import DialsPlay, Slider, marked
from mathora.formula.meaning.read_values import read_matrix
from mathora.lesson import ArrayValue, ListValue

REACH, FACTOR = 2.0, 2.0  # how often a vector may be taken; so many times its own size a step size may be
FLAT = 1e-9  # the share of two vectors' lengths below which they lie on one line
MARGIN, CENTRES = 0.15, 3  # what stays free around data, as a share of their range; so many centres have sliders


def clock(given: GivenParts) -> DialsPlay | None:
    """A ring of numbers: how far each hop goes, and how many there are."""
    modulus = float(given.count("modulus", 0))
    if not modulus:
        return None
    words = given.words("clock")
    far, often = (
        Slider((words["by"],), 1.0, modulus, 1.0, min(5.0, modulus)),
        Slider((words["times"],), 0.0, modulus, 1.0, 1.0),
    )
    return DialsPlay("clock", (far, often), {"modulus": modulus})


def number_line(given: GivenParts) -> DialsPlay | None:
    """Two numbers on a line, and how far they are from each other."""
    if (span := given.ends("span")) is None:
        return None
    words, length = given.words("number-line"), span[1] - span[0]
    starts = (span[0] + 0.25 * length, span[0] + 0.75 * length)
    names = zip(("first", "second"), starts, strict=True)
    dials = tuple(between((words[name],), span[0], span[1], start) for name, start in names)
    return DialsPlay("number-line", dials, {"span": span})


def vectors(given: GivenParts) -> DialsPlay | None:
    """How often each of two vectors is taken; they are the first that the section names, on different lines."""
    found: list[tuple[str, list[float]]] = []
    units = [("(1, 0)", [1.0, 0.0]), ("(0, 1)", [0.0, 1.0])]
    for tex, one in (*_vectors(given), *units):
        if any(one) and not any(_on_one_line(one, other) for _, other in found):
            found.append((tex, one))
    word, pair = given.words("vectors")["times"], found[:2]
    spelt = [given.speller.declared(tex) for tex, _ in pair]
    dials = tuple(Slider((f"{word} ", one), -REACH, REACH, 0.1, 1.0) for one in spelt)
    return DialsPlay("vectors", dials, {"vectors": [one for _, one in pair]})


def _on_one_line(one: Sequence[float], other: Sequence[float]) -> bool:
    across = one[0] * other[1] - one[1] * other[0]
    return abs(across) <= FLAT * hypot(*one) * hypot(*other)


def _vectors(given: GivenParts) -> Iterator[tuple[str, list[float]]]:
    """Those that the scene and then its steps are given, in their order."""
    of_steps = (one.value for step in given.section.steps for act in step.acts for one in act.arguments)
    for value in (*given.values.values(), *of_steps):
        for one in value.items if isinstance(value, ListValue) else (value,):
            if isinstance(one, ArrayValue) and one.of == "PlaneVector":
                yield one.tex.value, [row[0] for row in read_matrix(one.tex, given.model).numbers]


def sequence(given: GivenParts) -> DialsPlay | None:
    """The terms of a sequence: which one is read, and what it is given."""
    function, held = given.function("function"), given.point("held")
    free = [key for key in function.variables if key not in held] if function else []
    if function is None or len(free) != 1:
        return None
    first, count = given.count("from", 1), given.count("count", 20)
    index = given.speller.symbol(free[0])
    dials = [Slider((index.spelling,), float(first), float(first + count - 1), 1.0, float(first))]
    fixed = [key for key in function.variables if key in held]
    dials += [parameter(function, key, held[key], given.speller) for key in fixed]
    places = [["index", *fixed].index("index" if key == free[0] else key) for key in function.variables]
    return DialsPlay(
        "sequence",
        tuple(dials),
        {"first": first, "count": count, "places": places, "symbol": marked(index), "name": given.label(function.key)},
        {"value": function.javascript()},
    )


def iteration(given: GivenParts) -> DialsPlay | None:
    """A value over the steps of a repeated computation: its start, its step size or its constants."""
    function, start = given.function("function"), given.point("start")
    if function is None or not start:
        return None
    rates, following = given.numbers("rates"), given.functions("following")
    constants = next(iter(given.points("runs")), {})
    if not following and rates:
        steps, keys = [function.partial(key) for key in function.variables], list(function.variables)
    elif len(following) == len(start):
        steps, keys, rates = following, list(start), []
    else:
        return None
    known = [*keys, *constants]
    if any(key not in known for one in (function, *steps) for key in one.variables) or set(keys) - set(start):
        return None
    dials = [parameter(function, key, start[key], given.speller) for key in keys]
    dials += [parameter(function, key, at, given.speller) for key, at in constants.items()]
    if rates:
        dials.append(between((given.speller.declared(r"\eta"),), 0.0, FACTOR * max(rates), rates[0]))
    return DialsPlay(
        "iteration",
        tuple(dials),
        {
            "state": len(keys),
            "rate": bool(rates),
            "steps": given.count("steps", 20),
            "takes": [[known.index(key) for key in one.variables] for one in (function, *steps)],
            "name": given.label(function.key),
        },
        {"value": function.javascript(), **{f"step {place}": one.javascript() for place, one in enumerate(steps)}},
    )


def groups(given: GivenParts) -> DialsPlay | None:
    """Points in groups with the line between them; or, without a line, points and the centres next to them."""
    x, y, group = (given.data(part) for part in ("x", "y", "group"))
    if not x or len(x) != len(y) or (group and len(group) != len(x)):
        return None
    axes = given.axes()
    spans = [given.ends(part) or _span(one) for part, one in (("span", x), ("heights", y))]
    data: dict[str, object] = {
        "points": list(zip(x, y, strict=True)),
        "groups": [int(one) for one in group],
        "across": spans[0],
        "up": spans[1],
        "names": [given.label(one) for one in axes],
    }
    boundary, at = given.function("boundary"), given.point("at")
    if boundary is not None and group and len(boundary.variables) > 2 and set(boundary.variables[2:]) <= at.keys():  # noqa: PLR2004
        dials = [parameter(boundary, key, at[key], given.speller) for key in boundary.variables[2:]]
        data["level"] = given.number("level", 0.0)
        return DialsPlay("groups", tuple(dials), data, {"boundary": boundary.javascript()})
    return DialsPlay("clusters", tuple(_centres(given, spans, axes)), data)


def spread(given: GivenParts) -> DialsPlay | None:
    """Data and a line through their mean: its angle."""
    x, y = (given.data(part) for part in ("x", "y"))
    if not x or len(x) != len(y):
        return None
    word = given.words("spread")["angle"]
    data = {"points": list(zip(x, y, strict=True)), "names": [given.label(one) for one in given.axes()]}
    return DialsPlay("spread", (Slider((word,), 0.0, 180.0, 1.0, 0.0),), data)


def _centres(given: GivenParts, spans: Sequence[tuple[float, float]], axes: Sequence[str]) -> Iterator[Slider]:
    """A slider for each coordinate of the first centres; one centre in the middle, if none is given."""
    middle = [(low + high) / 2 for low, high in spans]
    places = [[*one.values()] for one in given.points("centres") if len(one) == len(axes)] or [middle]
    word = given.words("clusters")["centre"]
    for index, place in enumerate(places[:CENTRES], 1):
        for axis, span, at in zip(axes, spans, place, strict=True):
            name = (f"{word.format(number=index)} ", given.speller.symbol(axis).spelling)
            yield between(name, span[0], span[1], at)


def _span(data: Sequence[float]) -> tuple[float, float]:
    margin = MARGIN * (max(data) - min(data)) or 1.0
    return tidy(min(data) - margin), tidy(max(data) + margin)
