"""The interactives of lines and steps: two numbers, a combination of vectors, a repeated computation, terms, groups.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot

from mathora.export.content.sliders import between, coordinates, ends_of, function_of, numbers, parameter, tidy
from mathora.export.content.speller import Speller
from mathora.export.content.story import DialsPlay, Slider, marked
from mathora.formula import numbers_of_index, read
from mathora.formula.meaning.read_values import read_matrix, read_number
from mathora.formula.tree import Symbol
from mathora.lesson import ArrayValue, CountValue, ListValue, NameValue, NumberValue, Section, Value

REACH, FACTOR = 2.0, 2.0  # how often a vector may be taken; so many times its own size a step size may be
FLAT = 1e-9  # the share of two vectors' lengths below which they lie on one line
MARGIN, CENTRES = 0.15, 3  # what stays free around data, as a share of their range; so many centres have sliders


def clock(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A ring of numbers: how far each hop goes, and how many there are."""
    modulus = float(_count(values, "modulus", 0))
    if not modulus:
        return None
    words = speller.words.dials_plays["clock"].names
    far, often = (
        Slider((words["by"],), 1.0, modulus, 1.0, min(5.0, modulus)),
        Slider((words["times"],), 0.0, modulus, 1.0, 1.0),
    )
    return DialsPlay("clock", (far, often), {}, {}, {"modulus": modulus})


