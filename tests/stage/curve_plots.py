"""Curves of functions on a small plot, as the tests of figures on curves need them."""

import numpy as np
from manim import VMobject

from mathora.formula import model_function, read_model
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.view import chosen_heights, chosen_span
from mathora.lesson import Declaration, ModelSource, Text
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.orbit import Orbit, PlanePath
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES

TURN = Interval(0.0, 2 * np.pi)
COLOURS = ("#ffffff", "#00ff00", "#ff0000", "#0000ff")


def text(tex):
    return Text.written(tex, "<test>")


def function(tex, domain=()):
    declared = Declaration(head=text("f(x)"), body=text(tex), domain=tuple(map(text, domain)))
    return OneVariable(model_function(read_model(ModelSource(declarations=(declared,))), "f"), "x")


def plot(one, span=None, heights=None):
    span = span or chosen_span([one])
    made = Plot(
        Region(-6, -3, 2, 3), span, heights or chosen_heights([one], span), THEMES["dark"], (VMobject(), VMobject())
    )
    made.stand(axes=1)
    return made


def curve(tex, span=None, heights=None):
    one = function(tex)
    drawn = FunctionCurve(plot(one, span, heights), one, "#67a2e6")
    drawn.stand(drawn=1)
    return drawn


def pointed(tex, at, **state):
    drawn = curve(tex, Interval(-2, 2), Interval(-1, 4))
    spot = PointOnCurve(drawn, at, THEMES["dark"], "#ecd210", (VMobject(), VMobject()))
    spot.stand(point=1, line=1, **state)
    return spot


def orbit(across=r"2 \cos x", up=r"2 \sin x", span=TURN, turned=None, **state):
    """A path whose point stands at the end of it."""
    path = PlanePath(function(across), function(up), span)
    made = Orbit(plot(path.across, Interval(-4, 4), Interval(-3, 3)), path, COLOURS, turned)
    made.stand(**{"drawn": span.high, "at": span.high, "point": 1, **state})
    return made
