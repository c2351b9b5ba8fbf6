"""What a scene writes on its picture: the author's formulas and texts, and labels of its own.

Owns: `Writing`, the part of `LessonScene` that makes texts.

Laws:
- A formula is the script's, proved, or it is made of a `Term` or of a `Measured`: no text becomes mathematics.
- Symbols have the colours that the script gives them, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mathora.formula import Formula, Model, ModelFunction, Node, ink, symbol_key, write_latex
from mathora.lesson import ColourName, Prose, Text
from mathora.plan import Known, Label, Opening
from mathora.prove.task import Task, decided
from mathora.stage.arrays import Array
from mathora.stage.text.formula_mobject import Colouring, FormulaMobject, TextMobject
from mathora.stage.text.latex_outlines import WithDecimal, line_setter
from mathora.stage.text.numerals import Numeral, rounded_like
from mathora.stage.text.prose_mobject import ProseMobject, TextAlign, TextStyle, Weight, words_mobject
from mathora.stage.text.readout import Readout
from mathora.stage.text.terms import ELLIPSIS, Measured, Term, called, coordinate, stated, symbol, value, value_of
from mathora.stage.text.typesetting import DisplaySetter
from mathora.stage.text.value_label import ValueLabel
from mathora.stage.theme import THEMES
from mathora.words import words_of

MATHEMATICS = re.compile(r"[=<>±^\\$←-⇿∀-∑∓-⋿]|\d\s*[-+*/×−]\s*\d")
"""What no words have: arrows, signs of relations and of calculus, and operators between digits."""


UNCERTAIN = 1e-12  # a number that is computed may be so far off

COUNT = re.compile(r"[\d\N{THIN SPACE}]+")


class Writing:
    """What can be written of what is known: the model, the symbols' colours and the formulas named so far."""

    def __init__(self, opening: Opening, setter: DisplaySetter) -> None:
        self.words = words_of(opening.language)
        self.theme = replace(THEMES[opening.theme].branded(opening.palette), decimal=self.words.numbers.decimal)
        self.setter = WithDecimal(setter, self.theme.decimal)
        self.model = Model.empty()
        self._symbols: dict[Node, ColourName] = {}
        self._formulas: dict[str, Formula] = {}
        self._claimed: dict[Formula, str] = {}
        self.learn(opening.known)

    def learn(self, known: Known) -> None:
        """Takes in what has been named: from here on, labels are read and coloured by it."""
        self.model = Model({**self.model.names, **{name.key: name for name in known.names}})
        self._symbols |= dict(known.colours)
        self._formulas |= {formula.text.value: formula for formula in known.formulas}
        self._colours = {symbol_key(symbol): colour for symbol, colour in self._symbols.items()}

    def formula(self, tex: Text) -> Formula:
        """The proved formula of a text that the script gave; raises `LookupError` for any other text."""
        return self._formulas[tex.value]

    def colour_of(self, name: str | Term, otherwise: ColourName | None = None) -> str:
        r"""The colour `#rrggbb` that a symbol (`w_1`, `\\nabla L`) carries everywhere.

        Undeclared: `otherwise` of the palette, else the foreground.
        """
        colour = self._colours.get(name.tex if isinstance(name, Term) else name) or otherwise
        return self.theme.palette[colour] if colour else self.theme.foreground

    def free_colours(self, *wanted: ColourName) -> list[ColourName]:
        """Of these colours those that no symbol carries which was named so far; then the others."""
        taken = {*self._colours.values()}
        return sorted(wanted, key=lambda one: one in taken)

    def colouring(self, formula: Formula, base: str | None = None) -> Colouring:
        """The colour of each node: its own rule's or the nearest enclosing one's, else `base` (the foreground)."""
        inked = ink(formula.tree, self._symbols)

        def colour(path: tuple[int, ...]) -> str:
            for end in range(len(path), -1, -1):
                if path[:end] in inked:
                    return self.theme.palette[inked[path[:end]]]
            return base or self.theme.foreground

        return colour

    def formula_mobject(
        self, formula: Formula, size: float | None = None, width: float | None = None
    ) -> FormulaMobject:
        """A formula of the script's in its symbols' colours; `size` is the em in scene units, `width` those in which a
        long one is broken into lines.

        Raises `LookupError` for one that did not go through the gate.
        """
        if self._formulas.get(formula.text.value) != formula:
            raise LookupError(f"the scene draws '{formula.text}', which the script does not give")
        claim = self._claimed.get(formula)
        label = Label("claim", formula.text.value, claim) if claim else None
        return self._set(formula, size or self.theme.sizes.formula, None, label, width)

    def label(self, term: Term, size: float | None = None, base: str | None = None) -> FormulaMobject:
        """A label of the scene's own: a term of the model, which claims nothing."""
        listed = None if term == ELLIPSIS else Label("term" if term.names else "number", term.tex)
        return self._set(_formula(term.tree), size or self.theme.sizes.label, base, listed)

    def proved(self, relation: Node) -> FormulaMobject:
        """A relation of numbers that the scene has worked out, such as `2 · 1 + 1 · 3 = 5`.

        It goes through the gate as an author's formula does, now; raises `RuntimeError`, a fault of the scene, if it
        does not hold.
        """
        formula = _formula(relation)
        verdict = decided(Task(formula, self.model))
        if verdict.kind != "proved":
            raise RuntimeError(f"the scene draws '{formula.text}', which was not proved: {verdict.why}")
        return self._set(formula, self.theme.sizes.formula, None, Label("claim", formula.text.value, "proved"))

    def symbol(self, key: str, size: float | None = None, base: str | None = None) -> FormulaMobject:
        """The label of a name of the model, by its key."""
        return self.label(symbol(self.model, key), size, base)

    def call(self, function: ModelFunction, size: float | None = None) -> FormulaMobject:
        """The label `f(x)` of a function of the model."""
        return self.label(called(function), size)

    def entry(self, function: ModelFunction | None, at: float, numeral: Numeral, size: float) -> FormulaMobject:
        """A number in a table: what the function is at a value of its variable, or that value itself (None), written as
        given.
        """
        if function is not None:
            value_of(function, lambda: (at,)).check(numeral.tex, lambda one: rounded_like(numeral, one))
        return self.label(value(numeral), size)

    def coordinate(self, key: str, at: Callable[[], float]) -> Measured:
        """Where the picture stands: what is read of a variable, or of what the scene sets."""
        return coordinate(lambda: self.model, key, at)

    def stated(self, measured: Measured, size: float | None = None, base: str | None = None) -> FormulaMobject:
        """A reading that stands still, as a formula: `x = 2`."""
        formula, shown = _formula(stated(measured)), measured.written(measured.value()).tex
        measured.check(shown, lambda one: measured.written(one).tex)
        label = measured.at_rest(shown)
        return self._set(formula, size or self.theme.sizes.label, base, label)

    def small(self, measured: Measured, size: float) -> FormulaMobject:
        """A reading that stands still, of what is near zero: `P < 10^{-12}` where rounding errors are as large."""
        if measured.value() > UNCERTAIN:
            return self.stated(measured, size)
        label = Label("reading", measured.term.tex, f"< {value(UNCERTAIN).tex}", measured.at_rest("").where)
        return self._set(_formula(stated(measured, below=UNCERTAIN)), size, None, label)

    def _set(
        self, formula: Formula, size: float, base: str | None, label: Label | None, width: float | None = None
    ) -> FormulaMobject:
        return FormulaMobject(formula, self.colouring(formula, base), size, self.setter, label, width)

    def prose_mobject(  # noqa: PLR0913, PLR0917 - how a text is set is these
        self,
        prose: Prose,
        width: float | None = None,
        size: float | None = None,
        colour: str | None = None,
        weight: Weight = "regular",
        align: TextAlign = "left",
        *,
        balanced: bool = False,
    ) -> ProseMobject:
        """A text of the author's, wrapped at `width` scene units."""
        ink_colour = colour or self.theme.foreground
        decimal = self.theme.decimal
        style = TextStyle(ink_colour, size or self.theme.sizes.body, width, weight, align, balanced, decimal)
        setter = line_setter(self.setter)
        return ProseMobject(prose, self.formula, lambda formula: self.colouring(formula, ink_colour), style, setter)

    def words_mobject(
        self, words: str, size: float | None = None, colour: str | None = None, weight: Weight = "regular"
    ) -> TextMobject:
        """A tiny label of the scene's own: words, a count. Raises `TypeError` for mathematics."""
        if MATHEMATICS.search(words):
            raise TypeError(f"found the words '{words}'; mathematics is a term, a reading or a claim")
        text = words_mobject(words, colour or self.theme.foreground, size or self.theme.sizes.label, weight)
        text.label = Label("number", words) if COUNT.fullmatch(words) else None
        return text

    def readout(
        self,
        measured: Measured,
        colour: str | None = None,
        decimals: int = 1,
        digits: int = 2,
        size: float | None = None,
    ) -> Readout:
        """The number of a reading; it has to show `measured.value()` while things move."""
        ink_colour, em = colour or self.theme.foreground, size or self.theme.sizes.label
        sign = self.theme.decimal
        return Readout(measured.value(), ink_colour, em, decimals, digits, decimal=sign, measured=measured)

    def counter(self, count: int, colour: str, size: float) -> Readout:
        """A whole number, its thousands apart, that grows to `count`."""
        return Readout(1, colour, size, 0, len(str(count)), grouped=True)

    def reading(  # noqa: PLR0913 - what a reading looks like is these
        self,
        measured: Measured,
        size: float,
        *,
        said: TextMobject | None = None,
        decimals: int = 1,
        digits: int = 2,
        colour: str | None = None,
        place: Callable[[], Array] | None = None,
        card: str | None = None,
    ) -> ValueLabel:
        """A reading that follows its value, `L = 5.25`, with digits enough for what it is now; `said` are words that
        stand for the term (`slope = −2`).
        """
        measured = replace(measured, defined=lambda: None) if said else measured  # no letter stands there
        number = self.readout(measured, colour, decimals, digits, size)
        name = said or self.label(measured.term, size, colour)
        return ValueLabel(name, number, measured.value, place=place, card=card).rest_at(measured.value())


def _formula(tree: Node) -> Formula:
    """A tree of the scene's own, as a formula."""
    return Formula(Text.written(write_latex(tree), "<label>"), tree)
