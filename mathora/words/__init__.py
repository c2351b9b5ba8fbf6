"""The words that Mathora itself says to a student, one catalogue a language.

Owns: `Catalogue`, and `words_of`, the catalogue of a language. A language is a file here and a name in
`mathora.lesson.LanguageName`.
"""

from __future__ import annotations

from collections.abc import Mapping

from mathora.lesson import LanguageName
from mathora.words.catalogue import Catalogue, Forms
from mathora.words.english import ENGLISH
from mathora.words.german import GERMAN

CATALOGUES: Mapping[LanguageName, Catalogue] = {"en": ENGLISH, "de": GERMAN}


def words_of(language: LanguageName) -> Catalogue:
    """All that Mathora says in a language."""
    return CATALOGUES[language]
