"""Events are polynomials of letters, in which a square is the letter itself."""

import pytest
from claims import ANY, claim

from mathora.prove.kernel.chance.letters import NEVER, SURE, Letter, both, opposite, summed
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.rules import reading_of

READING = reading_of(claim("a = a", {"a": {"domain": ["a > 0"]}, "b": ANY}))
A, B = ({frozenset({Letter("", name, keys=frozenset({name}))}): 1} for name in "AB")


def below(text, bound):
    return {frozenset({Letter("<", "X", text, frozenset({"X"}), bound)}): 1}


def test_what_happens_twice_happens_once():
    assert both(READING, A, A) == A
    assert both(READING, A, opposite(A)) == NEVER
    assert summed(A, opposite(A)) == SURE


def test_the_opposite_of_the_opposite_is_the_event():
    assert opposite(opposite(A)) == A
    assert both(READING, A, SURE) == A
    assert both(READING, A, NEVER) == NEVER


def test_one_of_two_is_both_added_without_what_is_in_both():
    either = summed(summed(A, B), both(READING, A, B), -1)
    assert opposite(either) == both(READING, opposite(A), opposite(B))


def test_bounds_are_taken_in_their_order_where_it_is_shown():
    zero, a, b = Ratio.number(0), *(Ratio.atom(Atom("variable", name)) for name in "ab")
    assert both(READING, below("0", zero), below("a", a)) == below("0", zero)
    unknown = both(READING, below("0", zero), below("b", b))
    assert unknown not in (below("0", zero), below("b", b))


@pytest.mark.parametrize(("letter", "text"), [(Letter("", "A"), "A"), (Letter("<", "X", "a"), "X < a")])
def test_a_text_determines_a_letter(letter, text):
    assert letter.text == text
