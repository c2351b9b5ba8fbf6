"""A film or a clip in the page: the element, with its captions and what else is told along."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.export.markup import Markup, data_url, element
from mathora.export.story import Story


def video_element(story: Story, name: str, address: str, tracks: Mapping[str, str], **own: str) -> Markup:
    """A `<video>` that never starts by itself. `name` is what it is called, `address` where it lies (empty: inside the
    page, a script puts it in), `tracks` are WebVTT by kind, captions shown; `own` are further attributes.
    """
    size = {"width": str(story.width), "height": str(story.height)}
    return element(
        "video",
        {"controls": True, "playsinline": True, "src": address or None, "aria-label": name, **size, **own},
        *(_track(kind, content) for kind, content in tracks.items()),
    )


def captions_switch(of: str) -> Markup:
    """The switch for the captions of all films of the page, hidden until a script works it; `of` is where it stands."""
    return element(
        "button",
        {"type": "button", "class": "switch", "data-part": "captions", "aria-pressed": "true", "hidden": True},
        "Captions",
        element("span", {"class": "unseen"}, f" of {of}"),
    )


_LABELS = {"captions": "Captions", "descriptions": "What the picture shows", "chapters": "Chapters"}


def _track(kind: str, content: str) -> Markup:
    """The track stands inside the page: a page opened from a file may load no other text."""
    source = data_url("text/vtt", content.encode())
    return element(
        "track",
        {"kind": kind, "label": _LABELS[kind], "srclang": "en", "src": source, "default": kind == "captions"},
    )
