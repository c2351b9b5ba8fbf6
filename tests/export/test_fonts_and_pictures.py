from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from PIL import Image

from mathora.export.html.fonts import font_faces, write_cut
from mathora.export.html.packaged import packaged
from mathora.export.slides.pictures import WIDTH, write_small
from mathora.render.parts import PartStore
from tests.letters import box_font


def test_the_fonts_hold_every_character_of_the_text_and_no_more(tmp_path):
    source = packaged("font_source_sans_pro", "files/SourceSansPro-Regular.otf").read_bytes()
    write_cut(source, "abcé∂", tmp_path / "cut.woff")
    with TTFont(tmp_path / "cut.woff") as font:
        assert set(map(ord, "abcé∂")) <= set(font.getBestCmap())
        assert ord("z") not in font.getBestCmap()


def test_the_formula_font_keeps_what_mathml_needs(tmp_path):
    write_cut(packaged("ziamath", "fonts/STIXTwoMath-Regular.ttf").read_bytes(), "x∂𝑥", tmp_path / "cut.woff")
    with TTFont(tmp_path / "cut.woff") as font:
        assert "MATH" in font
        assert ord("𝑥") in font.getBestCmap()


def test_the_same_text_gives_the_same_bytes(tmp_path):
    once = font_faces(PartStore(tmp_path / "once", ""), "∇L")
    assert font_faces(PartStore(tmp_path / "again", ""), "∇L") == once
    assert once.count("@font-face") == 3
    assert "http" not in once


def test_a_table_that_an_editor_left_behind_goes_without_a_word(tmp_path, caplog):
    left = DefaultTable("FFTM")
    left.data = b"left behind"
    write_cut(box_font("abc", FFTM=left), "ab", tmp_path / "cut.woff")
    with TTFont(tmp_path / "cut.woff") as font:
        assert ("FFTM" in font, ord("a") in font.getBestCmap(), caplog.records) == (False, True, [])


def test_a_large_frame_becomes_a_small_picture(tmp_path):
    Image.new("RGBA", (1920, 1080), "#336699").save(tmp_path / "frame.png")
    write_small(tmp_path / "frame.png", tmp_path / "once.jpg")
    with Image.open(tmp_path / "once.jpg") as picture:
        assert picture.format == "JPEG"
        assert picture.size == (WIDTH, 720)
    write_small(tmp_path / "frame.png", tmp_path / "again.jpg")
    assert (tmp_path / "again.jpg").read_bytes() == (tmp_path / "once.jpg").read_bytes()
