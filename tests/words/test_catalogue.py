"""Each language says all that English says, with the same values put in, and of every standard scene's pictures."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel import Locale

from mathora.lesson import STAY, LanguageName
from mathora.words import words_of
from tests.standard_scenes import standard_scenes

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = get_args(LanguageName)
SENTENCES = words_of("de").sentences
SPOKEN = {action.describes for scene in standard_scenes().values() for action in (*scene.actions, STAY)}


def phrases(part, place=""):
    """Every phrase of a catalogue by its place: `lesson.facts`."""
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, str) and field.name not in {"language", "film_code"}:
            yield f"{place}{field.name}", value
        elif is_dataclass(value):
            yield from phrases(value, f"{place}{field.name}.")
        elif isinstance(value, Mapping) and field.name not in {"sentences", "spoken"}:
            for name, one in value.items():
                yield from (
                    phrases(one, f"{place}{field.name}.{name}.") if is_dataclass(one) else [(f"{place}{name}", one)]
                )


def named(phrase):
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def test_there_is_a_catalogue_for_each_language():
    assert {file.stem for file in (ROOT / "mathora" / "words").glob("*.toml")} == set(LANGUAGES)
    for language in LANGUAGES:
        assert words_of(language).language == language


OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_the_same_things_are_put_into_a_phrase_in_every_language(language):
    english, other = dict(phrases(words_of("en"))), dict(phrases(words_of(language)))
    assert list(english) == list(other)
    assert {place for place in english if named(english[place]) != named(other[place])} == set()


def letters(phrase):
    """What of a phrase is letters, without the names of what is put in."""
    return "".join(filter(str.isalpha, "".join(literal for literal, *_ in Formatter().parse(phrase))))


@pytest.mark.parametrize("language", OTHERS)
def test_no_phrase_was_left_in_english(language):
    english, other = dict(phrases(words_of("en"))), dict(phrases(words_of(language)))
    same = {place: phrase for place, phrase in english.items() if phrase == other[place] and letters(phrase)}
    assert set(same.values()) <= ALIKE


ALIKE = {"Definition", "PowerPoint"}
"""Names and words that the languages share."""


def test_every_picture_of_the_standard_scenes_is_described_in_german():
    assert set(SENTENCES) == SPOKEN


def test_a_description_has_the_same_values_in_both_languages():
    assert {english for english, german in SENTENCES.items() if named(english) != named(german)} == set()


def test_a_course_s_own_scene_speaks_as_it_is_written():
    assert words_of("de").sentence("Ein Pendel schwingt.") == "Ein Pendel schwingt."


def test_a_count_chooses_its_form():
    weights = words_of("de").picture.weights
    assert [weights.of(count) for count in (0, 1, 2)] == ["Gewichte", "Gewicht", "Gewichte"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_as_the_common_locale_data_say(language):
    """Held against Unicode's CLDR, as Babel brings it; the browser has it from there, too."""
    signs = words_of(language).numbers
    known = Locale(language).number_symbols["latn"]
    assert signs.decimal == known["decimal"]
    assert signs.thousands in {known["group"], "\N{NO-BREAK SPACE}"}  # a space cannot be taken for a decimal sign
