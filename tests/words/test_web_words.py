"""Templates and scripts of the products hold no word that a student reads: all come from the catalogue."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import mathora.export
from tests.words.catalogue_words import words_of_text

WEB = Path(mathora.export.__file__).parent / "web"
TOLD = {"aria-label", "aria-roledescription", "aria-valuetext", "alt", "title", "label", "placeholder"}
"""Attributes that are read out."""


class Written(HTMLParser):
    """The words of a template that stand there themselves: its code is taken out before."""

    def __init__(self, template):
        super().__init__()
        self.words = set()
        self.feed(re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", template, flags=re.DOTALL))

    def handle_starttag(self, _tag, attributes):
        for name, value in attributes:
            if name in TOLD:
                self.words |= words_of_text(value or "")

    def handle_data(self, data):
        self.words |= words_of_text(data)


@pytest.mark.parametrize("path", sorted(WEB.glob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_word_of_its_own(path):
    assert Written(path.read_text(encoding="utf-8")).words == set()


@pytest.mark.parametrize(
    "planted", ["<p>{{ x }} Chapters</p>", '<a aria-label="Watch {{ y }}"></a>', "<p>a <b>of</b></p>"]
)
def test_a_word_planted_in_a_template_is_found(planted):
    assert Written(planted).words != set()


COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
PHRASE = re.compile(r"[A-Za-z]{2,}[,:;.]? [a-z]{2,}|^[^\w]*[A-Z][a-z]+\b|[a-z]{2,}[.!?:,]( |$)")
"""Two words in a row, a capitalised word, a word before a stop: what reads as text, and no name of the code does."""

CODE = re.compile(r"^\(.*\)$|^\.\w|^[a-z]+:$")
"""Selectors, media queries, addresses."""

NAMES = {"Escape", "Enter", "Tab", "Range", "Shift", "use strict"}
"""Names that browsers give to keys and headers."""


def words_of_script(script):
    """Literals of a script that read as text."""
    found = []
    for quoted, template in LITERAL.findall(COMMENT.sub("", script)):
        text = re.sub(r"\$\{[^}]*\}", "", quoted or template)
        if text not in NAMES and PHRASE.search(text) and not CODE.match(text):
            found.append(text)
    return found


@pytest.mark.parametrize("path", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_a_script_says_nothing_of_its_own(path):
    assert words_of_script(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        'announce("Progress was reset.");',
        'button.textContent = "Play again";',
        "note.textContent = `One step, and the loss is ${less}`;",
        "say(`${watched} of ${total} sections watched`);",
        'sign.textContent = "✓ Right";',
        'label = "level: no cut does better";',
    ],
)
def test_a_sentence_planted_in_a_script_is_found(planted):
    assert words_of_script(planted) != []
