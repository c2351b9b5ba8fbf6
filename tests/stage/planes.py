"""A plane without a scene."""

from mathora.stage.figures.linear.plane import Plane
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES


def plane(reach=3.0, matrix=None):
    made = Plane(Region(-6.0, -3.0, 2.0, 3.0), reach, THEMES["dark"])
    if matrix is not None:
        made.state = made.state.moved(matrix)
        made.follow()
    return made
