"""A proved lesson's texts as the products need them: MathML, spoken words, Typst.

Owns: `Speller`. Formulas come from the proved trees, never from reading a text again; only names that the lesson
declares (a variable's, a partial derivative's) are read here, because an interactive shows them by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mathora.export.content.story import Sentence, Spelling, SymbolLabel
from mathora.formula import (
    Node,
    Path,
    ink,
    read,
    read_name,
    speak,
    symbol_key,
    with_decimal,
    write_mathml,
    write_plain,
    write_typst,
)
from mathora.formula.tree import Symbol as SymbolNode
from mathora.formula.tree import UprightWords
from mathora.lesson import CheckedNumber, ColourName, Faulty, Maths, Prose, Text, Words
from mathora.prove import Proven
from mathora.words import Catalogue, words_of

PRINT: Mapping[str, str] = {
    "blue": "#3f5fb0",
    "orange": "#974b16",
    "yellow": "#8a6200",
    "green": "#17733a",
    "pink": "#b82379",
    "purple": "#6c3899",
    "red": "#9c1421",
    "teal": "#0d6a62",
}
"""A declared colour on white paper."""


@dataclass(frozen=True)
class Speller:
    """Speaks for one proved lesson."""

    proven: Proven
    _spelt: dict[str, Spelling] = field(default_factory=dict, repr=False, compare=False)

    @property
    def words(self) -> Catalogue:
        """The words of the lesson's language."""
        return words_of(self.proven.lesson.language)

    def spelling(self, tex: Text) -> Spelling:
        """A displayed formula of the lesson."""
        if tex.value not in self._spelt:
            self._spelt[tex.value] = self._spell(tex.value, self.proven.formula(tex).tree)
        return self._spelt[tex.value]

    def declared(self, tex: str) -> Spelling:
        r"""A formula made of the model's names alone, such as `\frac{\partial L}{\partial w_1}`."""
        return self._spell(tex, read(Text.written(tex), self.proven.model).tree)

    def conditions(self, formulas: Sequence[Text]) -> Sentence:
        r"""`where x - 1 \ne 0`: under which conditions displayed formulas are proved; nothing if there are none."""
        places = {tex.place for tex in formulas}
        proved = [one.verdict.conditions for one in self.proven.receipts if one.place in places]
        told = dict.fromkeys(condition for conditions in proved for condition in conditions)
        pieces: list[str | Spelling] = []
        for condition in told:
            pieces += [", " if pieces else f"{self.words.lesson.where} ", self._condition(condition)]
        return tuple(pieces)

    def _condition(self, tex: str) -> Spelling:
        """A condition as the prover writes it; what cannot be read stands there as its letters."""
        try:
            return self.declared(tex)
        except Faulty:
            return self._spell(tex, UprightWords(tex))

    def sentence(self, prose: Prose) -> Sentence:
        """A text of the author's; a checked number is shown as written, with the language's decimal sign."""
        pieces: list[str | Spelling] = []
        for piece in prose.pieces:
            match piece:
                case Words(text=text):
                    pieces.append(text.value)
                case CheckedNumber(shown=text):
                    pieces.append(text.value.replace(".", self.words.numbers.decimal))
                case Maths(tex=tex):
                    pieces.append(self.spelling(tex))
        return tuple(pieces)

    def symbol(self, key: str) -> SymbolLabel:
        """A variable or function, of the model or of the picture alone, as a picture's label."""
        node = read_name(Text.written(key), self.proven.model)
        spelling = self._spell(key, node)
        line, base, index = write_plain(node), node, ""
        if isinstance(node, SymbolNode) and node.subscript is not None:
            base, index = replace(node, subscript=None), write_plain(node.subscript)
        return SymbolLabel(write_plain(base), index, line, self.colour(key), spelling)

    def colour(self, key: str) -> str:
        """The declared colour of a symbol, or nothing."""
        return self._colours.get(key, "")

    @cached_property
    def _colours(self) -> Mapping[str, ColourName]:
        return {symbol_key(symbol): colour for symbol, colour in self._inks.items()}

    @cached_property
    def _inks(self) -> Mapping[Node, ColourName]:
        model = self.proven.model
        return {read(rule.symbol, model).tree: rule.colour for rule in self.proven.lesson.colours}

    def _spell(self, tex: str, tree: Node) -> Spelling:
        colours: Mapping[Path, str] = ink(tree, self._inks)
        written = with_decimal(tree, self.words.numbers.decimal)
        printed: dict[str, str] = {**PRINT, **dict(self.proven.lesson.brand.palette("light"))}
        return Spelling(
            tex=tex,
            mathml=write_mathml(written, block=False, colour=colours.get),
            mathml_block=write_mathml(written, block=True, colour=colours.get),
            spoken=speak(tree, self.words.language),
            typst=write_typst(written, lambda path: printed.get(colours.get(path, ""))),
        )
