"""The interactives: exact sentences, snapping, keys, buttons, mouse; and values against SymPy on a grid."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
import sympy
from small_story import BOX, MAP
from until import until

from mathora.export.content.story import AreaPlay, CurvePlay, Rest
from tests.rows import each, long

SENTENCE = "Cut squares of x = 0.35 from a 6×6 sheet: volume 9.8, slope 20.7, uphill"


@pytest.fixture
def page(visit, lesson):
    return visit(lesson.page).page


@pytest.fixture
def box(page):
    return page.locator("#best-box-play")


@pytest.fixture
def field(page):
    return page.locator("#steepest-descent-play")


def part(root, name):
    return root.locator(f'[data-part="{name}"]')


def slide(slider, value):
    slider.evaluate("(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')) }", value)


def at(field):
    return json.loads(field.get_attribute("data-at"))


def test_it_starts_with_the_sentence_of_the_lesson(box):
    assert part(box, "sentence").inner_text() == SENTENCE
    assert part(box, "slider").get_attribute("aria-valuetext") == SENTENCE
    assert part(box, "uphill").inner_text() == "uphill: a bigger cut still helps"


def test_the_best_cut_is_named_and_snapped_to(box):
    assert part(box, "best").inner_text() == "max 16 at x = 1"
    part(box, "best").click()
    assert part(box, "sentence").inner_text() == "Cut squares of x = 1 from a 6×6 sheet: volume 16, slope 0, level"
    assert part(box, "best").get_attribute("aria-pressed") == "true"
    slide(part(box, "slider"), 1.01)
    assert box.get_attribute("data-at") == "1"


def test_past_the_best_cut_it_goes_downhill(box):
    slide(part(box, "slider"), 1.5)
    assert (
        part(box, "sentence").inner_text() == "Cut squares of x = 1.5 from a 6×6 sheet: volume 13.5, slope −9, downhill"
    )
    assert part(box, "downhill").is_visible()
    assert not part(box, "uphill").is_visible()


def test_arrow_keys_walk_across_the_best_cut_without_sticking(box):
    slide(part(box, "slider"), 0.9)
    part(box, "slider").focus()
    seen = []
    for _ in range(4):
        part(box, "slider").press("ArrowRight")
        seen.append(float(box.get_attribute("data-at")))
    assert seen == [0.95, 1, 1.05, 1.1]


def test_buttons_do_what_dragging_does(box):
    part(box, "more").click()
    assert float(box.get_attribute("data-at")) == 0.4
    part(box, "less").click()
    part(box, "less").click()
    assert float(box.get_attribute("data-at")) == 0.3


def test_a_button_s_result_is_announced(page, box):
    part(box, "more").click()
    until(page, "document.getElementById('announcer').textContent.startsWith('Cut squares of x = 0.4 ')")


def test_the_tangent_on_screen_is_level_at_the_best_cut(box):
    part(box, "best").click()
    line = {name: float(box.locator(".tangent").get_attribute(name)) for name in ("x1", "y1", "x2", "y2")}
    assert line["y1"] == pytest.approx(line["y2"], abs=1e-9)
    assert line["x2"] > line["x1"]


@pytest.mark.parametrize("every", [6, long(1)])
def test_box_values_equal_sympy_s_on_a_grid(visit, real, every):
    """On a page whose functions SymPy's printer wrote from the script's model."""
    box = visit(real / "index.html").page.locator("#box-play")
    x = sympy.Symbol("x")
    volume = x * (6 - 2 * x) ** 2
    for step in range(0, 61, every):
        slide(part(box, "slider"), step / 20)
        here = sympy.Rational(step, 20)
        assert float(box.get_attribute("data-volume")) == pytest.approx(float(volume.subs(x, here)), abs=1e-12)
        assert float(box.get_attribute("data-slope")) == pytest.approx(float(volume.diff(x).subs(x, here)), abs=1e-12)


def test_map_values_equal_sympy_s_on_a_grid(visit, real):
    field = visit(real / "index.html").page.locator("#descent-play")
    w1, w2 = sympy.symbols("w_1 w_2")
    loss = w1**2 + 3 * w2**2
    for a in range(-4, 5, 2):
        slide(part(field, "first"), a / 2)
        for b in range(-4, 5, 2):
            slide(part(field, "second"), b / 2)
            where = {w1: sympy.Rational(a, 2), w2: sympy.Rational(b, 2)}
            assert float(field.get_attribute("data-height")) == pytest.approx(float(loss.subs(where)), abs=1e-12)
            slopes = json.loads(field.get_attribute("data-slopes"))
            assert slopes == pytest.approx([float(loss.diff(one).subs(where)) for one in (w1, w2)], abs=1e-12)


def test_at_the_far_end_nothing_is_praised(box):
    """V(3) = 0 and V'(3) = 0: level, and the worst of all cuts."""
    slide(part(box, "slider"), 3)
    assert part(box, "sentence").inner_text().endswith("volume 0, slope 0, level")
    assert part(box, "remark").inner_text() == "level: a minimum, lower than all near it"
    assert not any(part(box, name).is_visible() for name in ("uphill", "level", "downhill"))


