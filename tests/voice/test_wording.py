"""A voice gets words only; a sign that it would leave out is told where it stands."""

import pytest
from spoken_lesson import proven

from mathora.voice.wording import SIGNS, is_heard, unspeakable, wording


def test_formulas_are_said_in_words_phrase_by_phrase():
    said = wording(proven(r"Hold $w_2$ still, at $\frac{1}{2}$."))
    assert said == {"one/point": ("Hold", "w two", "still,", "at", "one half.")}


def test_a_variable_that_is_also_a_word_is_said_as_a_letter():
    assert wording(proven("A plane, and $a$ number."))["one/point"] == ("A", "plane,", "and", "eigh", "number.")


def test_a_pronunciation_is_for_the_ear_alone_and_for_whole_words():
    lesson = proven("Euler, Euler’s and Eulerian.", extra="pronounce: {Euler: oiler}")
    assert wording(lesson)["one/point"] == ("oiler,", "oiler’s", "and", "Eulerian.")
    assert lesson.lesson.sections[0].steps[0].say.text.value == "Euler, Euler’s and Eulerian."


@pytest.mark.parametrize(
    ("say", "column", "sign"),
    [("The ∇ of L.", 31, "∇"), ("From here → there.", 37, "→"), ("Привет.", 27, "Привет"), ("Two * three.", 31, "*")],
)
def test_a_sign_without_a_sound_is_a_fault_at_its_place(say, column, sign):
    fault = unspeakable(proven(say))[0]
    assert (fault.rule, fault.place.line, fault.place.column) == ("no-sound", 15, column)
    assert f"'{sign}'" in fault.message


def test_a_sign_of_numbers_is_said():
    assert wording(proven("Step #2 is next."))["one/point"] == ("Step", "number 2", "is", "next.")
    assert unspeakable(proven("Step #2 is next.")) == ()
    assert "'#'" in unspeakable(proven("C# is a note."))[0].message


def test_a_sign_that_cannot_be_seen_is_named():
    assert "U+2063 (invisible separator)" in unspeakable(proven("Here\u2063it is."))[0].message


def test_a_formula_whose_words_have_no_sound_is_a_fault_of_the_formula():
    (fault,) = unspeakable(proven(r"Here is $\text{ж}$."))
    assert (fault.place.column, "'ж'" in fault.message) == (36, True)


def test_a_pronunciation_without_a_sound_is_a_fault_too():
    (fault,) = unspeakable(proven("Euler.", extra="pronounce: {Euler: ойлер}"))[:1]
    assert (fault.place.line, fault.hint) == (3, "write it in words")


def test_what_nobody_speaks_may_hold_any_sign():
    assert unspeakable(proven("The ∇ of L.", extra="voice: none")) == ()


@pytest.mark.parametrize("say", ["Plain words, and a “quote” — or two…", "L’Hôpital’s naïve 3/4, 12 % and 5 €."])
def test_ordinary_sentences_have_no_fault(say):
    assert unspeakable(proven(say.replace("'", "''"))) == ()


def test_signs_are_told_apart_character_by_character():
    assert all(map(is_heard, "abcXYZ019äöüéß\n " + "".join(SIGNS)))
    assert not any(map(is_heard, "∇∂→≤²₁αжא*#@[]{}<>\x00\u200b"))
