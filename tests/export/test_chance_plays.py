"""The interactives of chance: which sections have one, what can be moved in it, from where to where."""

import pytest

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import DialsPlay
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.standard_scenes import standard_scenes
from tests.verdicts import known_or_decided

LESSON = r"""
id: test
title: A test
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 1}}
language: {language}
model:
  f(x, \mu, \sigma):
    is: \frac{{1}}{{\sigma\sqrt{{2\pi}}}} e^{{-\frac{{(x-\mu)^2}}{{2\sigma^2}}}}
    domain: \sigma > 0
  b(k, q): {{is: '\binom{{4}}{{k}} q^k (1-q)^{{4-k}}', domain: ['0 \le k \le 4', '0 < q < 1']}}
sections:
  - id: a
    title: A
    scene: {scene}
    with: {given}
    steps:
      - {{do: {do}, say: a}}
"""


def play(scene, given, do, language="en"):
    source = LESSON.format(scene=scene, given=given, do=do, language=language)
    proven = prove_lesson(read_script(source, "test.yaml", standard_scenes()), known_or_decided)
    section = proven.lesson.sections[0]
    return play_of(section, section, standard_scenes()[scene].movable, Speller(proven))


def test_a_crowd_has_a_slider_for_each_share_named_by_the_lessons_words():
    found = play("Population", "{prior: 0.002, hit: 0.9, alarm: 0.1, names: [ill, well, yes, no], count: 500}", "crowd")
    assert isinstance(found, DialsPlay)
    assert [(*one.name, one.start, one.step) for one in found.dials] == [
        ("share: ill", 0.002, 0.001),
        ("yes, of those ill", 0.9, 0.01),
        ("yes, of those well", 0.1, 0.01),
    ]
    assert found.data == {"count": 500}


def test_what_the_lesson_does_not_name_is_named_in_its_language():
    found = play("Population", "{prior: 0.2, hit: 0.9, alarm: 0.1}", "crowd", "de")
    assert found.dials[1].name == ("markiert, von denen damit",)


@pytest.mark.parametrize(
    ("scene", "given", "do", "span", "ranges"),
    [
        ("Distribution", "{function: b, at: {q: 0.5}}", "bars", (0, 4), [(0.02, 0.98), (0, 4), (0, 4)]),
        (
            "Density",
            r"{function: f, at: {\mu: 0, \sigma: 1}, span: [-3, 3]}",
            "curve",
            (-3, 3),
            [(-2, 2), (0.1, 3), (-3, 3), (-3, 3)],
        ),
    ],
)
def test_a_distribution_has_a_slider_for_each_parameter_and_for_both_ends(scene, given, do, span, ranges):
    found = play(scene, given, do)
    assert found.data == {"span": span}
    assert [(one.low, one.high) for one in found.dials] == [pytest.approx(one, abs=0.06) for one in ranges]
    assert all(one.low <= one.start <= one.high for one in found.dials)
    assert found.functions["value"].startswith("(x0, x1")


def test_a_distribution_of_bare_numbers_has_none():
    assert play("Distribution", "{probabilities: [0.5, 0.5]}", "bars") is None


@pytest.mark.parametrize(
    ("given", "starts", "everyone"),
    [
        ("{sets: [a, b], counts: [8, 5, 4, 3]}", [12, 9, 4], 20),
        ("{sets: [a, b, c], counts: [8, 5, 6, 1, 2, 3, 4, 7]}", [15, 13, 5], 36),  # those of c are in all of these, too
        ("{sets: [a, b]}", [7, 5, 2], 12),
    ],
)
def test_two_sets_begin_as_the_lesson_counts_them(given, starts, everyone):
    found = play("VennDiagram", given, "draw")
    assert [one.start for one in found.dials] == starts
    assert found.data["all"] == everyone
