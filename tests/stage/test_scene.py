"""The base of all scenes: sections played step by step, the same however they are played."""

import numpy as np
import pytest
from manim import UP, Create, FadeIn, LaggedStart, Line, Scene, ValueTracker, tempconfig, there_and_back

from mathora.plan import Known, VisualStep
from mathora.stage import LAYOUTS, InvariantViolated, LessonScene, action, brings
from mathora.stage.scene_class import scene_class
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import SMALL, drawn, on_stage, proven_section, viewed

SECTION = """
  - id: gradient
    title: "The gradient of $L$"
    scene: StackGradient
    with: {function: L, at: {w_1: 1, w_2: 1}}
    steps:
      - {do: plane, say: a, show: '\\frac{\\partial L}{\\partial w_1} = 2 w_1'}
      - {do: component, with: {moves: w_1}, say: b}
      - do: stack
        say: c
        show: \\nabla L = \\left(\\frac{\\partial L}{\\partial w_1}, \\frac{\\partial L}{\\partial w_2}\\right)
      - {do: flip, say: d}
"""


def picture(scene):
    """All that is drawn: points and colours in drawing order."""
    return [
        (part.points.round(9).tolist(), part.get_fill_color().to_hex(), round(float(part.get_fill_opacity()), 6))
        for mobject in scene.mobjects
        for part in mobject.family_members_with_points()
    ]


def test_a_step_looks_the_same_whether_the_steps_before_were_drawn_or_skipped():
    with on_stage(SECTION, play=False) as skipped:
        for index in range(4):
            skipped.perform(index)
        fast = picture(skipped)
    with on_stage(SECTION, play=False) as played:
        for index in range(4):
            drawn(played, index)
        assert picture(played) == fast


def test_the_title_stands_in_its_region_with_its_formula_in_colour():
    with on_stage(SECTION, play=False) as scene:
        assert scene.layout.title.holds(scene.title)
        assert scene.title.em == pytest.approx(scene.theme.sizes.title)


def test_parameters_come_from_the_script_and_else_from_the_class():
    with on_stage(SECTION, play=False) as scene:
        assert scene.function.key == "L"
        assert scene.at["w_2"] == 1
        assert scene.span == type(scene).span


def test_formulas_of_a_step_stand_in_the_panel_and_stay_until_others_come():
    with on_stage(SECTION, play=False) as scene:
        scene.perform(0)
        first = scene.panel
        scene.perform(1)
        assert scene.panel is first
        scene.perform(2)
        assert [formula.formula.text.value for formula in scene.panel] != [one.formula.text.value for one in first]
        assert all(scene.layout.panel.holds(formula, 1e-3) for formula in scene.panel)


