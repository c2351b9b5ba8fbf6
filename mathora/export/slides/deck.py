"""`slides.html`, a deck on reveal.js: a section is a stack, a step a slide.

Laws:
- A slide's clip plays once and stops on its last frame; with reduced motion the last frame stands there at once.
- Formulas are MathML beside the picture, the narration is the speaker's notes; a slide's address is `#/section/step`.
- Everything but the clips and their stills is inside the file; nothing is fetched from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise

from mathora.export.content.story import Story, spoken
from mathora.export.html.branding import brand_style, logo
from mathora.export.html.document import document
from mathora.export.html.markup import data_block, element, icon, join
from mathora.export.html.templates import fill_in
from mathora.export.html.web_files import DECK_STYLES, one_style, web_file
from mathora.export.slides.reveal import Reveal
from mathora.lesson import ThemeName


@dataclass(frozen=True, slots=True)
class DeckFiles:
    """Where the deck finds its clips and stills: addresses by moment id."""

    stills: Mapping[str, str]
    clips: Mapping[str, str]


def write_slides(story: Story, files: DeckFiles, fonts: Callable[[str], str], reveal: Reveal) -> str:
    """The deck as HTML; `fonts` gives `@font-face` rules for the characters of a text."""
    moments = story.moments
    first = files.stills[moments[0].id]
    words = story.words.deck
    theme: ThemeName = "dark" if story.dark else "light"
    body = fill_in(
        "slides.html",
        story=story,
        files=files,
        pages={moment.id: f"{number} / {len(moments)}" for number, moment in enumerate(moments, 1)},
        posters={moments[0].id: first} | {moment.id: files.stills[before.id] for before, moment in pairwise(moments)},
        logo=logo(story, (theme,)),
        data=data_block("deck-data", {"words": asdict(words)}),
    )
    head = join(
        (
            element("title", None, words.title.format(title=spoken(story.title))),
            element("link", {"rel": "icon", "href": icon()}),
        )
    )
    return document(
        language=story.words.language,
        head=head,
        body=body,
        styles=(fonts(body), reveal.style, one_style(DECK_STYLES), brand_style(story.brand, theme)),
        scripts=(reveal.script, reveal.notes, web_file("deck.js")),
        also_runs=reveal.speaker_scripts,
        also_styles=reveal.speaker_styles,
        frames=True,
        theme="" if story.dark else "light",
    )
