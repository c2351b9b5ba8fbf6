"""A course's logo and colours in page, deck and transcript; nothing of them where there are none."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from small_story import small_story

from mathora.export.html.branding import brand_style, logo
from mathora.export.html.transcript import write_transcript_html
from mathora.script import read_course

LIGHT, DARK = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 1"><rect width="2" height="1"/></svg>'.encode()
    for width in (2, 4)
)
COURSE = """\
author: Ada
brand:
  logo: {dark: dark.svg, light: light.svg}
  colors: {orange: {dark: "#ff7f50", light: "#964b00"}, blue: {dark: "#4dc3ff", light: "#0b6ca5"}}
"""


@pytest.fixture
def story(tmp_path):
    brand = read_course(COURSE, "course.yaml", lambda name: {"dark.svg": DARK, "light.svg": LIGHT}[name.value]).brand
    return replace(small_story(tmp_path), author="Ada", brand=brand, addresses=("https://example.org/maths",))


def test_a_page_has_the_colours_of_both_grounds_and_the_first_is_that_of_links(story):
    style = brand_style(story.brand)
    assert "--orange-on-light: #964b00; --blue-on-light: #0b6ca5; --orange-on-dark: #ff7f50;" in style
    assert "(prefers-color-scheme: light) { :root { --accent: #964b00;" in style
    assert "(prefers-color-scheme: dark) { :root { --accent: #ff7f50;" in style


def test_a_deck_has_those_of_its_theme(story):
    assert "--accent: #964b00" in brand_style(story.brand, "light")
    assert "prefers-color-scheme" not in brand_style(story.brand, "light")


def test_the_logo_is_inside_follows_the_reader_s_ground_and_leads_to_the_course(story):
    written = logo(story)
    assert base64.b64encode(LIGHT).decode() in written
    assert f'<source srcset="data:image/svg+xml;base64,{base64.b64encode(DARK).decode()}"' in written
    assert written.startswith('<a class="logo" href="https://example.org/maths" rel="noopener">')
    assert 'alt="Ada"' in written
    assert "<source" not in logo(story, ("dark",))


def test_without_a_brand_nothing_of_one_is_there(story, tmp_path):
    plain = small_story(tmp_path)
    assert (brand_style(plain.brand), logo(plain)) == ("", "")
    assert 'class="logo"' not in write_transcript_html(plain, lambda _: "")
    assert 'href="https://example.org/maths"' in write_transcript_html(story, lambda _: "")
