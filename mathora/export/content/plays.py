"""The interactives of a page: which section gets one, and the model's functions and numbers in it.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mathora.export.content import chance_plays, field_plays, line_plays, table_plays
from mathora.export.content.computation import computation_play, fit_play
from mathora.export.content.given import GivenParts
from mathora.export.content.sliders import tidy
from mathora.export.content.speller import Speller
from mathora.export.content.story import AreaPlay, CurvePlay, ExtremumKind, MapPlay, PlanePlay, Play, Rest
from mathora.formula import ModelFunction, read
from mathora.formula.tree import Symbol
from mathora.lesson import ArrayValue, Movable, NumberValue, PlayKind, PointValue, Prose, SceneUse, Section

Array = NDArray[np.float64]


SPAN = (-2.0, 2.0)  # what a map shows if the script does not say
RATE = 0.1  # the step size of a descent, if the script does not say
WILD = 20.0  # a range so many times that of six values in ten comes from a pole, not from the curve's shape
ROOM_ABOVE = 1.14  # so many times as high as the largest volume its picture is
RINGS = 9  # equal steps from the least to the greatest value on a map; a level set stands between each two


def play_of(section: Section, scene: SceneUse, movable: Movable | None, speller: Speller) -> Play | None:
    """The interactive of one of the section's scenes, if that offers one and its function can be computed."""
    if movable is None:
        return None
    given = {argument.name: argument.value for argument in scene.arguments}
    parts = {part: given[name] for part, name in movable.parts.items() if name in given}
    return _PLAYS[movable.kind](GivenParts(section, parts, speller))


def _curve(given: GivenParts) -> CurvePlay | None:
    drawn, speller = _drawn(given), given.speller
    if drawn is None:
        return None
    function, domain, heights = drawn
    said = {part: given.values.get(part) for part in ("uphill", "level", "downhill")}
    start = given.number("start", tidy(domain[0] + 0.7 * (domain[1] - domain[0])))
    top = highest(function, domain)
    return CurvePlay(
        function=function.javascript(),
        slope=function.partial(function.variables[0]).javascript(),
        name=speller.symbol(function.key).line,
        colour=speller.colour(function.key),
        at=speller.symbol(function.variables[0]),
        domain=domain,
        heights=heights,
        start=min(max(start, domain[0]), domain[1]),
        best=top if top[1] <= heights[1] else None,
        rests=rests(function, domain),
        remarks={part: speller.sentence(text) for part, text in said.items() if isinstance(text, Prose)},
    )


def _area(given: GivenParts) -> AreaPlay | None:
    drawn, speller = _drawn(given), given.speller
    if drawn is None:
        return None
    function, domain, heights = drawn
    over = given.ends("over") or domain
    seen = function.value(np.linspace(*over, 1201))
    if not np.isfinite(seen).all() or min(seen) < heights[0] or max(seen) > heights[1]:  # no area without a bound
        return None
    return AreaPlay(
        function=function.javascript(),
        name=speller.symbol(function.key).line,
        colour=speller.colour(function.key),
        at=speller.symbol(function.variables[0]),
        domain=domain,
        heights=(min(heights[0], 0.0), max(heights[1], 0.0)),
        over=(max(over[0], domain[0]), min(over[1], domain[1])),
    )


def _drawn(given: GivenParts) -> tuple[ModelFunction, tuple[float, float], tuple[float, float]] | None:
    """The function of one variable, over which values it is shown, and between which heights: beside a pole, those that
    most of it has. None if it has no values there.
    """
    function = given.function("function")
    if function is None or len(function.variables) != 1:
        return None
    domain = function.domain(function.variables[0]) or SPAN
    low, high = given.ends("span") or domain
    domain = (low if np.isfinite(low) else min(SPAN[0], high - 1), high if np.isfinite(high) else max(SPAN[1], low + 4))
    with np.errstate(all="ignore"):
        seen = function.value(np.linspace(*domain, 1201))
    values_there = seen[np.isfinite(seen)]
    if not len(values_there):
        return None
    low, high = float(values_there.min()), float(values_there.max())
    usual = np.quantile(values_there, (0.2, 0.8))
    if len(values_there) < len(seen) or high - low > WILD * float(np.ptp(usual)):
        room = float(np.ptp(usual))
        low, high = max(low, float(usual[0]) - room), min(high, float(usual[1]) + room)
    room = 0.07 * (high - low) or 1.0
    return function, domain, (tidy(low - room), tidy(high + room))


