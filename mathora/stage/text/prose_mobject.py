"""Sentences on the picture: words, formulas and checked numbers in one typeset text; labels.

Owns: `ProseMobject`, `TextStyle`, `words_mobject`, `HALF_CAPITAL`, `on_a_line`, `runs_of`, `row_of_numbers`.

Laws:
- Words are shown literally. Formulas in a sentence carry the same colours as anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mathora.formula import Formula, node_tags, walk, with_decimal, write_typst
from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words
from mathora.plan import Label
from mathora.stage.layout import Region
from mathora.stage.text.formula_mobject import Colouring, GlyphMobject, TextMobject
from mathora.stage.text.numerals import Numeral, Turns, written_in_pi
from mathora.stage.text.typesetting import DisplaySetter, GlyphOutline, Typeset, in_order, outlines_of, text_literal

HALF_CAPITAL = 0.33
"""Half of a capital's height in the words' typeface, in em: what stands beside a line has its middle there."""

BASELINE = 1 / 3  # the height of the baseline in a region for one line of text, as a share of the region's

Weight = Literal["light", "regular", "semibold", "bold"]
TextAlign = Literal["left", "center", "right"]
_WORDS_TAG = "#000001"
_MATHS_SCALE = 1.08  # the em of formulas inside of sentences, in the sentence's em
_SCRIPT_SPACE = 0.05  # what TeX leaves free behind a script, in em


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: its colour `#rrggbb`, its em `size` in scene units, wrapped at `width` (None: on one line).

    `balanced` takes the narrowest width that needs no more lines, so that the last is not a lone word; `decimal` is
    the sign in checked numbers.
    """

    colour: str
    size: float
    width: float | None = None
    weight: Weight = "regular"
    align: TextAlign = "left"
    balanced: bool = False
    decimal: str = "."


class ProseMobject(TextMobject):
    """A text of the author's; submobjects are runs of glyphs of one colour, in reading order. Its first line begins on
    its baseline at the origin.

    `setter` sets its formulas, if Typst does not.
    """

    def __init__(
        self,
        prose: Prose,
        formulas: Callable[[Text], Formula],
        colouring: Callable[[Formula], Colouring],
        style: TextStyle,
        setter: DisplaySetter | None = None,
    ) -> None:
        self.prose = prose
        inks = {_WORDS_TAG: style.colour}
        boxes: dict[str, Typeset] = {}
        pieces = []
        for piece in prose.pieces:
            match piece:
                case Words(text=text):
                    pieces.append(text_literal(text.value))
                case CheckedNumber(shown=text):
                    pieces.append(text_literal(text.value.replace(".", style.decimal)))
                case Maths(tex=tex):
                    formula = formulas(tex)
                    if setter is None:
                        pieces.append(_tagged_maths(formula, colouring(formula), inks, style.decimal))
                    else:
                        pieces.append(_boxed_maths(formula, colouring(formula), inks, setter, boxes))
        own = "".join(piece.text.value for piece in prose.pieces if isinstance(piece, Words))
        result = _paragraph(in_order("".join(pieces), own), style)
        super().__init__(*runs_of([*_unboxed(result.glyphs, boxes)], style.size, inks, _WORDS_TAG))
        self.missing = result.missing or any(box.missing for box in boxes.values())
        self.wording, self.amount = prose.text.value, len(prose.text.value.split())
        self.depth = -float(self.get_bottom()[1]) / style.size


def words_mobject(words: str, colour: str, size: float, weight: Weight = "regular") -> TextMobject:
    """A label, or plain words of the lesson, shown literally; its left end on the baseline at the origin."""
    result = _paragraph(in_order(text_literal(words), words), TextStyle(colour, size, weight=weight))
    text = TextMobject(*runs_of(result.glyphs, size, {_WORDS_TAG: colour}, _WORDS_TAG))
    text.missing = result.missing
    text.wording, text.amount = words, len(words.split())
    text.depth = -float(text.get_bottom()[1]) / size
    return text


def _tagged_maths(formula: Formula, colouring: Colouring, inks: dict[str, str], decimal: str) -> str:
    tags = {}
    for path, _ in walk(formula.tree):
        tags[path] = f"#{len(inks) + 1:06x}"
        inks[tags[path]] = colouring(path)
    return f"${write_typst(with_decimal(formula.tree, decimal), tags.get)}$"


