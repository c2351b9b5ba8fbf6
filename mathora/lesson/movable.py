"""What of a scene a student may move on the lesson's page, by kinds that `export` has an interactive for.

Owns: `PlayKind`, `SlidersKind`, `PLAY_PARTS`, `LISTED_PARTS`, `Movable`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mathora.lesson.parameter_kinds import ParameterKind

SlidersKind = Literal[
    "bars", "density", "population", "table", "two-way", "tree", "product", "elimination", "number-line", "vectors",
    "iteration", "groups", "sequence", "slice", "constraint", "chain", "convolution", "spread", "venn",
    "clock",
]  # fmt: skip
"""Of these a student moves numbers alone, one slider for each."""

PlayKind = Literal["curve", "area", "open-box", "map", "computation", "fit", "plane", "field", SlidersKind]
"""What a student may move on the page: a point on a curve · the end of an area, with its bars · the cut of a sheet that
becomes an open box, with the curve of its volume · a point on a map's level sets · the parameters of a distribution
(bars, or a density) and an interval · the shares of a crowd and of what a test says of it · the inputs of a
computation · the parameters of a curve among data · a vector, and the matrix that moves the plane · a row of a
table · an entry of a two-way table · the chances of a tree, and a leaf · an entry of a product · how often a row is
added to another · two numbers of a line · how often each of two vectors is taken · start and step size of a repeated
computation · the line between groups, or their centres · the index of a sequence, and what it is given · where one
variable of two is held, with a tangent on the slice · a point of a field, with the curve through it · a point beside a
constraint, with both gradients · start, steps and one chance of a chain · where a kernel lies · a line
through data, with the shadows on it · how many are in two sets at once · hops on a clock."""

PLAY_PARTS: Mapping[PlayKind, Mapping[str, tuple[ParameterKind, bool]]] = {
    "curve": {
        "function": ("Function", True),
        "start": ("Number", False),
        "span": ("Interval", False),
        "uphill": ("Prose", False),
        "level": ("Prose", False),
        "downhill": ("Prose", False),
    },
    "area": {"function": ("Function", True), "over": ("Interval", False), "span": ("Interval", False)},
    "open-box": {
        "function": ("Function", True),
        "start": ("Number", True),
        "sheet": ("Number", True),
        "uphill": ("Prose", True),
        "level": ("Prose", True),
        "downhill": ("Prose", True),
    },
    "map": {
        "function": ("Function", True),
        "start": ("Point", True),
        "rate": ("Number", False),
        "momentum": ("Number", False),
        "span": ("Interval", False),
    },
    "bars": {"function": ("Function", True), "at": ("Point", False), "span": ("Interval", False)},
    "density": {"function": ("Function", True), "at": ("Point", False), "span": ("Interval", False)},
    "population": {
        "prior": ("Number", True),
        "hit": ("Number", True),
        "alarm": ("Number", True),
        "count": ("Count", False),
        "names": ("Prose", False),
    },
    "computation": {"function": ("Function", True), "at": ("Point", True)},
    "fit": {
        "function": ("Function", True),
        "at": ("Point", True),
        "x": ("Variable", True),
        "y": ("Variable", True),
        "loss": ("Function", False),
    },
    "plane": {"matrix": ("PlaneMatrix", True), "start": ("PlaneVector", True)},
    "table": {"functions": ("Function", True), "places": ("Number", True)},
    "two-way": {"rows": ("Prose", True), "columns": ("Prose", True), "entries": ("Number", True)},
    "tree": {
        "first": ("Prose", True),
        "first_chances": ("Formula", True),
        "second": ("Prose", False),
        "second_chances": ("Formula", False),
        "third": ("Prose", False),
        "third_chances": ("Formula", False),
    },
    "product": {"left": ("AnyMatrix", True), "right": ("AnyMatrix", True)},
    "elimination": {"matrix": ("AnyMatrix", True), "right": ("AnyMatrix", False)},
    "number-line": {"span": ("Interval", True)},
    "vectors": {"one": ("PlaneVector", False), "other": ("PlaneVector", False)},
    "iteration": {
        "function": ("Function", True),
        "start": ("Point", True),
        "rates": ("Number", False),
        "following": ("Function", False),
        "runs": ("Point", False),
        "steps": ("Count", False),
    },
    "groups": {
        "x": ("Variable", True),
        "y": ("Variable", True),
        "group": ("Variable", False),
        "boundary": ("Function", False),
        "at": ("Point", False),
        "level": ("Number", False),
        "centres": ("Point", False),
        "span": ("Interval", False),
        "heights": ("Interval", False),
    },
    "sequence": {
        "function": ("Function", True),
        "held": ("Point", False),
        "from": ("Count", False),
        "count": ("Count", False),
    },
    "slice": {
        "function": ("Function", True),
        "frozen": ("Point", True),
        "moves": ("Variable", True),
        "span": ("Interval", False),
    },
    "field": {
        "up": ("Function", True),
        "across": ("Function", False),
        "span": ("Interval", False),
        "heights": ("Interval", False),
    },
    "constraint": {
        "function": ("Function", True),
        "constraint": ("Function", True),
        "level": ("Number", False),
        "span": ("Interval", False),
    },
    "chain": {
        "states": ("Prose", True),
        "matrix": ("AnyMatrix", True),
        "by": ("Word", False),
        "at": ("AnyMatrix", False),
    },
    "convolution": {"signal": ("AnyMatrix", True), "kernel": ("AnyMatrix", True)},
    "spread": {"x": ("Variable", True), "y": ("Variable", True)},
    "clock": {"modulus": ("Count", True)},
    "venn": {"sets": ("Prose", True), "counts": ("Number", False)},
}
"""Kind → the parts that it is made of: of which kind, and whether it needs them."""

LISTED_PARTS = frozenset(
    {
        "names",
        "functions",
        "places",
        "rows",
        "columns",
        "entries",
        "first",
        "second",
        "third",
        "first_chances",
        "second_chances",
        "third_chances",
        "rates",
        "following",
        "runs",
        "centres",
        "states",
        "sets",
        "counts",
    }
)
"""The parts that are lists."""


@dataclass(frozen=True, slots=True)
class Movable:
    """What of a scene a student may move on the page: `parts` says which parameter gives each part of the kind's."""

    kind: PlayKind
    parts: Mapping[str, str]
