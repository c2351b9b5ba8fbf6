"""The texts that stand on a picture, and since when a step's new ones stand.

Owns: `StandingText`, `standing_texts`, `rested`, `moved` and `Arrivals`.

Laws:
- A text is what is read as one (`TextMobject`); a text inside a text is part of it.
- What is not seen does not stand.
- There are no others: Manim's own texts, which are pictures that a program set, are a fault of the scene.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from manim import Mobject, VMobject
from manim.mobject.svg.svg_mobject import SVGMobject, VMobjectFromSVGPath

from mathora.stage.layout import Region
from mathora.stage.text.formula_mobject import GlyphMobject, TextMobject

VISIBLE = 0.05  # below this opacity nothing is seen
FULL = 0.99  # from this opacity on a text stands at full strength; below it stands back on purpose

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class StandingText:
    """A text as it stands: its visible runs of ink, their boxes and the box around them all (scene units), its em and
    its faintest opacity.
    """

    mobject: TextMobject
    runs: tuple[VMobject, ...]
    boxes: tuple[Region, ...]
    box: Region
    em: float
    opacity: float

    def seen(self, opacity: float) -> list[VMobject]:
        """Its runs that are less faint than an opacity."""
        return [run for run in self.runs if run.get_fill_opacity() > opacity]

    @property
    def name(self) -> str:
        """How a finding calls it: its wording, cut if it is long."""
        wording = self.mobject.wording
        if not wording:
            return "a text"
        return f"'{wording}'" if len(wording) <= LONGEST_NAME else f"'{wording[: LONGEST_NAME - 1]}…'"


def standing_texts(mobjects: Iterable[Mobject]) -> list[StandingText]:
    """The texts that are seen, in drawing order, each once. Raises `TypeError` for texts that are Manim's own."""
    texts = {id(text): text for mobject in mobjects for text in _texts(mobject)}
    return [standing for text in texts.values() if (standing := _standing(text)) is not None]


def _texts(mobject: Mobject) -> Iterator[TextMobject]:
    if isinstance(mobject, TextMobject):
        yield mobject
    elif isinstance(mobject, SVGMobject | VMobjectFromSVGPath):
        raise TypeError(f"the scene draws a {type(mobject).__name__}; it writes by its own methods, such as label")
    else:
        for part in mobject.submobjects:
            yield from _texts(part)


def _standing(text: TextMobject) -> StandingText | None:
    opacities = {part: float(part.get_fill_opacity()) for part in text.family_members_with_points()}
    runs = tuple(part for part, opacity in opacities.items() if opacity > VISIBLE)
    if not runs:
        return None
    lows = [np.minimum.reduce(run.points)[:2].tolist() for run in runs]
    highs = [np.maximum.reduce(run.points)[:2].tolist() for run in runs]
    boxes = tuple(Region(*low, *high) for low, high in zip(lows, highs, strict=True))
    box = Region(*map(min, zip(*lows, strict=True)), *map(max, zip(*highs, strict=True)))
    sides = ((run, max(box.width, box.height)) for run, box in zip(runs, boxes, strict=True))
    ems = [side / run.extent for run, side in sides if isinstance(run, GlyphMobject)]  # cheaper than asking the text
    return StandingText(text, runs, boxes, box, max(ems) if ems else text.em, min(opacities[run] for run in runs))


def rested(before: Sequence[StandingText], now: Sequence[StandingText]) -> list[StandingText]:
    """The texts of `now` that stood in the same place before, and stand at full strength: those that do not move."""
    stood = {id(text.mobject): text.boxes for text in before}
    return [text for text in now if text.opacity > FULL and stood.get(id(text.mobject)) == text.boxes]


def moved(before: Sequence[StandingText], now: Sequence[StandingText]) -> list[StandingText]:
    """The texts of `now` that stood in another place before: those that are on their way."""
    stood = {id(text.mobject): text.boxes for text in before}
    return [text for text in now if stood.get(id(text.mobject), text.boxes) != text.boxes]


class Arrivals:
    """What a step brings to read, and since when it stands; `before` stood on the picture when it began.

    The same text set anew (a formula that makes room for another) is not new.
    """

    def __init__(self, before: Sequence[StandingText]) -> None:
        self._known = {key for text in before for key in _keys(text)}
        self._since: dict[TextMobject | str, float] = {}

    def note(self, texts: Iterable[StandingText], time: float) -> None:
        """These stand at this time, in seconds of the step."""
        for text in texts:
            for key in _keys(text):
                self._since.setdefault(key, time)

    def reading(self, texts: Iterable[StandingText], time: float) -> tuple[tuple[float, float], ...]:
        """What is new among the texts that stand at the step's end: (seconds since it stands, words), in that order."""
        self.note(texts, time)
        words: dict[float, float] = {}
        for text in texts:
            if self._known.isdisjoint(_keys(text)):
                since = min(self._since[key] for key in _keys(text))
                words[since] = words.get(since, 0.0) + float(text.mobject.amount)
        return tuple(sorted(words.items()))


def _keys(text: StandingText) -> tuple[TextMobject | str, ...]:
    """What a text is known again by: itself, and what it says."""
    return (text.mobject, text.mobject.wording) if text.mobject.wording else (text.mobject,)
