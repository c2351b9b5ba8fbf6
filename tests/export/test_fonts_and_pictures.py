import io

from fontTools.ttLib import TTFont
from PIL import Image

from mathora.export.html.fonts import _cut, font_faces
from mathora.export.slides.pictures import WIDTH, shrink


def test_the_fonts_hold_every_character_of_the_text_and_no_more():
    content = _cut("font_source_sans_pro", "files/SourceSansPro-Regular.otf", "abcé∂")
    with TTFont(io.BytesIO(content)) as font:
        assert set(map(ord, "abcé∂")) <= set(font.getBestCmap())
        assert ord("z") not in font.getBestCmap()


def test_the_formula_font_keeps_what_mathml_needs():
    content = _cut("ziamath", "fonts/STIXTwoMath-Regular.ttf", "x∂𝑥")
    with TTFont(io.BytesIO(content)) as font:
        assert "MATH" in font
        assert ord("𝑥") in font.getBestCmap()


def test_the_same_text_gives_the_same_bytes():
    once = font_faces("∇L")
    _cut.cache_clear()
    assert font_faces("∇L") == once
    assert once.count("@font-face") == 3
    assert "http" not in once


def test_a_large_frame_becomes_a_small_picture(tmp_path):
    Image.new("RGBA", (1920, 1080), "#336699").save(tmp_path / "frame.png")
    content = shrink(tmp_path / "frame.png")
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (WIDTH, 720)
    assert shrink(tmp_path / "frame.png") == content
