"""What is up to date stays, the rest is made, all of it appears at once."""

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256

import av
import pytest
from real_lesson import real_order
from small_lesson import encode

from mathora.export import export_lesson
from mathora.export.making import MAKERS

TEXTS = ("captions", "proofs", "transcript", "tracks", "pptx", "pdf", "manim-slides", "slides", "poster")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """An order, and what was made of it in the folder `out` when nothing was there yet."""
    place = tmp_path_factory.mktemp("first")
    order = real_order(place, TEXTS)
    return order, export_lesson(order, place / "out")


@pytest.fixture
def order(first, tmp_path):
    """The order, whose products lie in a copy of that folder."""
    order, exported = first
    shutil.copytree(exported.folder.parent, tmp_path / "out")
    return order


@pytest.fixture
def folder(order, tmp_path):
    """The products of the order."""
    return tmp_path / "out" / order.folder


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_is_made_and_the_next_time_nothing(first, order, folder, tmp_path):
    assert first[1].made == TEXTS
    before = content(folder)
    again = export_lesson(order, tmp_path / "out")
    assert again.made == ()
    assert content(again.folder) == before == content(first[1].folder)


def test_the_same_order_gives_the_same_bytes_elsewhere(first, tmp_path):
    assert content(export_lesson(real_order(tmp_path, TEXTS), tmp_path / "out").folder) == content(first[1].folder)


def test_a_script_that_is_named_by_another_path_makes_nothing_new(order, tmp_path):
    lesson = replace(order.proven.lesson, file="/another/folder/lesson.yaml")
    elsewhere = replace(order, proven=replace(order.proven, lesson=lesson))
    assert export_lesson(elsewhere, tmp_path / "out").made == ()


def test_a_changed_clip_makes_everything_stale(order, tmp_path):
    address, clip = next(iter(order.clips.items()))
    changed = replace(order, clips=order.clips | {address: replace(clip, digest="other")})
    assert export_lesson(changed, tmp_path / "out").made == TEXTS


def test_a_file_that_has_its_content_already_is_not_written_again(order, folder, tmp_path):
    before = {path: path.stat().st_ino for path in folder.rglob("*.*")}
    whole = content(folder)
    address, clip = next(iter(order.clips.items()))
    export_lesson(replace(order, clips=order.clips | {address: replace(clip, digest="other")}), tmp_path / "out")
    assert content(folder).keys() == whole.keys()
    anew = {path.name for path, number in before.items() if path.stat().st_ino != number}
    assert anew == {path.rpartition("/")[2] for path, kept in content(folder).items() if kept != whole[path]} | {
        ".products.json"
    }
    assert {"transcript.md", "slides.pdf"}.isdisjoint(anew)


def test_a_damaged_product_is_made_again(order, folder, tmp_path):
    (folder / "transcript.md").write_text("short")
    assert export_lesson(order, tmp_path / "out").made == ("transcript",)


def test_a_flipped_bit_is_noticed_though_the_size_is_the_same(order, folder, tmp_path):
    whole = content(folder)
    damaged = bytearray(whole["slides.pdf"])
    damaged[len(damaged) // 2] ^= 1
    (folder / "slides.pdf").write_bytes(damaged)
    assert export_lesson(order, tmp_path / "out").made == ("pdf",)
    assert content(folder) == whole


def test_an_authors_own_files_survive_every_build(order, folder, tmp_path):
    (folder / "notes.txt").write_text("mine")
    (folder / "stills" / "mine.jpg").write_bytes(b"mine")
    (folder / "links").mkdir()
    (folder / "links" / "there").symlink_to("../elsewhere")
    (folder / "shared").symlink_to(tmp_path, target_is_directory=True)
    (folder / "empty").mkdir()
    (folder / "transcript.md").unlink()
    assert export_lesson(order, tmp_path / "out").made == ("transcript",)
    assert (folder / "notes.txt").read_text() == "mine"
    assert (folder / "stills" / "mine.jpg").read_bytes() == b"mine"
    assert (folder / "links" / "there").readlink().as_posix() == "../elsewhere"
    assert (folder / "shared").readlink() == tmp_path
    assert (folder / "empty").is_dir()
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".tmp")] == []


@pytest.mark.parametrize("name", ["transcript.md", ".products.json"])
def test_an_empty_folder_in_place_of_a_product_goes_and_a_full_one_is_named(name, order, folder, tmp_path):
    (folder / name).unlink()
    (folder / name).mkdir()
    (folder / name / "mine").mkdir()
    with pytest.raises(FileExistsError, match="of yours has the name of a product") as refused:
        export_lesson(order, tmp_path / "out")
    assert refused.value.filename == str(folder / name)
    (folder / name / "mine").rmdir()
    assert "transcript" in export_lesson(order, tmp_path / "out").made
    assert (folder / name).is_file()


