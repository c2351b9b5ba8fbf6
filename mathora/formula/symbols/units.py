r"""Units: each one's spelling, words, size in base units and, for temperatures, its zero, in one row.

Owns: `UNITS`. What reads, speaks or measures a unit looks here. Laws: a new unit is a new row; a prefix is a row of
`_PREFIXES`, and a unit names the ones that it takes. Sources: the SI brochure (BIPM, 9th edition, 2019), tables 2 to 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """A unit: its words for one and for many, its size as `factor` times powers of base units.

    `zero`: what its 0 is in base units; where this is not 0 (°C, °F) the unit measures from another point than its base
    unit does, and is no multiple of it.
    """

    one: str
    many: str
    factor: Fraction
    powers: dict[str, int]
    zero: Fraction = Fraction(0)


_PREFIXES: Final = {
    "": ("", Fraction(1)),
    "n": ("nano", Fraction(1, 10**9)),
    "µ": ("micro", Fraction(1, 10**6)),
    "m": ("milli", Fraction(1, 1000)),
    "c": ("centi", Fraction(1, 100)),
    "d": ("deci", Fraction(1, 10)),
    "h": ("hecto", Fraction(100)),
    "k": ("kilo", Fraction(1000)),
    "M": ("mega", Fraction(10**6)),
    "G": ("giga", Fraction(10**9)),
}

_Row = tuple[str, str, str, str, str, dict[str, int]]

_ROWS: Final[tuple[_Row, ...]] = (
    ("m", "nµmcdk", "metre", "metres", "1", {"m": 1}),
    ("g", "µmk", "gram", "grams", "1/1000", {"kg": 1}),
    ("t", "", "tonne", "tonnes", "1000", {"kg": 1}),
    ("s", "nµm", "second", "seconds", "1", {"s": 1}),
    ("min", "", "minute", "minutes", "60", {"s": 1}),
    ("h", "", "hour", "hours", "3600", {"s": 1}),
    ("d", "", "day", "days", "86400", {"s": 1}),
    ("N", "k", "newton", "newtons", "1", {"kg": 1, "m": 1, "s": -2}),
    ("J", "kM", "joule", "joules", "1", {"kg": 1, "m": 2, "s": -2}),
    ("eV", "kMG", "electronvolt", "electronvolts", "1.602176634e-19", {"kg": 1, "m": 2, "s": -2}),
    ("Wh", "kM", "watt hour", "watt hours", "3600", {"kg": 1, "m": 2, "s": -2}),
    ("Ω", "mkM", "ohm", "ohms", "1", {"kg": 1, "m": 2, "s": -3, "A": -2}),
    ("W", "mkMG", "watt", "watts", "1", {"kg": 1, "m": 2, "s": -3}),
    ("Pa", "hkMG", "pascal", "pascals", "1", {"kg": 1, "m": -1, "s": -2}),
    ("bar", "", "bar", "bars", "100000", {"kg": 1, "m": -1, "s": -2}),
    ("V", "mk", "volt", "volts", "1", {"kg": 1, "m": 2, "s": -3, "A": -1}),
    ("A", "mµ", "ampere", "amperes", "1", {"A": 1}),
    ("C", "mµn", "coulomb", "coulombs", "1", {"A": 1, "s": 1}),
    ("F", "mµn", "farad", "farads", "1", {"A": 2, "s": 4, "kg": -1, "m": -2}),
    ("T", "m", "tesla", "teslas", "1", {"kg": 1, "s": -2, "A": -1}),
    ("H", "m", "henry", "henrys", "1", {"kg": 1, "m": 2, "s": -2, "A": -2}),
    ("Wb", "", "weber", "webers", "1", {"kg": 1, "m": 2, "s": -2, "A": -1}),
    ("atm", "", "atmosphere", "atmospheres", "101325", {"kg": 1, "m": -1, "s": -2}),
    ("Hz", "kMG", "hertz", "hertz", "1", {"s": -1}),
    ("K", "", "kelvin", "kelvins", "1", {"K": 1}),
    ("mol", "m", "mole", "moles", "1", {"mol": 1}),
    ("cd", "", "candela", "candelas", "1", {"cd": 1}),
    ("rad", "", "radian", "radians", "1", {}),
    ("sr", "", "steradian", "steradians", "1", {}),
    ("L", "m", "litre", "litres", "1/1000", {"m": 3}),
    ("l", "m", "litre", "litres", "1/1000", {"m": 3}),
    ("m/s", "", "metre per second", "metres per second", "1", {"m": 1, "s": -1}),
    ("km/h", "", "kilometre per hour", "kilometres per hour", "5/18", {"m": 1, "s": -1}),
    ("$", "", "dollar", "dollars", "1", {"$": 1}),
    ("€", "", "euro", "euros", "1", {"€": 1}),
    ("px", "", "pixel", "pixels", "1", {"px": 1}),
    ("bit", "", "bit", "bits", "1", {}),
    ("bits", "", "bit", "bits", "1", {}),
    ("B", "kMG", "byte", "bytes", "8", {}),
)
"""Spelling, prefixes, words for one and for many, size in base units."""


def _with_prefixes(row: _Row) -> Iterator[tuple[str, Unit]]:
    spelling, prefixes, one, many, factor, powers = row
    for prefix in ("", *prefixes):
        word, scale = _PREFIXES[prefix]
        yield prefix + spelling, Unit(word + one, word + many, scale * Fraction(factor), powers)


UNITS: Final[dict[str, Unit]] = {
    **dict(unit for row in _ROWS for unit in _with_prefixes(row)),
    "°C": Unit("degree Celsius", "degrees Celsius", Fraction(1), {"K": 1}, Fraction("273.15")),
    "°F": Unit("degree Fahrenheit", "degrees Fahrenheit", Fraction(5, 9), {"K": 1}, Fraction("459.67") * 5 / 9),
}
"""Each unit that may stand behind a value, by its spelling."""


def is_unit(word: str) -> bool:
    """Whether a word is a unit, one unit over another, or several with spaces between: `m/s^2`, `J s`, `J/(mol K)`."""
    above, slash, below = word.partition("/(")
    if slash:
        return below.endswith(")") and is_unit(above) and is_unit(below[:-1])
    if len(several := word.split()) > 1:
        return all(map(is_unit, several))
    word = word[:-2] if word[-2:] in {"^2", "^3"} else word
    return word in UNITS or (word.count("/") == 1 and all(part in UNITS for part in word.split("/")))


def spoken_unit(text: str, *, many: bool) -> str:
    """A unit's name in the singular or plural; a unit that is not known is said as written."""
    unit = UNITS.get(text)
    return text if unit is None else unit.many if many else unit.one
