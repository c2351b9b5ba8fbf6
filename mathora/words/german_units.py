"""Units in German, as they are spoken: by their English names, one and many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_PREFIXES: Mapping[str, str] = {
    "nano": "Nano", "micro": "Mikro", "milli": "Milli", "centi": "Zenti", "deci": "Dezi", "hecto": "Hekto",
    "kilo": "Kilo", "mega": "Mega", "giga": "Giga",
}  # fmt: skip
_OF_ONE_FORM: Mapping[str, str] = {
    "ampere": "Ampere", "bit": "Bit", "byte": "Byte", "coulomb": "Coulomb", "electronvolt": "Elektronenvolt",
    "farad": "Farad", "gram": "Gramm", "joule": "Joule", "kelvin": "Kelvin", "litre": "Liter", "metre": "Meter",
    "mole": "Mol", "newton": "Newton", "ohm": "Ohm", "pascal": "Pascal", "volt": "Volt", "watt": "Watt",
    "candela": "Candela", "dollar": "Dollar", "euro": "Euro", "pixel": "Pixel", "radian": "Radiant",
    "steradian": "Steradiant",
}  # fmt: skip
"""One as many: `drei Meter`. In English many have an s."""

_OF_TWO_FORMS: Mapping[str, tuple[str, str]] = {
    "day": ("Tag", "Tage"), "hour": ("Stunde", "Stunden"), "minute": ("Minute", "Minuten"),
    "second": ("Sekunde", "Sekunden"), "tonne": ("Tonne", "Tonnen"), "watt hour": ("Wattstunde", "Wattstunden"),
}  # fmt: skip


def _units() -> Iterator[tuple[str, str]]:
    """Each unit and its multiples, one and many."""
    forms = {**_OF_TWO_FORMS, **{unit: (word, word) for unit, word in _OF_ONE_FORM.items()}}
    for english, (one, many) in forms.items():
        yield from ((english, one), (f"{english}s", many))
        for prefix, german in _PREFIXES.items():
            yield from ((prefix + english, german + one.lower()), (f"{prefix}{english}s", german + many.lower()))


UNITS: Mapping[str, str] = {
    **dict(_units()),
    "bars": "Bar",
    "degree Celsius": "Grad Celsius",
    "degrees Celsius": "Grad Celsius",
    "degree Fahrenheit": "Grad Fahrenheit",
    "degrees Fahrenheit": "Grad Fahrenheit",
    **{f"{prefix}hertz": f"{german}hertz" for prefix, german in _PREFIXES.items()},
    "hertz": "Hertz",
    "metre per second": "Meter pro Sekunde",
    "metres per second": "Meter pro Sekunde",
    "kilometre per hour": "Kilometer pro Stunde",
    "kilometres per hour": "Kilometer pro Stunde",
}
