"""WCAG 2.2 AA: axe-core finds nothing; keyboard alone, zoom, reduced motion, forced colours, print."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.rows import each

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]]


LOOKS = [*itertools.product(("page", "slides", "transcript"), ("light", "dark"), ("no-preference", "reduce"))]


@pytest.mark.parametrize(("product", "scheme", "motion"), each(LOOKS, 5))
def test_axe_finds_nothing(visit, lesson, product, scheme, motion):
    opened = visit(getattr(lesson, product), color_scheme=scheme, reduced_motion=motion, viewport=DESKTOP)
    assert faults(opened.page) == []


def test_axe_finds_nothing_after_answers_and_on_a_phone(visit, lesson):
    page = visit(lesson.page, viewport=PHONE).page
    for index, question in enumerate(page.locator("form.question").all()):
        question.locator("input").nth(index).check()
        question.locator("button[type=submit]").click()
    for folded in page.locator("summary").all():
        folded.click()
    assert faults(page) == []


def test_axe_would_find_a_planted_fault(visit, lesson):
    page = visit(lesson.page).page
    page.evaluate(
        "document.querySelector('h1').style.color = '#eee'; document.getElementById('reset').textContent = ''"
    )
    assert {name for name, _ in faults(page)} >= {"color-contrast", "button-name"}


def test_tab_reaches_everything_and_leaves_nothing_trapped(visit, lesson):
    """Every stop of the Tab key is another one, each can be seen, and the last leads out of the page."""
    page = visit(lesson.page).page
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"], video[controls]')]
            .filter(one => one.checkVisibility() && !one.disabled).length"""
    )
    stops = 0
    for _ in range(3 * wanted):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const one = document.activeElement;
              if (one === document.body) return 'out';
              const fresh = !one.dataset.visited;
              one.dataset.visited = true;
              const ring = getComputedStyle(one);
              const near = getComputedStyle(one.closest('.option') ?? one.querySelector('.handle-ring') ?? one);
              const shown = ring.outlineStyle !== 'none' || near.outlineStyle !== 'none' || near.stroke !== 'none';
              return { fresh, shown: shown || one.tagName === 'VIDEO', what: one.outerHTML.slice(0, 100) };
            }"""
        )
        if seen == "out":
            break
        assert seen["shown"], f"focus cannot be seen on {seen['what']}"
        stops += seen["fresh"]
    assert seen == "out"
    radios_skipped = page.evaluate("document.querySelectorAll('form.question').length")
    assert stops >= wanted - 3 * radios_skipped


@pytest.mark.parametrize("width", [640, 320])
def test_zoomed_to_200_and_400_per_cent_nothing_scrolls_sideways(visit, lesson, width):
    """A window of 1280 pixels zoomed so far is as wide as this in CSS pixels (WCAG 1.4.10)."""
    for product in (lesson.page, lesson.transcript):
        page = visit(product, viewport={"width": width, "height": 256}).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_target_is_at_least_24_pixels_high(visit, lesson):
    """WCAG 2.5.8; links in a line of text are exempt."""
    page = visit(lesson.page, viewport=PHONE).page
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input, summary, nav a, .takeaway a, .when')]
            .filter(one => one.checkVisibility())
            .map(one => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 80)])
            .filter(([height, what]) => height < 24 && !what.includes('radio'))"""
    )
    assert small == []


def test_reduced_motion_gets_stills_instead_of_clips(visit, lesson):
    page = visit(lesson.page, reduced_motion="reduce").page
    assert page.locator(".clip:visible").count() == 0
    assert page.locator("#one-knob .still:visible").count() == 3
    page.locator(".chapters a").nth(1).click()
    assert page.evaluate("document.getElementById('film').paused")


def test_forced_colours_keep_the_pictures(visit, lesson):
    page = visit(lesson.page, forced_colors="active").page
    strokes = page.evaluate(
        """() => ['.curve', '.tangent', '.arrow', '.level']
            .map(one => getComputedStyle(document.querySelector(one)).stroke)"""
    )
    text = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert set(strokes) == {text}


def test_print_has_the_text_and_the_stills_and_no_controls(visit, lesson):
    page = visit(lesson.page).page
    page.emulate_media(media="print")
    assert page.locator("video:visible").count() == 0
    assert page.locator(".play:visible, .answering:visible, .contents:visible").count() == 0
    assert page.locator("#one-knob .still:visible").count() == 3
    assert page.locator(".moment:visible").first.is_visible()


def test_print_unfolds_what_is_folded(visit, lesson):
    page = visit(lesson.page).page
    folded = page.locator("#recap .moment").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
    assert folded.bounding_box()["height"] > 20
