"""What products share has one name in all of them, and is made only if a product asks for it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from real_lesson import real_order

from mathora.export import shared_parts
from mathora.export.shared_parts import SharedParts
from mathora.render.parts import PartStore


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    return real_order(tmp_path_factory.mktemp("clips"))


@pytest.fixture
def shared(order, tmp_path):
    with ThreadPoolExecutor(1) as beside:
        yield SharedParts(order, PartStore(tmp_path, ""), tmp_path, beside)


def test_each_file_is_named_after_its_step_or_section(shared):
    assert shared.film_name == "real.mp4"
    assert shared.still_names["box/fold"] == "stills/box.fold.jpg"
    assert shared.clip_names["box/fold"] == "clips/box.fold.mp4"
    assert shared.section_names["box"] == "sections/box.mp4"


def test_no_two_files_have_one_name(shared):
    every = [
        *shared.still_names.values(),
        *shared.clip_names.values(),
        *shared.section_names.values(),
        shared.film_name,
    ]
    assert len(every) == len(set(every))


def test_what_no_product_asks_for_is_not_made(shared, monkeypatch):
    def fails(*_, **__):
        raise AssertionError("made")

    for name in ("write_film", "encoded", "stills", "write_with_music"):
        monkeypatch.setattr(shared_parts, name, fails)
    assert shared.story is shared.story
    assert shared.sound == {}
    assert shared.clips == {moment.id: moment.clip for moment in shared.story.moments}  # as they were drawn


def test_a_sections_clip_is_made_once_and_again_when_a_clip_of_it_is_another(order, shared, tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(
        shared_parts, "write_film", lambda path, *_, **__: (made.append(path), path.write_bytes(b"film"))
    )
    count = len(shared.story.chapters)
    again = partial(SharedParts, parts=shared.parts, folder=tmp_path, beside=shared.beside)
    assert len(shared.sections) == len(made) == count
    assert dict(again(order).sections) == dict(shared.sections)
    assert len(made) == count
    address = "box/fold"
    other = replace(order, clips={**order.clips, address: replace(order.clips[address], digest="another")})
    assert [one for one, path in again(other).sections.items() if path != shared.sections[one]] == ["box"]


def test_a_film_says_who_made_it_and_who_speaks(order, shared):
    lesson = replace(order.proven.lesson, author="A. Author", licence="CC BY 4.0", addresses=("https://x.org",))
    spoken = replace(order.spoken, credit="a voice")
    told = replace(shared, order=replace(order, proven=replace(order.proven, lesson=lesson), spoken=spoken))._credit
    assert (told["artist"], told["copyright"], told["description"]) == ("A. Author", "CC BY 4.0", "https://x.org")
    assert "a voice" in told["comment"]
    assert shared._credit.keys() <= {"artist", "copyright", "description"}
