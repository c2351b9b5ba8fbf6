"""A voice that is not here is no fault of the lesson: nobody speaks, and it is said why."""

from dataclasses import replace
from typing import get_args

import pytest

from mathora.lesson import LanguageName, VoiceName
from mathora.voice import voices
from mathora.voice.programs import ProgramVoice
from mathora.voice.voices import STANDARD, VOICES, Unspoken, asked_for, voice_for


@pytest.fixture
def here(monkeypatch):
    """A table of voices that are all here, and say which language they were made for."""
    there = {name: replace(offer, missing=str, made=lambda language: language) for name, offer in VOICES.items()}
    monkeypatch.setattr(voices, "VOICES", there)
    return there


def test_each_name_that_a_lesson_may_write_is_a_voice_none_or_the_standard_one():
    assert set(get_args(VoiceName)) == {*VOICES, "none", "standard"}


@pytest.mark.parametrize("language", get_args(LanguageName))
def test_each_language_has_its_standard_voice_which_speaks_it(here, language):
    assert language in here[STANDARD[language]].languages
    assert voice_for("standard", language) == language


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "language", "said"),
    [("none", "en", Unspoken()), ("hibari", "de", Unspoken("the voice hibari does not speak 'de'"))],
)
def test_nobody_speaks_where_nobody_was_asked_or_nobody_can(name, language, said):
    assert voice_for(name, language) == asked_for(name, language) == said


def test_a_voice_that_is_not_on_this_machine_says_what_it_lacks(here, monkeypatch):
    lacking = {"hibari": replace(here["hibari"], missing=lambda: "install it")}
    monkeypatch.setattr(voices, "VOICES", here | lacking)
    assert voice_for("hibari", "en") == Unspoken("install it")
    assert voice_for("espeak-ng", "en") == "en"


@pytest.mark.usefixtures("here")
def test_only_who_runs_mathora_names_a_program():
    assert isinstance(asked_for("true --loud", "en"), ProgramVoice)
    with pytest.raises(KeyError):
        voice_for("true", "en")
    with pytest.raises(ValueError, match="no-such-program"):
        asked_for("no-such-program", "en")
