"""The words that Mathora itself says to a student: what a language's catalogue must hold.

Owns: `Catalogue`, its parts, and `Forms`, a phrase that changes with a count.

Laws:
- A catalogue is complete: its parts are required fields, so that a language that lacks a phrase cannot be built.
- What is put into a phrase has a name (`{length}`); every language puts the same names into the same phrase (a test).
- A lesson's own words are never here, and nothing here is markup or a formula.
- Nobody compares or prints a catalogue: Python is spared writing what would do so, a tenth of all that importing takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mathora.lesson import LanguageName


@dataclass(frozen=True, slots=True)
class Forms:
    """A phrase for one thing, and for any other count of things; `{count}` is put in."""

    one: str
    other: str

    def of(self, count: int, **values: object) -> str:
        """The phrase for so many, with `values` put in too: "9 weights" of `{count} weights`."""
        return (self.one if count == 1 else self.other).format(count=count, **values)


@dataclass(frozen=True, slots=True)
class NumberSigns:
    """How a number is written: between whole and broken part, and between thousands in a sentence. `spelled`: a
    spoken formula has its numbers in words (else in digits, which every voice reads well).
    """

    decimal: str
    thousands: str
    spelled: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JoiningWords:
    """What stands between the values that are put into a sentence about a picture."""

    equals: str
    both: str
    span: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PictureWords:
    """Labels that scenes draw themselves."""

    angle: str
    area: str
    about: str
    at: str
    constant: str
    degree: str
    height_at_mean: str
    deviation: str
    draws: Forms
    integral: str
    length: str
    maximum: str
    mean: str
    estimated_area: str
    expected: str
    half_axis: str
    points: str
    strip: str
    corners: str
    share_inside: str
    mean_height: str
    means: Forms
    minimum: str
    of_these: str
    overshoots: str
    probability: str
    missing: str
    one_by_one: str
    all_at_once: str
    goes_in: str
    comes_out: str
    runs_forward: str
    secant: str
    slope: str
    squared_error: str
    steps: str
    stretch: str
    sum: str
    sweeps_back: str
    sweeps: str
    lower_sum: str
    upper_sum: str
    variance: str
    volume: str
    weights: Forms


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LessonWords:
    """What several products say of a lesson: its facts, its questions, its myths."""

    answer: str
    course: str
    fact: str
    formula: str
    in_this_lesson: str
    minutes: str
    myth: str
    not_quite: str
    number: str
    question: str
    right: str
    typeface: str
    where: str
    wrong: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StatementWords:
    """What kind of statement stands on a card, and what follows it."""

    corollary: str
    definition: str
    lemma: str
    proof: str
    remark: str
    rule: str
    theorem: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StandingWords:
    """What has been proved of a lesson, and what has not; `verdicts` by kind, in the order in which they are said."""

    total: Forms
    verdicts: Mapping[str, Forms]
    rest: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageWords:
    """`index.html`, what stands in its markup."""

    about: str
    again: str
    captions_of_film: str
    captions_of_part: str
    check: str
    clip_of: str
    explanation: str
    film: str
    film_of: str
    go_on: str
    other_forms: str
    part: str
    part_with_answers: str
    reset: str
    said: str
    shelf: str
    skip: str
    start_again: str
    stopped_at: str
    title_after: str
    watched: str
    watch_from: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ScriptWords:
    """`index.html`, what its scripts say while it is used. They put values into `{…}` as `str.format` does."""

    choose: str
    checks: Forms
    loading: str
    loading_so_far: str
    no_jumps: str
    no_parts: str
    not_quite: str
    play_again: str
    remembers: str
    remembers_not: str
    right: str
    sections: Forms
    undefined: str
    was_reset: str
    watch_part: str
    watch_part_from: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CurvePlayWords:
    """A curve with a slider. `remarks` are what the page says itself of a place, by what the curve does there."""

    best: str
    bigger: str
    box: str
    curve: str
    cut: str
    downhill: str
    how: str
    level: str
    remarks: Mapping[str, str]
    sentence: str
    sheet: str
    smaller: str
    title: str
    uphill: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointPlayWords:
    """A point on any curve; what is not said here is said as of the best box's curve."""

    bigger: str
    curve: str
    how: str
    sentence: str
    smaller: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AreaPlayWords:
    """An area under a curve, and bars that come near to it."""

    bars: str
    curve: str
    end: str
    how: str
    sentence: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DialsPlayWords:
    """A picture with numbers that can be moved. `names` are what it calls its parts, where the lesson does not."""

    how: str
    names: Mapping[str, str]
    picture: str
    sentence: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MapPlayWords:
    """A map with a point that can be moved."""

    how: str
    leaves: str
    less: str
    not_less: str
    pair: str
    point: str
    point_kind: str
    rate: str
    sentence: str
    step: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ComputationPlayWords:
    """A computation whose inputs can be moved; with data, a curve whose parameters can be."""

    each: str
    how: str
    how_fit: str
    less: str
    lowest: str
    name: str
    picture: str
    sentence: str
    slope: str
    step: str
    title: str
    value: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlanePlayWords:
    """A plane with a vector that can be moved, and a matrix that moves the plane."""

    angle: str
    area: str
    how: str
    less: str
    more: str
    moved: str
    pair: str
    point: str
    point_kind: str
    progress: str
    sentence: str
    stretch: str
    title: str
    vector: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TranscriptWords:
    """`transcript.md` and `transcript.html`."""

    about: str
    right_option: str
    seen: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DeckWords:
    """`slides.html`; the last five are what its help says of its keys."""

    title: str
    slides: str
    sound: str
    next_step: str
    next_of_section: str
    previous_of_section: str
    play_again: str
    switch_sound: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TrackWords:
    """The names of a film's text tracks in a player's menu; `voice` and `music`, a film's comment, say who speaks and
    what plays.
    """

    captions: str
    chapters: str
    descriptions: str
    voice: str
    music: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProductWords:
    """The names under which the page offers the other products."""

    pdf: str
    pptx: str
    slides: str
    transcript: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Catalogue:
    """All words of one language; `film_code` is its name in a film (ISO 639-2).

    `spoken` are the phrases of spoken formulas, by the English ones that stand with the signs and speakers; `sentences`
    are those that scenes say of their pictures (`@action("…")`), by the English one that stands in the scene: what is
    not among them (a course's own scene) is said as it stands there.
    """

    language: LanguageName
    film_code: str
    numbers: NumberSigns
    joining: JoiningWords
    picture: PictureWords
    lesson: LessonWords
    statement: StatementWords
    standing: StandingWords
    page: PageWords
    script: ScriptWords
    curve_play: CurvePlayWords
    point_play: PointPlayWords
    area_play: AreaPlayWords
    map_play: MapPlayWords
    dials_plays: Mapping[str, DialsPlayWords]
    computation_play: ComputationPlayWords
    plane_play: PlanePlayWords
    transcript: TranscriptWords
    deck: DeckWords
    track: TrackWords
    product: ProductWords
    spoken: Mapping[str, str]
    sentences: Mapping[str, str]

    def number(self, text: str) -> str:
        """A plain number as the language writes it, with a real minus sign; `text` has a point and no grouping.

        >>> from mathora.words import words_of
        >>> words_of("de").number("-0.35")
        '−0,35'
        """
        return text.replace(".", self.numbers.decimal).replace("-", "−")

    def count(self, number: int) -> str:
        """A whole number, its thousands apart: 175,000,000,000."""
        return f"{number:,}".replace(",", self.numbers.thousands)

    def sentence(self, english: str) -> str:
        """What a scene says of its picture, in this language."""
        return self.sentences.get(english, english)
