"""`slides.pdf`, a handout set by Typst: real, selectable text and formulas beside the last frame of every step.

Owns: what the template `web/handout.typ` gets.

Laws:
- No string of a lesson is Typst code: words go to the template as data, formulas come from the formula tree's own
  writer.
- The same story gives the same bytes: no date, no font of the machine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import typst

from mathora.export.content.story import ChapterStory, Check, Cleared, Moment, Sentence, Spelling, Story, spoken
from mathora.export.html.packaged import packaged
from mathora.export.html.sentences import clock, facts
from mathora.export.html.web_files import web_file
from mathora.render.files import scratch_folder

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write_handout(path: Path, story: Story, pictures: Mapping[str, bytes]) -> Path:
    """Writes the handout as PDF to `path`, which it gives; `pictures` are JPEG by moment id."""
    names = {moment.id: f"picture-{number}.jpg" for number, moment in enumerate(story.moments)}
    with scratch_folder("mathora-handout-") as folder:
        fonts = [str(packaged("font_source_sans_pro", "files")), str(folder)]
        for number, content in enumerate(story.fonts):
            (folder / f"{number}.otf").write_bytes(content)
        families = _families(folder / "0.otf") if story.brand.typeface else ()
        for place, content in pictures.items():
            (folder / names[place]).write_bytes(content)
        (folder / "lesson.json").write_text(json.dumps(handout_data(story, names, families)), encoding="utf-8")
        source = folder / "handout.typ"
        source.write_text(web_file("handout.typ"), encoding="utf-8")
        typst.compile(
            str(source), str(path), root=str(folder), font_paths=fonts, ignore_system_fonts=True, format="pdf"
        )
    return path


def _families(font: Path) -> tuple[str, ...]:
    """The family of the font in a file, as Typst calls it."""
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font.parent]).fonts()
    return tuple(one.family for one in known if Path(one.path or "").name == font.name and one.index == 0)


def handout_data(story: Story, names: Mapping[str, str], families: Sequence[str] = ()) -> dict[str, object]:
    """What the template gets; `names` are the pictures' file names by moment id, `families` the fonts that are asked
    before the one that comes along.
    """
    return {
        "fonts": [*families, "Source Sans Pro"],
        "language": story.words.language,
        "words": asdict(story.words.lesson),
        "name": spoken(story.title),
        "title": _said(story.title),
        "track": _said(story.track),
        "unit": _said(story.unit),
        "summary": _said(story.summary),
        "facts": " · ".join(facts(story)),
        "chapters": [_chapter(story, chapter, names) for chapter in story.chapters],
    }


def _chapter(story: Story, chapter: ChapterStory, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "title": _said(chapter.title),
        "moments": [_moment(moment, names[moment.id]) for moment in chapter.moments],
        "points": [*map(_said, chapter.points)],
        "cleared": [*map(_cleared, chapter.cleared)],
        "checks": [_check(story, check) for check in chapter.checks],
    }


def _moment(moment: Moment, picture: str) -> dict[str, object]:
    return {
        "time": clock(moment.start),
        "picture": picture,
        "alt": moment.picture or spoken(moment.say),
        "notes": [*map(_said, moment.notes)],
        "say": _said(moment.say),
        "shows": [formula.typst for formula in moment.shows],
    }


def _cleared(cleared: Cleared) -> dict[str, object]:
    return {
        "myth": _said(cleared.myth),
        "fact": _said(cleared.fact),
        "wrong": _maths(cleared.wrong),
        "right": _maths(cleared.right),
    }


def _check(story: Story, check: Check) -> dict[str, object]:
    right = [choice.correct for choice in check.choices].index(True)
    return {
        "ask": _said(check.ask),
        "choices": [_said(choice.text) for choice in check.choices],
        "answer": story.words.lesson.answer.format(letter=LETTERS[right]),
        "why": _said(check.choices[right].why),
    }


def _said(sentence: Sentence) -> list[dict[str, str]]:
    """A sentence's pieces in their order: `text` stands for itself, `maths` is Typst's math mode."""
    return [{"text": piece} if isinstance(piece, str) else {"maths": piece.typst} for piece in sentence]


def _maths(formula: Spelling | None) -> str | None:
    return formula.typst if formula else None
