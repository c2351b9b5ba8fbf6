"""An interactive is computed once, and again when something that it hangs on is another."""

from dataclasses import replace

from mathora.export.content.kept_plays import plays_of
from mathora.export.content.speller import Speller
from mathora.render.parts import PartStore


def test_an_interactive_is_computed_once_and_found_again_until_its_section_shows_something_else(
    story, order, tmp_path, monkeypatch
):
    lesson, parts = order.proven.lesson, PartStore(tmp_path, "")
    kept = [plays_of(lesson, order.catalogue, Speller(order.proven), parts) for _ in range(2)]
    assert kept == [{one.id: one.play for one in story.chapters if one.play}] * 2
    monkeypatch.setattr("mathora.export.content.kept_plays.play_of", lambda *_: None)
    first, *others = lesson.sections
    resaid = replace(first, steps=tuple(replace(one, say=first.title) for one in first.steps))
    assert (
        plays_of(replace(lesson, sections=(resaid, *others)), order.catalogue, Speller(order.proven), parts) == kept[0]
    )
    fewer = replace(lesson, sections=tuple(others))
    assert plays_of(fewer, order.catalogue, Speller(order.proven), parts).keys() == kept[0].keys() - {first.id}
    cut = replace(lesson, sections=tuple(replace(one, steps=one.steps[1:]) for one in lesson.sections))
    assert plays_of(cut, order.catalogue, Speller(order.proven), parts) == {}
    unlike = replace(lesson, title=first.title)
    assert plays_of(unlike, order.catalogue, Speller(order.proven), parts) == {}
