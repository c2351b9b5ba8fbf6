"""What a film shows on each frame is what stands on the stage: nothing is left where it was before.

`make test` draws a film of five frames in a second, `make long` one of ten.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mathora.prove import prove_lesson
from mathora.script import read_script
from mathora.stage.film.canvas import Canvas
from tests.rows import long
from tests.scenes.theatre import SCENES, SMALL, catalogue, staged
from tests.standard_scenes import starter_picture
from tests.verdicts import known_or_decided

HEADER = "id: test\ntitle: T\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\n"
SEEN, MUCH = 40, 20
"""A pixel that differs by more levels is seen to; the edge of what is drawn anew may cross a thin line."""


class Compared:
    """A sink that draws each frame from scratch as well; `stale` are the ticks at which the film shows another."""

    def __init__(self, scene, renderer):
        self.scene, self.renderer, self.stale = scene, renderer, []

    def show(self, tick, pixels, _changed):
        fresh = Canvas(self.renderer._canvas.view, self.scene.theme.background)
        fresh.show([*self.scene.mobjects, *self.scene.foreground_mobjects])
        apart = np.abs(fresh.pixels.astype(int) - pixels).max(axis=-1)
        if (apart > SEEN).sum() > MUCH:
            self.stale.append(tick)
        return True


@pytest.mark.slow
@pytest.mark.parametrize("rate", [5, long(10)])
@pytest.mark.parametrize("name", sorted(path.stem for path in Path(SCENES).glob("*.yaml")))
def test_each_frame_shows_what_stands(name, rate):
    text = HEADER + (SCENES / f"{name}.yaml").read_text(encoding="utf-8")
    proven = prove_lesson(read_script(text, "test.yaml", catalogue(), pictures=starter_picture), known_or_decided)
    for at, section in enumerate(proven.lesson.sections):
        with staged(proven, replace(SMALL["16:9"], rate=rate), at) as (scene, renderer):
            scene.renderer = renderer
            for index in range(scene.length):
                sink = Compared(scene, renderer)
                renderer.begin(sink)
                scene.perform(index)
                assert sink.stale == [], section.steps[index].id
