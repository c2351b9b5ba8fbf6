"""A sentence that was edited is spoken anew, and nothing else is."""

import pytest
from spoken_lesson import Humming, proven

from mathora.plan import StepFacts, plan
from mathora.voice.speaking import begin_to_speak
from mathora.voice.store import SpeechStore


@pytest.fixture
def speak(tmp_path):
    def speak(lesson, voice):
        return begin_to_speak(lesson, voice, SpeechStore(tmp_path))()

    return speak


def test_only_a_changed_sentence_is_spoken_again(speak):
    voice = Humming()
    first = speak(proven("One.", "Two."), voice)
    assert first.new == ("one/point", "one/point-2")
    assert speak(proven("One.", "Two."), voice).new == ()
    assert speak(proven("One.", "Three."), voice).new == ("one/point-2",)
    assert voice.said == [("One.",), ("Two.",), ("Three.",)]


def test_another_version_of_a_voice_speaks_all_anew(speak):
    speak(proven("One."), Humming())
    assert speak(proven("One."), Humming(("humming 2",))).new == ("one/point",)


def test_a_pronunciation_speaks_only_where_its_word_is(speak):
    speak(proven("Euler.", "Gauss."), Humming())
    assert speak(proven("Euler.", "Gauss.", extra="pronounce: {Euler: oiler}"), Humming()).new == ("one/point",)


def test_a_step_without_words_has_no_speech_and_its_captions_as_ever(speak):
    lesson = proven("…", "Words.")
    spoken = speak(lesson, Humming())
    assert list(spoken.speeches) == ["one/point-2"]
    facts = dict.fromkeys(("one/point", "one/point-2"), StepFacts(motion=1))
    assert plan(lesson, facts, 10, spoken.times).slots[0] == plan(lesson, facts, 10).slots[0]


def test_every_phrase_of_every_step_has_a_time(speak):
    lesson = proven(r"Hold $w_2$ still, at $\frac{1}{2}$.")
    (times,) = speak(lesson, Humming()).times.values()
    assert len(times.phrases) == 5
    assert times.phrases[-1][1] <= times.length
