"""A surface's picture as a mobject: stock Manim and our canvas show the same, and only what changed is new."""

import numpy as np
import pytest
import skia
from manim import Scene, ValueTracker, tempconfig

from mathora.stage import THEMES, Interval, Region
from mathora.stage.film.canvas import Canvas, area
from mathora.stage.film.drawing import View, drawing_of
from mathora.stage.space.figure import SurfaceFigure
from mathora.stage.space.picture import SurfacePicture
from mathora.stage.space.projection import Raster
from mathora.stage.space.view import SpaceArrow, SpaceBall, SpaceCurve
from mathora.stage.text.prose_mobject import words_mobject
from tests.stage.test_contours import BOWL

SIZE = {"pixel_width": 320, "pixel_height": 180, "frame_width": 128 / 9, "frame_height": 8.0}
REGION = Region(-6.5, -2.9, 1.4, 2.75)
SPAN = Interval(-2, 2)


def figure(**options):
    names = tuple(words_mobject(word, "#ffffff", 0.4) for word in ("x", "y", "z"))
    made = SurfaceFigure(BOWL, SPAN, SPAN, REGION, theme=THEMES["dark"], names=names, **options)
    made.stand(made.pose(REGION.inset(0.2), -60, 28, 20))
    return made


def shown(picture):
    """What our canvas shows of the picture on black, (height, width, RGBA)."""
    view = View(320, 180, 22.5)
    pixels = np.zeros((180, 320, 4), np.uint8)
    pixels[..., 3] = 255
    canvas = skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    canvas.concat(view.matrix)
    drawing_of(picture, None, view).draw(canvas)
    return pixels


def pasted(picture):
    """What stock Manim shows: the pixel array pasted on black between the corners, which lie on whole pixels."""
    pixels = np.zeros((180, 320, 4), np.uint8)
    array = picture.get_pixel_array()
    (left, top), (right, bottom) = Raster(320, 180, 128 / 9).to_pixel(picture.points[[0, 3], :2])
    assert (left % 1, top % 1, right % 1, bottom % 1) == pytest.approx((0, 0, 0, 0), abs=1e-9)
    left, top = round(left), round(top)
    window = pixels[top : round(bottom), left : round(right)]
    assert window.shape == array.shape
    window[..., :3] = (array[..., :3] * (array[..., 3:] / 255)).round()
    return pixels


def test_stock_manim_shows_what_our_canvas_shows():
    with tempconfig(SIZE):
        picture = figure().picture
        stock, ours = pasted(picture).astype(int), shown(picture).astype(int)
    assert (np.abs(stock - ours)[..., :3].max(axis=-1) > 8).mean() < 0.001
    assert (ours[..., :3].max(axis=-1) > 40).mean() > 0.08


def test_nothing_is_painted_outside_the_region():
    made = figure()
    made.exhibit(lambda: SpaceCurve(np.array([(-9, -9, 0), (9, 9, 30)]), (255, 0, 0), 9.0))
    pixels = shown(made.picture)
    (left, top), (right, bottom) = Raster(320, 180, 128 / 9).to_pixel(np.array([(-6.5, 2.75), (1.4, -2.9)]))
    outside = np.ones((180, 320), bool)
    outside[int(top) : int(bottom) + 1, int(left) : int(right) + 1] = False
    assert (pixels[outside][:, :3] == 0).all()


EXHIBITS = {
    "ball": lambda x: SpaceBall(np.array([x, x, 2 * x * x]), (255, 255, 255)),
    "arrow": lambda x: SpaceArrow(np.array([x, 0, 5]), np.array([x, 1, 3 + x]), (255, 80, 80), 9.0),
    "glow": lambda x: SpaceCurve(np.array([(x, -1, 4), (x, 0, 4)]), (80, 255, 80), 12.0, ghost=0.5, glow=0.3),
    "appears": lambda x: SpaceBall(np.array([1, -1, 2]), (255, 0, 0)) if x > 0 else None,
}


@pytest.mark.parametrize("kind", EXHIBITS)
def test_while_the_ground_rests_only_what_stands_on_it_is_drawn_again(kind):
    made, place = figure(), ValueTracker(-1)
    made.exhibit(lambda: EXHIBITS[kind](place.get_value()))
    view = View(640, 360, 45)
    canvas = Canvas(view, "#101020")
    assert canvas.show([made.picture]) == [view.whole]
    for x in np.linspace(-0.9, 0.9, 7):
        place.set_value(x)
        assert sum(map(area, canvas.show([made.picture]))) < 0.1 * area(view.whole)
        fresh = Canvas(view, "#101020")
        fresh.show([made.picture])
        assert np.abs(canvas.pixels.astype(int) - fresh.pixels).max() < 32  # a path cut elsewhere


def test_a_view_that_did_not_change_is_not_painted_again():
    picture = figure().picture
    view = View(320, 180, 22.5)
    first = drawing_of(picture, None, view)
    assert drawing_of(picture, first, view) is first


@pytest.mark.parametrize("tracker", ["rise", "opacity", "near", "plane_seen", "grid", "furniture"])
def test_a_tracker_that_moved_makes_a_new_look(tracker):
    made = figure()
    made.plane_seen.set_value(0.5)
    before = made.picture.look()
    assert made.picture.look() == before
    getattr(made, tracker).set_value(0.7)
    assert made.picture.look() != before


def test_a_turned_camera_makes_a_new_look_and_so_does_a_moved_curve():
    made = figure()
    height = ValueTracker(1.0)
    made.exhibit(lambda: SpaceCurve(np.array([(0, 0, 0), (0, 0, height.get_value())]), (255, 0, 0)))
    looks = [made.picture.look()]
    height.set_value(2.0)
    looks.append(made.picture.look())
    made.trackers["azimuth"].increment_value(0.01)
    looks.append(made.picture.look())
    assert len(set(looks)) == 3


def test_copies_share_the_painter_and_paint_the_same():
    picture = figure().picture
    copied = picture.copy()
    assert isinstance(copied, SurfacePicture)
    assert copied.painter is picture.painter
    assert (shown(copied) == shown(picture)).all()


def test_manim_redraws_it_on_each_frame_of_an_animation():
    with tempconfig(SIZE | {"dry_run": True}):
        scene = Scene()
        picture = figure().picture
        scene.add(picture)
        assert picture in scene.get_moving_mobjects()


# The figure: labels and poses
