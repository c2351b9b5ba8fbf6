"""The stage: the only room that imports Manim. What scene files import.

Public: `LessonScene`, `action`, `StepView`; the parameter types; `Layout`, `Region`, `LAYOUTS`; `Theme`, `THEMES`;
`FormulaMobject`, `ProseMobject`, `Readout`; `Morph`, `boxed`, `dimmed`, `Substitution`; invariants. Graphs, arrows,
maps, surfaces and shapes are imported from their own modules.
"""

from mathora.formula import Formula
from mathora.formula.curves.interval import Interval
from mathora.lesson import Confusion, Prose, Question
from mathora.lesson.palette import contrast
from mathora.plan import InvariantReceipt
from mathora.stage.action import StepView, action, brings
from mathora.stage.invariants import Invariants, InvariantViolated
from mathora.stage.layout import LAYOUTS, Layout, Region
from mathora.stage.loop_motions import LoopMotion, Sway
from mathora.stage.motion import late, move
from mathora.stage.parameters import (
    AnyMatrix,
    Count,
    Flag,
    Function,
    Number,
    Picture,
    PlaneMatrix,
    PlaneVector,
    Point,
    ProgramLines,
    Variable,
)
from mathora.stage.scene import LessonScene
from mathora.stage.text.formula_mobject import FormulaMobject, GlyphMobject
from mathora.stage.text.formula_motion import Substitution, boxed, dimmed, heads_stay, recoloured
from mathora.stage.text.morph import Morph
from mathora.stage.text.prose_mobject import ProseMobject
from mathora.stage.text.readout import Readout
from mathora.stage.theme import THEMES, Theme
