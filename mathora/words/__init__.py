"""The words that Mathora itself says to a student, one file a language.

Owns: `Catalogue`, and `words_of`, the catalogue of a language. A language is a file here (`de.toml`) and a name in
`mathora.lesson.LanguageName`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mathora.lesson import LanguageName
from mathora.words.catalogue import Catalogue, Forms
from mathora.words.language_file import catalogue_in


@cache
def words_of(language: LanguageName) -> Catalogue:
    """All that Mathora says in a language."""
    return catalogue_in(Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8"))