def test_a_product_that_is_no_longer_made_under_its_name_goes(order, folder, tmp_path):
    """It is no file of the author's: the note names it."""
    note = json.loads((folder / ".products.json").read_text())
    (folder / "old.pdf").write_bytes(b"old")
    note["pdf"]["files"]["old.pdf"] = sha256(b"old").hexdigest()
    note["pdf"]["key"] = "of another lesson"
    (folder / ".products.json").write_text(json.dumps(note))
    assert export_lesson(order, tmp_path / "out").made == ("pdf",)
    assert not (folder / "old.pdf").exists()


def test_no_note_leads_out_of_its_folder(order, folder, tmp_path):
    (tmp_path / "out" / "outside").write_bytes(b"outside")
    note = json.loads((folder / ".products.json").read_text())
    note["pdf"]["files"] = {"../outside": sha256(b"outside").hexdigest()}
    (folder / ".products.json").write_text(json.dumps(note))
    assert export_lesson(order, tmp_path / "out").made == ("pdf",)


def test_a_note_that_cannot_be_read_makes_everything_stale(order, folder, tmp_path):
    (folder / ".products.json").write_text('{"pdf": 3, "tracks": {"key": 1}, "nonsense": {}}')
    assert export_lesson(order, tmp_path / "out").made == TEXTS


def test_what_is_not_ordered_stays(order, folder, tmp_path):
    before = (folder / "slides.pdf").read_bytes()
    (folder / "chapters.vtt").unlink()
    assert export_lesson(replace(order, products=("tracks",)), tmp_path / "out").made == ("tracks",)
    assert (folder / "slides.pdf").read_bytes() == before
    assert set(json.loads((folder / ".products.json").read_text())) == set(TEXTS)


def test_a_maker_that_fails_leaves_the_last_products_whole(order, folder, tmp_path, monkeypatch):
    before = content(folder)

    def broken(_bench):
        raise OSError("disk full")

    monkeypatch.setitem(MAKERS, "pdf", broken)
    (folder / "slides.pdf").unlink()
    with pytest.raises(OSError, match="disk full"):
        export_lesson(order, tmp_path / "out")
    assert content(folder) == {name: data for name, data in before.items() if name != "slides.pdf"}
    assert not list((tmp_path / "out").glob(".tmp-*"))


def test_the_page_offers_what_is_there(tmp_path):
    order = real_order(tmp_path, ("page", "transcript"), encode=encode)
    folder = export_lesson(order, tmp_path / "out").folder
    page = (folder / "index.html").read_text()
    assert [path.name for path in folder.glob("*.mp4")] == ["real.mp4"]
    assert "real.mp4" in page
    assert 'href="transcript.html"' in page
    assert 'href="slides.pptx"' not in page


def test_a_worker_of_the_builds_joins_the_film_and_it_is_the_same(tmp_path):
    asked, films = [], []

    def lent(count):
        asked.append(count)
        return ThreadPoolExecutor(count)

    for name, more in (("own", {}), ("lent", {"executors": lent})):
        (tmp_path / name).mkdir()
        order = replace(real_order(tmp_path / name, ("mp4", "page"), encode=encode), **more)
        films.append((export_lesson(order, tmp_path / name / "out").folder / "real.mp4").read_bytes())
    assert asked == [1]
    assert films[0] == films[1]


def test_every_section_gets_a_clip_of_its_own_length_once(tmp_path):
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        order = real_order(tmp_path / name, ("page",), encode=encode)
        folder = export_lesson(order, tmp_path / name / "out").folder
        made.append({path.name: path.read_bytes() for path in (folder / "sections").iterdir()})
    assert made[0] == made[1]
    assert set(made[0]) == {f"{chapter.section}.mp4" for chapter in order.timeline.chapters}
    for chapter in order.timeline.chapters:
        with av.open(str(folder / "sections" / f"{chapter.section}.mp4")) as clip:
            video = clip.streams.video[0]
            assert video.duration * video.time_base == order.timeline.seconds(chapter.end - chapter.start)
    before = {path: path.stat().st_ino for path in folder.rglob("*")}
    assert export_lesson(order, tmp_path / "b" / "out").made == ()
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before


def test_the_one_file_page_is_one_file(tmp_path):
    order = real_order(tmp_path, ("page",), one_file=True, encode=encode)
    folder = export_lesson(order, tmp_path / "out").folder
    assert {path.name for path in folder.iterdir()} == {"index.html", ".products.json"}
    page = (folder / "index.html").read_text()
    assert 'id="film-data">' in page
    assert re.findall(r'(?:src|href|poster)="(?!data:|#)[^"]*"', page) == []