def _box(given: GivenParts) -> CurvePlay | None:
    """The curve of a volume over the cut, which begins at 0."""
    curve = _curve(given)
    if curve is None or curve.best is None:
        return None
    return replace(curve, sheet=given.number("sheet", 0.0), heights=(0.0, ROOM_ABOVE * curve.best[1]))


def _map(given: GivenParts) -> MapPlay | CurvePlay | None:
    speller, loss, start = given.speller, given.function("function"), given.values.get("start")
    if loss is None or not isinstance(start, PointValue):
        return None
    if len(loss.variables) == 1:
        return _curve(replace(given, values={**given.values, "start": NumberValue(tex=start.coordinates[0][1])}))
    if len(loss.variables) != 2:  # noqa: PLR2004 - a map has two directions
        return None
    at = given.point("start")
    first, second = loss.variables
    span = given.ends("span") or _around(at[first], at[second])
    key = loss.key
    return MapPlay(
        function=loss.javascript(),
        partials=(loss.partial(first).javascript(), loss.partial(second).javascript()),
        variables=(speller.symbol(first), speller.symbol(second)),
        span=span,
        start=(at[first], at[second]),
        rate=given.number("rate", RATE),
        momentum=given.number("momentum", 0.0),
        levels=rings(loss, span),
        name=speller.declared(key),
        partial_names=(
            speller.declared(rf"\frac{{\partial {key}}}{{\partial {first}}}"),
            speller.declared(rf"\frac{{\partial {key}}}{{\partial {second}}}"),
        ),
        gradient_name=speller.declared(rf"\nabla {key}"),
        step_rule=next(
            (
                speller.spelling(one.tex)
                for step in given.section.steps
                for one in step.show
                if r"\leftarrow" in one.tex.value
            ),
            None,
        ),
    )


def _plane(given: GivenParts) -> PlanePlay | None:
    matrix, vector, start = given.matrix("matrix"), given.matrix("start"), given.values.get("start")
    if not matrix or not isinstance(start, ArrayValue):
        return None
    first, second = (row[0] for row in vector)
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [first, second]]) @ np.array(matrix).T
    reach = float(max(np.abs(square).max(), abs(first), abs(second), 1.0))
    named = isinstance(read(start.tex, given.model).tree, Symbol)
    name = given.speller.symbol(start.tex.value if named else "v")  # what is written out is no other vector's name
    return PlanePlay(matrix, (first, second), tidy(1.3 * reach), name)


_PLAYS: Mapping[PlayKind, Callable[[GivenParts], Play | None]] = {
    "curve": _curve,
    "area": _area,
    "open-box": _box,
    "map": _map,
    "bars": chance_plays.bars,
    "density": chance_plays.density,
    "population": chance_plays.population,
    "computation": computation_play,
    "fit": fit_play,
    "plane": _plane,
    "table": table_plays.table,
    "two-way": table_plays.two_way,
    "tree": table_plays.tree,
    "product": table_plays.product,
    "elimination": table_plays.elimination,
    "number-line": line_plays.number_line,
    "vectors": line_plays.vectors,
    "iteration": line_plays.iteration,
    "groups": line_plays.groups,
    "sequence": line_plays.sequence,
    "slice": field_plays.slice_of,
    "field": field_plays.field,
    "constraint": field_plays.constraint,
    "chain": table_plays.chain,
    "convolution": table_plays.convolution,
    "spread": line_plays.spread,
    "clock": line_plays.clock,
    "venn": table_plays.venn,
}
"""Kind of what may be moved → the interactive that is made of its parts."""


def _around(*places: float) -> tuple[float, float]:
    """What a map shows that is given no span: the usual one, or as far as all the places need."""
    return min(SPAN[0], *(place - 1 for place in places)), max(SPAN[1], *(place + 1 for place in places))


