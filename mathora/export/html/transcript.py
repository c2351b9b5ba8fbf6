"""`transcript.md` and `transcript.html`: all that is said, shown and seen, as text."""

from __future__ import annotations

import re
from collections.abc import Callable

from mathora.export.content.standing import what_holds
from mathora.export.content.story import Sentence, Story, spoken
from mathora.export.html.branding import brand_style
from mathora.export.html.document import document
from mathora.export.html.markup import element
from mathora.export.html.sentences import clock, facts
from mathora.export.html.templates import fill_in
from mathora.export.html.web_files import PAGE_STYLES, TRANSCRIPT_SCRIPTS, one_script, one_style

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])")


def write_transcript_markdown(story: Story) -> str:
    """The transcript as Markdown, formulas as `$…$`."""
    words = story.words
    parts = [
        f"# {_marked(story.title)}",
        f"{_marked(story.track)} / {_marked(story.unit)} · {_escaped(' · '.join(facts(story)))}",
        _marked(story.summary),
    ]
    for chapter in story.chapters:
        parts.append(f"## {_marked(chapter.title)}")
        for moment in chapter.moments:
            parts.append(f"**{clock(moment.start)}** {_marked(moment.say)}")
            parts += [f"- {_marked(note)}" for note in moment.notes]
            parts += [f"$$\n{formula.tex}\n$$" for formula in moment.shows]
            if moment.conditions:
                parts.append(_marked(moment.conditions))
            if moment.picture:
                parts.append(f"*{_escaped(words.transcript.seen.format(picture=moment.picture))}*")
        parts += [f"- {_marked(point)}" for point in chapter.points]
        for one in chapter.cleared:
            parts.append(f"**{words.lesson.myth}:** {_marked((*one.myth, ' ', one.wrong) if one.wrong else one.myth)}")
            parts.append(f"**{words.lesson.fact}:** {_marked((*one.fact, ' ', one.right) if one.right else one.fact)}")
        for check in chapter.checks:
            parts.append(f"**{words.lesson.question}:** {_marked(check.ask)}")
            right = f"{words.transcript.right_option} "
            parts += [
                f"- {right if one.correct else ''}{_marked(one.text)}: {_marked(one.why)}" for one in check.choices
            ]
    parts += map(_escaped, what_holds(story))
    return "\n\n".join(part for part in parts if part) + "\n"


def _marked(sentence: Sentence) -> str:
    return "".join(_escaped(piece) if isinstance(piece, str) else f"${piece.tex}$" for piece in sentence)


def _escaped(text: str) -> str:
    """Text that stands in Markdown for itself."""
    flat = " ".join(text.split("\n"))
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", flat))


def write_transcript_html(story: Story, fonts: Callable[[str], str]) -> str:
    """The transcript as a page of its own, readable without scripts."""
    body = fill_in("transcript.html", story=story)
    title = story.words.transcript.title.format(title=spoken(story.title))
    styles = (fonts(body), one_style(PAGE_STYLES), brand_style(story.brand))
    head = element("title", None, title)
    return document(
        language=story.words.language, head=head, body=body, styles=styles, scripts=(one_script(TRANSCRIPT_SCRIPTS),)
    )
