"""Numbers as spoken words.

Owns: `spoken_number`, `spoken_fraction`, `spoken_ordinal`. British spelling; no digits are left.
"""

from __future__ import annotations

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion")
_MOST_NAMED = 10 ** (3 * len(_SCALES))

_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARTS = {
    2: ("half", "halves"),
    3: ("third", "thirds"),
    4: ("quarter", "quarters"),
    5: ("fifth", "fifths"),
    6: ("sixth", "sixths"),
    7: ("seventh", "sevenths"),
    8: ("eighth", "eighths"),
    9: ("ninth", "ninths"),
    10: ("tenth", "tenths"),
    100: ("hundredth", "hundredths"),
    1000: ("thousandth", "thousandths"),
}
_LARGEST_NUMERATOR = 99


def spoken_number(text: str) -> str:
    """Digits with a decimal point in words.

    >>> spoken_number("9.8"), spoken_number("1024"), spoken_number("0.05")
    ('nine point eight', 'one thousand twenty-four', 'zero point zero five')
    """
    whole, _, decimals = text.partition(".")
    words = _digits(whole) if int(whole or "0") >= _MOST_NAMED else _whole(int(whole or "0"))
    return f"{words} point {_digits(decimals)}" if decimals else words


def _digits(digits: str) -> str:
    return " ".join(_ONES[int(digit)] for digit in digits)


def _whole(number: int) -> str:
    groups: list[str] = []
    for scale in _SCALES:
        number, low = divmod(number, 1000)
        if low:
            groups.append(f"{_below_thousand(low)} {scale}".strip())
    return " ".join(reversed(groups)) or _ONES[0]


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_ONES[hundreds]} hundred"] if hundreds else []
    if rest >= len(_ONES):
        tens, ones = divmod(rest, 10)
        words.append(_TENS[tens] + (f"-{_ONES[ones]}" if ones else ""))
    elif rest:
        words.append(_ONES[rest])
    return " ".join(words)


def spoken_fraction(numerator: int, denominator: int) -> str | None:
    """`one half`, `twenty-two sevenths`; None where no such words are usual.

    >>> spoken_fraction(1, 2), spoken_fraction(3, 4), spoken_fraction(1, 17)
    ('one half', 'three quarters', None)
    """
    if denominator not in _PARTS or not 0 < numerator <= _LARGEST_NUMERATOR:
        return None
    one, many = _PARTS[denominator]
    return f"{spoken_number(str(numerator))} {one if numerator == 1 else many}"


def spoken_ordinal(number: int) -> str:
    """`second`, `tenth`, and `order twelve` from there on."""
    return _ORDINALS[number] if number < len(_ORDINALS) else f"order {spoken_number(str(number))}"
