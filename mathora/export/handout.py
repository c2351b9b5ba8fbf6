"""`slides.pdf`, a handout set by Typst: real, selectable text and formulas beside the last frame of every step.

Laws:
- No string of a lesson is Typst code: words stand in string literals, formulas come from the formula tree's own writer.
- The same story gives the same bytes: no date, no font of the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import typst

from mathora.export.packaged import packaged
from mathora.export.sentences import clock
from mathora.export.story import Chapter, Check, Cleared, Moment, Sentence, Spelling, Story, spoken
from mathora.render.files import scratch_folder


def write_handout(story: Story, pictures: Mapping[str, bytes]) -> bytes:
    """The handout as PDF; `pictures` are JPEG by moment id."""
    names = {moment.id: f"picture-{number}.jpg" for number, moment in enumerate(story.moments)}
    fonts = [str(packaged("font_source_sans_pro", "files"))]
    with scratch_folder("mathora-handout-") as folder:
        for place, content in pictures.items():
            (folder / names[place]).write_bytes(content)
        source = folder / "handout.typ"
        source.write_text(handout_source(story, names), encoding="utf-8")
        return bytes(
            typst.compile(str(source), root=str(folder), font_paths=fonts, ignore_system_fonts=True, format="pdf")
        )


def handout_source(story: Story, names: Mapping[str, str]) -> str:
    """The handout as Typst source; `names` are the pictures' file names by moment id."""
    facts = f"Lesson {story.number:02d} · {story.level} · {story.minutes} min"
    lines = [
        f"#set document(title: {_string(spoken(story.title))}, author: (), date: none)",
        _PREAMBLE.replace("RUNNING", _string(spoken(story.title))),
        f"#text(fill: soft)[{_words(story.track)} #h(0.3em) / #h(0.3em) {_words(story.unit)}]",
        f"#block(above: 1.1em, below: 1.1em, text(25pt, weight: 600, {_content(story.title)}))",
        f"#text(12pt, fill: soft)[{_words(story.summary)}]" if story.summary else "",
        f"#text(fill: soft)[#{_string(facts)}]",
        "#v(0.5em)\n#outline(title: [In this lesson], depth: 1)\n#v(0.5em)",
        *(line for chapter in story.chapters for line in _chapter(chapter, names)),
    ]
    return "\n\n".join(line for line in lines if line)


_PREAMBLE = """
#let soft = rgb("#575d69")
#let rule = rgb("#d8d5cc")
#let accent = rgb("#1b5bbf")
#set page(paper: "a4", margin: (x: 2cm, top: 2.1cm, bottom: 2.1cm),
  header: context if counter(page).get().first() > 1 { text(9pt, fill: soft)[#RUNNING] },
  footer: context align(center, text(9pt, fill: soft)[#counter(page).display("1 / 1", both: true)]))
#set text(font: "Source Sans Pro", size: 10.5pt, fill: rgb("#1a1c22"), lang: "en", number-type: "lining")
#set par(leading: 0.66em, spacing: 0.9em)
#show math.equation: set text(font: "New Computer Modern Math", size: 1.04em)
#set heading(numbering: none)
#show heading.where(level: 1): it => block(above: 1.9em, below: 0.9em, sticky: true, text(16pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(above: 1.2em, below: 0.6em, sticky: true, text(11.5pt, weight: 600, it.body))
#show math.equation.where(block: true): set align(left)
#let step(time, picture, body) = block(breakable: false, width: 100%, above: 1.1em, below: 1.1em,
  grid(columns: (7.2cm, 1fr), column-gutter: 0.75cm,
    block(stroke: 0.5pt + rule, radius: 3pt, clip: true, picture),
    [#text(8.5pt, fill: soft, time)\\ #body]))
#let formulas(body) = block(stroke: (left: 1.6pt + accent), inset: (left: 9pt, y: 3pt), body)
""".strip()


def _chapter(chapter: Chapter, names: Mapping[str, str]) -> Iterable[str]:
    yield f"#heading(level: 1, {_content(chapter.title)})"
    yield from (_step(moment, names[moment.id]) for moment in chapter.moments)
    if chapter.points:
        yield _list(chapter.points)
    yield from (_confusion(cleared) for cleared in chapter.cleared)
    yield from (_question(check) for check in chapter.checks)


def _step(moment: Moment, picture: str) -> str:
    body = [f"*{_words(note)}*" for note in moment.notes if len(moment.notes) == 1]
    body.append(_words(moment.say))
    if len(moment.notes) > 1:
        body.append(_list(moment.notes))
    if moment.shows:
        body.append("#formulas[" + "\n\n".join(map(_display, moment.shows)) + "]")
    alt = _string(moment.picture or spoken(moment.say))
    image = f"image({_string(picture)}, width: 100%, alt: {alt})"
    return f"#step({_string(clock(moment.start))}, {image})[" + "\n\n".join(body) + "]"


def _confusion(cleared: Cleared) -> str:
    def side(name: str, sentence: Sentence, formula: Spelling | None) -> str:
        return f"[*{name}.* {_words(sentence)}" + (f"\n\n{_display(formula)}" if formula else "") + "]"

    cells = f"{side('Myth', cleared.myth, cleared.wrong)}, {side('Fact', cleared.fact, cleared.right)}"
    look = "columns: (1fr, 1fr), column-gutter: 0.8cm, inset: 8pt, stroke: 0.5pt + rule"
    return f"#block(breakable: false, grid({look}, {cells}))"


def _question(check: Check) -> str:
    answers = "\n".join(f"+ {_words(choice.text)}" for choice in check.choices)
    why = next(choice.why for choice in check.choices if choice.correct)
    letter = "abcdefghijklmnopqrstuvwxyz"[[choice.correct for choice in check.choices].index(True)]
    return (
        f"#block(breakable: false, above: 1.5em)[#heading(level: 2, outlined: false, {_content(check.ask)})\n"
        f'#set enum(numbering: "a.")\n{answers}\n\n#text(9pt, fill: soft)[Answer: {letter}. {_words(why)}]]'
    )


def _list(points: Iterable[Sentence]) -> str:
    return "\n".join(f"- {_words(point)}" for point in points)


def _string(text: str) -> str:
    """A Typst string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _words(sentence: Sentence) -> str:
    """A sentence as Typst markup: words in string literals, formulas in math mode."""
    return "".join(f"#{_string(piece)};" if isinstance(piece, str) else f"${piece.typst}$" for piece in sentence)


def _content(sentence: Sentence) -> str:
    return f"[{_words(sentence)}]"


def _display(formula: Spelling) -> str:
    return f"$ {formula.typst} $"
