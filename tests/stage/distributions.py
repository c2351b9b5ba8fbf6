"""Distributions on axes, without a scene."""

import numpy as np
from manim import VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.chance.chance import DensityLaw, Masses
from mathora.stage.figures.chance.distribution import DistributionFigure
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES

DIE = Masses(np.arange(1.0, 7), np.full(6, 1 / 6))
NORMAL = DensityLaw(lambda x: np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi), (-np.inf, np.inf), Interval(-4, 4))


def figure(law=DIE):
    span = Interval(0, 7) if isinstance(law, Masses) else Interval(-4, 4)
    names = VMobject(), VMobject()
    return DistributionFigure(Region(-6, -3, 2, 3), THEMES["dark"], lambda: law, span, 0.6, lambda: "#67a2e6", names)