def test_the_tangent_stays_in_the_picture_wherever_the_point_is(box):
    for at in (0, 0.35, 1, 2, 3):
        slide(part(box, "slider"), at)
        inside = box.evaluate(
            """box => {
              const frame = one => box.querySelector(one).getBoundingClientRect();
              const [line, plot] = ['.tangent', '[data-part=plot]'].map(frame);
              return line.left >= plot.left && line.right <= plot.right && line.top >= plot.top
                && line.bottom <= plot.bottom && line.width > 5;
            }"""
        )
        assert inside, at


CUBIC = CurvePlay(
    function="(x0) => 8 + Math.pow(x0 - 2, 3) - 3*(x0 - 2)",
    slope="(x0) => 3*Math.pow(x0 - 2, 2) - 3",
    name="V",
    colour="pink",
    at=BOX.at,
    domain=(0.0, 4.0),
    heights=(0.0, 11.4),
    sheet=8.0,
    start=0.5,
    best=(1.0, 10.0),
    rests=(Rest(1.0, "maximum"), Rest(3.0, "minimum")),
    remarks=BOX.remarks,
)
REMARKS = [
    (CUBIC, 0.5, "uphill"),
    (CUBIC, 1, "level"),
    (CUBIC, 2, "downhill"),
    (CUBIC, 3, "minimum"),
    (CUBIC, 3.5, "rising"),
    (CUBIC, 4, "last"),
    (replace(CUBIC, best=(4.0, 10.0)), 1, "maximum"),
    (replace(CUBIC, best=(4.0, 10.0)), 2, "falling"),
    (replace(CUBIC, rests=(Rest(1.0, "neither"),)), 1, "neither"),
    (replace(CUBIC, slope="(x0) => -1", rests=(), best=(0.0, 10.0)), 0, "first"),
    (replace(CUBIC, slope="(x0) => 0", rests=()), 2, "flat"),
    (replace(CUBIC, slope="(x0) => 1/0", rests=()), 2, "none"),
]


@pytest.mark.parametrize(("play", "at", "remark"), each(REMARKS, 3))
def test_every_remark_is_true_where_it_stands(visit, lesson, play, at, remark):
    chapters = tuple(replace(one, play=play) if one.play is BOX else one for one in lesson.story.chapters)
    path = lesson.write_page(replace(lesson.story, chapters=chapters), name=f"remark-{remark}.html")
    box = visit(path).page.locator("#best-box-play")
    slide(part(box, "slider"), at)
    assert box.get_attribute("data-remark") == remark
    shown = [name for name in ("uphill", "level", "downhill") if part(box, name).is_visible()]
    assert shown == [name for name in ("uphill", "level", "downhill") if name == remark]


WAVE = CurvePlay(
    function=CUBIC.function,
    slope=CUBIC.slope,
    name="f",
    colour="pink",
    at=BOX.at,
    domain=(0.0, 4.0),
    heights=(5.0, 11.0),
    start=0.5,
    best=(1.0, 10.0),
    rests=CUBIC.rests,
    remarks={"uphill": ("It rises.",), "level": ("It rests.",)},
)


