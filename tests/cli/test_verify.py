"""`mathora verify`: what is not what it was when it was made is named; nothing is changed."""

from __future__ import annotations

import json

import pytest

from mathora.export.note import NotedProduct, digest_in, write_note
from mathora.plan import DrawnStep, StepFacts
from mathora.render import ClipStore
from mathora.render.parts import PartStore


@pytest.fixture
def media(course):
    """A lesson with two products, one drawn clip, and a part that products are made of."""
    place = course / "media" / "slopes"
    (place / "clips").mkdir(parents=True)
    (place / "film.mp4").write_bytes(b"a film")
    (place / "clips" / "one.mp4").write_bytes(b"a clip")
    files = {"mp4": "film.mp4", "slides": "clips/one.mp4"}
    write_note(place, {name: NotedProduct("k", {file: digest_in(place / file)}) for name, file in files.items()})
    drawn = DrawnStep(index=0, video=b"a film", still=b"a still", facts=StepFacts(motion=1))
    ClipStore(course / "media" / ".cache").add("ab" * 32, drawn)
    PartStore(course / "media" / ".cache", "").part(".m4a", "said", lambda path: path.write_bytes(b"a sentence"))
    return course / "media"


def test_all_is_well(run, media):
    (media / "slopes" / "notes.txt").write_text("of the author's own")
    result = run("verify", "media/")
    assert (result.exit_code, result.stdout) == (
        0, "media: every file is what it was when it was made; lessons: 1\n",
    )  # fmt: skip
    assert run("verify", "media/slopes").exit_code == 0
    assert run("verify").exit_code == 0


def test_a_storyboard_is_looked_at_and_is_no_lesson(run, media):
    place = media / "slopes.storyboard"
    place.mkdir()
    (place / "a.png").write_bytes(b"a picture")
    write_note(place, {"storyboard": NotedProduct("k", {"a.png": digest_in(place / "a.png")})})
    assert "lessons: 1\n" in run("verify", "media").stdout
    (place / "a.png").write_bytes(b"another")
    assert "slopes.storyboard/a.png is not what it was" in run("verify", "media").stderr


@pytest.mark.parametrize("damage", ["flip", "cut", "lose"])
@pytest.mark.parametrize("where", ["slopes/film.mp4", "slopes/clips/one.mp4"])
def test_a_damaged_product_is_named(run, media, where, damage):
    path = media / where
    whole = path.read_bytes()
    path.write_bytes({"flip": bytes([whole[0] ^ 1]) + whole[1:], "cut": whole[:-1], "lose": b""}[damage])
    if damage == "lose":
        path.unlink()
    result = run("verify", "media")
    assert result.exit_code == 1
    assert f"media/{where} is not what it was" in result.stderr
    assert "mathora render" in result.stderr
    events = [json.loads(line) for line in run("verify", "media", "--json").stdout.splitlines()]
    assert events == [
        {"event": "damaged", "path": f"media/{where}"},
        {"event": "verified", "folder": "media", "lessons": ["slopes"], "damaged": 1},
    ]


@pytest.mark.parametrize("kind", ["objects", "clips", "parts"])
def test_a_damaged_clip_or_part_is_named_and_left_where_it_is(run, media, kind):
    path = next(path for path in (media / ".cache" / kind).rglob("*") if path.is_file())
    path.write_bytes(path.read_bytes() + b"\x00")
    result = run("verify", "media")
    assert (result.exit_code, path.name in result.stderr, path.exists()) == (1, True, True)


def test_a_folder_that_is_not_there_is_wrong_usage(run):
    assert run("verify", "nowhere").exit_code == 2


def test_a_note_that_names_what_no_file_can_be_called_is_damaged_and_no_failure(run, media):
    note = media / "slopes" / ".products.json"
    note.write_text(note.read_text().replace("film.mp4", "film\\u0000"))
    assert run("verify", "media").exit_code == 1
    for damage in ("[" * 100_000, note.read_text().replace('"files"', '"fimes"', 1), "\x00"):
        note.write_text(damage)
        result = run("verify", "media")
        assert (result.exit_code, "slopes/.products.json is not what it was" in result.stderr) == (1, True)


def test_what_is_no_receipt_is_told_by_what_it_lacks(run, course):
    (course / "proofs.json").write_text("{}")
    assert "this is no receipt of proofs: it has no 'digest'" in run("verify", "proofs.json").stderr


def test_a_receipt_nested_without_end_is_told(run, course):
    (course / "proofs.json").write_text("[" * 100_000)
    result = run("verify", "proofs.json")
    assert (result.exit_code, "this is no receipt of proofs" in result.stderr) == (1, True)
