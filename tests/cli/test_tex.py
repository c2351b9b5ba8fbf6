"""`--tex latex`: without LaTeX one sentence says what to ask for; with it a picture comes out."""

from __future__ import annotations

import pytest

from mathora.render import latex_program
from tests.programs import needs_latex


@pytest.mark.parametrize("command", [("render",), ("storyboard",), ("still", "slopes", "by-hand/line")])
def test_without_latex_the_packages_are_named(command, run, write, monkeypatch):
    write("slopes")
    monkeypatch.setattr(latex_program.shutil, "which", lambda _: None)
    result = run(*command, "--tex", "latex")
    assert result.exit_code == 2
    assert "sudo apt-get install -y texlive-latex-base dvisvgm" in result.stderr
    assert "Traceback" not in result.output


def test_another_typesetter_is_not_known(run, write):
    write("slopes")
    assert "'latex', 'typst'" in run("render", "--tex", "word").stderr


@needs_latex
@pytest.mark.slow
def test_a_still_is_drawn_with_latex(run, write, tmp_path):
    write("slopes")
    pictures = []
    for name in ("typst", "latex"):
        out = str(tmp_path / name)
        result = run("still", "slopes", "by-hand/line", "--tex", name, "--quality", "480p15", "--out", out)
        assert result.exit_code == 0, result.output
        (picture,) = (tmp_path / name).rglob("by-hand.line.png")
        pictures.append(picture.read_bytes())
    assert pictures[0] != pictures[1]


@needs_latex
def test_latex_that_fails_is_told_in_a_sentence(run, write, monkeypatch):
    write("slopes")
    monkeypatch.setattr(latex_program, "LATEX", ("latex", "-no-such-option"))
    result = run("still", "slopes", "by-hand/line", "--tex", "latex")
    assert result.exit_code == 3
    assert "The machine refused" in result.stderr
    assert "Traceback" not in result.output
