"""Points of data on axes, and a curve among them, without a scene."""

from types import SimpleNamespace

import numpy as np
from manim import Square
from sample_models import declaring

from mathora.formula import model_function
from mathora.formula.curves.interval import Interval
from mathora.formula.tree import Symbol
from mathora.stage.figures.data.data_points import Scatter
from mathora.stage.figures.data.fit import FitFigure
from mathora.stage.layout import Region
from mathora.stage.text.terms import Term
from mathora.stage.theme import THEMES

THEME = THEMES["dark"]
WRITE = SimpleNamespace(theme=THEME, label=lambda *_: Square(0.2))  # names of axes, whatever they say
PLACE = Region(-5.0, -3.0, 1.0, 3.0)
X, Y = np.array([0.0, 1.0, 2.0, 4.0]), np.array([1.0, 0.5, 3.0, 2.0])


SPANS = Interval(-1, 5), Interval(-1, 4)


def scatter(x=X, y=Y, spans=SPANS):
    return Scatter(
        np.asarray(x, float), np.asarray(y, float), PLACE, spans, (Term(Symbol("x")), Term(Symbol("y"))), WRITE
    )


def function(body, head="f(x, a, b)"):
    return model_function(declaring({head: body}), head.partition("(")[0])


def fit(body="a x + b", **at):
    return FitFigure(scatter(), function(body), at or {"a": 0.5, "b": 1.0}, THEME, "#ffffff")
