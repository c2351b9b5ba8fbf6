"""`slides.html`, a deck on reveal.js: a section is a stack, a step a slide.

Laws:
- A slide's clip plays once and stops on its last frame; with reduced motion the last frame stands there at once.
- Formulas are MathML beside the picture, the narration is the speaker's notes; a slide's address is `#/section/step`.
- Everything but the clips and their stills is inside the file; nothing is fetched from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mathora.export.markup import Markup, document, element, icon, join
from mathora.export.reveal import Reveal
from mathora.export.sentences import block, prose
from mathora.export.story import Chapter, Moment, Story, spoken
from mathora.export.web_files import DECK_STYLES, one_style, web_file


@dataclass(frozen=True, slots=True)
class DeckFiles:
    """Where the deck finds its clips and stills: addresses by moment id."""

    stills: Mapping[str, str]
    clips: Mapping[str, str]


def write_slides(story: Story, files: DeckFiles, fonts: Callable[[str], str], reveal: Reveal) -> str:
    """The deck as HTML; `fonts` gives `@font-face` rules for the characters of a text."""
    moments = story.moments
    pages = {moment.id: f"{number} / {len(moments)}" for number, moment in enumerate(moments, 1)}
    before = {moment.id: files.stills[earlier.id] for earlier, moment in pairwise(moments)}
    stacks = (
        element(
            "section",
            None,
            *(
                _slide(chapter, moment, pages[moment.id], files, before.get(moment.id, files.stills[moment.id]))
                for moment in chapter.moments
            ),
        )
        for chapter in story.chapters
    )
    head = join(
        (
            element("title", None, f"{spoken(story.title)} · slides"),
            element("link", {"rel": "icon", "href": icon()}),
        )
    )
    body = element(
        "body",
        None,
        element(
            "main",
            None,
            element("h1", {"class": "unseen"}, prose(story.title)),
            element(
                "div",
                {"class": "reveal", "aria-label": f"Slides: {spoken(story.title)}"},
                element("div", {"class": "slides"}, *stacks),
            ),
        ),
    )
    page = document(
        head=head,
        body=body,
        styles=(fonts(body), reveal.style, one_style(DECK_STYLES)),
        scripts=(reveal.script, reveal.notes, web_file("deck.js")),
        also_runs=reveal.speaker_scripts,
        also_styles=reveal.speaker_styles,
        frames=True,
    )
    return page if story.dark else page.replace('<html lang="en">', '<html lang="en" data-theme="light">', 1)


def _slide(chapter: Chapter, moment: Moment, page: str, files: DeckFiles, poster: str) -> Markup:
    video = element(
        "video",
        {
            "data-src": files.clips[moment.id],
            "poster": poster,
            "muted": True,
            "playsinline": True,
            "preload": "auto",
            "aria-hidden": "true",
            "tabindex": "-1",
        },
    )
    formulas = (
        element("div", {"class": "formulas"}, *(block(one) for one in moment.shows))
        if moment.shows
        else element("div", {"class": "formulas"})
    )
    bar = element(
        "div",
        {"class": "bar"},
        element("h2", None, prose(chapter.title)),
        formulas,
        element("div", {"class": "pages"}, page),
    )
    notes = element(
        "aside",
        {"class": "notes"},
        element("p", None, prose(moment.say)),
        *(element("p", None, prose(note)) for note in moment.notes),
    )
    return element(
        "section",
        {"id": moment.id, "data-transition": "none"},
        element(
            "div",
            {"class": "picture"},
            video,
            element("img", {"data-src": files.stills[moment.id], "alt": moment.picture or spoken(moment.say)}),
        ),
        bar,
        notes,
    )
