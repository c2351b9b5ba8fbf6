"""A whole page: its language, its parts, and the policy that lets nothing run or load but these.

Owns: `document`. Its frame stands in `web/document.html`.

Law: scripts and styles run only if their digest stands in the page's policy; nothing is ever fetched from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib

from mathora.export.html.markup import Markup
from mathora.export.html.templates import fill_in
from mathora.lesson import LanguageName

_NONE = "'none'"


def document(  # noqa: PLR0913 - the parts of a page
    *,
    language: LanguageName,
    head: Markup,
    body: Markup,
    styles: tuple[str, ...],
    scripts: tuple[str, ...] = (),
    also_runs: tuple[str, ...] = (),
    also_styles: tuple[str, ...] = (),
    frames: bool = False,
    fetches: bool = False,
    theme: str = "",
) -> str:
    """A whole page with its styles and scripts inside, and the policy that lets nothing else run or load.

    Pictures, films and captions may come from the page itself (data:, blob:) and from beside it. `also_runs` and
    `also_styles` are scripts and styles that the page's own scripts put into a window which inherits the policy;
    `frames`: that window shows pages from beside this one. `fetches`: its scripts may load files from beside it.
    `theme` is what the deck's style calls its colours; empty: those it has by itself.
    """
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_digest, (*scripts, *also_runs))) or _NONE}",
            f"style-src {' '.join(map(_digest, (*styles, *also_styles)))}",
            "font-src data:",
            "img-src 'self' file: data:",
            "media-src 'self' file: data: blob:",
            *(("frame-src 'self' file:",) if frames else ()),
            *(("connect-src 'self'",) if fetches else ()),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return fill_in(
        "document.html",
        language=language,
        theme=theme,
        policy=policy,
        head=head,
        body=body,
        styles=tuple(map(Markup, styles)),
        scripts=tuple(map(Markup, scripts)),
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode('ascii')}'"