def highest(function: ModelFunction, domain: tuple[float, float]) -> tuple[float, float]:
    """Where a function of one variable is greatest on an interval, and its value there, to ten significant digits.

    The best of a fine grid, then bisection on the sign of the derivative between its neighbours.
    """
    grid = np.linspace(*domain, 1201)
    values = np.nan_to_num(function.value(grid), nan=-np.inf)
    best = int(np.argmax(values))
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)]
    slope = function.partial(function.variables[0])
    if float(slope.value(low)) > 0 > float(slope.value(high)):
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if float(slope.value(middle)) > 0 else (low, middle)
        at = (low + high) / 2
    else:
        at = grid[best]
    return tidy(at), tidy(float(function.value(tidy(at))))


def rests(function: ModelFunction, domain: tuple[float, float]) -> tuple[Rest, ...]:
    """Where the derivative is zero on an interval, to ten significant digits, and what the function is there.

    On a fine grid: bisection where the derivative changes its sign, ternary search where it comes near zero and turns.
    An interval on which it is zero throughout has no such places, and neither has a pole.
    """
    slope = function.partial(function.variables[0])
    grid = np.linspace(*domain, 1201)
    near = (grid[1] - grid[0]) / 4
    with np.errstate(all="ignore"):
        values = np.asarray(slope.value(grid), dtype=float) * np.ones_like(grid)
    finite = np.abs(values[np.isfinite(values)])
    level = 1e-9 * float(finite.max()) if finite.size else 0.0

    def sign(at: float) -> int:
        if not domain[0] <= at <= domain[1]:
            return 0
        value = float(slope.value(at))
        return 0 if not np.isfinite(value) or abs(value) <= level * 1e-3 else int(np.sign(value))

    found: list[Rest] = []
    candidates = _zeros(slope, grid, values)
    for at in map(float, candidates[np.abs(slope.value(candidates)) <= level]):
        before, after = sign(at - near), sign(at + near)
        if before == after == 0:
            continue
        kind: ExtremumKind = _KINDS.get((before or -after, after or -before), "neither")
        if not found or abs(found[-1].at - at) > near:
            found.append(Rest(tidy(at), kind))
    return tuple(found)


_KINDS: Mapping[tuple[int, int], ExtremumKind] = {(1, -1): "maximum", (-1, 1): "minimum"}
"""Signs of the slope before and after; at an end of the domain the missing one is the other's opposite."""


def _zeros(slope: ModelFunction, grid: Array, values: Array) -> Array:
    """Candidates, in their order: places where the slope may be zero."""
    size = np.abs(values)
    crosses = np.append(False, values[:-1] * values[1:] < 0)
    least = np.concatenate([[False], size[1:-1] <= np.minimum(size[:-2], size[2:]), [False]])
    turns = np.flatnonzero(least & ~crosses & (values != 0))
    crosses = np.flatnonzero(crosses & (values != 0))
    found = [
        grid[values == 0],
        _crossing(slope, grid[crosses - 1], grid[crosses]),
        _turning(slope, grid[turns - 1], grid[turns + 1]),
    ]
    return np.sort(np.concatenate(found))


def _crossing(slope: ModelFunction, low: Array, high: Array) -> Array:
    """Where the slope changes its sign in each interval, by bisection."""
    rising = slope.value(low) < 0
    for _ in range(80):
        middle = (low + high) / 2
        before = (slope.value(middle) < 0) == rising
        low, high = np.where(before, middle, low), np.where(before, high, middle)
    return (low + high) / 2


def _turning(slope: ModelFunction, low: Array, high: Array) -> Array:
    """Where the slope's size is least in each interval, by ternary search."""
    for _ in range(120):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        nearer = np.abs(slope.value(left)) < np.abs(slope.value(right))
        low, high = np.where(nearer, low, left), np.where(nearer, right, high)
    return (low + high) / 2


def rings(function: ModelFunction, span: tuple[float, float]) -> tuple[float, ...]:
    """Heights of level sets over a square, in equal steps between the least and the greatest value: so they lie the
    closer, the steeper the ground is.
    """
    axis = np.linspace(*span, 81)
    values = function.value(*np.meshgrid(axis, axis))
    finite = values[np.isfinite(values)]
    low, high = float(finite.min()), float(finite.max())
    return tuple(tidy(low + (high - low) * ring / RINGS) for ring in range(1, RINGS))
