"""`mathora preview`: pictures and films follow each save, and nobody else may look. In a browser: tests/browser."""

from __future__ import annotations

import json
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
import uvicorn
from PIL import Image

from mathora.cli.cursor import tell_cursor
from mathora.cli.preview.serving import Pages


@contextmanager
def previewing(path, out, **more):
    """A preview of a script in a thread: what asks it (relative to the token), and its address."""
    pages = Pages(path, {"quality": "draft", "out": out, "voice": "none", **more}, "secret")
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(pages.application(), log_level="error", timeout_graceful_shutdown=3))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        base = f"http://127.0.0.1:{door.getsockname()[1]}"
        try:
            yield pages, base
        finally:
            pages.end()
            server.should_exit = True
            thread.join(30)


def answer(address, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as response:  # noqa: S310 - ours
            return response.status, response.read(), response.headers
    except urllib.error.HTTPError as error:
        return error.code, b"", error.headers


def until(pages, what, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if hasattr(pages, "studio") and what(pages.studio.shown):
            return pages.studio.shown
        threading.Event().wait(0.02)
    raise AssertionError(f"never: {pages.studio.shown}")


def settled(shown):
    return bool(shown.steps) and not shown.busy and not shown.faults and not any(step.late for step in shown.steps)


@pytest.mark.slow
def test_what_is_not_well_composed_is_told_at_its_step_beside_the_faults(course, badly_composed):
    with previewing(badly_composed, course / "media") as (pages, _):
        (remark,) = until(pages, settled).remarks
        assert (remark.rule, "do: draw" in remark.quoted) == ("picture-aside", True)
        good = badly_composed.read_text()
        badly_composed.write_text(good.replace("title", "titel", 1))
        assert until(pages, lambda shown: shown.faults).remarks == ()
        badly_composed.write_text("\n" + good)
        (again,) = until(pages, settled).remarks
        assert again.line == remark.line + 1


@pytest.mark.slow
def test_pictures_and_films_follow_each_save(course, write):
    path = write("slopes")
    with previewing(path, course / "media") as (pages, base):
        first = until(pages, settled).steps[0].picture
        status, picture, _ = answer(f"{base}/secret/picture/{first}.png")
        assert (status, picture[:4]) == (200, b"\x89PNG")
        good = path.read_text()
        path.write_text(good.replace("= 2x", "= x + x"))
        newer = until(pages, lambda shown: settled(shown) and shown.steps[0].picture != first).steps[0]
        assert answer(f"{base}/secret/picture/{newer.picture}.png")[1] != picture
        status, film, headers = answer(f"{base}/secret/film/{newer.address}")
        assert (status, film[4:8], headers["accept-ranges"]) == (200, b"ftyp", "bytes")
        assert answer(f"{base}/secret/film/{newer.address}", Range="bytes=0-9")[0] == 206
        path.write_text(path.read_text().replace("say: ", "say: Now see. "))
        until(pages, lambda shown: settled(shown) and shown.steps[0].say.startswith("Now see."))
        assert answer(f"{base}/secret/film/{newer.address}")[1] != film
        assert answer(f"{base}/secret/film/by-hand/none")[0] == 404
        assert answer(f"{base}/secret/picture/nothing.png")[0] == 404


@pytest.mark.slow
@pytest.mark.parametrize("asked", [{"aspects": ("9:16",), "theme": "light"}, {}])
def test_it_has_the_shape_and_the_theme_that_is_asked_for_or_else_the_lesson_s(asked, course, write):
    path = write("slopes")
    if not asked:
        path.write_text(path.read_text().replace("sections:", "aspect: 9:16\ntheme: light\nsections:"))
    with previewing(path, course / "media", **asked) as (pages, base):
        key = until(pages, settled).steps[0].picture
        with Image.open(BytesIO(answer(f"{base}/secret/picture/{key}.png")[1])) as picture:
            assert picture.height * 9 == picture.width * 16
            assert min(picture.convert("RGB").getpixel((2, 2))) > 200


def test_nobody_without_the_token_or_from_another_host_is_answered(course, write):
    with previewing(write("slopes", show="f'(x) = 3x"), course / "media") as (pages, base):
        until(pages, lambda shown: shown.faults)
        assert answer(f"{base}/")[0] == answer(f"{base}/secre/")[0] == 404
        assert answer(f"{base}/secret/", Host="evil.example")[0] == 400
        status, page, headers = answer(f"{base}/secret/")
        assert (status, b"Mathora preview" in page) == (200, True)
        assert headers["Content-Security-Policy"].startswith("default-src 'self'")
        for outside in ("..%2f..%2fscripts%2fslopes.yaml", "%2e%2e/scripts/slopes.yaml"):
            assert answer(f"{base}/secret/products/{outside}")[0] == 404


def test_events_tell_all_that_is_shown_and_then_what_changes(course, write):
    with previewing(write("slopes", show="f'(x) = 3x"), course / "media") as (pages, base):
        until(pages, lambda shown: shown.faults)
        with urllib.request.urlopen(f"{base}/secret/events") as events:  # noqa: S310 - ours
            told = json.loads(events.readline().removeprefix(b"data: "))
        assert [fault["rule"] for fault in told["faults"]] == ["formula-false"]


def test_a_saved_course_file_is_read_and_its_faults_are_shown_in_it(course, write):
    with previewing(write("slopes", show="f'(x) = 3x"), course / "media") as (pages, _):
        until(pages, lambda shown: shown.faults)
        (course / "course.yaml").write_text("titel: Mine\n")
        shown = until(pages, lambda shown: shown.faults and shown.faults[0].rule == "unknown-key")
        (fault,) = shown.faults
        assert (Path(fault.file).name, fault.line, fault.quoted) == ("course.yaml", 1, "titel: Mine")


@pytest.mark.slow
def test_the_step_under_an_editor_s_cursor_comes_into_focus(course, write):
    path, more = write("slopes"), "      - {do: line, with: {reason: Again}, say: Once more., show: f(x) = x^2}\n"
    path.write_text(path.read_text() + more)
    tell_cursor(course / "media", path, 1)
    assert not (course / "media").exists(), "nobody wants to know"
    with previewing(path, course / "media") as (pages, _):
        until(pages, lambda shown: shown.focus == "by-hand/line")
        tell_cursor(course / "media", course / "scripts" / "other.yaml", 16)
        tell_cursor(course / "media", path, len(path.read_text().splitlines()))
        until(pages, lambda shown: shown.focus == "by-hand/line-2")
    assert not (course / "media" / ".cache" / "cursor").exists()
