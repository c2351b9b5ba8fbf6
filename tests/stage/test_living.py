"""What lives on a picture: what its scene says, else its figures, points, shapes and lines; two ways at most."""

import pytest
from manim import BLUE, GREY, Circle, Line, Rectangle, ValueTracker

from mathora.stage.living import WAYS, ways_to_live
from mathora.stage.loop_motions import Gleam, Ripple, Sway, Swell, TextGleam, in_turn
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import drawn, on_stage

CURVE = """
  - id: curve
    title: A curve
    scene: Curve
    with: {function: Q}
    steps:
      - {do: slide, say: a, with: {to: 1}}
"""
DOT = Circle(radius=0.1, fill_opacity=1, color=BLUE)
BAR = Rectangle(fill_color=BLUE, fill_opacity=0.5)
LINE = Line(color=BLUE, stroke_width=4)
AXIS = Line(color=GREY, stroke_width=4)


class Stage:
    """A scene with nothing but some mobjects."""

    panel, guest = (), None

    def __init__(self, *mobjects):
        self.mobjects, self.theme = mobjects, type("Theme", (), {"foreground": "#ffffff", "muted": "#888888"})


def kinds(*mobjects, own=()):
    return [type(motions[0]) for motions in ways_to_live(Stage(*mobjects), own, [])][:WAYS]


@pytest.mark.parametrize(
    ("mobjects", "lives"),
    [([DOT], [Ripple]), ([BAR], [Swell]), ([LINE], [Gleam]), ([AXIS], []), ([LINE, DOT, BAR], [Swell, Gleam])],
)
def test_what_is_drawn_decides(mobjects, lives):
    assert kinds(*mobjects) == lives


def test_what_the_scene_says_comes_first():
    assert kinds(LINE, own=[Sway(ValueTracker(0), 1)]) == [Sway, Gleam]


def test_a_shape_that_is_seen_through_grows_less_lighter():
    lights = []
    for opacity in (1.0, 0.3):
        swell = Swell(BAR.copy().set_fill(opacity=opacity), "#ffffff")
        swell.show(0.5)
        lights.append(swell.parts[0].get_fill_opacity())
    assert lights == pytest.approx([0.4, 0.12])


def test_many_shapes_live_one_after_the_other():
    motions = in_turn([Swell(BAR, "#ffffff") for _ in range(3)])
    light = [motion.parts[0].get_fill_opacity() for motion in motions if motion.show(0.3) is None]
    assert light[0] > light[1] > light[2] == 0
    for motion in motions:
        motion.show(1)
        assert motion.parts[0].get_fill_opacity() == pytest.approx(0)


def test_a_text_is_lit_in_the_order_of_reading():
    with on_stage(CURVE, play=False) as scene:
        text = next(one for one in standing_texts(scene.mobjects) if one.mobject is scene.title)
        read = TextGleam(text, scene.theme.right)
        middles = []
        for phase in (0.0, 0.3, 0.6, 1.0):
            read.show(phase)
            middles.append([part.get_center()[0] for part in read.parts if len(part.points)])
        assert middles[0] == middles[-1] == []
        assert text.box.left <= min(middles[1]) < max(middles[2]) <= text.box.right


def test_a_letter_is_lit_with_its_holes():
    with on_stage(CURVE.replace("A curve", "888 888"), play=False) as scene:
        text = next(one for one in standing_texts(scene.mobjects) if one.mobject is scene.title)
        read, lit = TextGleam(text, scene.theme.right), []
        for phase in (0.2, 0.4, 0.6, 0.8):
            read.show(phase)
            lit += [len(part.get_subpaths()) for part in read.parts]
        assert max(lit) >= 3
        assert all(count % 3 == 0 for count in lit)


def test_a_point_wanders_on_its_curve_and_comes_back():
    with on_stage(CURVE, play=False) as scene:
        drawn(scene, 0)
        (sway, *_), other, *_ = ways_to_live(scene, [], standing_texts(scene.mobjects))
        at = scene.spot.state.at
        sway.show(0.25)
        scene.update_mobjects(0)
        assert scene.spot.state.at > at
        assert scene.spot.off_curve() < 1e-6
        sway.rest()
        assert scene.spot.state.at == at
        assert isinstance(other[0], Gleam | TextGleam | Ripple)


@pytest.mark.parametrize(
    ("kind", "do", "show"),
    [("Curve", "slide", ", show: Q(1) = 1"), ("Curve", "tangent", ""), ("DerivativeGraph", "tangent", "")],
)
def test_beside_a_formula_of_one_place_or_a_number_that_is_read_no_point_wanders(kind, do, show):
    told = CURVE.replace("scene: Curve", f"scene: {kind}").replace("do: slide, say: a", f"do: {do}, say: a{show}")
    with on_stage(told.replace("to: 1", "to: 1" if do == "slide" else "at: 1"), play=False) as scene:
        drawn(scene, 0)
        ways = [*ways_to_live(scene, [], standing_texts(scene.mobjects))]
        assert ways
        assert not any(motion.drives for way in ways for motion in way)
