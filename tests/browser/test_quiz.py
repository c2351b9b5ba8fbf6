"""The quick check: choose, submit, feedback with the why and a link to the moment, try again."""

import pytest
from until import until


@pytest.fixture
def page(visit, lesson):
    return visit(lesson.page).page


@pytest.fixture
def question(page):
    return page.locator("#quick-check-check-1")


def part(root, name):
    return root.locator(f'[data-part="{name}"]')


def answer(question, index):
    question.locator("input").nth(index).check()
    part(question, "check").click()


def test_a_wrong_answer_gets_its_why_and_no_more(question):
    answer(question, 0)
    feedback = part(question, "feedback").inner_text()
    assert "Not quite" in feedback
    assert "That is the steepest way up." in feedback
    assert "negative points steepest downhill" not in feedback
    assert question.locator(".option.wrong").count() == 1
    assert question.locator(".option.right").count() == 0
    assert question.locator("input:enabled").count() == 0


def test_try_again_then_right(page, question):
    answer(question, 0)
    part(question, "again").click()
    assert part(question, "feedback").inner_text() == ""
    assert question.locator("input:enabled").count() == 3
    answer(question, 1)
    assert "Right" in part(question, "feedback").inner_text()
    assert "1 of 2 checks right" in page.locator("#progress-text").inner_text()


def test_nothing_chosen_says_so(question):
    part(question, "check").click()
    assert part(question, "feedback").inner_text() == "Choose an answer first."


def test_the_feedback_leads_to_the_moment_in_the_film(page, question, lesson):
    answer(question, 1)
    moment = next(one for one in lesson.story.moments if one.id == "quick-check/reveal")
    question.locator(".moment-link").click()
    until(page, "Math.abs(document.getElementById('film').currentTime - it) < 1", moment.start)


def test_the_feedback_is_a_status_that_is_announced(question):
    assert part(question, "feedback").get_attribute("role") == "status"


def test_the_whole_question_works_by_keyboard(page, question):
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Right" in part(question, "feedback").inner_text()
    assert page.evaluate("document.activeElement.dataset.part") == "again"
