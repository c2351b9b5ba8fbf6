"""The deck: links to a slide, a clip that plays once and stops, reduced motion, notes, overview, touch, keys."""

import pytest
from until import until

NOW = "document.querySelector('section.present:not(.stack)')"


@pytest.fixture
def page(visit, lesson):
    opened = visit(lesson.slides, "#/one-knob/freeze").page
    until(opened, f"{NOW}?.id === 'one-knob/freeze'")
    return opened


def test_a_link_leads_to_a_slide_and_its_clip_plays_once(page):
    until(page, f"{NOW}.querySelector('video').ended")
    assert page.evaluate(f"[{NOW}.querySelector('video').loop, {NOW}.querySelector('video').muted]") == [False, True]


def test_keys_lead_through_all_steps_in_their_order(page, lesson):
    page.keyboard.press("Home")
    until(page, f"{NOW}.id === '{lesson.story.moments[0].id}'")
    for moment in lesson.story.moments[1:]:
        page.keyboard.press("Space")
        until(page, f"{NOW}.id === it", moment.id)
    until(page, "decodeURIComponent(location.hash) === `#/${it}`", lesson.story.moments[-1].id)


def test_right_and_left_lead_through_every_step_of_every_section(page, lesson):
    ids = [moment.id for moment in lesson.story.moments]
    page.keyboard.press("Home")
    until(page, f"{NOW}.id === '{ids[0]}'")
    for key, way in (("ArrowRight", ids[1:]), ("ArrowLeft", ids[-2::-1])):
        for moment in way:
            page.keyboard.press(key)
            until(page, f"{NOW}.id === it", moment)


def test_down_and_up_stay_within_the_section(page, lesson):
    own = [moment.id for moment in lesson.story.chapters[0].moments]
    page.keyboard.press("Home")
    until(page, f"{NOW}.id === '{own[0]}'")
    for key, way in (("ArrowDown", [*own[1:], own[-1]]), ("ArrowUp", [*own[-2::-1], own[0]])):
        for moment in way:
            page.keyboard.press(key)
            until(page, f"{NOW}.id === it", moment)


def test_the_arrow_on_the_screen_leads_to_the_next_step(page):
    page.locator(".controls .navigate-right").click()
    until(page, f"{NOW}.id === 'one-knob/other'")


def test_formulas_stand_on_the_slide_as_mathml(page):
    assert page.evaluate(f"{NOW}.querySelectorAll('.formulas math').length") == 1


def test_the_narration_is_in_the_speaker_s_notes(page):
    assert "Hold" in page.evaluate(f"{NOW}.querySelector('aside.notes').textContent")


def test_the_speaker_view_opens_and_shows_the_notes(page):
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    until(popup.value, "document.querySelector('.speaker-controls-notes .value')?.textContent.includes('Hold')")


def test_overview_shows_all_and_leads_back(page):
    page.keyboard.press("o")
    until(page, "document.querySelector('.reveal').classList.contains('overview')")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    until(
        page, f"!document.querySelector('.reveal').classList.contains('overview') && {NOW}.id.startsWith('gradient/')"
    )


def test_reduced_motion_gets_the_last_frame_at_once(visit, lesson):
    page = visit(lesson.slides, "#/one-knob/freeze", reduced_motion="reduce").page
    until(page, f"{NOW}?.id === 'one-knob/freeze'")
    until(page, f"{NOW}.querySelector('img').complete")
    assert page.evaluate(f"getComputedStyle({NOW}.querySelector('img')).visibility") == "visible"
    assert page.evaluate(f"{NOW}.querySelector('video').paused")


def test_a_swipe_leads_on(visit, lesson):
    page = visit(lesson.slides, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).page
    until(page, f"{NOW}?.id === 'one-knob/surface'")
    hand = page.context.new_cdp_session(page)
    for kind, heights in (("touchStart", [600]), ("touchMove", [500]), ("touchMove", [400]), ("touchEnd", [])):
        points = [{"x": 200, "y": height} for height in heights]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    until(page, f"{NOW}.id === 'one-knob/freeze'")


def test_upright_the_words_under_the_picture_can_be_read(visit, lesson):
    """On a phone held upright a formula's letters are as large as the page's, and stand below the picture."""
    page = visit(lesson.slides, "#/one-knob/freeze", viewport={"width": 390, "height": 844}).page
    until(page, f"{NOW}?.id === 'one-knob/freeze'")
    seen = page.evaluate(
        f"""() => {{
          const [formula, picture] = ['.formulas math', '.picture'].map(one => {NOW}.querySelector(one));
          const scale = picture.getBoundingClientRect().width / picture.offsetWidth;
          return [scale * parseFloat(getComputedStyle(formula).fontSize),
                  picture.getBoundingClientRect().bottom, formula.getBoundingClientRect().top,
                  formula.getBoundingClientRect().right];
        }}"""
    )
    size, bottom, top, right = seen
    assert size >= 16
    assert top > bottom
    assert right <= 390


def test_turning_the_phone_brings_the_bar_back(page):
    page.set_viewport_size({"width": 390, "height": 844})
    until(page, f"getComputedStyle({NOW}.querySelector('.bar')).flexDirection === 'column'")
    page.set_viewport_size({"width": 844, "height": 390})
    until(page, f"getComputedStyle({NOW}.querySelector('.bar')).flexDirection === 'row'")
    until(page, f"{NOW}.querySelector('.bar').getBoundingClientRect().bottom <= 391")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_symbol_s_shade_is_the_film_s_whatever_the_system_prefers(visit, lesson, scheme):
    """The deck is as dark as its film; a light shade on its dark bar, also where the system is light."""
    light = lesson.folder / "light.html"
    light.write_text(lesson.slides.read_text().replace('<html lang="en">', '<html lang="en" data-theme="light">', 1))
    shades = [
        visit(deck, "#/one-knob/freeze", color_scheme=scheme).page.evaluate(
            "getComputedStyle(document.querySelector('.formulas .ink-blue')).color"
        )
        for deck in (lesson.slides, light)
    ]
    assert shades == ["rgb(120, 176, 240)", "rgb(63, 95, 176)"]
