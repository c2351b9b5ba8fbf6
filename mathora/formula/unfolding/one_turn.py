r"""Equations of sines and cosines of an angle that is kept within one turn, a half or a quarter of it.

Owns: `within_one_turn`.

| written | said |
| --- | --- |
| `\cos x = \frac12 \Rightarrow x = \frac\pi3`, where the model says `0 \le x \le \pi` | `c = \frac12, s \ge 0, s^2 + c^2 = 1 \Rightarrow c = \cos\frac\pi3` |
| `\sin x = \frac12, \; 0 \le x < 2\pi \iff x = \frac\pi6 \text{ or } x = \frac{5\pi}{6}` | the same of two points, and `\sin\frac\pi6 = \frac12`, `\sin\frac{5\pi}{6} = \frac12` |

Laws:
- Each angle of the interval is one point of the circle, and the points of the interval are exactly those whose sine and
  cosine have its signs. An interval of which that is not so is left alone: a whole turn with both ends, or with none, a
  half with one, others of no quarters.
- The solutions are multiples of π within the interval.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from mathora.formula import tree as t
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, worked_out
from mathora.formula.tree.regrouping import one_of
from mathora.formula.unfolding.full_turns import COSINE, PI, REAL, SINE, at_point, is_at, is_line, is_wave, on_circle

_BESIDE: Final = t.CONDITIONS | {",", "()"}


class _Interval(NamedTuple):
    """From so many half turns to so many, and which ends are open."""

    low: Fraction
    high: Fraction
    low_open: bool
    high_open: bool

    def holds(self, place: Fraction) -> bool:
        """Whether a place lies in it."""
        above = place > self.low or (place == self.low and not self.low_open)
        return above and (place < self.high or (place == self.high and not self.high_open))


def within_one_turn(node: t.Node, model: Model) -> t.Node | None:
    """What the statement says of the points of a circle; None of anything else."""
    claim, outer = _claimed(node)
    if claim is None or len(claim.operands) != 2 or claim.operators[0] not in {r"\Rightarrow", *t.EQUIVALENT}:  # noqa: PLR2004
        return None
    premises, conclusion = (*t.taken_apart(claim.operands[0]), *outer), claim.operands[1]
    waves = [
        one for one in premises if any(isinstance(part, t.Application) and is_wave(part) for _, part in t.walk(one))
    ]
    angles = {
        part.arguments[0]
        for one in waves
        for _, part in t.walk(one)
        if isinstance(part, t.Application) and is_wave(part)
    }
    letter = angles.pop() if len(angles) == 1 else None
    name = model.named(letter)
    if len(waves) != 1 or not isinstance(letter, t.Symbol) or (name and (name.body is not None or name.kind != "real")):
        return None
    bounds = [one for one in premises if one not in waves] + [*(name.domain if name else ())]
    within = _interval(bounds[0], letter) if len(bounds) == 1 else None
    signs = None if within is None else _signs(within)
    said, places = on_circle(_without_roots_below(waves[0])), list(_places(conclusion, letter))
    if within is None or signs is None or said is None or t.mentions(said, letter) or None in places:
        return None
    known = [one for one in places if one is not None]
    if not known or not all(map(within.holds, known)):
        return None
    return _of_points(
        said, signs, [t.side_by_side((in_digits(one), PI)) for one in known], both=claim.operators[0] in t.EQUIVALENT
    )


def _claimed(node: t.Node) -> tuple[t.Logic | None, tuple[t.Node, ...]]:
    """The claim, and what stands before or behind it and bounds the angle."""
    match node:
        case t.Logic((t.Logic() as claim, t.Relation() as bound), (word,)) if word in _BESIDE:
            return claim, (bound,)
        case t.Listing((t.Logic() as claim, t.Relation() as bound)):
            return claim, (bound,)
        case t.Listing((*before, t.Logic() as claim)):
            return claim, tuple(before)
        case t.Logic() as claim:
            return claim, ()
        case _:
            return None, ()


def _of_points(said: t.Node, signs: list[t.Node], points: list[t.Node], *, both: bool) -> t.Node:
    circle = t.Relation(
        (t.added([t.Power(SINE, t.Number("2")), t.Power(COSINE, t.Number("2"))]), t.Number("1")), ("=",)
    )
    wave = _telling(said, signs)
    if wave is None:
        ways = [is_at(point) for point in points]
        among: t.Node = t.Relation((t.side_by_side(ways) if ways[1:] else ways[0], t.Number("0")), ("=",))
    else:
        there = (at_point(wave, point) for point in points)
        among = one_of(tuple(t.Relation((wave, one), ("=",)) for one in there))
    told: t.Node = t.Logic((t.together((said, circle, *signs)), among), (r"\Rightarrow",))
    for one in (COSINE, SINE):
        told = t.Quantified(r"\forall", t.Relation((one, REAL), (r"\in",)), told)
    return t.together((told, *([at_point(said, point) for point in points] if both else [])))


def _telling(said: t.Node, signs: list[t.Node]) -> t.Node | None:
    """What no two points with these signs have in common: the cosine where the sine has one sign, and so on; of a whole
    turn nothing.
    """
    has_sign = [wave for wave in (SINE, COSINE) if any(t.mentions(one, wave) for one in signs)]
    ratios = [part for _, part in t.walk(said) if part == t.Quotient(SINE, COSINE)]
    if ratios and COSINE in has_sign:
        return ratios[0]
    if SINE in has_sign and (COSINE not in has_sign or not t.mentions(said, SINE)):
        return COSINE
    return SINE if COSINE in has_sign else None


def _without_roots_below(node: t.Node) -> t.Node:
    r"""`\frac{\sqrt{2}}{2}` for `\frac{1}{\sqrt{2}}`."""
    for _, part in t.walk(node):
        match part:
            case t.Quotient(above, t.Root(None, t.Number() as below) as root):
                node = t.replaced(node, part, t.Quotient(t.side_by_side((above, root)), below))
    return node


def _places(conclusion: t.Node, letter: t.Symbol) -> Iterator[Fraction | None]:
    """The values that are claimed, in half turns; None of what is no such value."""
    for one in t.alternatives(conclusion):
        match one:
            case t.Relation((left, right), ("=",)) if left == letter:
                yield _half_turns(right)
            case _:
                yield None


def _half_turns(node: t.Node) -> Fraction | None:
    """How many times π a number is, or how many times 180°."""
    for one in [part for _, part in t.walk(node) if isinstance(part, t.Degrees)]:
        node = t.replaced(node, one, t.Group(t.Quotient(t.side_by_side((t.Group(one.operand), PI)), t.Number("180"))))
    once, twice = (
        (worked_out(t.replaced(node, PI, t.Number(text))) for text in "12") if is_line(node, PI) else (None, None)
    )
    return once if once is not None and twice == 2 * once else None


def _interval(bound: t.Node, letter: t.Symbol) -> _Interval | None:
    match bound:
        case t.Relation((low, middle, high), (("<" | r"\le") as first, ("<" | r"\le") as last)):
            opened = first == "<", last == "<"
        case t.Relation((middle, t.IntervalSet(low, high) as where), (r"\in",)):
            opened = where.left != "[", where.right != "]"
        case _:
            return None
    ends = _half_turns(low), _half_turns(high)
    if middle != letter or ends[0] is None or ends[1] is None:
        return None
    return _Interval(ends[0], ends[1], *opened)


def _signs(within: _Interval) -> list[t.Node] | None:
    """The signs of sine and cosine that points of the interval have, and no others; None where signs do not tell."""
    low, high, length = 2 * within.low, 2 * within.high, within.high - within.low
    if length == 2:  # noqa: PLR2004 - a whole turn
        return [] if within.low_open != within.high_open else None
    if low.denominator != 1 or high.denominator != 1 or length not in {1, Fraction(1, 2)}:
        return None
    if length == 1 and within.low_open != within.high_open:
        return None
    # at a quarter's end one of both is 0: the cosine at odd quarters, the sine at even ones
    ends = [(int(low), within.low_open), (int(high), within.high_open)]
    middle = (low + high) / 2
    found = list[t.Node]()
    for wave, odd in ((SINE, 0), (COSINE, 1)):
        own = [is_open for end, is_open in ends if end % 2 == odd]
        if not own:
            continue
        positive = (middle + odd) % 4 < 2  # noqa: PLR2004 - the cosine goes a quarter before the sine
        sign: t.RelationSign = (">" if positive else "<") if own[0] else (r"\ge" if positive else r"\le")
        found.append(t.Relation((wave, t.Number("0")), (sign,)))
    return found
