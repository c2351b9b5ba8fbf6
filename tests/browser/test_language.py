"""A page in German speaks German while it is used, and writes numbers as German does."""

from dataclasses import replace

import pytest

from mathora.words import words_of
from tests.words.catalogue_words import words_of_catalogue, words_of_text


@pytest.fixture(scope="module")
def german(lesson):
    story = replace(lesson.story, words=words_of("de"))
    return lesson.write_page(story, name="german.html")


@pytest.fixture
def page(visit, german):
    return visit(german).page


def part(root, name):
    return root.locator(f'[data-part="{name}"]')


def said_by_scripts(page):
    """What stands in the places that scripts write: all words and spoken values of the interactives and the shelf."""
    texts = page.evaluate(
        """() => [...document.querySelectorAll("#progress-text, #remembers, .play [data-part], .sign, .play [role]")]
          .flatMap((one) => [one.textContent, one.getAttribute("aria-valuetext"), one.getAttribute("aria-label"),
            one.getAttribute("aria-roledescription")])"""
    )
    words = words_of_text(" ".join(filter(None, texts)))
    return {word for word in words if max(word) < "\U0001d400"}  # the symbols of pictures are mathematical letters


def test_the_interactives_say_what_the_catalogue_says(page, lesson):
    plays = page.locator(".play")
    assert plays.count() == 2
    for button in ("descend", "more", "best", "less"):
        part(page, button).first.click()
    spoken = {word for one in lesson.story.chapters if one.play for word in words_of_text(str(one.play))}
    assert said_by_scripts(page) - words_of_catalogue(words_of("de")) - spoken == set()


def test_numbers_have_a_decimal_comma_and_pairs_a_semicolon(page):
    box = page.locator("#best-box-play")
    assert "," in part(box, "at").inner_text()
    assert "Volumen" in part(box, "sentence").inner_text()
    assert "." not in part(box, "sentence").inner_text()
    assert ";" in part(page, "gradient").inner_text()


def test_the_quiz_answers_in_german(page):
    question = page.locator("form.question").first
    part(question, "check").click()
    assert part(question, "feedback").inner_text() == "Wähle zuerst eine Antwort."
    question.locator("input").first.check()
    part(question, "check").click()
    assert part(question, "sign").first.inner_text() in {"✓ Richtig", "✗ Nicht ganz"}


def test_the_page_says_its_language_and_so_do_its_tracks(page):
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.evaluate("[...new Set([...document.querySelectorAll('track')].map((one) => one.srclang))]") == ["de"]


def test_progress_is_told_in_german(page):
    text = page.locator("#progress-text").inner_text()
    assert "Abschnitten gesehen" in text
    page.locator("#reset").click()
    assert page.locator("#progress-text").inner_text() == text
