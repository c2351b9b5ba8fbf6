"""How a number is written on a picture: ticks, level sets, values beside arrows, readings.

Owns: `written` (numbers that stand together, as `Numeral`s), `numeral` (one that stands alone), `decimals_for` (of a
reading), `power_for`, `scaled`, `decimals_read`, `fixed`, `grouped` (thousands apart), `rounded_like`, `written_in_pi`.

Laws:
- What is written is the number, rounded at its last digit; what is not zero is never written as zero.
- Numbers that differ are written differently.
- A number of at most `EXACT` digits is written in full; another one with at least `ROUNDED` digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from mathora.formula.curves.interval import share_of_pi

EXACT, ROUNDED = 9, 3  # significant digits of what stands still

READ_EXACT, READ_ROUNDED, READ_DECIMALS = 3, 2, 12
"""The same of a reading where it comes to rest, and the most decimals that it has."""

MOST_READ = 7  # digits that are read of a number that rests, unless there are more before its point

PLAIN = range(-4, 9)  # powers of ten that are written without one
ALIKE = 4  # powers of ten: a reading that moves through more of them is followed without one
NOTHING = 1e-9  # a value that is smaller than this share of the largest beside it is a rounding error of zero

_WIDE = Context(prec=800)  # any float, and any of its digits
_NOISE_FREE = Context(prec=12)  # the digits of a computed number that are no rounding errors


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written: its digits, such as `-2.5`, and the power of ten behind them (0: none)."""

    digits: str
    power: int = 0

    @property
    def tex(self) -> str:
        r"""As TeX: `-2.5`, `2.5 \times 10^{-9}`."""
        return self.digits if not self.power else rf"{self.digits} \times 10^{{{self.power}}}"

    def typst(self, decimal: str = ".") -> str:
        """As Typst's mathematics, with this decimal sign."""
        digits = self.digits.replace("-", "minus ")
        if decimal != ".":  # no text in quotes: it stands apart from a minus
            digits = digits.replace(".", rf' class("normal", \{decimal}) ')
        return digits if not self.power else f"{digits} times 10^({self.power})"


@dataclass(frozen=True, slots=True)
class Turns:
    r"""A multiple of π as it is written: `\frac{3 \pi}{2}`, on a picture with a stroke."""

    share: Fraction

    @property
    def tex(self) -> str:
        """As TeX."""
        sign, above, below = self._parts("-", r" \pi")
        return sign + (above if below == 1 else rf"\frac{{{above}}}{{{below}}}")

    def typst(self, decimal: str = ".") -> str:  # noqa: ARG002 - as for every number
        """As Typst's mathematics."""
        sign, above, below = self._parts("minus ", " pi")
        return sign + (above if below == 1 else rf"{above} \/ {below}")

    @property
    def plain(self) -> str:
        """As characters, `-` before it: `3π/2`."""
        sign, above, below = self._parts("-", "π")
        return sign + (above if below == 1 else f"{above}/{below}")

    def _parts(self, minus: str, letter: str) -> tuple[str, str, int]:
        above, below = abs(self.share).as_integer_ratio()
        number = "0" if not above else letter.strip() if above == 1 else f"{above}{letter}"
        return minus * (self.share < 0), number, below


def fixed(value: float, decimals: int) -> str:
    """The number with so many decimals, rounded at the last one (half to even); zero has no sign.

    >>> fixed(0.25, 2), fixed(-0.004, 2)
    ('0.25', '0.00')
    """
    return _spelled(Decimal(value), decimals)


def grouped(value: int) -> str:
    """A whole number with its thousands apart, by thin spaces."""
    return f"{value:,}".replace(",", "\N{THIN SPACE}")


def written(values: Sequence[float]) -> tuple[Numeral, ...]:
    """Numbers that are seen together (an axis's ticks, a map's level sets), each as short as the laws let it be.

    >>> [numeral.tex for numeral in written([0.5, 100000.4, -2])]
    ['0.5', '100000.4', '-2']
    """
    powers = _powers(values)
    found, decimals = _apart(values, powers)
    long = any(0 < power <= places for power, places in zip(powers, decimals, strict=True))
    return _apart(values, [0] * len(powers))[0] if long else found  # 1000000002, where 1 × 10⁹ stands beside it


