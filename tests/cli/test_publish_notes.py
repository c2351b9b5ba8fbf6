"""`mathora publish-notes`: chapters as video sites want them; and what a course says reaches its lessons' commands."""

from __future__ import annotations

import json

from mathora.cli.publish_notes import cues, joined

TRACK = """WEBVTT

00:00:00.000 --> 00:00:40.000
Many knobs &amp; one loss

00:00:40.000 --> 00:00:45.000
Too short

00:00:45.000 --> 00:02:00.500
The gradient

00:02:00.500 --> 01:02:00.000
Recap
"""


def test_short_chapters_go_with_the_one_before():
    assert list(joined(cues(TRACK))) == [(0, "Many knobs & one loss"), (45, "The gradient"), (120, "Recap")]


def test_too_few_chapters_are_none():
    assert list(joined(cues(TRACK)[:2])) == []


def test_notes_of_a_rendered_lesson(run, course, write):
    write("slopes")
    (course / "course.yaml").write_text("author: A. Teacher\naddresses: [https://example.org]\n")
    folder = course / "media" / "slopes"
    folder.mkdir(parents=True)
    (folder / "chapters.vtt").write_text(TRACK)
    (folder / "slopes.mp4").write_bytes(b"")
    result = run("publish-notes", "slopes", "--json")
    (told,) = map(json.loads, result.stdout.splitlines())
    assert told["title"] == "Slopes"
    assert "0:00 Many knobs & one loss\n0:45 The gradient\n2:00 Recap" in told["description"]
    assert told["description"].endswith("https://example.org\nA. Teacher")
    assert set(told["files"]) == {"film"}


def test_notes_of_a_short_are_those_of_its_own_folder(run, course, write):
    write("slopes")
    folder = course / "media" / "slopes.9x16"
    folder.mkdir(parents=True)
    (folder / "chapters.vtt").write_text(TRACK)
    (folder / "slopes.mp4").write_bytes(b"")
    (told,) = map(json.loads, run("publish-notes", "slopes", "--aspect", "9:16", "--json").stdout.splitlines())
    assert told["files"] == {"film": "media/slopes.9x16/slopes.mp4"}
    assert run("publish-notes", "slopes").exit_code == 2
    path = course / "scripts" / "slopes.yaml"
    path.write_text(path.read_text().replace("title: Slopes", "title: Slopes\naspect: '9:16'", 1))
    assert run("publish-notes", "slopes").exit_code == 0


def test_no_sign_is_in_the_notes_that_a_video_site_refuses(run, course, write):
    write("slopes")
    path = course / "scripts" / "slopes.yaml"
    path.write_text(path.read_text().replace("title: Slopes", "title: Slopes $< 1$", 1))
    folder = course / "media" / "slopes"
    folder.mkdir(parents=True)
    (folder / "chapters.vtt").write_text(TRACK.replace("Recap", "From $f'(0) &gt; 0$ on"))
    (told,) = map(json.loads, run("publish-notes", "slopes", "--json").stdout.splitlines())
    assert not {*told["title"], *told["description"]} & {*"<>"}
    assert "＞ 0" in told["description"]


def test_a_lesson_that_was_not_rendered_is_wrong_usage(run, write):
    write("slopes")
    result = run("publish-notes", "slopes")
    assert (result.exit_code, "has not been rendered" in result.stderr) == (2, True)


def test_a_film_without_chapters_is_told_as_what_it_is(run, course, write):
    write("slopes")
    film = course / "media" / "slopes" / "slopes.mp4"
    film.parent.mkdir(parents=True)
    film.write_bytes(b"")
    result = run("publish-notes", "slopes")
    assert (result.exit_code, "slopes has no chapters yet: mathora render" in result.stderr) == (2, True)


def test_the_course_orders_its_lessons_and_tells_one_that_is_not_there(run, course, write):
    write("a")
    write("b")
    (course / "course.yaml").write_text("order: [b, a]\n")
    checked = [line.split(":")[0] for line in run("check").stdout.splitlines()]
    assert checked == ["scripts/b.yaml", "scripts/a.yaml"]
    (course / "course.yaml").write_text("order: [b, aa]\n")
    result = run("check")
    assert result.exit_code == 1
    assert "course.yaml:1:12: there is no lesson 'aa' in scripts" in result.stderr