def test_a_point_walks_along_any_curve_and_the_remarks_stand_wherever_they_hold(visit, lesson):
    chapters = tuple(replace(one, play=WAVE) if one.play is BOX else one for one in lesson.story.chapters)
    box = visit(lesson.write_page(replace(lesson.story, chapters=chapters), name="wave.html")).page.locator(
        "#best-box-play"
    )
    assert box.is_visible()
    assert part(box, "sheet").count() == part(box, "box").count() == 0
    said = {}
    for at in (0.5, 1, 2, 3, 3.5):
        slide(part(box, "slider"), at)
        said[at] = [part(box, name).inner_text() for name in ("uphill", "level") if part(box, name).is_visible()]
        assert part(box, "remark").inner_text() == ""
    assert said == {0.5: ["It rises."], 1: ["It rests."], 2: [], 3: ["It rests."], 3.5: ["It rises."]}
    assert part(box, "sentence").inner_text() == "f is 6.9 at x = 3.5, with slope 3.8, uphill"
    box.locator("[data-part=best]").click()
    assert part(box, "sentence").inner_text() == "f is 10 at x = 1, with slope 0, level"


POLE = replace(
    WAVE,
    function="(x0) => 1/(x0 - 2)",
    slope="(x0) => -1/Math.pow(x0 - 2, 2)",
    heights=(-4.0, 4.0),
    best=None,
    rests=(),
)


def test_no_line_leads_across_a_pole_and_nothing_is_best_there(visit, lesson):
    chapters = tuple(replace(one, play=POLE) if one.play is BOX else one for one in lesson.story.chapters)
    box = visit(lesson.write_page(replace(lesson.story, chapters=chapters), name="pole.html")).page.locator(
        "#best-box-play"
    )
    assert box.locator(".curve").get_attribute("d").count("M") == 2
    assert part(box, "best").is_hidden()
    slide(part(box, "slider"), 3)
    assert part(box, "sentence").inner_text() == "f is 1 at x = 3, with slope −1, downhill"


AREA = AreaPlay(
    function="(x0) => Math.pow(x0, 2)",
    name="f",
    colour="pink",
    at=BOX.at,
    domain=(0.0, 3.0),
    heights=(0.0, 9.6),
    over=(0.0, 2.0),
)


def test_bars_and_the_end_of_an_area_are_moved_and_read_out(visit, lesson):
    chapters = tuple(replace(one, play=AREA) if one.play is BOX else one for one in lesson.story.chapters)
    visited = visit(lesson.write_page(replace(lesson.story, chapters=chapters), name="area.html"))
    area = visited.page.locator("#best-box-play")
    assert part(area, "sentence").inner_text() == "From 0 to 2, the sum of the bars is 1.75; the area is 2.67"
    slide(part(area, "bars"), 100)
    assert float(area.get_attribute("data-sum")) == pytest.approx(2.6268)
    assert area.locator(".bars").get_attribute("d").count("M") == 100
    slide(part(area, "end"), 3)
    assert float(area.get_attribute("data-area")) == pytest.approx(9)
    assert part(area, "end").get_attribute("aria-valuetext") == part(area, "sentence").inner_text()
    assert visited.errors == []


def test_neighbouring_cuts_read_apart(box):
    """V(0.95) is 15.97, and not the 16 of the best cut."""
    read = []
    for stop in range(61):
        slide(part(box, "slider"), stop / 20)
        read.append(part(box, "sentence").inner_text().partition("volume ")[2].partition(",")[0])
    assert all(one != other for one, other in pairwise(read))
    assert read[19:22] == ["15.97", "16", "15.97"]


def test_the_gradient_is_read_out(field):
    assert part(field, "partial-first").inner_text() == "−3.2"
    assert part(field, "partial-second").inner_text() == "6"
    assert part(field, "gradient").inner_text() == "(−3.2, 6)"
    assert part(field, "height").inner_text() == "5.56"


