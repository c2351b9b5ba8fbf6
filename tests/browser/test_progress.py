"""Progress: kept over a reload, reset visibly, forgotten only where the lesson changed, and no need of storage."""

from dataclasses import replace

from until import until

BLOCKED = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })"
)


def answer(page, question, index):
    """Chooses and checks; a font that arrives late would move the button away from under the mouse."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.locator(f"#quick-check-check-{question} input").nth(index).check()
    page.locator(f"#quick-check-check-{question} [data-part=check]").click()
    until(page, "document.querySelector(`#quick-check-check-${it} .why`)", question)


def feedback(page, question):
    return page.locator(f"#quick-check-check-{question} [data-part=feedback]").inner_text()


def progress(page):
    return page.locator("#progress-text").inner_text()


def test_answers_and_position_outlive_a_reload(visit, lesson):
    page = visit(lesson.page).page
    answer(page, 1, 1)
    answer(page, 2, 0)
    page.evaluate("document.getElementById('film').currentTime = 21.5")
    until(page, "document.getElementById('film').readyState > 1 && !document.getElementById('film').seeking")
    page.evaluate("document.getElementById('film').dispatchEvent(new Event('pause'))")
    page.reload()
    assert "Right" in feedback(page, 1)
    assert "Not quite" in feedback(page, 2)
    assert "1 of 2 checks right" in progress(page)
    assert page.locator("#resume").inner_text().startswith("You stopped at 0:21")
    page.locator("#resume button").click()
    until(page, "document.getElementById('film').currentTime > 21")


def test_a_section_seen_to_its_end_is_watched(visit, lesson):
    page = visit(lesson.page).page
    page.evaluate(
        """end => {
          const film = document.getElementById('film');
          Object.defineProperty(film, 'paused', { get: () => false });
          let now = 0;
          Object.defineProperty(film, 'currentTime', { get: () => now, set: value => { now = value; } });
          for (now = 0.5; now < end; now += 1) film.dispatchEvent(new Event('timeupdate'));
        }""",
        lesson.story.chapters[0].end,
    )
    assert progress(page).startswith("1 of 7 sections watched")
    assert page.locator(".chapters li.watched").count() == 1
    page.reload()
    assert progress(page).startswith("1 of 7 sections watched")


def test_a_section_whose_clip_was_played_is_watched(visit, lesson):
    page = visit(lesson.page).page
    chapter = lesson.story.chapters[1]
    page.evaluate(
        """length => {
          const clip = document.querySelector('#gradient video');
          Object.defineProperty(clip, 'paused', { get: () => false });
          let now = 0;
          Object.defineProperty(clip, 'currentTime', { get: () => now, set: value => { now = value; } });
          for (now = 0.5; now <= length; now += 0.5) clip.dispatchEvent(new Event('timeupdate'));
        }""",
        chapter.end - chapter.start,
    )
    assert progress(page).startswith("1 of 7 sections watched")
    assert page.locator(".chapters li.watched").get_attribute("data-section") == "gradient"


def test_a_clip_whose_file_ends_early_is_watched_when_the_browser_ends_it(visit, lesson):
    """The last frame's hold may be cut off by seconds: the browser says that it ended, and that counts."""
    page = visit(lesson.page).page
    page.evaluate(
        """() => {
          const clip = document.querySelector('#gradient video');
          let [now, paused] = [0, false];
          Object.defineProperty(clip, 'paused', { get: () => paused });
          Object.defineProperty(clip, 'currentTime', { get: () => now, set: value => { now = value; } });
          for (now = 0.2; now <= 5.2; now += 0.25) clip.dispatchEvent(new Event('timeupdate'));
          paused = true;
          clip.dispatchEvent(new Event('ended'));
        }"""
    )
    assert page.locator(".chapters li.watched").get_attribute("data-section") == "gradient"


def test_a_jump_to_the_end_is_not_watching(visit, lesson):
    page = visit(lesson.page).page
    page.evaluate(
        """end => new Promise(done => {
          film.addEventListener('ended', () => requestAnimationFrame(() => done(true)), { once: true });
          film.currentTime = end - 0.3;
          film.play();
        })""",
        lesson.story.duration,
    )
    assert progress(page).startswith("0 of 7")


def test_reset_forgets_everything_visibly(visit, lesson):
    page = visit(lesson.page).page
    answer(page, 1, 1)
    page.locator("#reset").click()
    assert feedback(page, 1) == ""
    assert "0 of 2 checks right" in progress(page)
    until(page, "document.getElementById('announcer').textContent === 'Progress was reset.'")
    page.reload()
    assert feedback(page, 1) == ""


def test_an_edit_resets_only_what_it_changed(visit, lesson, browser):
    path = lesson.write_page(lesson.story, name="edited.html")
    context = browser.new_context()
    page = visit(path, context=context).page
    answer(page, 1, 1)
    answer(page, 2, 1)
    lesson.write_page(edited(lesson.story), name="edited.html")
    page.reload()
    assert feedback(page, 1) == ""
    assert "Right" in feedback(page, 2)


def edited(story):
    """The story with another first question."""
    chapters = []
    for chapter in story.chapters:
        checks = tuple(
            replace(one, ask=("Another question?",)) if not index else one for index, one in enumerate(chapter.checks)
        )
        chapters.append(replace(chapter, checks=checks))
    return replace(story, chapters=tuple(chapters))


def test_the_page_works_when_storage_is_blocked(visit, lesson):
    page = visit(lesson.page, before=BLOCKED).page
    answer(page, 1, 1)
    assert "Right" in feedback(page, 1)
    assert "1 of 2 checks right" in progress(page)
    assert "blocks storage" in page.locator("#remembers").text_content()
    page.locator("#best-box-play [data-part=more]").click()
    assert page.locator("#best-box-play").get_attribute("data-at") == "0.4"


def test_rubbish_in_storage_is_no_harm(visit, lesson):
    page = visit(
        lesson.page,
        before='localStorage.setItem(\'mathora:small\', \'{"watched": 3, "answers": [], "position": "x"}\')',
    ).page
    answer(page, 1, 1)
    assert "1 of 2 checks right" in progress(page)


def test_a_lesson_without_questions_and_interactives_works(visit, lesson):
    bare = tuple(replace(one, checks=(), play=None, cleared=(), points=()) for one in lesson.story.chapters)
    path = lesson.write_page(replace(lesson.story, chapters=bare), name="plain.html")
    page = visit(path).page
    assert progress(page) == "0 of 7 sections watched"
    page.locator(".chapters a").nth(2).click()
    until(page, "Math.abs(document.getElementById('film').currentTime - it) < 1", bare[2].start)
    page.locator("#gradient [data-part=start]").click()
    until(page, "!document.querySelector('#gradient video').paused")