def _apart(values: Sequence[float], powers: Sequence[int]) -> tuple[tuple[Numeral, ...], list[int]]:
    """Numbers behind which these powers of ten stand, with digits enough to tell them apart, and how many decimals."""
    scaled = [Decimal(value).scaleb(-power, _WIDE) for value, power in zip(values, powers, strict=True)]
    enough, more = [_decimals(value, EXACT, ROUNDED) for value in scaled], 0
    while True:  # ends: a float's digits do
        decimals = [max(own, more) for own in enough]
        texts = [_spelled(value, places) for value, places in zip(scaled, decimals, strict=True)]
        nothing_lost = all(Decimal(text) or not value for text, value in zip(texts, values, strict=True))
        if nothing_lost and len({*zip(map(Decimal, texts), powers, strict=True)}) == len({*values}):
            return tuple(Numeral(text, power) for text, power in zip(texts, powers, strict=True)), decimals
        more += 1


def written_in_pi(values: Sequence[float]) -> tuple[Numeral | Turns, ...]:
    """The same, with π where all of them are multiples of it."""
    shares = [share_of_pi(value) for value in values]
    turns = tuple(Turns(share) for share in shares if share is not None)
    return turns if len(turns) == len(shares) and any(shares) else written(values)


def numeral(value: float) -> Numeral:
    """A number that stands alone."""
    return written([value])[0]


def rounded_like(numeral: Numeral, value: float) -> str:
    """A number as TeX, rounded where another one is.

    >>> rounded_like(Numeral("1.50"), 2)
    '2.00'
    """
    decimals = max(0, -int(Decimal(numeral.digits).as_tuple().exponent))
    digits = _spelled(Decimal(value).scaleb(-numeral.power, _WIDE), decimals)
    return Numeral(digits, numeral.power).tex


def _powers(values: Sequence[float]) -> list[int]:
    """The power of ten behind each number: the same one for numbers of like size, none behind zero."""
    own = [_NOISE_FREE.plus(Decimal(value)).adjusted() if value else 0 for value in values]
    sizes = [power for power, value in zip(own, values, strict=True) if value]
    alike = max(sizes, default=0) - min(sizes, default=0) < ALIKE
    shared = [max(sizes, default=0) if alike else power for power in own]
    return [0 if power in PLAIN or not value else power for power, value in zip(shared, values, strict=True)]


def decimals_for(values: Iterable[float], least: int = 0) -> int:
    """With how many decimals a reading that comes to rest at these values can be read: `least`, or more."""
    rests = map(Decimal, _shown(values))
    enough = max((_decimals(value, READ_EXACT, READ_ROUNDED) for value in rests), default=0)
    return min(max(enough, least), max(READ_DECIMALS, least))


def power_for(values: Iterable[float]) -> int:
    """The power of ten behind a reading that moves among these values: none (0) where all can be read without one, or
    no single one suits them.

    >>> power_for([2.5e-9, 0, 4e-10]), power_for([3e9]), power_for([3e9, 5]), power_for([0.03])
    (-9, 9, 0, 0)
    """
    sizes = [_NOISE_FREE.plus(Decimal(value)).adjusted() for value in _shown(values)]
    largest = max(sizes, default=0)
    return 0 if largest in PLAIN or largest - min(sizes) >= ALIKE else largest


def scaled(value: float, power: int) -> float:
    """What stands before a power of ten: as near to the quotient as a float can be.

    >>> scaled(2.5e-9, -9)
    2.5
    """
    return float(Decimal(value).scaleb(-power, _WIDE)) if power else value


def _shown(values: Iterable[float]) -> list[float]:
    """Those values that are no rounding errors of zero."""
    here = [*values]
    least = max(NOTHING * max(map(abs, here), default=0.0), 0.5 * 10.0**-READ_DECIMALS)
    return [value for value in here if abs(value) > least]


def decimals_read(value: float, decimals: int) -> int:
    """How many of its decimals a long number keeps where it rests; a reader has no use for more digits.

    >>> decimals_read(106762305.8, 2), decimals_read(0.126, 2), decimals_read(0.0000031, 7)
    (0, 2, 7)
    """
    return max(0, min(decimals, MOST_READ - 1 - Decimal(value).adjusted()))


def _decimals(value: Decimal, exact: int, rounded: int) -> int:
    """How many decimals write a number in full, if it has at most `exact` digits, or else its first `rounded` ones."""
    if not value:
        return 0
    plain = _NOISE_FREE.plus(value).normalize()
    _, digits, exponent = plain.as_tuple()
    if len(digits) <= exact:
        return max(0, -int(exponent))
    return max(0, rounded - 1 - plain.adjusted())


def _spelled(value: Decimal, decimals: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN, _WIDE)
    return f"{rounded or abs(rounded):f}"