def test_a_symbol_carries_one_colour_in_formulas_axes_and_arrows():
    with on_stage(SECTION, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        blue = scene.theme.palette["blue"]
        assert scene.colour_of("w_1") == blue
        shown = {part.get_fill_color().to_hex().lower() for part in scene.panel[0].part("w_1")}
        assert shown == {blue}
        assert {part.get_fill_color().to_hex().lower() for part in scene.map.names[0]} == {blue}
        assert scene.parts["w_1"].get_fill_color().to_hex().lower() == blue
        assert scene.colour_of("c") == scene.theme.foreground


def test_a_formula_that_is_shown_as_a_mistake_has_the_colour_of_what_is_wrong():
    wrong = "{tex: '\\frac{\\partial L}{\\partial w_1} = w_1', role: mistake}"
    steps = SECTION.replace("show: '", f"show: [{wrong}, '").replace("2 w_1'}", "2 w_1']}")
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        false, true = ({part.get_fill_color().to_hex().lower() for part in one} for one in scene.panel)
        assert false == {scene.theme.wrong}
        assert scene.theme.wrong not in true


def test_readings_are_right_on_each_frame_whatever_was_added_to_the_scene_first():
    with on_stage(SECTION, play=False) as scene:
        gone, read = ValueTracker(0), ValueTracker(0)
        label = scene.reading(scene.coordinate("L", read.get_value), 0.5, decimals=2)
        scene.add(label, gone, read.add_updater(lambda one: one.set_value(2 * gone.get_value())))
        gone.set_value(1)
        scene.update_mobjects(0)
        assert label.number.wording == "2.00"


def test_invariants_are_counted_on_each_drawn_frame():
    with on_stage(SECTION, play=False) as scene:
        drawn(scene, 0)
        (receipt,) = scene.invariants.receipts()
        assert receipt.frames == scene.frame_number > 10


def test_a_violated_invariant_names_the_frame():
    with on_stage(SECTION, play=False) as scene:
        scene.perform(0)
        scene.invariant("planted", lambda: 1.0, 0.1)
        with pytest.raises(InvariantViolated, match=r"frame 0: .* 'planted'"):
            drawn(scene, 1)


@pytest.mark.parametrize(
    "moves",
    [
        pytest.param(Create, id="while it grows"),
        pytest.param(lambda line: line.animate(rate_func=there_and_back).shift(UP), id="on its way"),
    ],
)
def test_what_does_not_hold_on_each_frame_is_found_without_drawing(moves):
    with on_stage(SECTION, play=False) as scene:
        line = Line()
        scene.invariant("it lies there whole", lambda: line.get_length() - 2 + line.get_y(), 1e-6)
        with pytest.raises(InvariantViolated, match="it lies there whole"):
            scene.play(moves(line))


def test_what_came_in_together_stands_one_by_one():
    with on_stage(SECTION, play=False) as scene:
        first, *others = (Line() for _ in range(4))
        scene.play(FadeIn(first, others[0]), LaggedStart(*map(Create, others[1:])))
        assert scene.mobjects[-4:] == [first, *others]


def test_an_action_says_what_it_shows():
    @action("A plane cuts the surface where {frozen}.")
    def freeze(_self, _step):
        """Nothing."""

    assert freeze.describes == "A plane cuts the surface where {frozen}."


def test_the_same_class_plays_whole_under_stock_manim():
    settings = {"dry_run": True, "disable_caching": True, "progress_bar": "none", "frame_rate": 2, "pixel_width": 64}
    view, source = viewed(proven_section(SECTION), SMALL["16:9"])
    with tempconfig(settings | {"pixel_height": 36, "save_last_frame": True}), scene_class(source) as base:

        class Whole(base):
            def construct(self):
                self.open()
                for step in view.steps:
                    self.perform(step)

        scene = Whole(view.opening)
        assert isinstance(scene, Scene)
        assert isinstance(scene, LessonScene)
        scene.render()
        assert standing_texts(scene.mobjects)


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_every_aspect_has_its_layout(aspect):
    with on_stage(SECTION, aspect) as scene:
        assert scene.layout is LAYOUTS[aspect]
        for standing in standing_texts(scene.mobjects):
            assert scene.layout.frame.left <= standing.box.left
            assert standing.box.right <= scene.layout.frame.right
            assert np.isfinite(standing.em)


class Building(LessonScene):
    """Notes in which order things are brought in."""

    def begin(self):
        self.noted = []

    @brings("ground")
    def _stand_ground(self):
        self.noted.append("ground")

    @brings("walls", needs="ground")
    def _stand_walls(self):
        self.noted.append("walls")

    @action("The roof.")
    def roof(self, _step):
        self.need("walls")
        self.noted.append("roof")

    @action("A flag on the roof.")
    def flag(self, step):
        self.need("roof")
        self.noted.append(f"flag {len(step.formulas)}")


@pytest.mark.parametrize(
    ("actions", "noted"),
    [
        (["flag"], ["ground", "walls", "roof", "flag 1"]),
        (["roof", "flag"], ["ground", "walls", "roof", "flag 1"]),
        (["flag", "flag"], ["ground", "walls", "roof", "flag 1", "flag 1"]),
    ],
)
def test_what_an_action_builds_on_is_looked_up_and_brought_in_once(actions, noted):
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    shown = (("claim", view.steps[0].shown[0][1]),)
    with tempconfig({"dry_run": True}):
        scene = Building(view.opening)
        scene.begin()
        for name in actions:
            scene.perform(VisualStep(name, (), shown, view.steps[0].known))
    assert scene.noted == noted


class Page(Building):
    """Its actions write formulas themselves."""

    writes_formulas = True


@pytest.mark.parametrize(("kind", "come"), [(Building, 1), (Page, 0)])
def test_what_a_step_shows_comes_when_its_action_is_over(kind, come):
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with tempconfig({"dry_run": True}):
        scene = kind(view.opening)
        scene.begin()
        scene.perform(VisualStep("roof", (), (("claim", view.steps[0].shown[0][1]),), view.steps[0].known))
    assert len(scene.panel) == come


class Stating(Building):
    """The same house, whose actions state what they need; one of them is overridden without a mark."""

    @action("A gate.", needs=("ground", "roof"))
    def gate(self, _step):
        self.noted.append("gate")

    @action("A garden.", needs="gate")
    def garden(self, _step):
        self.noted.append("garden")


class Overriding(Stating):
    """Another garden."""

    def garden(self, _step):
        self.noted.append("another garden")


@pytest.mark.parametrize(("kind", "last"), [(Stating, "garden"), (Overriding, "another garden")])
def test_what_an_action_states_that_it_needs_is_brought_in_before_it_begins(kind, last):
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with tempconfig({"dry_run": True}):
        scene = kind(view.opening)
        scene.begin()
        scene.perform(VisualStep("garden", (), (), Known()))
    assert scene.noted == ["ground", "ground", "walls", "roof", "gate", last]
