"""HTML in which every string is text.

Owns: `Markup`, the only type that is written unescaped; `element`, the only way to make one from parts; and the strict
content security policy of a page.

Laws:
- A plain `str` never becomes markup: it is escaped wherever it stands, in text, attributes and data blocks.
- MathML is parsed and written anew from a list of known elements and attributes before it becomes `Markup`.
- Scripts and styles run only if their digest stands in the page's policy; nothing is ever fetched from elsewhere.
"""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "track"})

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows; a text that holds one is isolated from its neighbours."""

_ELEMENTS = """
math mrow mi mn mo ms mtext mspace msub msup msubsup munder mover munderover mmultiscripts mprescripts mfrac msqrt mroot
mtable mtr mtd mpadded mphantom mstyle menclose merror none
"""
_ATTRIBUTES = """
display displaystyle scriptlevel mathvariant mathcolor stretchy symmetric fence separator form lspace rspace largeop
movablelimits accent accentunder linethickness width height depth voffset columnalign rowspacing columnspacing
columnspan rowspan minsize maxsize notation intent arg alttext dir columnlines rowlines class
"""
MATHML_ELEMENTS = frozenset(_ELEMENTS.split())
MATHML_ATTRIBUTES = frozenset(_ATTRIBUTES.split())
MATHML = "http://www.w3.org/1998/Math/MathML"


class Markup(str):
    """A string that is already safe HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        """What a template puts in as it is."""
        return self


Child = str | Markup | None


def text(value: str) -> Markup:
    """A string as HTML text, shown literally; a text that turns its direction cannot turn its neighbours'."""
    safe = html.escape(value, quote=False)
    return Markup(f"<bdi>{safe}</bdi>" if _BIDI_CONTROLS & set(value) else safe)


def join(children: Iterable[Child]) -> Markup:
    """The children one behind the other, plain strings as text."""
    return Markup(
        "".join(child if isinstance(child, Markup) else text(child) for child in children if child is not None)
    )


def element(tag: str, attributes: Mapping[str, str | bool | None] | None = None, *children: Child) -> Markup:
    r"""An element; an attribute that is `True` stands alone, one that is `None` or `False` is left out.

    >>> element("p", {"class": "a\"b", "hidden": True}, "1 < 2")
    '<p class="a&quot;b" hidden>1 &lt; 2</p>'
    """
    written = "".join(
        f" {name}" if value is True else f' {name}="{html.escape(value)}"'
        for name, value in (attributes or {}).items()
        if value is not None and value is not False
    )
    if tag in VOID:
        return Markup(f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{join(children)}</{tag}>")


def data_block(place: str, value: object) -> Markup:
    """A JSON data block: inert, and no text in it can end it."""
    shown = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for sign, escape in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        shown = shown.replace(sign, escape)
    return Markup(f'<script type="application/json" id="{html.escape(place)}">{shown}</script>')


def mathml(source: str, words: str) -> Markup:
    """MathML, written anew from its known elements and attributes, with `words` for who hears it from a program that
    reads no MathML; raises `ValueError` for anything else.
    """
    root = ET.fromstring(source)  # noqa: S314 - our own writer's output; no entities: checked below
    if "<!" in source or "<?" in source:
        raise ValueError("MathML with a declaration")
    root.set("alttext", words)
    return _math_element(root)


TALL = frozenset({"mfrac", "mtable", "munder", "mover", "munderover", "msqrt", "mroot"})
"""What a fence must grow for. Around anything else it keeps its size: Chromium gives a fence that may stretch the width
of its largest form, which tears `V(x)` apart."""

PRIMES = frozenset("′″‴⁗")


def _math_element(node: ET.Element) -> Markup:
    name = _name(node)
    if name not in MATHML_ELEMENTS:
        raise ValueError(f"unknown MathML element {name!r}")
    attributes: dict[str, str | bool | None] = dict(node.attrib)
    unknown = sorted(set(attributes) - MATHML_ATTRIBUTES)
    if unknown:
        raise ValueError(f"unknown MathML attribute {unknown[0]!r}")
    if name == "mo" and set(node.text or "-") <= PRIMES:
        attributes["class"] = f"{node.get('class', '')} prime".strip()
    if name == "mrow" and not any(_name(part) in TALL for part in node.iter()):
        for part in node:
            if part.get("fence"):
                part.set("stretchy", "false")
    children: list[Child] = [Markup(html.escape(node.text or "", quote=False))]
    for child in node:
        children += [_math_element(child), Markup(html.escape(child.tail or "", quote=False))]
    return element(name, attributes, *children)


def _name(node: ET.Element) -> str:
    return str(node.tag).removeprefix(f"{{{MATHML}}}")


def data_url(kind: str, content: bytes) -> str:
    """The content as an address of its own: `data:<kind>;base64,…`."""
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def icon() -> str:
    """A page's icon as an address: a gradient's nabla on the film's night blue."""
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7"/>'
        '<path d="M6 8h20L16 26z" fill="none" stroke="#ecd210" stroke-width="3" stroke-linejoin="round"/></svg>'
    )
    return data_url("image/svg+xml", drawn.encode())
