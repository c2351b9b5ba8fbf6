"""A course's logo, its typeface and its own colours in page, deck and transcript.

Owns: `brand_style`, `logo`.

Laws:
- A colour of its own stands where the theme's of that name does; the brand's main colour, on each ground on which it
  can be read, is that of links and buttons, too.
- A logo is an image with its content in its address: what is in an SVG stays in there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mathora.export.content.story import Story
from mathora.export.html.fonts import OWN_TYPEFACE
from mathora.export.html.markup import Markup, data_url, element, join
from mathora.lesson import Brand, PictureValue, ThemeName

KINDS = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
BOTH: tuple[ThemeName, ...] = ("light", "dark")


def brand_style(brand: Brand, deck: ThemeName | None = None) -> str:
    """CSS, to stand behind the product's own; of a page, or of a `deck` in its theme. Empty without a brand."""
    named = [f"--{name}-on-{theme}: {value};" for theme in BOTH for name, value in brand.palette(theme)]
    rules = [f":root {{ {' '.join(named)} }}"] if named else []
    if brand.typeface is not None:
        rules.append(f'body, .reveal {{ font-family: "{OWN_TYPEFACE}", "Mathora Text", system-ui, sans-serif; }}')
    for theme in BOTH:
        main = next((value for _, value in brand.palette(theme)), None)
        if main is not None:
            rules += _accented(theme, main, deck)
    return "\n".join(rules)


def _accented(theme: ThemeName, main: str, deck: ThemeName | None) -> Iterator[str]:
    if deck is None:
        stage = f" --stage-accent: {main};" if theme == "dark" else ""
        yield f"@media (prefers-color-scheme: {theme}) {{ :root {{ --accent: {main}; --glow: var(--sunk); }} }}"
        yield f":root {{{stage} }}" if stage else ""
    elif deck == theme:
        yield f":root:root {{ --accent: {main}; }}"


def logo(story: Story, themes: Sequence[ThemeName] = BOTH) -> Markup:
    """The logo, that of the reader's theme if there are two; leads to the course's address. Empty if there is none."""
    found = [picture for theme in themes if (picture := story.brand.logo(theme)) is not None]
    if not found:
        return join(())
    dark = story.brand.logo("dark")
    other = dark if len(found) > 1 and dark != found[0] else None
    shown = element("img", {"src": _address(found[0]), "alt": story.author or story.words.lesson.course})
    if other is not None:
        at = {"srcset": _address(other), "media": "(prefers-color-scheme: dark)"}
        shown = element("picture", None, element("source", at), shown)
    if story.addresses:
        return element("a", {"class": "logo", "href": story.addresses[0], "rel": "noopener"}, shown)
    return element("span", {"class": "logo"}, shown)


def _address(picture: PictureValue) -> str:
    return data_url(KINDS[picture.form], picture.data)
