"""`slides.html`, a deck on reveal.js: a section is a stack, a step a slide.

Laws:
- A slide's clip plays once and stops on its last frame; with reduced motion the last frame stands there at once.
- Formulas are MathML beside the picture, the narration is the speaker's notes; a slide's address is `#/section/step`.
- Everything but the clips and their stills is inside the file; nothing is fetched from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from mathora.export.markup import Markup, data_url, document, element, join
from mathora.export.reveal import Reveal
from mathora.export.sentences import block, prose
from mathora.export.story import Chapter, Moment, Story, spoken
from mathora.export.web_files import web_file


def write_slides(
    story: Story, stills: Mapping[str, str], clips: Mapping[str, str], font_faces: str, reveal: Reveal
) -> str:
    """The deck as HTML; `stills` and `clips` are addresses by moment id."""
    moments = story.moments
    pages = {moment.id: f"{number} / {len(moments)}" for number, moment in enumerate(moments, 1)}
    before = {moment.id: stills[earlier.id] for earlier, moment in zip(moments, moments[1:], strict=False)}
    stacks = (
        element(
            "section",
            None,
            *(
                _slide(chapter, moment, pages[moment.id], stills[moment.id], clips[moment.id], before.get(moment.id))
                for moment in chapter.moments
            ),
        )
        for chapter in story.chapters
    )
    head = join(
        (
            element("title", None, f"{spoken(story.title)} · slides"),
            element("link", {"rel": "icon", "href": data_url("image/svg+xml", _ICON)}),
        )
    )
    body = element(
        "body",
        None,
        element(
            "main",
            {"class": "reveal", "aria-label": f"Slides: {spoken(story.title)}"},
            element("h1", {"class": "unseen"}, prose(story.title)),
            element("div", {"class": "slides"}, *stacks),
        ),
    )
    page = document(
        head=head,
        body=body,
        styles=(font_faces, reveal.style, web_file("slides.css")),
        scripts=(reveal.script, reveal.notes, web_file("deck.js")),
        also_runs=reveal.speaker_scripts,
        also_styles=reveal.speaker_styles,
        frames=True,
    )
    return page if story.dark else page.replace('<html lang="en">', '<html lang="en" data-theme="light">', 1)


_ICON = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#10141b"/></svg>'


def _slide(chapter: Chapter, moment: Moment, page: str, still: str, clip: str, before: str | None) -> Markup:
    video = element(
        "video",
        {
            "data-src": clip,
            "poster": before or still,
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
            element("img", {"data-src": still, "alt": moment.picture or spoken(moment.say)}),
        ),
        bar,
        notes,
    )
