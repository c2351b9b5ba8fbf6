"""A surface's pixels: what stands before it is seen, what stands behind it is not, and the same view paints the same
picture."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from mathora.stage.layout import Region
from mathora.stage.space.mesh import Mesh, SurfaceStyle, shade
from mathora.stage.space.painter import SurfacePainter
from mathora.stage.space.projection import Camera, ModelBox, Raster
from mathora.stage.space.view import CuttingPlane, SpaceArrow, SpaceBall, SpaceCurve, SpaceSheet, SurfaceView

RASTER = Raster(320, 180, 16)
LINES = np.linspace(-2, 2, 64)
X, Y = np.meshgrid(LINES, LINES, indexing="ij")
HILL = SurfacePainter(LINES, LINES, 1.5 * np.exp(-2 * (X**2 + Y**2)), SurfaceStyle())
PLAIN = SurfacePainter(LINES, LINES, 0 * X, SurfaceStyle())
BOX = ModelBox((-2, -2, 0), (2, 2, 1.5), (4, 4, 1.5))
RED, GREEN = (255, 0, 0), (0, 255, 0)


def look(azimuth=0.0, elevation=0.35, **parts):
    """A view along −x (at azimuth 0) without floor and axes."""
    camera = Camera(azimuth, elevation, pivot=0.5).fitted(BOX.corners(), Region(-6, -4, 6, 4), [azimuth])
    return SurfaceView(BOX, camera, furniture=0.0, **parts)


def painted(painter, view, raster=RASTER):
    pixels = np.zeros((raster.height, raster.width, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    painter.paint(canvas, view, raster)
    return pixels


def pole(x, y=0.0, **looks):
    """A short upright red line standing on the floor."""
    return SpaceCurve(np.array([(x, y, 0.05), (x, y, 0.25)]), RED, 8.0, **looks)


def reds(pixels):
    """How many pixels are red."""
    return int(((pixels[..., 0] > 200) & (pixels[..., 1] < 90) & (pixels[..., 2] < 90)).sum())


def test_a_curve_before_the_hill_is_painted_and_one_behind_it_is_not():
    assert reds(painted(HILL, look(curves=(pole(1.3),)))) > 8
    assert reds(painted(HILL, look(curves=(pole(-1.2),)))) == 0


def test_without_the_hill_the_curve_behind_is_painted():
    assert reds(painted(PLAIN, look(curves=(pole(-1.2),)))) > 8


def test_from_the_other_side_the_two_change_places():
    assert reds(painted(HILL, look(np.pi, curves=(pole(1.3),)))) == 0
    assert reds(painted(HILL, look(np.pi, curves=(pole(-1.2),)))) > 8


def test_a_hidden_curve_leaves_a_faint_dashed_ghost_if_it_has_one():
    bare = painted(HILL, look())
    ghost = painted(HILL, look(curves=(pole(-1.2, ghost=0.4),)))
    assert (bare != ghost).any(axis=-1).sum() > 0
    assert reds(ghost) == 0


@pytest.mark.parametrize(("x", "seen"), [(1.3, True), (-1.2, False)])
def test_a_ball_behind_the_hill_is_hidden(x, seen):
    ball = SpaceBall(np.array([x, 0, float(1.5 * np.exp(-2 * x * x))]), RED, radius=0.08)
    with_ball = painted(HILL, look(balls=(ball,)))
    assert (reds(with_ball) > 10) is seen
    assert (with_ball != painted(HILL, look())).any(axis=-1).sum() > 10  # through the hill it shines, and is not lost


def test_an_arrow_is_painted_with_its_head_at_its_tip():
    raster = Raster(1280, 720, 16)
    arrow = SpaceArrow(np.array([1.4, -1, 0.1]), np.array([1.4, 1, 0.1]), RED, width=4.0)
    pixels = painted(HILL, look(arrows=(arrow,)), raster)
    red = (pixels[..., 0] > 200) & (pixels[..., 1] < 90)
    thickness = red.sum(axis=0)
    right = np.flatnonzero(thickness).max()
    tip = raster.to_pixel(look().camera.project(BOX.to_space(np.array([1.4, 1, 0.1]))))
    assert right == pytest.approx(tip[0], abs=4)
    assert thickness[right - 12] > 1.5 * thickness[right - 80] > 0


def test_where_the_nearer_part_is_cut_away_what_it_hid_is_seen():
    behind = pole(-1.2)
    cut = CuttingPlane(0, -1.0, GREEN, opacity=0.0, near=0.0)
    assert reds(painted(HILL, look(curves=(behind,), plane=cut))) > 8
    assert reds(painted(HILL, look(curves=(behind,), plane=replace(cut, near=1.0)))) == 0


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_plane_that_is_not_seen_and_cuts_nothing_away_changes_no_pixel_inside_the_surface(axis):
    plain = painted(HILL, look(azimuth=-0.7))
    cut = painted(HILL, look(azimuth=-0.7, plane=CuttingPlane(axis, 0.4, GREEN, opacity=0.0)))
    differing = np.abs(plain.astype(int) - cut.astype(int)).max(axis=-1) > 24
    assert differing.mean() < 0.004


def test_a_seen_plane_tints_what_lies_beyond_it():
    plane = CuttingPlane(0, 1.5, GREEN, opacity=0.5)
    bare, tinted = painted(HILL, look()), painted(HILL, look(plane=plane))
    middle = RASTER.to_pixel(look().camera.project(np.array([0.0, 0.0, 0.6]))).astype(int)
    assert tinted[middle[1], middle[0], 1] > bare[middle[1], middle[0], 1] + 20


def sheet(x, **looks):
    """An upright red sheet across the whole view."""
    sides = np.array([(0.0, 3.0, 0.0), (0.0, 0.0, 0.6)])
    return SpaceSheet(np.array([x, -1.5, 0.1]), sides, RED, 1.0, **looks)


def test_a_sheet_is_hidden_where_the_hill_stands_before_it_and_shines_through_if_it_has_a_ghost():
    before, behind = (reds(painted(HILL, look(sheets=(sheet(x),)))) for x in (1.3, -1.3))
    assert 0 < behind < 0.8 * before
    assert reds(painted(HILL, look(sheets=(sheet(-1.3, ghost=1.0),)))) > 1.1 * behind


def test_the_same_view_paints_the_same_pixels():
    view = look(azimuth=-0.9, curves=(pole(1.0), pole(-1.0, ghost=0.3)), plane=CuttingPlane(1, 0.3, GREEN, near=0.4))
    assert (painted(HILL, view) == painted(HILL, view)).all()
    again = SurfacePainter(LINES, LINES, HILL.relief.heights.copy(), SurfaceStyle())
    assert (painted(HILL, view) == painted(again, view)).all()


def test_a_kept_ground_paints_the_same_pixels_as_a_new_one():
    first = look(azimuth=-0.9, curves=(pole(1.0),), plane=CuttingPlane(1, 0.3, GREEN, near=0.4))
    second = replace(first, curves=(pole(-1.0, ghost=0.3), pole(0.9, 1.2)))
    kept = SurfacePainter(LINES, LINES, HILL.relief.heights, SurfaceStyle())
    fresh = SurfacePainter(LINES, LINES, HILL.relief.heights, SurfaceStyle())
    painted(kept, first)
    before = kept._last
    assert (painted(kept, second) == painted(fresh, second)).all()
    assert kept._last is before


@pytest.mark.parametrize("change", ["camera", "plane", "opacity", "grid", "furniture", "raster"])
def test_a_ground_is_not_kept_when_what_it_shows_has_changed(change):
    view = look(azimuth=-0.9)
    changed = {
        "camera": replace(view, camera=replace(view.camera, azimuth=-0.8)),
        "plane": replace(view, plane=CuttingPlane(0, 0.1, GREEN)),
        "opacity": replace(view, opacity=0.5),
        "grid": replace(view, grid=0.0),
        "furniture": replace(view, furniture=1.0),
        "raster": view,
    }[change]
    raster = Raster(480, 270, 16) if change == "raster" else RASTER
    kept = SurfacePainter(LINES, LINES, HILL.relief.heights, SurfaceStyle())
    painted(kept, view)
    fresh = SurfacePainter(LINES, LINES, HILL.relief.heights, SurfaceStyle())
    assert (painted(kept, changed, raster) == painted(fresh, changed, raster)).all()


def test_an_invisible_surface_paints_and_hides_nothing():
    assert painted(HILL, look(opacity=0.0)).sum() == 0
    assert reds(painted(HILL, look(opacity=0.0, curves=(pole(-1.2),)))) > 8


def test_holes_are_left_open():
    holed = SurfacePainter(LINES, LINES, np.where(np.hypot(X, Y) < 1, np.nan, HILL.relief.heights), SurfaceStyle())
    straight_down = look(elevation=1.5)
    middle = RASTER.to_pixel(straight_down.camera.project(np.zeros(3))).astype(int)
    assert painted(HILL, straight_down)[middle[1], middle[0], 3] == 255
    assert painted(holed, straight_down)[middle[1], middle[0], 3] == 0


def test_a_surface_without_any_height_is_painted_as_nothing():
    nothing = SurfacePainter(LINES, LINES, np.full_like(X, np.nan), SurfaceStyle())
    assert painted(nothing, look()).sum() == 0


def test_a_flat_surface_before_it_rises_can_be_painted():
    flat = replace(look(), box=replace(BOX, rise=0.0))
    assert painted(HILL, flat)[..., 3].any()


def test_higher_ground_has_the_lighter_colour_of_the_ramp():
    view = look()
    field = HILL.relief.field(view.box)
    style = SurfaceStyle(ambient=1.0, diffuse=0.0, gloss=0.0)
    colours = shade(field, HILL.relief.colours, view.camera, style).astype(int)
    assert tuple(colours[32, 32]) > tuple(colours[0, 0])
    assert colours[0, 0] == pytest.approx(style.ramp[0], abs=1)


def test_the_painters_order_draws_far_cells_first():
    view = look(azimuth=-0.7)
    field = HILL.relief.field(view.box)
    colours = shade(field, HILL.relief.colours, view.camera, SurfaceStyle())
    mesh = Mesh.of(field.points, colours, view.camera, RASTER)
    rows, columns = mesh.order
    assert list(rows) == sorted(rows)
    assert list(columns) == sorted(columns, reverse=True)