def _boxed_maths(
    formula: Formula, colouring: Colouring, inks: dict[str, str], setter: DisplaySetter, boxes: dict[str, Typeset]
) -> str:
    """An empty box for a formula that another typesetter has set; it is kept in `boxes` by the box's tag."""
    own = node_tags(formula.tree)
    outlines = setter(formula.tree, own)
    tags = {tag: f"#{len(inks) + index:06x}" for index, tag in enumerate(own.values(), 1)}
    inks |= {tags[own[path]]: colouring(path) for path in own}
    box = f"#{len(inks) + 1:06x}"
    inks[box] = inks[_WORDS_TAG]
    glyphs = tuple(GlyphOutline(tags.get(glyph.tag, box), glyph.curves * _MATHS_SCALE) for glyph in outlines.glyphs)
    boxes[box] = Typeset(glyphs, outlines.missing)
    right, top = np.concatenate([glyph.curves[:, :2] for glyph in glyphs]).max(axis=0)
    depth = _depth(boxes[box])
    sides = f"width: {right + _SCRIPT_SPACE:.4f}em, height: {top + depth:.4f}em, baseline: {depth:.4f}em"
    return f'#box({sides}, fill: rgb("{box}"))'


def _depth(box: Typeset) -> float:
    """How far a formula reaches below its baseline, in em."""
    return max(0.0, -min(float(glyph.curves[:, 1].min()) for glyph in box.glyphs))


def _unboxed(glyphs: Sequence[GlyphOutline], boxes: Mapping[str, Typeset]) -> Iterator[GlyphOutline]:
    """The glyphs of a text, each formula in place of its box."""
    for glyph in glyphs:
        if glyph.tag not in boxes:
            yield glyph
            continue
        left, bottom = glyph.curves[:, :2].min(axis=0)
        shift = np.array([left, bottom + _depth(boxes[glyph.tag]), 0.0])
        yield from (GlyphOutline(one.tag, one.curves + shift) for one in boxes[glyph.tag].glyphs)


def _paragraph(body: str, style: TextStyle) -> Typeset:
    """Typst markup as a text block."""
    rules = f"""#set text(fill: rgb("{_WORDS_TAG}"), weight: "{style.weight}")
#set par(leading: 0.62em)
#show math.equation: set text(size: {_MATHS_SCALE}em)
#set align({style.align})
"""
    width = style.width and style.width / style.size
    return outlines_of(body, rules, _balanced_width(body, rules, width) if width and style.balanced else width)


def _balanced_width(body: str, rules: str, width: float) -> float:
    """The narrowest width (em) at which the text is no higher than at `width`, to a tenth of an em."""

    def height(at: float) -> float:
        return float(np.ptp(np.concatenate([glyph.curves[:, 1] for glyph in outlines_of(body, rules, at).glyphs])))

    highest, low, high = height(width) + 0.5, 0.0, width
    while high - low > 0.1:  # noqa: PLR2004 - a tenth of an em
        middle = (low + high) / 2
        low, high = (low, middle) if height(middle) <= highest else (middle, high)
    return high


def runs_of(glyphs: Sequence[GlyphOutline], size: float, inks: Mapping[str, str], plain: str) -> list[GlyphMobject]:
    """Typeset glyphs as one mobject per run of equal colour: that of their tag, or of the tag `plain`."""
    runs: list[tuple[str, list[NDArray[np.float64]]]] = []
    for glyph in glyphs:
        colour = inks.get(glyph.tag, inks[plain])
        if not runs or runs[-1][0] != colour:
            runs.append((colour, []))
        runs[-1][1].append(glyph.curves)
    return [GlyphMobject((), np.concatenate(curves), colour, size) for colour, curves in runs]


def on_a_line(region: Region, text: TextMobject) -> TextMobject:
    """Fits a line of text and puts it on the baseline of a region for one line, at its left; returns it.

    A line that is too deep or too high for that stands as near to it as the region holds it.
    """
    region.place(text, "left").shift(np.array([0.0, region.bottom + BASELINE * region.height - text.baseline, 0.0]))
    beyond = max(region.bottom - text.get_bottom()[1], 0.0) - max(text.get_top()[1] - region.top, 0.0)
    text.shift(np.array([0.0, beyond, 0.0]))
    return text


def row_of_numbers(
    values: Sequence[float], colours: Sequence[str], size: float, decimal: str = "."
) -> list[TextMobject]:
    """Numbers that are seen together (`0.5`, `-2`), each told from the others, as short as can be; in the formulas'
    digits with this decimal sign, each in its colour and centred on the origin. They are looked up, not read through.
    """
    told = zip(written_in_pi(values), colours, strict=True)
    return [_number(numeral, colour, size, decimal) for numeral, colour in told]


def _number(numeral: Numeral | Turns, colour: str, size: float, decimal: str) -> TextMobject:
    glyphs = outlines_of(f"${numeral.typst(decimal)}$").glyphs
    text = TextMobject(GlyphMobject((), np.concatenate([glyph.curves for glyph in glyphs]), colour, size))
    text.wording, text.label, text.amount = numeral.tex, Label("number", numeral.tex), 0.0
    text.depth = -float(text.get_bottom()[1]) / size
    text.center()
    return text
