"""While a step's last picture is spoken of, terms are lit at their words, and else it lives every few seconds."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mathora.plan import Loop, Slot
from mathora.plan.liveliness import SLOWEST, shown_loops
from mathora.plan.pacing import LONGEST_STILL, SpokenTerm

RATE = 20
LIT = Loop("w_2", (0, 2, 4, 6), 14, peak=5)
ALIVE = Loop("", tuple(range(0, 40, 2)), 41)


def test_a_term_is_lit_while_it_is_said():
    (shown,) = shown_loops([LIT], (10, 100), [SpokenTerm(30, 52, ("w_2",))], [], RATE)
    assert (shown.start, shown.start + LIT.peak + shown.wait) == (30, 52)


def test_of_what_is_said_the_largest_part_that_stands_there_is_lit():
    side = LIT._replace(name="6w_2")
    (shown,) = shown_loops([LIT, side], (0, 100), [SpokenTerm(30, 40, ("6w_2 = 4", "6w_2", "6", "w_2"))], [], RATE)
    assert shown.loop == 1


def test_what_does_not_stand_or_is_said_while_something_moves_is_not_lit():
    said = [SpokenTerm(5, 9, ("w_2",)), SpokenTerm(30, 40, ("x",))]
    assert shown_loops([LIT], (10, 100), said, [], RATE) == ()


def test_what_is_pointed_at_is_lit_and_fades_slowly_instead_of_standing():
    (shown,) = shown_loops([LIT], (0, 200), [SpokenTerm(30, 40, ("w_2",), Fraction(2))], [], RATE)
    assert (shown.start, shown.wait, shown.ends(LIT)) == (30, 0, 30 + 2 * LIT.end)


def test_what_fades_slowly_fades_sooner_for_the_next_one():
    said = [SpokenTerm(30, 40, ("w_2",), Fraction(2)), SpokenTerm(50, 60, ("x",), Fraction(2))]
    first, second = shown_loops([LIT, LIT._replace(name="x")], (0, 200), said, [], RATE)
    assert (first.ends(LIT), second.start, second.slower) == (50 - RATE // 5, 50, 2)
    (alone,) = shown_loops([LIT, LIT._replace(name="x")], (0, 200), [said[0], said[1]._replace(begin=45)], [], RATE)
    assert (alone.loop, alone.slower) == (0, 2)  # it has not been lit by then


def test_a_term_makes_way_for_the_next_one():
    first, second = shown_loops(
        [LIT, LIT._replace(name="x")], (0, 200), [SpokenTerm(30, 80, ("w_2",)), SpokenTerm(60, 90, ("x",))], [], RATE
    )
    assert first.ends(LIT) + RATE // 5 == second.start == 60
    assert second.start + LIT.peak + second.wait == 90


def test_of_two_terms_that_are_said_at_once_the_first_is_lit():
    said = [SpokenTerm(30, 40, ("w_2",)), SpokenTerm(40, 50, ("x",))]
    (shown,) = shown_loops([LIT, LIT._replace(name="x")], (0, 200), said, [], RATE)
    assert (shown.loop, shown.start + LIT.peak + shown.wait) == (0, 40)


def test_a_term_that_is_still_said_when_the_picture_stands_is_lit_then():
    (shown,) = shown_loops([LIT], (10, 100), [SpokenTerm(5, 40, ("w_2",))], [], RATE)
    assert (shown.start, shown.start + LIT.peak + shown.wait) == (10, 40)


def test_a_picture_that_stands_longer_lives():
    assert shown_loops([ALIVE], (0, 40), [], [], RATE) == ()
    (shown,) = shown_loops([ALIVE], (0, 81), [], [], RATE)
    assert shown.start == 14


def test_it_begins_with_a_word_that_is_near():
    (shown,) = shown_loops([ALIVE], (0, 81), [], [16], RATE)
    assert shown.start == 16


def test_a_picture_lives_in_turn_in_each_of_its_ways():
    shown = shown_loops([LIT, ALIVE, ALIVE], (0, 300), [], [], RATE)
    assert [one.loop for one in shown] == [1, 2, 1, 2, 1]


def test_something_moves_in_sixty_percent_of_a_long_narration():
    moving = sum(ALIVE.end for _ in shown_loops([ALIVE], (0, 1000), [], [], RATE))
    assert moving >= 0.6 * 1000


def test_where_no_loop_more_has_room_the_picture_lives_more_slowly():
    (shown,) = shown_loops([ALIVE], (0, 75), [], [], RATE)
    assert 1.2 < shown.slower <= SLOWEST
    assert shown.ends(ALIVE) - shown.start >= 0.65 * 75
    timeline = Slot("a", "s", 0, 0, 75, "", (), loops=(shown,))
    ticks = [timeline.loop_at(shown, ALIVE, tick) for tick in range(-2, ALIVE.end + 1)]
    assert all(one < other for one, other in pairwise(ticks))
    assert ticks[-1] <= shown.ends(ALIVE)


def test_a_step_without_loops_stands():
    assert shown_loops([], (0, 1000), [SpokenTerm(30, 40, ("x",))], [], RATE) == ()


TERMS = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 40)), max_size=8)


@given(st.integers(0, 100), st.integers(0, 600), TERMS, st.lists(st.integers(0, 700), max_size=30).map(sorted))
def test_loops_follow_each_other_and_nothing_rests_longer_than_a_viewer_waits(begin, length, said, words):
    room = (begin, begin + length)
    terms = [SpokenTerm(at, at + long, ("w_2",)) for at, long in sorted(said)]
    loops = [LIT, ALIVE]
    shown = shown_loops(loops, room, terms, words, RATE)
    times = [(one.start, one.ends(loops[one.loop])) for one in shown]
    edges = [begin, *(tick for both in times for tick in both), begin + length]
    assert edges == sorted(edges)
    rests = [after - before for before, after in list(pairwise(edges))[::2]]
    assert max(rests) <= LONGEST_STILL * RATE
