"""The page's own files are each named once, and one script of them leaves no name behind."""

from importlib import resources

import pytest

from mathora.export.html.web_files import (
    DECK_STYLES,
    PAGE_SCRIPTS,
    PAGE_STYLES,
    TRANSCRIPT_SCRIPTS,
    one_script,
    one_style,
    web_file,
)

NAMED = {*PAGE_SCRIPTS, *TRANSCRIPT_SCRIPTS, *PAGE_STYLES, *DECK_STYLES}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_each_file_that_is_named_is_there(name):
    assert web_file(name).strip()


def test_each_script_of_the_folder_is_part_of_a_product():
    there = {one.name for one in resources.files("mathora.export").joinpath("web").iterdir()}
    assert {name for name in there if name.endswith((".js", ".css"))} - NAMED <= {"deck.js", "transcript.css"}
    assert len(PAGE_SCRIPTS) == len(set(PAGE_SCRIPTS))


def test_one_script_is_strict_and_keeps_its_names_to_itself():
    script = one_script(("words.js",), before="const given = 1;")
    assert script.startswith('"use strict";\n(() => {\nconst given = 1;\n')
    assert script.endswith("\n})();")
    assert web_file("words.js") in script


def test_a_later_style_overrules_an_earlier_one():
    style = one_style(PAGE_STYLES)
    assert [style.index(web_file(name)) for name in PAGE_STYLES] == sorted(
        style.index(web_file(n)) for n in PAGE_STYLES
    )


def test_no_file_fetches_anything():
    """An SVG's namespace is a name and no address."""
    texts = {name: web_file(name).replace("http://www.w3.org/2000/svg", "") for name in NAMED}
    assert not [name for name, text in texts.items() if "http://" in text or "https://" in text or "@import" in text]
