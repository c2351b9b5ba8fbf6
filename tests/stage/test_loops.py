"""What lives on a picture that stands ends where it began, and leaves its scene as it was."""

from io import BytesIO

import av
import numpy as np
import pytest
from manim import ValueTracker

from mathora.stage.loop_motions import Lit, Sway
from mathora.stage.loops import draw_loops
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import drawn, on_stage
from tests.stage.test_scene import SECTION

SURFACE = """
  - id: frozen
    title: One variable
    scene: FreezeVariable
    with: {function: L, frozen: {w_2: 1}, moves: w_1}
    steps:
      - {do: surface, say: a, show: 'L(w_1, w_2) = w_1^2 + 3w_2^2'}
"""


def points(scene):
    """All that is drawn, in drawing order, by its points."""
    return [part.points.round(9).tolist() for one in scene.mobjects for part in one.family_members_with_points()]


def pictures(film):
    """A film's pictures as grey levels (height, width)."""
    with av.open(BytesIO(film)) as container:
        return [frame.to_ndarray(format="gray").astype(int) for frame in container.decode(video=0)]


@pytest.mark.parametrize("section", [SECTION, SURFACE])
def test_a_loop_moves_ends_where_it_began_and_leaves_no_trace(section):
    with on_stage(section, play=False) as scene:
        drawn(scene, 0)
        scene.renderer.still(scene)
        before, resting = points(scene), scene.renderer.pixels.copy()
        loops = list(draw_loops(scene, scene.renderer, (), lambda encoder: encoder))
        assert points(scene) == before
        assert np.array_equal(scene.renderer.pixels, resting)
    assert any(loop.name == "w_1" for loop, _ in loops)
    assert loops[-1][0].name == ""
    for loop, film in loops:
        shown = pictures(film)
        assert loop.peak < loop.end
        assert np.abs(shown[0] - shown[-1]).mean() < 0.5
        assert max(np.abs(one - shown[0]).max() for one in shown) > 25


def test_what_a_narration_points_at_is_lit_first():
    with on_stage(SURFACE, play=False) as scene:
        drawn(scene, 0)
        scene.renderer.still(scene)
        loops = [loop for loop, _ in draw_loops(scene, scene.renderer, ("3w_2^2", "7"), lambda encoder: encoder)]
    assert loops[0].name == "3w_2^2"
    assert "7" not in [loop.name for loop in loops]


def test_a_motion_that_does_not_come_back_is_refused():
    class Away(Sway):
        def rest(self):
            """The planted fault."""
            scene.remove(scene.title)

    with on_stage(SECTION, play=False) as scene:
        drawn(scene, 0)
        scene.renderer.still(scene)
        scene.lives = lambda: (Away(ValueTracker(0), 1),)
        with pytest.raises(RuntimeError, match="does not end where it began"):
            list(draw_loops(scene, scene.renderer, (), lambda encoder: encoder))


def test_a_loop_of_our_own_that_would_flicker_is_not_kept(monkeypatch):
    monkeypatch.setattr("mathora.stage.loops._same", lambda *_: False)
    with on_stage(SECTION, play=False) as scene:
        drawn(scene, 0)
        scene.renderer.still(scene)
        assert list(draw_loops(scene, scene.renderer, (), lambda encoder: encoder)) == []


def test_a_lit_term_grows_and_is_put_back_exactly():
    with on_stage(SECTION, play=False) as scene:
        drawn(scene, 0)
        glyph = next(text for text in standing_texts(scene.mobjects) if text.mobject in scene.panel).mobject[0]
        stood, wide = glyph.points.copy(), glyph.width
        lit = Lit([[glyph]], scene.theme.foreground)
        lit.show(0.5)
        assert glyph.width > 1.1 * wide
        lit.rest()
        assert np.array_equal(glyph.points, stood)