def number_line(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """Two numbers on a line, and how far they are from each other."""
    if (span := ends_of(values.get("span"), speller)) is None:
        return None
    words, length = speller.words.dials_plays["number-line"].names, span[1] - span[0]
    starts = (span[0] + 0.25 * length, span[0] + 0.75 * length)
    names = zip(("first", "second"), starts, strict=True)
    dials = tuple(between((words[name],), span[0], span[1], start) for name, start in names)
    return DialsPlay("number-line", dials, {}, {}, {"span": span})


def vectors(section: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """How often each of two vectors is taken; they are the first that the section names, on different lines."""
    found: list[tuple[str, list[float]]] = []
    units = [("(1, 0)", [1.0, 0.0]), ("(0, 1)", [0.0, 1.0])]
    for tex, one in (*_vectors((*values.values(), *_of_steps(section)), speller), *units):
        if any(one) and not any(_on_one_line(one, other) for _, other in found):
            found.append((tex, one))
    word, pair = speller.words.dials_plays["vectors"].names["times"], found[:2]
    spelt = [speller.declared(tex) for tex, _ in pair]
    dials = tuple(Slider((f"{word} ", one), -REACH, REACH, 0.1, 1.0) for one in spelt)
    return DialsPlay("vectors", dials, {}, {}, {"vectors": [one for _, one in pair]})


def _on_one_line(one: Sequence[float], other: Sequence[float]) -> bool:
    across = one[0] * other[1] - one[1] * other[0]
    return abs(across) <= FLAT * hypot(*one) * hypot(*other)


def _of_steps(section: Section) -> Iterator[Value]:
    """What the section's steps are given, in their order; lists taken apart."""
    for step in section.steps:
        for act in step.acts:
            for argument in act.arguments:
                value = argument.value
                yield from value.items if isinstance(value, ListValue) else (value,)


def _vectors(values: Iterable[Value], speller: Speller) -> Iterator[tuple[str, list[float]]]:
    model = speller.proven.model
    for one in values:
        if isinstance(one, ArrayValue) and one.of == "PlaneVector":
            yield one.tex.value, [row[0] for row in read_matrix(one.tex, model).numbers]


def sequence(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """The terms of a sequence: which one is read, and what it is given."""
    function, held = function_of(values.get("function"), speller), coordinates(values.get("held"), speller)
    free = [key for key in function.variables if key not in held] if function else []
    if function is None or len(free) != 1:
        return None
    first, count = _count(values, "from", 1), _count(values, "count", 20)
    index = speller.symbol(free[0])
    dials = [Slider((index.spelling,), float(first), float(first + count - 1), 1.0, float(first))]
    given = [key for key in function.variables if key in held]
    dials += [parameter(function, key, held[key], speller) for key in given]
    places = [["index", *given].index("index" if key == free[0] else key) for key in function.variables]
    return DialsPlay(
        "sequence",
        tuple(dials),
        {"value": function.javascript()},
        {},
        {
            "first": first,
            "count": count,
            "places": places,
            "symbol": marked(index),
            "name": marked(speller.symbol(function.key)),
        },
    )


def iteration(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A value over the steps of a repeated computation: its start, its step size or its constants."""
    function, start = function_of(values.get("function"), speller), coordinates(values.get("start"), speller)
    if function is None or not start:
        return None
    rates, runs, listed = numbers(values.get("rates"), speller), values.get("runs"), values.get("following")
    given = coordinates(runs.items[0], speller) if isinstance(runs, ListValue) and runs.items else {}
    found = [function_of(one, speller) for one in listed.items] if isinstance(listed, ListValue) else []
    following = [one for one in found if one is not None]
    if not following and rates:
        steps, keys = [function.partial(key) for key in function.variables], list(function.variables)
    elif len(following) == len(start):
        steps, keys, rates = following, list(start), []
    else:
        return None
    known = [*keys, *given]
    if any(key not in known for one in (function, *steps) for key in one.variables) or set(keys) - set(start):
        return None
    dials = [parameter(function, key, start[key], speller) for key in keys]
    dials += [parameter(function, key, at, speller) for key, at in given.items()]
    if rates:
        dials.append(between((speller.declared(r"\eta"),), 0.0, FACTOR * max(rates), rates[0]))
    return DialsPlay(
        "iteration",
        tuple(dials),
        {"value": function.javascript(), **{f"step {place}": one.javascript() for place, one in enumerate(steps)}},
        {},
        {
            "state": len(keys),
            "rate": bool(rates),
            "steps": _count(values, "steps", 20),
            "takes": [[known.index(key) for key in one.variables] for one in (function, *steps)],
            "name": marked(speller.symbol(function.key)),
        },
    )


def groups(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """Points in groups with the line between them; or, without a line, points and the centres next to them."""
    x, y, group = (_data(values.get(part), speller) for part in ("x", "y", "group"))
    if not x or len(x) != len(y) or (group and len(group) != len(x)):
        return None
    axes = [one.tex.value.partition("_")[0] for part in ("x", "y") if isinstance(one := values[part], NameValue)]
    spans = [_span(values.get(part), one, speller) for part, one in (("span", x), ("heights", y))]
    data: dict[str, object] = {
        "points": list(zip(x, y, strict=True)),
        "groups": [int(one) for one in group],
        "across": spans[0],
        "up": spans[1],
        "names": [marked(speller.symbol(one)) for one in axes],
    }
    boundary, at = function_of(values.get("boundary"), speller), coordinates(values.get("at"), speller)
    if boundary is not None and group and len(boundary.variables) > 2 and set(boundary.variables[2:]) <= at.keys():  # noqa: PLR2004
        dials = [parameter(boundary, key, at[key], speller) for key in boundary.variables[2:]]
        level = values.get("level")
        data["level"] = read_number(level.tex, speller.proven.model) if isinstance(level, NumberValue) else 0.0
        return DialsPlay("groups", tuple(dials), {"boundary": boundary.javascript()}, {}, data)
    return DialsPlay("clusters", tuple(_centres(values.get("centres"), spans, axes, speller)), {}, {}, data)


def spread(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """Data and a line through their mean: its angle."""
    x, y = (_data(values.get(part), speller) for part in ("x", "y"))
    if not x or len(x) != len(y):
        return None
    axes = [one.tex.value.partition("_")[0] for part in ("x", "y") if isinstance(one := values[part], NameValue)]
    word = speller.words.dials_plays["spread"].names["angle"]
    data = {"points": list(zip(x, y, strict=True)), "names": [marked(speller.symbol(one)) for one in axes]}
    return DialsPlay("spread", (Slider((word,), 0.0, 180.0, 1.0, 0.0),), {}, {}, data)


def _centres(
    given: Value | None, spans: Sequence[tuple[float, float]], axes: Sequence[str], speller: Speller
) -> Iterator[Slider]:
    """A slider for each coordinate of the first centres; one centre in the middle, if none is given."""
    listed = [coordinates(one, speller) for one in given.items] if isinstance(given, ListValue) else []
    middle = [(low + high) / 2 for low, high in spans]
    places = [[*one.values()] for one in listed if len(one) == len(axes)] or [middle]
    word = speller.words.dials_plays["clusters"].names["centre"]
    for index, place in enumerate(places[:CENTRES], 1):
        for axis, span, at in zip(axes, spans, place, strict=True):
            name = (f"{word.format(number=index)} ", speller.symbol(axis).spelling)
            yield between(name, span[0], span[1], at)


def _data(value: Value | None, speller: Speller) -> list[float]:
    if not isinstance(value, NameValue):
        return []
    node = read(value.tex, speller.proven.model).tree
    return [float(one) for one in numbers_of_index(speller.proven.model, node)] if isinstance(node, Symbol) else []


def _span(value: Value | None, data: Sequence[float], speller: Speller) -> tuple[float, float]:
    if (ends := ends_of(value, speller)) is not None:
        return ends
    margin = MARGIN * (max(data) - min(data)) or 1.0
    return tidy(min(data) - margin), tidy(max(data) + margin)


def _count(values: Mapping[str, Value], part: str, default: int) -> int:
    return given.number if isinstance(given := values.get(part), CountValue) else default
