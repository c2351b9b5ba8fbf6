"""What an action needs of its section is declared in the scene's file, and told where a script does not give it."""

from __future__ import annotations

import pytest

from mathora.lesson import Faulty
from mathora.script import read_script, read_signature

SCENE = '''
class Cards(LessonScene):
    """Cards that are turned."""

    cards: tuple[Prose, ...] = ()
    height: Number = 1
    needs = (("rise.height", "given()", "it rises so high"),)

    @action("The next card.", takes="cards")
    def turn(self, step: StepView) -> None: ...

    @action("Two at once.", moves=("lift", "drop"))
    def juggle(self, step: StepView) -> None: ...

    @action("The formula.", shows=True)
    def write(self, step: StepView) -> None: ...

    @action("The card's other side.", needs="turn")
    def back(self, step: StepView) -> None: ...

    @action("A card is laid at a place.")
    def lay(self, step: StepView, at: Number, count: Count = 1) -> None: ...

    @action("It is pushed on.", needs="lay")
    def push(self, step: StepView) -> None: ...

    @action("As high as it is.")
    def rise(self, step: StepView) -> None: ...
'''
LESSON = """\
id: cards
title: Cards
course: {track: T, unit: U, number: 1, level: Easy, minutes: 3}
sections:
  - id: one
    title: One
    scene: Cards
    with: {cards: [First, Second]}
    steps:
"""


def told(*steps: str) -> list[tuple[str, int]]:
    source = LESSON + "".join(f"      - {{{step}, say: a}}\n" for step in steps)
    try:
        read_script(source, "cards.yaml", {"Cards": read_signature(SCENE, "cards.py")})
    except Faulty as faulty:
        return [(fault.rule, fault.place.line) for fault in faulty.faults]
    return []


def test_what_the_section_gives_is_enough():
    assert told("do: turn", "do: write, show: 1 = 1", "do: turn") == []


def test_each_use_too_many_and_each_formula_missing_is_told_at_its_step():
    steps = ("do: turn", "do: write", "do: turn", "do: turn", "do: write", "do: turn")
    assert sorted(told(*steps), key=lambda fault: fault[1]) == [
        ("missing-show", 11),
        ("nothing-to-take", 13),
        ("missing-show", 14),
        ("nothing-to-take", 15),
    ]


def test_what_an_action_plays_first_takes_an_item_too():
    assert told("do: back", "do: turn") == []
    assert told("do: back", "do: turn", "do: turn") == [("nothing-to-take", 12)]
    assert told("do: turn", "do: back", "do: turn") == []


def test_a_value_that_only_one_action_needs_has_to_be_given_if_it_is_played():
    assert told("do: turn", "do: rise") == [("missing-parameter", 11)]


def test_of_several_values_one_may_be_enough_and_a_scene_may_need_one_by_itself():
    rows = SCENE.replace('"given()"', '"given(cards)"').replace('"rise.height"', '"height"')
    source = LESSON + "      - {do: rise, say: a}\n"
    read_script(source, "cards.yaml", {"Cards": read_signature(rows, "cards.py")})
    with pytest.raises(Faulty, match="Cards needs 'height' or 'cards'"):
        read_script(source.replace("cards: [First, Second]", ""), "c.yaml", {"Cards": read_signature(rows, "cards.py")})


@pytest.mark.parametrize(
    "needs", ['takes="height"', 'takes="pages"', "shows=1", 'brings="cards"', "takes=list()", 'quiet="cards"']
)
def test_a_need_that_the_scene_cannot_have_is_a_fault_of_its_file(needs):
    with pytest.raises(Faulty, match="takes=, one of the scene's lists"):
        read_signature(SCENE.replace('takes="cards"', needs), "cards.py")


def called(*says: str) -> list[tuple[str, int, str]]:
    source = LESSON + "".join(f"      - do: juggle\n        say: {say}\n" for say in says)
    try:
        read_script(source, "cards.yaml", {"Cards": read_signature(SCENE, "cards.py")})
    except Faulty as faulty:
        return [(fault.rule, fault.place.column, fault.hint) for fault in faulty.faults]
    return []


def test_a_word_may_start_any_move_of_the_action_in_their_order():
    assert called("Now {lift} one, and {drop} the other.", "Only {drop} one.", "None.") == []


def test_a_move_that_is_not_there_or_out_of_order_is_told_at_its_word():
    assert called("Now {lfit} one.") == [("unknown-move", 19, "did you mean 'lift'?")]
    order = "the moves of 'juggle' are played once each: lift, drop"
    assert called("Now {drop} one, {lift} one.") == [("move-order", 31, order)]
    assert told("do: turn, say: 'a {lift} b'") != []


def test_what_goes_on_with_what_only_the_author_can_ask_for_comes_after_it():
    assert told("do: turn", "do: push") == [("nothing-to-build-on", 11)]
    assert told("do: push", "do: push") == [("nothing-to-build-on", 10)]
    assert told("do: lay, with: {at: 1}", "do: push", "do: push") == []