def test_arrow_keys_move_the_point(page, field):
    point = field.locator(".point")
    point.focus()
    point.press("ArrowRight")
    point.press("Shift+ArrowDown")
    assert at(field) == pytest.approx([-1.5, 0.5])
    until(page, "document.getElementById('announcer').textContent.includes('w one = −1.5')")


def test_the_mouse_drags_the_point_and_the_map_holds_it(page, field):
    part(field, "map").scroll_into_view_if_needed()
    frame = part(field, "map").bounding_box()
    centre = (frame["x"] + frame["width"] * 270 / 520, frame["y"] + frame["height"] * 250 / 520)
    page.mouse.move(*centre)
    page.mouse.down()
    assert at(field) == pytest.approx([0, 0], abs=0.02)
    page.mouse.move(frame["x"] + frame["width"] + 300, frame["y"] - 50, steps=3)
    page.mouse.up()
    assert at(field) == [2, 2]


def test_a_tap_moves_the_point_and_a_swipe_beside_it_scrolls(visit, lesson):
    phone = visit(lesson.page, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).page
    field = phone.locator("#steepest-descent-play")
    part(field, "map").scroll_into_view_if_needed()
    frame = part(field, "map").bounding_box()
    phone.touchscreen.tap(frame["x"] + frame["width"] * 270 / 520, frame["y"] + frame["height"] * 250 / 520)
    assert at(field) == pytest.approx([0, 0], abs=0.03)
    assert part(field, "map").evaluate("map => getComputedStyle(map).touchAction") == "auto"
    assert field.locator(".point").evaluate("point => getComputedStyle(point).touchAction") == "none"


def test_the_arrow_on_screen_is_perpendicular_to_the_level_set(field):
    """Both axes have one unit: the drawn arrow has the direction of (∂L/∂w₁, ∂L/∂w₂)."""
    slide(part(field, "first"), 1)
    slide(part(field, "second"), 1)
    path = field.locator(".arrow").get_attribute("d")
    x0, y0, x1, y1 = map(float, path.replace("M", "").replace("L", " ").split())
    assert (y0 - y1) / (x1 - x0) == pytest.approx(3, rel=1e-6)


def test_a_step_of_descent_lowers_the_loss_by_the_rule(field):
    part(field, "descend").click()
    assert at(field) == pytest.approx([-1.6 - 0.1 * -3.2, 1 - 0.1 * 6])
    for _ in range(3):
        before = float(field.get_attribute("data-height"))
        part(field, "descend").click()
        assert float(field.get_attribute("data-height")) < before
    assert field.locator(".trail-dot").count() == 4
    part(field, "again").click()
    assert at(field) == [-1.6, 1]
    assert field.locator(".trail-dot").count() == 0


def test_a_step_that_leaves_the_map_is_told_and_not_cut(visit, lesson):
    """The rate 1: from (−1.6, 1) the rule leads to (1.6, −5), where the loss is 77.56."""
    wild = tuple(replace(one, play=replace(MAP, rate=1.0)) if one.play is MAP else one for one in lesson.story.chapters)
    path = lesson.write_page(replace(lesson.story, chapters=wild), name="wild.html")
    field = visit(path).page.locator("#steepest-descent-play")
    part(field, "descend").click()
    assert at(field) == [-1.6, 1]
    assert field.locator(".trail-dot").count() == 0
    assert part(field, "remark").inner_text() == (
        "This step would leave the map: it leads to (1.6, −5), where the loss would be 77.56, and is 5.56 here. "
        "The point stays."
    )
    part(field, "again").click()
    assert part(field, "remark").inner_text() == ""


def test_on_a_phone_the_letters_of_a_picture_can_be_read(visit, lesson):
    phone = visit(lesson.page, viewport={"width": 390, "height": 844}).page
    sizes = phone.evaluate(
        """() => [...document.querySelectorAll('.play svg[data-part=plot] text, .play svg[data-part=map] > text')]
            .map(one => parseFloat(getComputedStyle(one).fontSize) * one.ownerSVGElement.getScreenCTM().a)"""
    )
    assert len(sizes) > 10
    assert min(sizes) >= 10
