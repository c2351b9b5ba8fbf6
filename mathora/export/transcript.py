"""`transcript.md` and `transcript.html`: all that is said, shown and seen, as text."""

from __future__ import annotations

import re
from collections.abc import Callable

from mathora.export.chapter_words import confusion_cards, moment_words, points_list
from mathora.export.markup import Markup, document, element
from mathora.export.sentences import clock, iso_duration, prose
from mathora.export.standing import what_holds
from mathora.export.story import Chapter, Check, Moment, Sentence, Story, spoken
from mathora.export.web_files import PAGE_STYLES, TRANSCRIPT_SCRIPTS, one_script, one_style

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])")


def write_transcript_markdown(story: Story) -> str:
    """The transcript as Markdown, formulas as `$…$`."""
    facts = f"Lesson {story.number:02d} · {story.level} · {story.minutes} min"
    parts = [
        f"# {_marked(story.title)}",
        f"{_marked(story.track)} / {_marked(story.unit)} · {_escaped(facts)}",
        _marked(story.summary),
    ]
    for chapter in story.chapters:
        parts.append(f"## {_marked(chapter.title)}")
        for moment in chapter.moments:
            parts.append(f"**{clock(moment.start)}** {_marked(moment.say)}")
            parts += [f"- {_marked(note)}" for note in moment.notes]
            parts += [f"$$\n{formula.tex}\n$$" for formula in moment.shows]
            if moment.picture:
                parts.append(f"*What is seen: {_escaped(moment.picture)}*")
        parts += [f"- {_marked(point)}" for point in chapter.points]
        for one in chapter.cleared:
            parts.append(f"**Myth:** {_marked((*one.myth, ' ', one.wrong) if one.wrong else one.myth)}")
            parts.append(f"**Fact:** {_marked((*one.fact, ' ', one.right) if one.right else one.fact)}")
        for check in chapter.checks:
            parts.append(f"**Question:** {_marked(check.ask)}")
            parts += [
                f"- {'(right) ' if one.correct else ''}{_marked(one.text)}: {_marked(one.why)}" for one in check.choices
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
    body = element(
        "body",
        None,
        element(
            "header",
            {"class": "wide masthead transcript"},
            element(
                "ol",
                {"class": "crumbs", "aria-label": "Course"},
                element("li", None, prose(story.track)),
                element("li", None, prose(story.unit)),
            ),
            element("h1", None, prose(story.title)),
            element(
                "div",
                {"class": "about"},
                element("p", {"class": "summary"}, "Transcript: all that is said, shown and seen."),
            ),
        ),
        element("main", {"class": "wide transcript"}, *(_chapter(chapter) for chapter in story.chapters)),
        element(
            "footer",
            {"class": "wide transcript foot"},
            *(element("p", None, sentence) for sentence in what_holds(story)),
        ),
    )
    head = element("title", None, f"{spoken(story.title)} · transcript")
    styles = (fonts(body), one_style(PAGE_STYLES))
    return document(head=head, body=body, styles=styles, scripts=(one_script(TRANSCRIPT_SCRIPTS),))


def _chapter(chapter: Chapter) -> Markup:
    title = f"{chapter.id}-title"
    return element(
        "section",
        {"class": "chapter", "id": chapter.id, "aria-labelledby": title},
        element("h2", {"id": title}, prose(chapter.title)),
        element("ol", {"class": "moments"}, *(_moment(moment) for moment in chapter.moments)),
        points_list(chapter.points),
        *(confusion_cards(cleared) for cleared in chapter.cleared),
        *(_question(check) for check in chapter.checks),
    )


def _moment(moment: Moment) -> Markup:
    return element(
        "li",
        {"class": "moment", "id": moment.id},
        element("time", {"class": "when", "datetime": iso_duration(moment.start)}, clock(moment.start)),
        *moment_words(moment, moment.shows),
        element("p", {"class": "seen"}, moment.picture) if moment.picture else None,
    )


def _question(check: Check) -> Markup:
    answers = (
        element(
            "li",
            None,
            prose(choice.text),
            element("p", {"class": "seen"}, "Right. " if choice.correct else "Wrong. ", prose(choice.why)),
        )
        for choice in check.choices
    )
    return element(
        "section",
        {"class": "question"},
        element("h3", None, prose(check.ask)),
        element("ol", {"class": "answers"}, *answers),
    )
