"""From a script through the real gate to a story: interactives, descriptions, questions, times."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from real_lesson import FRAMES, real_proven

from mathora.export.content.plays import highest, play_of, rings
from mathora.export.content.speller import Speller
from mathora.export.content.story import CurvePlay, MapPlay
from mathora.export.content.story_writer import story_of
from mathora.formula import model_function, read_model
from mathora.lesson import Declaration, ModelSource, Movable, Text


def test_steps_have_the_timeline_s_times_and_ids(story, order):
    for moment, slot in zip(story.moments, order.timeline.slots, strict=True):
        assert moment.id == slot.address
        assert moment.start == slot.start / FRAMES.rate
        assert moment.end == pytest.approx(slot.end / FRAMES.rate)


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
    assert isinstance(play, CurvePlay)
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
