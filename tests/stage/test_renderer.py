"""The fast renderer draws what drawing everything from scratch would, and skipping leaves no trace."""

import numpy as np
import pytest
from manim import (
    BLUE,
    DOWN,
    LEFT,
    RED,
    RIGHT,
    UP,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    ReplacementTransform,
    Rotate,
    Scene,
    Square,
    Triangle,
    ValueTracker,
    VGroup,
    always_redraw,
    tempconfig,
)

from mathora.plan import FrameFormat
from mathora.stage.film.canvas import Canvas
from mathora.stage.film.drawing import View
from mathora.stage.film.renderer import ClipRenderer
from mathora.stage.motion import led

FRAMES = FrameFormat(320, 180, 10)
VIEW = View(320, 180, 22.5)


class Checking:
    """A sink that draws every frame again from scratch and compares."""

    def __init__(self, scene):
        self.scene, self.frames, self.worst = scene, [], 0

    def show(self, tick, pixels, changed):
        fresh = Canvas(VIEW, "#101020")
        fresh.show([*self.scene.mobjects, *self.scene.foreground_mobjects])
        self.worst = max(self.worst, int(np.abs(fresh.pixels.astype(int) - pixels).max()))
        outside = np.ones(pixels.shape[:2], bool)
        for box in changed:
            outside[box.top : box.bottom, box.left : box.right] = False
        if self.frames:
            assert np.array_equal(pixels[outside], self.frames[-1][1][outside]), (
                f"tick {tick} changed outside its boxes"
            )
        self.frames.append((tick, pixels.copy()))
        return True


class Everything(Scene):
    """Creations, morphs, updaters, things behind and before, things that come and go."""

    def first(self):
        self.grid = VGroup(*[Line(LEFT * 6 + UP * y, -LEFT * 6 + UP * y, stroke_width=1) for y in range(-3, 4)])
        self.add(self.grid)
        self.tracker = ValueTracker(-3)
        self.dot = always_redraw(lambda: Dot(RIGHT * self.tracker.get_value(), color=RED))
        self.square = Square(color=BLUE, fill_opacity=0.5).shift(UP)
        self.play(Create(self.square), run_time=0.5)
        self.add(self.dot, Circle(stroke_opacity=0.4).shift(RIGHT))
        self.wait(0.3)
        self.play(self.tracker.animate.set_value(3), Rotate(self.square, 1), run_time=0.8)

    def second(self):
        triangle = Triangle(color=RED, fill_opacity=1).shift(DOWN + LEFT * 3).set_z_index(-1)
        self.play(ReplacementTransform(self.square, triangle), run_time=0.6)
        self.play(
            LaggedStart(FadeOut(self.grid, shift=UP), FadeIn(Square(3).shift(LEFT * 2)), lag_ratio=0.4), run_time=0.6
        )
        self.bring_to_front(triangle)
        self.play(triangle.animate.shift(RIGHT * 2).set_fill(BLUE, 0.5), run_time=0.5)


@pytest.fixture
def stage():
    with tempconfig({"dry_run": True, "progress_bar": "none", "frame_rate": 10, "disable_caching": True, "seed": 0}):
        renderer = ClipRenderer(FRAMES, VIEW)
        scene = Everything(renderer=renderer)
        scene.camera.background_color = "#101020"
        yield scene, renderer


def test_redrawing_what_changed_gives_what_drawing_everything_gives(stage):
    scene, renderer = stage
    sink = Checking(scene)
    renderer.begin(sink)
    scene.first()
    scene.second()
    renderer.still(scene)
    assert sink.worst <= 1  # a clip's edge may round an anti-aliased pixel the other way
    assert len(sink.frames) > 25


@pytest.mark.parametrize("said", [True, False])
def test_what_another_mobject_moves_is_drawn_on_each_frame_if_that_is_said(stage, said):
    scene, renderer = stage
    tracker, line, dot = ValueTracker(-3), Line(), Dot(color=RED)
    line.add_updater(lambda _: dot.move_to(RIGHT * tracker.get_value()))
    if said:
        led(dot)
    sink = Checking(scene)
    renderer.begin(sink)
    scene.add(dot, line)
    scene.play(tracker.animate.set_value(3), run_time=0.5)
    assert (sink.worst <= 1) == said


def test_a_part_drawn_after_skipping_is_the_same_as_after_drawing(stage):
    scene, renderer = stage
    drawn = Checking(scene)
    renderer.begin(Checking(scene))
    scene.first()
    renderer.begin(drawn)
    scene.second()
    renderer.still(scene)
    other_renderer = ClipRenderer(FRAMES, VIEW)
    other = Everything(renderer=other_renderer)
    other.camera.background_color = "#101020"
    skipped = Checking(other)
    other_renderer.begin(None)
    other.first()
    other_renderer.begin(skipped)
    other.second()
    other_renderer.still(other)
    assert [tick for tick, _ in drawn.frames] == [tick for tick, _ in skipped.frames]
    assert all(np.array_equal(one, two) for (_, one), (_, two) in zip(drawn.frames, skipped.frames, strict=True))


def test_a_wait_is_one_frame_and_a_later_time(stage):
    scene, renderer = stage
    sink = Checking(scene)
    renderer.begin(sink)
    scene.add(Square())
    scene.wait(2)
    renderer.still(scene)
    assert [tick for tick, _ in sink.frames] == [0, 20]
    assert renderer.time == 2
