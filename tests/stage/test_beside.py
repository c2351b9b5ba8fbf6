"""Two scenes in one picture: they share the stage, each in its part of it, and move together."""

import numpy as np
import pytest
from manim import RIGHT, UP, Dot, FadeOut, tempconfig

from mathora.plan import Known, VisualAct, VisualStep
from mathora.stage import LAYOUTS, InvariantViolated, LessonScene, action
from mathora.stage.draw import opened
from mathora.stage.layout import BESIDE_GAP
from mathora.stage.motion import late, soon
from tests.scenes.theatre import SMALL, drawn, on_stage, proven_section, viewed

SECTION = """
  - id: two
    title: Two at once
    scene: StackGradient
    with: {function: L, at: {w_1: 1, w_2: 1}}
    beside: {scene: FreezeVariable, with: {function: L, frozen: {w_2: 1}, moves: w_1}}
    steps:
      - {do: plane, say: a, beside: {do: surface}}
      - do: component
        with: {moves: w_1}
        say: b
        beside: {do: freeze, show: 'L(w_1, 1) = w_1^2 + 3'}
      - {do: stay, say: c, beside: {do: lift}, show: '\\\\nabla L'}
      - {do: component, with: {moves: w_2}, say: d}
""".replace("\\\\", "\\")
NEXT = """
  - id: on
    title: On
    scene: StackGradient
    continues: true
    steps:
      - {do: stack, say: e, beside: {do: tangent, with: {at: 1}}}
"""


def points(scene):
    return [
        part.points.round(9).tolist() for mobject in scene.mobjects for part in mobject.family_members_with_points()
    ]


def test_the_scene_beside_shares_stage_time_and_what_must_hold():
    with on_stage(SECTION) as scene:
        assert scene.guest.mobjects is scene.mobjects
        assert scene.guest.renderer is scene.renderer
        assert {one.name.partition(": ")[0] == "beside" for one in scene.invariants.receipts()} == {True, False}


def test_beside_another_picture_the_axes_reach_to_the_slice_s_own_top():
    with on_stage(SECTION) as scene:
        lifted, box = scene.guest.lifted, scene.guest.figure.box
        top = max(one[:, 2].max() for one in lifted.parts)
        assert top <= lifted.graph.y.high < top + 0.2 * (top - box.low[2])
        assert box.high[2] > 2 * top


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_each_has_a_part_of_the_picture_and_room_for_formulas(aspect):
    whole = LAYOUTS[aspect]
    parts = whole.shared()
    regions = [region for part in parts for region in (part.figure, part.panel)]
    assert all(part.title == whole.title and part.caption == whole.caption for part in parts)
    for region in regions:
        assert min(region.width, region.height) > 0.9
        assert whole.body.left - 1e-9 <= region.left < region.right <= whole.body.right + 1e-9
        assert whole.body.bottom - 1e-9 <= region.bottom < region.top <= whole.body.top + 1e-9
    for at, one in enumerate(regions):
        for other in regions[at + 1 :]:
            assert one.right < other.left or other.right < one.left or one.top < other.bottom or other.top < one.bottom
    for part in parts:
        assert {part.body.left, part.body.top} == {part.figure.left, part.figure.top}


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_nothing_of_one_scene_stands_in_the_others_part(aspect):
    with on_stage(SECTION, aspect) as scene:
        assert scene.panel
        assert scene.guest.panel
        assert all(scene.layout.panel.holds(one, 1e-3) for one in scene.panel)
        assert all(scene.guest.layout.panel.holds(one, 1e-3) for one in scene.guest.panel)
        assert scene.layout.body.holds(scene.map, BESIDE_GAP)


def test_a_step_looks_the_same_whether_the_steps_before_were_drawn_or_skipped():
    with on_stage(SECTION) as skipped:
        fast = points(skipped)
    with on_stage(SECTION, play=False) as played:
        for index in range(4):
            drawn(played, index)
        assert points(played) == fast


