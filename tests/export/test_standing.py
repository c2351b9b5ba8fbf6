"""What was proved and what was not: the numbers are the receipt's, every kind has its words."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import get_args

import pytest
from real_lesson import real_order, real_proven
from small_story import small_story

from mathora.export.content.standing import what_holds
from mathora.export.shared_parts import SharedParts
from mathora.lesson import LanguageName
from mathora.prove.verdict import VerdictKind
from mathora.render.parts import PartStore
from mathora.words import words_of


@pytest.mark.parametrize("language", get_args(LanguageName))
def test_every_kind_that_may_be_shown_has_its_words(language):
    assert set(words_of(language).standing.verdicts) == set(get_args(VerdictKind)) - {"refuted"}


def test_the_numbers_are_those_of_the_receipt(tmp_path):
    proven, _ = real_proven()
    counts = Counter(receipt.verdict.kind for receipt in proven.receipts)
    first, rest = what_holds(
        SharedParts(real_order(tmp_path), PartStore(tmp_path, ""), tmp_path, ThreadPoolExecutor()).story
    )
    assert first.startswith(f"Of the {len(proven.receipts)} formulas and checked numbers of this lesson, ")
    assert f"{counts['proved']} were proved before they were drawn" in first
    assert sum(int(word) for word in first.partition(" lesson, ")[2].split() if word.isdigit()) == len(proven.receipts)
    assert "floating-point" in rest


def test_one_is_spoken_of_as_one(tmp_path):
    story = replace(small_story(tmp_path), verdicts=(("mistake", 1), ("notation", 2)))
    assert what_holds(story)[0].endswith("lesson, 2 only name something; 1 is a mistake on purpose, and was refuted.")


def test_a_lesson_without_formulas_claims_nothing(tmp_path):
    assert what_holds(replace(small_story(tmp_path), verdicts=())) == ()
