"""A language's file is read whole, or refused with each place that is wrong."""

from pathlib import Path

import pytest

from mathora.words.language_file import catalogue_in

FILE = (Path(__file__).resolve().parents[2] / "mathora" / "words" / "de.toml").read_text(encoding="utf-8")


def test_a_unit_is_made_with_each_prefix():
    spoken = catalogue_in(FILE).spoken
    assert [spoken[one] for one in ("gram", "milligrams", "kilohertz", "days")] == [
        "Gramm", "Milligramm", "Kilohertz", "Tage",
    ]  # fmt: skip


def test_a_name_that_nobody_asked_for_is_told_with_one_that_is_missing():
    with pytest.raises(ValueError, match=r"picture\.surface: nothing is said there; picture\.area: missing"):
        catalogue_in(FILE.replace("\narea = ", "\nsurface = ", 1))


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("spelled = false", 'spelled = "no"', "numbers.spelled: a str"),
        ('slope = "Steigung"', "slope = 3", "picture.slope: a int"),
        ('draws = { one = "Zug", other = "Züge" }', 'draws = "Züge"', "picture.draws: a str"),
        ('draws = { one = "Zug", other = "Züge" }', 'draws = { one = "Zug" }', "picture.draws.other: missing"),
    ],
)
def test_a_phrase_of_another_shape_is_told_with_its_place(before, after, place):
    assert before in FILE
    with pytest.raises(ValueError, match=place):
        catalogue_in(FILE.replace(before, after, 1))
