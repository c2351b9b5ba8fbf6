"""From a script through the real gate to a story: interactives, descriptions, questions, times."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from real_lesson import FRAMES, real_order, real_proven

from mathora.export.content.described import picture_in_words
from mathora.export.content.kept_plays import plays_of
from mathora.export.content.plays import highest, play_of, rings
from mathora.export.content.speller import Speller
from mathora.export.content.story import BoxPlay, CurvePlay, MapPlay, spoken
from mathora.export.content.story_writer import story_of
from mathora.formula import model_function, read_model
from mathora.lesson import Declaration, ModelSource, Movable, Text
from mathora.render.parts import PartStore


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    return real_order(tmp_path_factory.mktemp("clips"))


@pytest.fixture(scope="module")
def story(order):
    return story_of(order.proven, order.timeline, order.clips, FRAMES, order.catalogue)


def test_steps_have_the_timeline_s_times_and_ids(story, order):
    for moment, slot in zip(story.moments, order.timeline.slots, strict=True):
        assert moment.id == slot.address
        assert moment.start == slot.start / FRAMES.rate
        assert moment.end == pytest.approx(slot.end / FRAMES.rate)


def test_a_formula_is_written_and_spoken(story):
    rule = story.chapters[0].moments[0].shows[0]
    assert rule.tex == r"w \leftarrow w - \eta \nabla L"
    assert rule.mathml.startswith("<math")
    assert 'display="block"' in rule.mathml_block
    assert rule.spoken == "w becomes w minus eta times the gradient of L"
    assert "ink-yellow" in rule.mathml
    assert "#8a6200" in rule.typst


def test_the_conditions_of_a_proof_go_with_its_formula(order):
    proven = order.proven
    shown = proven.receipts[0]
    told = replace(shown, verdict=replace(shown.verdict, conditions=(r"w_1 \ne 0", r"w_2 > 0", r"? 1")))
    speller = Speller(SimpleNamespace(receipts=(told,), model=proven.model, lesson=proven.lesson))  # type: ignore[arg-type]
    pieces = speller.conditions([Text(shown.shown, (shown.place,) * (len(shown.shown) + 1))])
    assert spoken(pieces) == "where w one is not equal to zero, w two is greater than zero, one"
    assert speller.conditions([]) == ()


def test_titles_and_checked_numbers_are_read_out(story):
    assert spoken(story.chapters[0].title) == "Steepest descent, minus the gradient of L"
    assert spoken(story.chapters[1].moments[1].say) == "The volume is 9.8."


def test_the_map_takes_its_numbers_from_the_script(story):
    play = story.chapters[0].play
    assert isinstance(play, MapPlay)
    assert (play.start, play.rate, play.span) == ((-1.6, 1.0), 0.1, (-2.0, 2.0))
    assert [one.base + one.index for one in play.variables] == ["w1", "w2"]
    assert [one.colour for one in play.variables] == ["blue", "orange"]
    assert play.function.startswith("(x0, x1) =>")
    assert play.partial_names[1].spoken == "the partial derivative of L with respect to w two"


def test_what_is_moved_is_the_scenes_word_and_not_its_name(order):
    """A scene of another name has the interactive of the kind that it declares; one that declares none has none."""
    bare = {name: replace(scene, movable=None) for name, scene in order.catalogue.items()}
    chapters = story_of(order.proven, order.timeline, order.clips, FRAMES, bare).chapters
    assert not [one.play for one in chapters if one.play]
    box, descent = order.catalogue["BestBox"], order.catalogue["SteepestDescent"]
    assert (box.movable.kind, descent.movable.kind) == ("open-box", "map")


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


CURVE = Movable("curve", {"function": "function", "start": "cut", "downhill": "downhill"})


def test_a_point_on_a_curve_is_made_of_what_the_scene_names(order):
    scenes = {**order.catalogue, "BestBox": replace(order.catalogue["BestBox"], movable=CURVE)}
    play = story_of(order.proven, order.timeline, order.clips, FRAMES, scenes).chapters[1].play
    assert isinstance(play, CurvePlay)
    assert (play.domain, play.start, play.best) == ((0.0, 3.0), 0.35, (1.0, 16.0))
    assert play.heights[0] < 0
    assert play.heights[1] > 16
    assert [(rest.at, rest.kind) for rest in play.rests] == [(1.0, "maximum"), (3.0, "minimum")]
    assert list(play.remarks) == ["downhill"]


@pytest.mark.parametrize("body", [r"\frac{1}{x - 1}", r"\ln(x)"])
def test_a_curve_with_a_pole_is_moved_along_between_heights_that_most_of_it_has(order, body):
    (section,) = [one for one in order.proven.lesson.sections if one.id == "box"]
    changed = Declaration(head=Text.written("V(x)"), body=Text.written(body), domain=(Text.written(r"0 \le x \le 3"),))
    others = [one for one in order.proven.lesson.model.declarations if not one.head.value.startswith("V")]
    declared = read_model(ModelSource(declarations=(*others, changed)))
    elsewhere = SimpleNamespace(model=declared, lesson=order.proven.lesson)
    play = play_of(section, section, CURVE, Speller(elsewhere))
    assert -20 < play.heights[0] < play.heights[1] < 20
    assert (play.best is None) == ("frac" in body)


def test_a_text_is_read_on_the_page_where_its_scene_says_so(order):
    told = story_of(order.proven, order.timeline, order.clips, FRAMES, order.catalogue)
    assert told.chapters[1].points == ()
    box = replace(order.catalogue["BestBox"], read_on_page=("level",))
    told = story_of(order.proven, order.timeline, order.clips, FRAMES, {**order.catalogue, "BestBox": box})
    assert len(told.chapters[1].points) == 1


def test_the_box_finds_its_best_cut(story):
    play = story.chapters[1].play
    assert isinstance(play, BoxPlay)
    assert (play.best, play.domain, play.sheet, play.start) == ((1.0, 16.0), (0.0, 3.0), 6.0, 0.35)


def test_a_function_that_climbs_to_the_end_is_best_there():
    model = real_proven()[0].model
    volume = model_function(model, "V")
    assert highest(volume, (0.0, 0.5)) == (0.5, 12.5)


def test_rings_lie_between_the_least_and_the_greatest_height():
    levels = rings(model_function(real_proven()[0].model, "L"), (-2.0, 2.0))
    assert list(levels) == sorted(levels)
    assert 0 < levels[0] < levels[-1] < 16


def test_a_question_knows_the_step_that_explains_it(story):
    (check,) = story.chapters[2].checks
    assert check.moment == "check/reveal"
    assert [choice.correct for choice in check.choices] == [False, True]


def test_pictures_are_described_in_their_scenes_words(story):
    pictures = {moment.id: moment.picture for moment in story.moments}
    assert "{" not in "".join(pictures.values())
    assert all(picture.endswith(".") for picture in pictures.values())


def test_a_clause_with_an_unknown_field_is_left_out(order):
    section = order.proven.lesson.sections[0]
    scene = order.catalogue["SteepestDescent"]
    action = next(one for one in scene.actions if one.name == "descend")
    said = replace(action, describes="The ball takes {count} steps, {nobody} knows: {rate} each.")
    catalogue = {"SteepestDescent": replace(scene, actions=(said,))}
    words = picture_in_words(section, section.steps[1], catalogue, Speller(order.proven))
    assert words == "The ball takes 2 steps: 0.1 each."
