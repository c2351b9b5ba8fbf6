"""A course's logo and colours in page, deck and transcript; nothing of them where there are none."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from small_story import small_story

from mathora.export.html.branding import brand_style, logo
from mathora.export.html.fonts import font_faces
from mathora.export.html.handout import write_handout
from mathora.export.html.transcript import write_transcript_html
from mathora.render.parts import PartStore
from mathora.script import read_course
from tests.letters import box_font

LIGHT, DARK = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 1"><rect width="2" height="1"/></svg>'.encode()
    for width in (2, 4)
)
FACE = box_font("".join(map(chr, range(33, 127))), "Face")
COURSE = """\
author: Ada
brand:
  logo: {dark: dark.svg, light: light.svg}
  colors: {orange: {dark: "#ff7f50", light: "#964b00"}, blue: {dark: "#4dc3ff", light: "#0b6ca5"}}
  typeface: {file: face.ttf, by: "B. Type", licence: OFL}
"""


@pytest.fixture
def story(tmp_path):
    files = {"dark.svg": DARK, "light.svg": LIGHT, "face.ttf": FACE}
    settings = read_course(COURSE, "course.yaml", lambda name: files[name.value])
    own = {"fonts": (FACE,), "typeface": f"Typeface: {settings.brand.typeface.credit}"}
    return replace(
        small_story(tmp_path), author="Ada", brand=settings.brand, addresses=("https://example.org/maths",), **own
    )


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


def test_words_are_set_in_the_typeface_that_is_inside_and_whose_it_is_is_said(story, tmp_path):
    faces = font_faces(PartStore(tmp_path / "parts", ""), "∇L", story.brand.typeface)
    (face,) = re.findall(r'"Course Text"; .*?base64,([^"]+)"', faces)
    with TTFont(io.BytesIO(base64.b64decode(face))) as font:
        assert ord("L") in font.getBestCmap()
    assert 'body, .reveal { font-family: "Course Text", "Mathora Text"' in brand_style(story.brand, "dark")
    assert "<p>Typeface: B. Type, OFL</p>" in write_transcript_html(story, lambda _: "")


def test_the_handout_has_the_typeface_before_its_own(story, tmp_path):
    frame = io.BytesIO()
    Image.new("RGB", (64, 36)).save(frame, "JPEG")
    write_handout(tmp_path / "handout.pdf", story, {moment.id: frame.getvalue() for moment in story.moments})
    content = (tmp_path / "handout.pdf").read_bytes()
    assert b"Face-Regular" in content
    assert b"NewCM" in content


def test_without_a_brand_nothing_of_one_is_there(story, tmp_path):
    plain = small_story(tmp_path)
    assert (brand_style(plain.brand), logo(plain)) == ("", "")
    assert 'class="logo"' not in write_transcript_html(plain, lambda _: "")
    assert "Typeface" not in write_transcript_html(plain, lambda _: "")
    assert 'href="https://example.org/maths"' in write_transcript_html(story, lambda _: "")