def test_a_section_that_continues_begins_with_the_picture_of_the_one_before():
    with on_stage(SECTION) as scene:
        fast = points(scene)
    view, source = viewed(proven_section(SECTION + NEXT), SMALL["16:9"], 1)
    with opened(view, source) as (scene, renderer):
        title = len(points_of(scene.title))
        assert points(scene)[title:] == fast[len(fast) - len(points(scene)) + title :]
        renderer.begin(None)
        scene.perform(view.steps[0])
        assert scene.guest.done >= {"surface", "freeze", "lift", "tangent"}


def points_of(mobject):
    return mobject.family_members_with_points()


class Walk(LessonScene):
    """A dot that goes to the right; what it finds on the way is noted."""

    noted: list

    def begin(self):
        self.dot = Dot(self.layout.figure.centre)
        self.add(self.dot)
        self.noted = []

    def go(self, times, *, way=RIGHT, seconds=1.0):
        for _ in range(times):
            self.noted.append(round(self.renderer.time, 3))
            self.play(self.dot.animate.shift(way), run_time=seconds)

    @action("Once.")
    def once(self, _step):
        self.go(1, seconds=2.0)

    @action("Thrice.")
    def thrice(self, _step):
        self.go(3, way=UP)

    @action("It breaks.")
    def breaks(self, _step):
        self.go(1)
        raise ValueError("the second scene")

    @action("It promises what does not hold.")
    def lies(self, _step):
        self.invariant("nothing moves", lambda: self.dot.get_center()[1] - self.layout.figure.centre[1], 0.1)
        self.go(1, way=UP)


def performed(own, beside):
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with tempconfig({"dry_run": True, "frame_rate": 10}), on_stage(SECTION, play=False) as stage:
        scene = Walk(view.opening, renderer=stage.renderer)
        scene.invite(Walk)
        for one in (scene, scene.guest):
            one.begin()
        begins = [one.dot.get_center() for one in (scene, scene.guest)]
        scene.renderer.begin(None)
        scene.perform(VisualStep(own, (), (), Known(), VisualAct(beside, (), ())))
        ways = [one.dot.get_center() - at for one, at in zip((scene, scene.guest), begins, strict=True)]
        return (scene.noted, scene.guest.noted, scene.renderer.time), ways


@pytest.mark.parametrize(
    ("own", "beside", "times"),
    [
        ("once", "once", ([0], [0], 2)),
        ("once", "thrice", ([0], [0, 2, 3], 4)),
        ("thrice", "once", ([0, 2, 3], [0], 4)),
        ("stay", "thrice", ([], [0, 1, 2], 3)),
        ("once", "stay", ([0], [], 2)),
    ],
)
def test_plays_are_joined_first_with_first_and_what_is_longer_goes_on_alone(own, beside, times):
    found, ways = performed(own, beside)
    assert found == times
    gone = {"once": RIGHT, "thrice": 3 * UP, "stay": 0 * UP}
    assert np.allclose(ways, [gone[own], gone[beside]])


@pytest.mark.parametrize("own", ["once", "stay"])
def test_what_goes_wrong_beside_is_raised(own):
    with pytest.raises(ValueError, match="the second scene"):
        performed(own, "breaks")
    with pytest.raises(InvariantViolated, match="'beside: nothing moves'"):
        performed(own, "lies")


def test_what_goes_wrong_in_the_first_ends_the_second():
    with pytest.raises(ValueError, match="the second scene"):
        performed("breaks", "thrice")


def test_a_formula_that_leaves_holds_up_neither_scene(monkeypatch):
    told = SECTION.replace("say: a,", "say: a, show: 'L(1, 1) = 4',")
    with on_stage(told, play=False) as scene:
        scene.perform(0)
        played, play = [], scene._play
        monkeypatch.setattr(scene, "_play", lambda *moves, **rest: played.append(moves) or play(*moves, **rest))
        scene.perform(1)
        (leaving,), together, *_ = played
        assert isinstance(leaving, FadeOut)
        assert len(together) > 1


@pytest.mark.parametrize("rate", [soon, late])
def test_what_comes_or_leaves_ends_where_it_belongs_while_the_scene_beside_plays_on(rate):
    assert [rate(share) for share in (0, 1, 1.5, 5)] == [0, 1, 1, 1]
