"""Golden frames: what is drawn today is what was looked at, and the comparison can fail."""

from collections import Counter
from functools import cache

import numpy as np
import pytest
from PIL import Image

from mathora.stage.draw import Nowhere
from mathora.stage.plane.arrow import ArrowMobject
from tests.golden.frames import FRAMES, HERE, LOOKS, SCENES, STEPS, differing, drawn, golden, proven, report
from tests.rows import each
from tests.scenes.theatre import staged


@cache
def lesson():
    return proven()


def sections():
    """The sections that are drawn; of those in other formats and lights, each sixth is not left to `make long`."""
    other = each(LOOKS, 6)
    return [*(name for name in STEPS if name not in LOOKS), *other]


@pytest.fixture(scope="module", params=sections())
def section(request):
    return request.param, dict(drawn(lesson(), request.param))


def test_every_scene_has_at_least_three_golden_frames():
    frames = Counter()
    for section in lesson().lesson.sections:
        frames[section.scene.value] += len(STEPS[section.id]) if section.id not in LOOKS else 0
    assert set(frames) == {"".join(part.title() for part in file.stem.split("_")) for file in SCENES.glob("[!_]*.py")}
    assert min(frames.values()) >= 3, frames


def test_a_section_is_drawn_as_it_was_looked_at(section):
    name, frames = section
    wrong = []
    for step, actual in frames.items():
        expected = np.asarray(Image.open(golden(name, step)))
        if differing(expected, actual).any():
            file = HERE.parents[1] / "media" / "golden" / f"{name}.{step}.png"
            report(expected, actual, file)
            wrong.append(f"{name}/{step}: see {file.relative_to(HERE.parents[1])}")
    assert not wrong, "\n".join(wrong)


def test_golden_frames_are_small_and_none_is_left_over():
    files = set(HERE.glob("*.png"))
    assert files == {golden(section, step) for section, steps in STEPS.items() for step in steps}
    assert all(file.stat().st_size < 100_000 for file in files)


# ── the comparison itself ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def stage():
    """The stacked gradient, drawn, and a way to draw it again after something was done to it."""
    at = [section.id for section in lesson().lesson.sections].index("stack")
    with staged(lesson(), FRAMES, at) as (scene, renderer):

        def picture():
            renderer.begin(Nowhere())
            renderer.still(scene)
            return np.array(renderer.pixels[:, :, :3])

        renderer.begin(None)
        for index in range(4):
            scene.perform(index)
        yield scene, picture


def changed(stage, spoil, mend):
    scene, picture = stage
    before = picture()
    spoil(scene)
    after = picture()
    mend(scene)
    return differing(before, after)


def test_the_same_picture_is_the_same(stage):
    assert not changed(stage, lambda _: None, lambda _: None).any()


def test_the_soft_edges_of_another_machine_are_let_pass(stage):
    _, picture = stage
    frame = picture()
    noise = np.random.default_rng(1).integers(-3, 4, frame.shape)
    assert not differing(frame, np.clip(frame.astype(int) + noise, 0, 255)).any()


def test_a_turned_arrow_is_caught(stage):
    angle = np.radians(6)
    spoiled = changed(stage, lambda scene: scene.gradient.rotate(angle), lambda scene: scene.gradient.rotate(-angle))
    assert spoiled.any()


def test_a_missing_label_is_caught(stage):
    def hide(opacity):
        return lambda scene: scene.map.numbers[0].set_fill(opacity=opacity)

    assert changed(stage, hide(0), hide(1)).any()


def test_an_axis_shifted_by_a_pixel_is_caught(stage):
    pixel = 8 / FRAMES.height
    spoiled = changed(
        stage,
        lambda scene: scene.map.lines.shift(np.array([pixel, pixel, 0])),
        lambda scene: scene.map.lines.shift(np.array([-pixel, -pixel, 0])),
    )
    assert spoiled.any()


def test_an_arrow_of_another_length_is_caught(stage):
    scene, picture = stage
    before = picture()
    extra = ArrowMobject(scene.foot, scene.foot + np.array([-0.7, 0.4, 0]), scene.colour)
    scene.add(extra)
    assert differing(before, picture()).any()
    scene.remove(extra)


def test_the_report_shows_expected_actual_and_difference_side_by_side(tmp_path):
    expected = np.zeros((40, 60, 3), dtype=np.uint8)
    actual = expected.copy()
    actual[10:20, 20:30] = 200
    report(expected, actual, tmp_path / "report.png")
    sheet = np.asarray(Image.open(tmp_path / "report.png"))
    assert sheet.shape == (40, 3 * 60 + 20, 3)
    assert (sheet[:, :60] == expected).all()
    assert (sheet[:, 70:130] == actual).all()
    assert (sheet[10, 140 + 20] == [255, 60, 60]).all()
