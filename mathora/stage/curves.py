"""What scenes use of `formula.curves`: functions of one variable, what they do, and a view that shows it."""

from mathora.formula.curves.asymptotes import asymptotes_of
from mathora.formula.curves.fitted import heights_for, room_for
from mathora.formula.curves.integral import usual_span
from mathora.formula.curves.interval import round_step
from mathora.formula.curves.landmarks import crossings, landmarks_of, meetings
from mathora.formula.curves.limits import level_at, widest
from mathora.formula.curves.objective import descended, least_squares, lowest, steepness, steepness_of_squares
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import pieces, well_chosen_heights
from mathora.formula.curves.view import chosen_heights, chosen_span, good_start, grown, usual_heights
