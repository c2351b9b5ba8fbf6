"""`docs/faults.md` is what the code tells today, and knows every fault."""

from __future__ import annotations

import re

from tests.docs.fault_examples import BASE, EXAMPLES, FURTHER
from tests.docs.fault_page import ROOT, page, rules_in_the_code, told

PAGE = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")


def test_it_is_what_the_code_tells():
    assert page() == PAGE, "print it anew: make messages"


def test_the_lesson_of_the_examples_holds_and_each_example_has_a_fault():
    assert told(BASE) == ()
    assert [bad for good, bad in EXAMPLES if BASE.count(good) == 0] == []
    assert len(re.findall(r"^## [a-z-]+$", PAGE, re.MULTILINE)) >= 60


def test_every_fault_of_the_code_is_there():
    named = set(re.findall(r"^## ([a-z-]+)$", PAGE, re.MULTILINE)) | set(FURTHER)
    assert rules_in_the_code() - named == set()
