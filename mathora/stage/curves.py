"""What scenes use of `formula.curves`: functions of one variable, what they do, and a view that shows it."""

from mathora.formula.curves.interval import round_step
from mathora.formula.curves.landmarks import crossings, landmarks_of
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import pieces, well_chosen_heights
from mathora.formula.curves.view import chosen_heights, chosen_span, good_start, grown

__all__ = [
    "OneVariable",
    "chosen_heights",
    "chosen_span",
    "crossings",
    "good_start",
    "grown",
    "landmarks_of",
    "pieces",
    "round_step",
    "well_chosen_heights",
]
